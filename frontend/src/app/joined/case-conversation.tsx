import type { Audience } from '@rinnalla/shared/messaging/messaging-routes';
import { ConversationPanel } from '../../features/messaging/conversation-panel.js';
import type { ConversationSlots } from '../../features/messaging/conversation-slots.js';
import { CaseEventCard } from '../../features/referral/conversation/case-event-card.js';
import { ConversationActs } from '../../features/referral/conversation/conversation-acts.js';

/** What other features give to the conversation of a case. */
const slots: ConversationSlots = { EventCard: CaseEventCard, Acts: ConversationActs };

export const CaseConversation = ({
  referralId,
  writeTo,
}: {
  referralId: string;
  writeTo: Audience | undefined;
}) => <ConversationPanel referralId={referralId} writeTo={writeTo} slots={slots} />;
