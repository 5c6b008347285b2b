import type { MessageParts } from '@rinnalla/shared/messaging/message-parts';
import type { ConversationView } from '@rinnalla/shared/messaging/messaging-routes';
import { conversationCardTexts } from '../../../i18n/conversation-cards.js';
import { useTexts } from '../../../i18n/use-texts.js';
import { CardWordsDialog } from '../card-words-dialog.js';
import { ReadyItems } from './ready-items.js';

interface ChecklistFormProps {
  view: ConversationView;
  onSend: (words: string, parts: MessageParts) => void;
  onClose: () => void;
}

/** What is to be done, an item in each line; the organization's ready messages serve as lists. */
export const ChecklistForm = ({ view, onSend, onClose }: ChecklistFormProps) => {
  const t = useTexts(conversationCardTexts).checklist;
  return (
    <CardWordsDialog
      card={{ kind: 'checklist' }}
      title={t.title}
      help={t.help}
      label={t.words}
      hint={t.wordsHint}
      send={t.send}
      rows={7}
      contacts={view.contacts}
      onClose={onClose}
      onSend={onSend}
    >
      <ReadyItems view={view} />
    </CardWordsDialog>
  );
};
