import type { Audience } from '@rinnalla/shared/messaging/messaging-routes';
import { messagingTexts } from '../../i18n/messaging.js';
import { useTexts } from '../../i18n/use-texts.js';
import { EmptyState, Loaded } from '../../ui/states.js';
import { ConversationBoxes } from './conversation-boxes.js';
import { type ConversationSlots, ConversationSlotsProvider } from './conversation-slots.js';
import { useConversations } from './messaging.queries.js';

interface ConversationPanelProps {
  referralId: string;
  /** The field that takes focus as it opens. */
  writeTo?: Audience | undefined;
  /** What other features put into the conversation; one value for the screen's life. */
  slots?: ConversationSlots;
}

const noSlots: ConversationSlots = {};

/** The conversation of a case: what both sides read, and apart from it the own organization's notes. */
export const ConversationPanel = ({ referralId, writeTo, slots = noSlots }: ConversationPanelProps) => {
  const t = useTexts(messagingTexts);
  const conversations = useConversations(referralId);
  return (
    <Loaded query={conversations} rows={4}>
      {({ conversations: views }) =>
        views.length === 0 ? (
          <EmptyState title={t.noConversation}>{t.noConversationHelp}</EmptyState>
        ) : (
          <ConversationSlotsProvider value={slots}>
            <ConversationBoxes key={referralId} views={views} writeTo={writeTo} />
          </ConversationSlotsProvider>
        )
      }
    </Loaded>
  );
};
