import type { ConversationView } from '@rinnalla/shared/messaging/messaging-routes';
import type { EventLine } from '@rinnalla/shared/messaging/conversation-line';
import { type ComponentType, createContext, useContext } from 'react';

/** Places in a conversation that other features fill; `app` composes them. An empty slot shows nothing. */
export interface ConversationSlots {
  /** Beside the composer of the shared conversation: acts on the case that begin by writing. */
  Acts?: ComponentType<{ view: ConversationView }>;
  /** In a step of the case, under its sentence: a card that acts on the referral. */
  EventCard?: ComponentType<{ view: ConversationView; line: EventLine }>;
}

const SlotsContext = createContext<ConversationSlots>({});
export const ConversationSlotsProvider = SlotsContext.Provider;
export const useConversationSlots = (): ConversationSlots => useContext(SlotsContext);
