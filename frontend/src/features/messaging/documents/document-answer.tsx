import type { ConversationLine } from '@rinnalla/shared/messaging/conversation-line';
import type { CardOf } from '@rinnalla/shared/messaging/message-card';
import type { ConversationView } from '@rinnalla/shared/messaging/messaging-routes';
import { IconClose, IconFileGeneric } from 'suomifi-icons';
import { conversationCardTexts } from '../../../i18n/conversation-cards.js';
import { useTexts } from '../../../i18n/use-texts.js';
import { AnswerNote } from '../answer-note.js';

interface DocumentAnswerProps {
  card: CardOf<'documentAnswer'>;
  lines: readonly ConversationLine[];
  view: ConversationView;
}

/** An answer among the messages: the document, or that there is none to give. Its files stand under it as any message's. */
export const DocumentAnswer = ({ card, lines, view }: DocumentAnswerProps) => {
  const t = useTexts(conversationCardTexts).document;
  return (
    <AnswerNote
      icon={card.given ? IconFileGeneric : IconClose}
      concerns={card.concerns}
      lines={lines}
      view={view}
    >
      {t.answers[card.given ? 'given' : 'declined']}
    </AnswerNote>
  );
};
