import type { ConversationLine } from '@rinnalla/shared/messaging/conversation-line';
import type { ConversationView } from '@rinnalla/shared/messaging/messaging-routes';
import type { Echo } from '@rinnalla/shared/messaging/outbox';
import { IconAlert, IconHourglass } from 'suomifi-icons';
import { attachmentTexts } from '../../i18n/attachment.js';
import { messagingTexts } from '../../i18n/messaging.js';
import { problemTexts } from '../../i18n/problem.js';
import { useTexts } from '../../i18n/use-texts.js';
import { QuietButton } from '../../ui/buttons.js';
import { CallEntry } from './call-entry.js';
import styles from './conversation.module.css';
import { Quotation } from './quotation.js';

interface EchoItemProps {
  echo: Echo;
  view: ConversationView;
  lines: readonly ConversationLine[];
  onRetry: () => void;
  onTakeBack: () => void;
}

/** An own message that is not in the log yet: never looks as if it were. */
export const EchoItem = ({ echo, view, lines, onRetry, onTakeBack }: EchoItemProps) => {
  const t = useTexts(messagingTexts);
  const { problems, reasons } = useTexts(problemTexts);
  const files = useTexts(attachmentTexts);
  const fileCount = echo.parts?.attachmentIds?.length ?? 0;
  const isRefused = echo.state === 'notSent';
  const Icon = isRefused ? IconAlert : IconHourglass;
  return (
    <li className={`${styles.message} ${styles.mine} ${styles.echo} ${isRefused ? styles.refused : ''}`}>
      <p className={styles.byline}>
        <b>{t.you}</b>
      </p>
      <Quotation line={echo.parts ?? {}} lines={lines} view={view} />
      {echo.body && <p className={styles.text}>{echo.body}</p>}
      {fileCount > 0 && <p className={styles.text}>{files.count(fileCount)}</p>}
      {echo.parts?.card?.kind === 'phoneCall' && <CallEntry reached={echo.parts.card.reached} />}
      <p className={styles.echoState}>
        <Icon aria-hidden className={styles.smallIcon} />
        {isRefused ? (
          <span>
            <b>{t.notSentHeading}</b>{' '}
            {reasons[echo.reason ?? ''] ?? (echo.code && (t.notSent[echo.code] ?? problems[echo.code]))}
          </span>
        ) : echo.state === 'waiting' ? (
          t.waiting
        ) : (
          t.sending
        )}
      </p>
      {(isRefused || echo.state === 'waiting') && (
        <div className={styles.acts}>
          {isRefused && <QuietButton onClick={onRetry}>{t.retry}</QuietButton>}
          <QuietButton onClick={onTakeBack}>{t.takeBack}</QuietButton>
        </div>
      )}
    </li>
  );
};
