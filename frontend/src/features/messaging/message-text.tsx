import { piecesByName } from '@rinnalla/shared/messaging/mentioned-in';
import type { Mention } from '@rinnalla/shared/messaging/conversation-entry';
import { useMember } from '../../platform/session.js';
import styles from './conversation.module.css';

/** A message's words; the names that it calls stand out, one's own the most. */
export const MessageText = ({ body, mentions }: { body: string; mentions: readonly Mention[] }) => {
  const { acting } = useMember();
  if (mentions.length === 0) return <p className={styles.text}>{body}</p>;
  return (
    <p className={styles.text}>
      {piecesByName(body, mentions).map(({ text, person }, index) =>
        person ? (
          // Pieces of one text never change places.
          // oxlint-disable-next-line react/no-array-index-key
          <b
            key={index}
            className={person.membershipId === acting.membershipId ? styles.calledMe : styles.called}
          >
            {text}
          </b>
        ) : (
          text
        ),
      )}
    </p>
  );
};
