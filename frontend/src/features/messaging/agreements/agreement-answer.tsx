import type { ConversationLine } from '@rinnalla/shared/messaging/conversation-line';
import type { CardOf } from '@rinnalla/shared/messaging/message-card';
import type { ConversationView } from '@rinnalla/shared/messaging/messaging-routes';
import { IconCheckCircle, IconClose } from 'suomifi-icons';
import { conversationCardTexts } from '../../../i18n/conversation-cards.js';
import { useTexts } from '../../../i18n/use-texts.js';
import { AnswerNote } from '../answer-note.js';

const icons = { confirmed: IconCheckCircle, disputed: IconClose, ended: IconClose } as const;

interface AgreementAnswerProps {
  card: CardOf<'agreementAnswer'>;
  lines: readonly ConversationLine[];
  view: ConversationView;
}

/** An answer among the messages: what it says of which agreement. */
export const AgreementAnswer = ({ card, lines, view }: AgreementAnswerProps) => {
  const t = useTexts(conversationCardTexts).agreement;
  return (
    <AnswerNote icon={icons[card.verdict]} concerns={card.concerns} lines={lines} view={view}>
      {t.answers[card.verdict]}
    </AnswerNote>
  );
};
