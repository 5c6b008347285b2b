import type { ContactRule } from '@rinnalla/shared/client/sensitive-kinds';
import type { MessageParts } from '@rinnalla/shared/messaging/message-parts';
import { conversationCardTexts } from '../../../i18n/conversation-cards.js';
import { useTexts } from '../../../i18n/use-texts.js';
import { CardWordsDialog } from '../card-words-dialog.js';

interface AgreementFormProps {
  contacts: ContactRule;
  onSend: (words: string, parts: MessageParts) => void;
  onClose: () => void;
}

/** Writes down what was agreed, for the other side to confirm. */
export const AgreementForm = ({ contacts, onSend, onClose }: AgreementFormProps) => {
  const t = useTexts(conversationCardTexts).agreement;
  return (
    <CardWordsDialog
      card={{ kind: 'agreement' }}
      title={t.title}
      help={t.help}
      label={t.words}
      hint={t.wordsHint}
      send={t.send}
      contacts={contacts}
      onClose={onClose}
      onSend={onSend}
    />
  );
};
