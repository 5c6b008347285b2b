import type { SensitiveKind } from '@rinnalla/shared/client/sensitive-kinds';
import { answerRoutes } from '@rinnalla/shared/messaging/answer-routes';
import type { MessageLine } from '@rinnalla/shared/messaging/conversation-line';
import type { ConversationView } from '@rinnalla/shared/messaging/messaging-routes';
import { useState } from 'react';
import { conversationCardTexts } from '../../../i18n/conversation-cards.js';
import { useTexts } from '../../../i18n/use-texts.js';
import { useAnswerFiles } from '../attachments/use-answer-files.js';
import styles from '../card.module.css';
import { closeOnto } from '../show-line.js';
import { useCardAnswer } from '../use-card-answer.js';
import { WordsDialog } from '../words-dialog.js';

interface GiveDocumentFormProps {
  line: MessageLine;
  view: ConversationView;
  onClose: () => void;
}

/** Gives the document that was asked for: at least one file, and words that may be better than the ready ones. */
export const GiveDocumentForm = ({ line, view, onClose }: GiveDocumentFormProps) => {
  const { document: t, words, sendAnswer } = useTexts(conversationCardTexts);
  const files = useAnswerFiles(view);
  const [isMissing, setMissing] = useState(false);
  const { clientMessageId, answer, refusal } = useCardAnswer(answerRoutes.document, () =>
    closeOnto(line.seq, onClose),
  );
  const give = async (body: string, acknowledged: SensitiveKind[]): Promise<void> => {
    const attachmentIds = files.take();
    setMissing(attachmentIds?.length === 0);
    if (!attachmentIds?.length) return;
    try {
      await answer.mutateAsync({
        params: { referralId: view.referralId, seq: line.seq },
        body: { clientMessageId, given: true, attachmentIds, body, acknowledged },
      });
    } catch (problem) {
      files.giveBack(attachmentIds);
      throw problem;
    }
  };
  return (
    <WordsDialog
      title={t.give}
      help={t.giveHelp}
      label={words}
      ready={t.givenWords}
      send={sendAnswer}
      contacts={view.contacts}
      about={line.body}
      fileNames={files.names}
      refusal={refusal}
      onSend={give}
      onClose={() => {
        files.discard();
        onClose();
      }}
    >
      {files.area}
      <div role="alert">
        {isMissing && files.names.length === 0 && <p className={styles.missing}>{t.fileMissing}</p>}
      </div>
    </WordsDialog>
  );
};
