import { Injectable, Module, type OnApplicationBootstrap } from '@nestjs/common';
import type { ReferralEventName } from '@rinnalla/shared/referral/referral-events';
import { LiveConversations } from './features/messaging/live-conversations.js';
import { MessagingModule } from './features/messaging/messaging.module.js';
import { LiveReferrals } from './features/referral/live-referrals.js';
import { ReferralModule } from './features/referral/referral.module.js';
import type { DomainEvent } from './platform/database/transaction.js';
import { EventBell } from './platform/events/event-bell.js';
import { log } from './platform/log/log.js';

type Reaction = (payload: DomainEvent['payload']) => void | Promise<void>;

type OtherEventName =
  | 'conversationGrew'
  | 'conversationRead'
  | 'personMentioned'
  | 'presenceShown'
  | 'firstMeetingAgreed'
  | 'conversationRightsChanged'
  | 'attachmentChecked'
  | 'consentWithdrawn'
  | 'deletionAsked'
  | 'deletionConfirmed'
  | 'disclosureEnded'
  | 'nonDisclosureBegun'
  | 'nonDisclosureEnded'
  | 'substitutionBegun'
  | 'substitutionEnded'
  | 'rightsChanged'
  | 'sessionEnded'
  | 'jobAdded';
type EventName = ReferralEventName | OtherEventName;

/**
 * What happens when, after the commit and on every node. Reactions may run twice, read current data, and are pushes to open
 * screens today; a consequence that must survive a crash is in the transaction. An event with none is stated, not forgotten.
 */
const reactionsTo = (referrals: LiveReferrals, conversations: LiveConversations): Record<EventName, readonly Reaction[]> => ({
  referralSent: [referrals.changed],
  referralAcknowledged: [referrals.changed],
  referralQuestioned: [referrals.changed],
  referralAnswered: [referrals.changed],
  referralAccepted: [referrals.changed],
  referralWaitlisted: [referrals.changed],
  referralOffered: [referrals.changed],
  referralOfferTaken: [referrals.changed],
  referralOfferRefused: [referrals.changed],
  referralDeclined: [referrals.changed],
  referralWithdrawn: [referrals.changed],
  referralExpired: [referrals.changed],
  referralStarted: [referrals.changed],
  referralNotStarted: [referrals.changed],
  referralPaused: [referrals.changed],
  referralResumed: [referrals.changed],
  referralFinished: [referrals.changed],
  referralReported: [referrals.changed],
  referralApproved: [referrals.changed],
  referralUndone: [referrals.changed],
  referralMarkedInError: [referrals.changed],
  referralReassigned: [referrals.changed],

  conversationGrew: [conversations.grew],
  conversationRead: [conversations.read],
  // Whom it calls hears of it with their notifications; open screens get the message itself.
  personMentioned: [],
  firstMeetingAgreed: [referrals.changed],
  presenceShown: [conversations.presenceShown],
  conversationRightsChanged: [conversations.rightsChanged],

  attachmentChecked: [conversations.attachmentChecked],

  // Its consequences are in its transaction: features/client/consent-withdrawals.facade.ts.
  consentWithdrawn: [],
  deletionAsked: [],
  deletionConfirmed: [referrals.changed],
  disclosureEnded: [referrals.changed],
  nonDisclosureBegun: [],
  nonDisclosureEnded: [],
  substitutionBegun: [],
  substitutionEnded: [],
  // Sockets end with their session and their rights: platform/realtime/live-sockets.ts hears these itself.
  rightsChanged: [conversations.personRightsChanged],
  sessionEnded: [],
  // Heard by platform/jobs/job-worker.ts itself.
  jobAdded: [],
});

@Injectable()
class Reactions implements OnApplicationBootstrap {
  constructor(
    private readonly bell: EventBell,
    private readonly referrals: LiveReferrals,
    private readonly conversations: LiveConversations,
  ) {}

  onApplicationBootstrap(): void {
    const reactions: Partial<Record<string, readonly Reaction[]>> = reactionsTo(this.referrals, this.conversations);
    this.bell.onReconnect(this.conversations.refreshAll);
    this.bell.onEvent(async ({ name, payload }) => {
      const known = reactions[name];
      if (!known) return log.error({ event: name }, 'an event without a line in reactions.ts');
      await Promise.all(known.map(async (react) => react(payload)));
    });
  }
}

@Module({ imports: [ReferralModule, MessagingModule], providers: [Reactions] })
export class ReactionsModule {}
