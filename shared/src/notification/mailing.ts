import { asLocalTime, helsinkiDateOf, instantAt } from '../kernel/helsinki-time.js';
import { isWorkingDay, nextWorkingDay } from '../kernel/working-days.js';
import type { NotificationKind } from './notification-kinds.js';

/** `now`: within minutes, unless seen. `digest`: with the next morning's summary. `none`: in the list alone, which is always whole. */
export const mailChannels = ['now', 'digest', 'none'] as const;
export type MailChannel = (typeof mailChannels)[number];

/** Until somebody chooses otherwise: at once what waits for an act or an answer. */
export const usualChannel: Record<NotificationKind, MailChannel> = {
  newReferral: 'now',
  question: 'now',
  answer: 'now',
  accepted: 'now',
  waitlisted: 'now',
  offered: 'now',
  offerAnswered: 'now',
  declined: 'now',
  withdrawn: 'now',
  started: 'digest',
  notStarted: 'now',
  finished: 'digest',
  message: 'now',
  mention: 'now',
  reassigned: 'digest',
  callClient: 'now',
  deletionAsked: 'now',
  deletionConfirmed: 'digest',
  disclosureEnded: 'now',
  openedInEmergency: 'now',
  leftWithoutOwner: 'now',
};

/** Who looks within ten minutes gets no mail. */
export const mailDelayMs = 10 * 60_000;
/** What could not leave while it was news goes with the digest. */
const newsForMs = 12 * 60 * 60_000;
const digestTime = asLocalTime('07:45');

/** Mails rest on weekends and holidays, but for an urgent referral and an opening in an emergency. */
export const mayMailAt = (at: Date, urgent: boolean): boolean => urgent || isWorkingDay(helsinkiDateOf(at));

/** Whether a notification of `happenedAt` may still leave as a mail of its own. */
export const isNews = (happenedAt: Date, at: Date): boolean =>
  at.getTime() - happenedAt.getTime() < newsForMs;

/** 07.45 of the next working day after an instant; of the same day before 07.45. */
export const nextDigestAfter = (at: Date): Date => {
  const today = helsinkiDateOf(at);
  const thisMorning = instantAt(today, digestTime);
  return isWorkingDay(today) && at < thisMorning ? thisMorning : instantAt(nextWorkingDay(today), digestTime);
};

/** What is urgent cannot be muted by everybody whom it tells: then it reaches them all. */
export const channelsOf = (told: readonly { channel: MailChannel; urgent: boolean }[]): MailChannel[] => {
  const isMutedByAll = told.length > 0 && told.every(({ channel }) => channel === 'none');
  return told.map(({ channel, urgent }) =>
    urgent && (isMutedByAll || channel === 'digest') ? 'now' : channel,
  );
};
