import type { fi } from './case-card.fi.js';

export const sv: typeof fi = {
  question: 'Begäran om mer information',
  answer: 'Svara på frågorna',
  waitsYou: 'Väntar på ert svar.',
  notAnswered: (waits) => (waits ? 'Väntar på den andra partens svar.' : 'Inget svar.'),
  place: 'Utlovad plats',
  queued: 'Kö',
  offered: 'Erbjuden plats',
  takeOffer: 'Ta emot platsen',
  refuseOffer: 'Ta inte emot platsen',
  offerWaits: 'Avsändaren frågar kunden och svarar.',
  lapsed: 'Tiden gick ut utan svar. Kunden står kvar i kön.',
  firstMeeting: (moment) => `Första mötet ${moment}`,
  starts: (day) => `Starten ${day}`,
  wait: (weeks) => (weeks === 1 ? 'Uppskattad väntan 1 vecka' : `Uppskattad väntan ${weeks} veckor`),
  offerEnds: (moment) => `Svar senast ${moment}`,
};
