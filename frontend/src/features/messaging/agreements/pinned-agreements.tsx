import { type PinnedAgreement, pinnedAgreements } from '@rinnalla/shared/messaging/agreement-rules';
import type { ConversationLine } from '@rinnalla/shared/messaging/conversation-line';
import type { ConversationView } from '@rinnalla/shared/messaging/messaging-routes';
import { useId, useMemo, useState } from 'react';
import { IconPin } from 'suomifi-icons';
import { conversationCardTexts } from '../../../i18n/conversation-cards.js';
import { useTexts } from '../../../i18n/use-texts.js';
import { useMember } from '../../../platform/session.js';
import { QuietButton } from '../../../ui/buttons.js';
import { StatusLabel } from '../../../ui/status-label.js';
import { showLine } from '../show-line.js';
import { useWriter } from '../use-writer.js';
import styles from './pinned-agreements.module.css';

/** As many stand in sight without being asked for; the rest behind one press. */
const inSight = 3;

/** What both sides go by, over their messages: each leads to where it was written. Nothing agreed, nothing shown. */
export const PinnedAgreements = ({
  lines,
  view,
}: {
  lines: readonly ConversationLine[];
  view: ConversationView;
}) => {
  const t = useTexts(conversationCardTexts).agreement;
  const id = useId();
  const [showsAll, setShowsAll] = useState(false);
  const pinned = useMemo(() => pinnedAgreements(lines), [lines]);
  if (pinned.length === 0) return null;
  const hasMore = pinned.length > inSight;
  return (
    <section className={styles.pinned} aria-labelledby={id}>
      <h4 id={id} className={styles.heading}>
        <IconPin aria-hidden className={styles.icon} />
        {t.pinned}
      </h4>
      <ul className={styles.list}>
        {(showsAll ? pinned : pinned.slice(0, inSight)).map((agreement) => (
          <Pinned key={agreement.line.seq} agreement={agreement} view={view} />
        ))}
      </ul>
      {hasMore && (
        <div>
          <QuietButton onClick={() => setShowsAll(!showsAll)}>
            {showsAll ? t.showFewer : t.showAll(pinned.length)}
          </QuietButton>
        </div>
      )}
    </section>
  );
};

const Pinned = ({ agreement, view }: { agreement: PinnedAgreement; view: ConversationView }) => {
  const t = useTexts(conversationCardTexts).agreement;
  const { acting } = useMember();
  const { line, standing } = agreement;
  const { byline, moment } = useWriter(line, view);
  const isOurs = line.sender.organizationId === acting.organization.id;
  return (
    <li className={styles.item}>
      <button type="button" className={styles.words} onClick={() => showLine(line.seq)}>
        {line.body}
      </button>
      <p className={styles.facts}>
        <span>
          {byline} · <time dateTime={line.at}>{moment}</time>
        </span>
        {standing === 'waits' && (
          <StatusLabel tone="warn">{isOurs ? t.pinnedWaitsOther : t.pinnedWaitsYou}</StatusLabel>
        )}
      </p>
    </li>
  );
};
