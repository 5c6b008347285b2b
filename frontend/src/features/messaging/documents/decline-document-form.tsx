import { answerRoutes } from '@rinnalla/shared/messaging/answer-routes';
import type { MessageLine } from '@rinnalla/shared/messaging/conversation-line';
import type { ConversationView } from '@rinnalla/shared/messaging/messaging-routes';
import { conversationCardTexts } from '../../../i18n/conversation-cards.js';
import { useTexts } from '../../../i18n/use-texts.js';
import { closeOnto } from '../show-line.js';
import { useCardAnswer } from '../use-card-answer.js';
import { WordsDialog } from '../words-dialog.js';

interface DeclineDocumentFormProps {
  line: MessageLine;
  view: ConversationView;
  onClose: () => void;
}

/** That there is no document to give, and why. */
export const DeclineDocumentForm = ({ line, view, onClose }: DeclineDocumentFormProps) => {
  const { document: t, words, sendAnswer } = useTexts(conversationCardTexts);
  const { clientMessageId, answer, refusal } = useCardAnswer(answerRoutes.document, () =>
    closeOnto(line.seq, onClose),
  );
  return (
    <WordsDialog
      title={t.declineTitle}
      help={t.declineHelp}
      label={words}
      ready={t.declinedWords}
      send={sendAnswer}
      contacts={view.contacts}
      about={line.body}
      refusal={refusal}
      onClose={onClose}
      onSend={(body, acknowledged) =>
        answer.mutateAsync({
          params: { referralId: view.referralId, seq: line.seq },
          body: { clientMessageId, given: false, body, acknowledged },
        })
      }
    />
  );
};
