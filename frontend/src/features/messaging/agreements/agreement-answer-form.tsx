import { answerRoutes } from '@rinnalla/shared/messaging/answer-routes';
import type { MessageLine } from '@rinnalla/shared/messaging/conversation-line';
import type { ConversationView } from '@rinnalla/shared/messaging/messaging-routes';
import { conversationCardTexts } from '../../../i18n/conversation-cards.js';
import { useTexts } from '../../../i18n/use-texts.js';
import { closeOnto } from '../show-line.js';
import { useCardAnswer } from '../use-card-answer.js';
import { WordsDialog } from '../words-dialog.js';

interface AgreementAnswerFormProps {
  verdict: 'disputed' | 'ended';
  line: MessageLine;
  view: ConversationView;
  onClose: () => void;
}

/** That it was not agreed so, or holds no longer: in words that may be better than the ready ones. */
export const AgreementAnswerForm = ({ verdict, line, view, onClose }: AgreementAnswerFormProps) => {
  const { agreement: t, words, sendAnswer } = useTexts(conversationCardTexts);
  const { clientMessageId, answer, refusal } = useCardAnswer(answerRoutes.agreement, () =>
    closeOnto(line.seq, onClose),
  );
  const texts = {
    disputed: { title: t.dispute, help: t.disputeHelp, ready: t.disputedWords, send: sendAnswer },
    ended: { title: t.end, help: t.endHelp, ready: t.endedWords, send: t.end },
  }[verdict];
  return (
    <WordsDialog
      {...texts}
      label={words}
      contacts={view.contacts}
      about={line.body}
      refusal={refusal}
      onClose={onClose}
      onSend={(body, acknowledged) =>
        answer.mutateAsync({
          params: { referralId: view.referralId, seq: line.seq },
          body: { clientMessageId, verdict, body, acknowledged },
        })
      }
    />
  );
};
