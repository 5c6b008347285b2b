import type { fi } from './case-card.fi.js';

export const sv: typeof fi = {
  question: 'Begäran om mer information',
  answer: 'Svara på frågorna',
  waitsYou: 'Väntar på ert svar.',
  notAnswered: (waits) => (waits ? 'Väntar på den andra partens svar.' : 'Inget svar.'),
  place: 'Utlovad plats',
  firstMeeting: (moment) => `Första mötet ${moment}`,
  starts: (day) => `Starten ${day}`,
  wait: (weeks) => (weeks === 1 ? 'Uppskattad väntan 1 vecka' : `Uppskattad väntan ${weeks} veckor`),
  offerEnds: (moment) => `Erbjudandet gäller till: ${moment}`,
};
