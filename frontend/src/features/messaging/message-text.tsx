import type { Mention } from '@rinnalla/shared/messaging/conversation-entry';
import { type CalledSide, piecesByName } from '@rinnalla/shared/messaging/mentioned-in';
import { useMember } from '../../platform/session.js';
import styles from './conversation.module.css';

interface MessageTextProps {
  body: string;
  mentions: readonly Mention[];
  /** The sides that the writer can call as a whole. */
  sides: readonly CalledSide[];
}

/** A message's words; the names that it calls stand out, one's own the most. */
export const MessageText = ({ body, mentions, sides }: MessageTextProps) => {
  const { acting } = useMember();
  if (mentions.length === 0) return <p className={styles.text}>{body}</p>;
  const isCalled = mentions.some(({ membershipId }) => membershipId === acting.membershipId);
  const names = [
    ...mentions.map(({ membershipId, name }) => ({ name, isMine: membershipId === acting.membershipId })),
    ...sides.flatMap(({ id, name }) =>
      Object.values(name).map((one) => ({ name: one, isMine: isCalled && id === acting.organization.id })),
    ),
  ];
  return (
    <p className={styles.text}>
      {piecesByName(body, names).map(({ text, person }, index) =>
        person ? (
          // Pieces of one text never change places.
          // oxlint-disable-next-line react/no-array-index-key
          <b key={index} className={person.isMine ? styles.calledMe : styles.called}>
            {text}
          </b>
        ) : (
          text
        ),
      )}
    </p>
  );
};
