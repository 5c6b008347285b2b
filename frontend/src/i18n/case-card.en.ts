import type { fi } from './case-card.fi.js';

export const en: typeof fi = {
  question: 'Request for more information',
  answer: 'Answer the questions',
  waitsYou: 'Waits for your answer.',
  notAnswered: (waits) => (waits ? 'Waits for the other side’s answer.' : 'Not answered.'),
  place: 'Promised place',
  firstMeeting: (moment) => `First meeting ${moment}`,
  starts: (day) => `Start ${day}`,
  wait: (weeks) => (weeks === 1 ? 'Estimated wait 1 week' : `Estimated wait ${weeks} weeks`),
  offerEnds: (moment) => `The offer holds until ${moment}`,
};
