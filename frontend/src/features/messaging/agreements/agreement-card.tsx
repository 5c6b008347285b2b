import { standingOf } from '@rinnalla/shared/messaging/agreement-rules';
import { answersTo } from '@rinnalla/shared/messaging/card-answers';
import type { ConversationLine, MessageLine } from '@rinnalla/shared/messaging/conversation-line';
import type { ConversationView } from '@rinnalla/shared/messaging/messaging-routes';
import type { ReactNode } from 'react';
import { IconCheckCircle, IconClose, IconHourglass } from 'suomifi-icons';
import { conversationCardTexts } from '../../../i18n/conversation-cards.js';
import { formatMoment } from '../../../i18n/dates.js';
import { useLanguage } from '../../../i18n/language.js';
import { useTexts } from '../../../i18n/use-texts.js';
import { useNow } from '../../../platform/clock.js';
import { useMember } from '../../../platform/session.js';
import { QuietButton } from '../../../ui/buttons.js';
import { CardFrame } from '../card-frame.js';
import styles from '../card.module.css';
import { showLine } from '../show-line.js';
import { ConfirmAgreement, EndAgreement } from './agreement-acts.js';

const icons = {
  waits: IconHourglass,
  stands: IconCheckCircle,
  disputed: IconClose,
  ended: IconClose,
} as const;

interface AgreementCardProps {
  line: MessageLine;
  lines: readonly ConversationLine[];
  view: ConversationView;
  /** The message's words: what was agreed. */
  children: ReactNode;
}

/** What was agreed and how it stands. The other side confirms it here; what both confirmed, either ends here. */
export const AgreementCard = ({ line, lines, view, children }: AgreementCardProps) => {
  const { agreement: t, showAnswer } = useTexts(conversationCardTexts);
  const language = useLanguage();
  const now = useNow();
  const { acting } = useMember();
  const answers = answersTo(line, 'agreementAnswer', lines);
  const standing = standingOf(answers.map(({ card }) => card));
  const isOurs = line.sender.organizationId === acting.organization.id;
  const last = answers.at(-1);
  return (
    <CardFrame icon={icons[standing]} heading={t.standing[standing]}>
      {children}
      {last ? (
        <div className={styles.foot}>
          <p className={standing === 'stands' ? styles.confirmed : styles.waits}>
            {t[last.card.verdict](last.sender.name, formatMoment(last.at, language, now))}
          </p>
          {standing === 'stands' ? (
            view.writable && <EndAgreement line={line} view={view} />
          ) : (
            <QuietButton onClick={() => showLine(last.seq)}>{showAnswer}</QuietButton>
          )}
        </div>
      ) : isOurs || !view.writable ? (
        <p className={styles.waits}>{t.waitsOther}</p>
      ) : (
        <ConfirmAgreement line={line} view={view} />
      )}
    </CardFrame>
  );
};
