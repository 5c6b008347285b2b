import type { MessageLine } from '@rinnalla/shared/messaging/conversation-line';
import { isCorrection, mayRecall } from '@rinnalla/shared/messaging/message-rules';
import { messagingRoutes } from '@rinnalla/shared/messaging/messaging-routes';
import { useState } from 'react';
import { conversationCardTexts } from '../../i18n/conversation-cards.js';
import { conversationToolTexts } from '../../i18n/conversation-tools.js';
import { messageActTexts } from '../../i18n/message-acts.js';
import { formatMoment } from '../../i18n/dates.js';
import { useLanguage } from '../../i18n/language.js';
import { messagingTexts } from '../../i18n/messaging.js';
import { uiTexts } from '../../i18n/ui.js';
import { useTexts } from '../../i18n/use-texts.js';
import { useNow } from '../../platform/clock.js';
import { useAction } from '../../platform/use-action.js';
import { PrimaryButton, QuietButton, SecondaryButton } from '../../ui/buttons.js';
import { Dialog } from '../../ui/dialog.js';
import { ProblemNotice } from '../../ui/states.js';
import styles from './conversation.module.css';

interface MessageActsProps {
  line: MessageLine;
  conversationId: string;
  /** The reader wrote it, and nobody relies on it yet. */
  mayTakeAway: boolean;
  mayEdit: boolean;
  onEdit: () => void;
  /** Absent where nothing can be written any more. */
  onQuote: (() => void) | undefined;
}

/** What can be done to a message: anybody quotes it; its writer gives it new text, or removes it from everyone. */
export const MessageActs = ({
  line,
  conversationId,
  mayTakeAway,
  mayEdit,
  onEdit,
  onQuote,
}: MessageActsProps) => {
  const t = useTexts(messagingTexts);
  const tools = useTexts(conversationToolTexts);
  const { quote } = useTexts(messageActTexts);
  const ui = useTexts(uiTexts);
  const language = useLanguage();
  const now = useNow();
  const moment = formatMoment(line.at, language, now);
  const isLate = isCorrection(new Date(line.at), new Date(now));
  const [confirming, setConfirming] = useState<'removal' | 'recall'>();
  // The removal comes back as an entry of the log, to this screen as to all others.
  const redact = useAction(messagingRoutes.redact, { onDone: () => setConfirming(undefined) });
  const recall = useAction(messagingRoutes.recall, { onDone: () => setConfirming(undefined) });
  const { refusals } = useTexts(conversationCardTexts);
  const redactReason = redact.error?.extra.reason;
  const recallReason = recall.error?.extra.reason;
  if (!mayTakeAway && !onQuote) return null;
  return (
    <div className={styles.acts}>
      {onQuote && (
        <QuietButton onClick={onQuote} accessibleName={quote.name(moment)}>
          {quote.act}
        </QuietButton>
      )}
      {mayTakeAway && mayEdit && (
        <QuietButton
          onClick={onEdit}
          accessibleName={isLate ? t.correctMessage(moment) : t.editMessage(moment)}
        >
          {isLate ? t.correct : t.edit}
        </QuietButton>
      )}
      {mayTakeAway && (
        <QuietButton onClick={() => setConfirming('removal')} accessibleName={t.removeMessage(moment)}>
          {t.remove}
        </QuietButton>
      )}
      {mayTakeAway && mayRecall(new Date(line.at), new Date(now)) && (
        <QuietButton onClick={() => setConfirming('recall')} accessibleName={tools.recall.name(moment)}>
          {tools.recall.act}
        </QuietButton>
      )}
      {confirming === 'recall' && (
        <Dialog
          title={tools.recall.title}
          onClose={() => setConfirming(undefined)}
          actions={
            <>
              <PrimaryButton
                busy={recall.isPending}
                onClick={() => recall.mutate({ params: { conversationId, seq: line.seq } })}
              >
                {tools.recall.confirm}
              </PrimaryButton>
              <SecondaryButton onClick={() => setConfirming(undefined)}>{ui.cancel}</SecondaryButton>
            </>
          }
        >
          <p>{tools.recall.help}</p>
          <ProblemNotice
            problem={recall.error}
            sentence={
              recallReason ? (tools.recall.refusals[recallReason] ?? refusals[recallReason]) : undefined
            }
          />
        </Dialog>
      )}
      {confirming === 'removal' && (
        <Dialog
          title={t.removeTitle}
          onClose={() => setConfirming(undefined)}
          actions={
            <>
              <PrimaryButton
                busy={redact.isPending}
                onClick={() => redact.mutate({ params: { conversationId, seq: line.seq } })}
              >
                {t.removeConfirm}
              </PrimaryButton>
              <SecondaryButton onClick={() => setConfirming(undefined)}>{ui.cancel}</SecondaryButton>
            </>
          }
        >
          <p>{t.removeHelp}</p>
          <ProblemNotice
            problem={redact.error}
            sentence={redactReason ? refusals[redactReason] : undefined}
          />
        </Dialog>
      )}
    </div>
  );
};
