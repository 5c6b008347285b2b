import { Injectable, Module, type OnApplicationBootstrap } from '@nestjs/common';
import { kindOfStep } from '@rinnalla/shared/notification/notification-kinds';
import type { ReferralEventName } from '@rinnalla/shared/referral/referral-events';
import { LiveConversations } from './features/messaging/live-conversations.js';
import { MessagingModule } from './features/messaging/messaging.module.js';
import { LiveReferrals } from './features/referral/live-referrals.js';
import { ReferralModule } from './features/referral/referral.module.js';
import { LiveNotifications } from './features/notification/live-notifications.js';
import { LiveErasures } from './features/privacy/live-erasures.js';
import { LiveErasuresModule } from './features/privacy/live-erasures.module.js';
import { NotificationModule } from './features/notification/notification.module.js';
import { NotifyOfMessages } from './features/notification/notify-of-messages.js';
import { NotifyPeople } from './features/notification/notify-people.js';
import { NotifyWatchers } from './features/notification/notify-watchers.js';
import { Database } from './platform/database/database.js';
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
  | 'openedInEmergency'
  | 'caseRecorded'
  | 'clientErased'
  | 'nonDisclosureBegun'
  | 'nonDisclosureEnded'
  | 'substitutionBegun'
  | 'substitutionEnded'
  | 'leftWithoutOwner'
  | 'rightsChanged'
  | 'sessionEnded'
  | 'notificationsChanged'
  | 'jobAdded';
type EventName = ReferralEventName | OtherEventName;

/**
 * What happens when, after the commit and on every node. Reactions may run twice, read current data, and are pushes to open
 * screens today; a consequence that must survive a crash is in the transaction. An event with none is stated, not forgotten.
 */
const reactionsTo = (
  referrals: LiveReferrals,
  conversations: LiveConversations,
  notifications: LiveNotifications,
  erasures: LiveErasures,
): Record<EventName, readonly Reaction[]> => ({
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
  // Whom it calls is notified, below; open screens get the message itself.
  personMentioned: [],
  firstMeetingAgreed: [referrals.changed],
  presenceShown: [conversations.presenceShown],
  conversationRightsChanged: [conversations.rightsChanged],

  attachmentChecked: [conversations.attachmentChecked],

  // Its consequences are in its transaction: features/client/consent-withdrawals.facade.ts.
  consentWithdrawn: [],
  // Who holds something is notified, below.
  deletionAsked: [],
  deletionConfirmed: [referrals.changed],
  disclosureEnded: [referrals.changed],
  openedInEmergency: [referrals.changed],
  // The conversation of a record closes by its own trigger: conversationRightsChanged.
  caseRecorded: [referrals.changed],
  clientErased: [erasures.erased],
  nonDisclosureBegun: [],
  nonDisclosureEnded: [],
  substitutionBegun: [],
  substitutionEnded: [],
  // Those who lead are notified, below.
  leftWithoutOwner: [],
  // Sockets end with their session and their rights: platform/realtime/live-sockets.ts hears these itself.
  rightsChanged: [conversations.personRightsChanged],
  sessionEnded: [],
  notificationsChanged: [notifications.changed],
  // Heard by platform/jobs/job-worker.ts itself.
  jobAdded: [],
});

/** What must follow even if every process dies now: jobs, added in the event's own transaction. */
const consequencesOf = (
  people: NotifyPeople,
  messages: NotifyOfMessages,
  watchers: NotifyWatchers,
  { name, payload }: DomainEvent,
): void => {
  if (isStep(name)) people.ofStep(name, payload);
  if (name === 'conversationGrew') messages.ofMessage(payload);
  if (name === 'personMentioned') people.ofMention(payload);
  if (name === 'referralReassigned') people.ofReassignment(payload);
  if (name === 'deletionAsked') people.ofDeletion(payload);
  if (name === 'deletionConfirmed') people.ofDeletionDone(payload);
  if (name === 'disclosureEnded') people.ofDisclosureEnded(payload);
  if (name === 'openedInEmergency') {
    people.ofOpening(payload);
    watchers.ofOpening(payload);
  }
  if (name === 'leftWithoutOwner') watchers.ofLeaving(payload);
};
const isStep = (name: string): name is ReferralEventName => name in kindOfStep;

@Injectable()
class Reactions implements OnApplicationBootstrap {
  constructor(
    private readonly bell: EventBell,
    private readonly referrals: LiveReferrals,
    private readonly conversations: LiveConversations,
    private readonly notifications: LiveNotifications,
    private readonly erasures: LiveErasures,
    database: Database,
    people: NotifyPeople,
    messages: NotifyOfMessages,
    watchers: NotifyWatchers,
  ) {
    database.onHappened((event) => consequencesOf(people, messages, watchers, event));
  }

  onApplicationBootstrap(): void {
    const reactions: Partial<Record<string, readonly Reaction[]>> = reactionsTo(
      this.referrals,
      this.conversations,
      this.notifications,
      this.erasures,
    );
    this.bell.onReconnect(this.conversations.refreshAll);
    this.bell.onEvent(async ({ name, payload }) => {
      const known = reactions[name];
      if (!known) return log.error({ event: name }, 'an event without a line in reactions.ts');
      await Promise.all(known.map(async (react) => react(payload)));
    });
  }
}

@Module({
  imports: [ReferralModule, MessagingModule, NotificationModule, LiveErasuresModule],
  providers: [Reactions],
})
export class ReactionsModule {}
