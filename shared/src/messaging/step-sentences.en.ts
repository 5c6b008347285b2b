import type { ReferralAction } from '../referral/referral-action.js';

/** A step of the case as it stands among the messages. */
export const stepSentences: Record<ReferralAction, string> = {
  send: 'The referral was sent',
  acknowledge: 'The receiver has seen the referral',
  ask: 'More information was asked for',
  answer: 'More information was given',
  accept: 'A place was promised',
  waitlist: 'The client is on the waiting list',
  offer: 'A place was offered',
  take_offer: 'The offered place was taken',
  refuse_offer: 'The offered place was not taken',
  decline: 'A place could not be given',
  withdraw: 'The referral was withdrawn',
  expire: 'No answer came in time',
  start: 'The period started',
  not_started: 'The period did not start',
  pause: 'The period was paused',
  resume: 'The period went on',
  finish: 'The period ended, the final review is missing',
  report: 'The final review was given',
  approve: 'The final review was approved',
  undo: 'The last act was undone',
  mark_in_error: 'The referral was marked as a mistake',
  reassign: 'The responsible person changed',
};
