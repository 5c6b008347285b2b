import type { fi } from './notification.fi.js';

const kinds: (typeof fi)['kinds'] = {
  newReferral: 'New referral',
  question: 'More information was asked for',
  answer: 'What was asked for was answered',
  accepted: 'A place was promised',
  waitlisted: 'The client is on the waiting list',
  offered: 'A place was offered',
  offerAnswered: 'The offered place was answered',
  declined: 'A place could not be given',
  withdrawn: 'The referral was withdrawn',
  started: 'The period started',
  notStarted: 'The period did not start',
  finished: 'The period ended',
  message: 'New message',
  mention: 'You were mentioned',
  reassigned: 'A case came to you',
  callClient: 'Call the client: the person in charge changed before the meeting',
  deletionAsked: 'Delete the client’s data',
  deletionConfirmed: 'The client’s data has been deleted',
  disclosureEnded: 'The client took the consent back',
  openedInEmergency: 'A case was opened in an emergency',
  leftWithoutOwner: 'Cases have nobody in charge',
};

export const en: typeof fi = {
  title: 'Notifications',
  bell: (unseen) => (unseen === 0 ? 'Notifications' : `Notifications, ${unseen} new`),
  lead: 'What has happened in your cases, newest first.',
  kinds,
  messages: (count) => (count === 1 ? kinds.message : `${count} new messages`),
  urgent: 'At once',
  unseen: 'New',
  hidden: 'Client',
  seeAll: 'Mark all as seen',
  all: 'All notifications',
  settings: 'Settings',
  more: 'Show more',
  empty: 'No notifications',
  emptyHelp: 'You are told here when something happens in your cases.',
  nothingNew: 'No new notifications.',
  failed: 'Notifications could not be read.',
  settingsTitle: 'Notification settings',
  settingsLead:
    'The notifications always tell everything. Choose what you get e-mail about as well. An e-mail holds only the case number and a link, never anything about the client.',
  channels: { now: 'After 10 minutes', digest: 'In the morning’s digest', none: 'No e-mail' },
  rests:
    'No e-mail is sent on weekends or public holidays. The digest leaves on working days at 7:45. If you look at the case before that, no mail is sent.',
  urgentRule:
    'Of an urgent referral or an opening in an emergency an e-mail is sent at once, on weekends too.',
  saved: (kind) => `Saved: ${kind}`,
  groups: {
    referrals: 'Referrals',
    conversations: 'Conversations',
    watching: 'Privacy and responsibilities',
  },
  leftBy: (name) => `${name} no longer has the task`,
};
