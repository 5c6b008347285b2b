import type { Audience, ConversationView } from '@rinnalla/shared/messaging/messaging-routes';
import type { EventLine, MessageLine } from '@rinnalla/shared/messaging/conversation-line';
import { type ComponentType, createContext, useContext } from 'react';

/** Places in a conversation that other features fill; `app` composes them. An empty slot shows nothing. */
export interface ConversationSlots {
  /** In the composer, between the field and its buttons: choosing files and what has been chosen. */
  Attachments?: ComponentType<{ view: ConversationView; audience: Audience }>;
  /** In a message, under its text. Not for a removed one. */
  MessageFiles?: ComponentType<{ view: ConversationView; line: MessageLine }>;
  /** Beside the composer of the shared conversation: acts on the case that begin by writing. */
  Acts?: ComponentType<{ view: ConversationView }>;
  /** In a step of the case, under its sentence: a card that acts on the referral. */
  EventCard?: ComponentType<{ view: ConversationView; line: EventLine }>;
}

const SlotsContext = createContext<ConversationSlots>({});
export const ConversationSlotsProvider = SlotsContext.Provider;
export const useConversationSlots = (): ConversationSlots => useContext(SlotsContext);
