import type { fi } from './case-card.fi.js';

export const en: typeof fi = {
  question: 'Request for more information',
  answer: 'Answer the questions',
  waitsYou: 'Waits for your answer.',
  notAnswered: (waits) => (waits ? 'Waits for the other side’s answer.' : 'Not answered.'),
  place: 'Promised place',
  queued: 'Queue',
  offered: 'Offered place',
  takeOffer: 'Take the place',
  refuseOffer: 'Do not take the place',
  offerWaits: 'The sender asks the client and answers.',
  lapsed: 'Time ran out without an answer. The client stays in the queue.',
  firstMeeting: (moment) => `First meeting ${moment}`,
  starts: (day) => `Start ${day}`,
  wait: (weeks) => (weeks === 1 ? 'Estimated wait 1 week' : `Estimated wait ${weeks} weeks`),
  offerEnds: (moment) => `Answer by ${moment}`,
};
