export const fi = {
  question: 'Lisätietopyyntö',
  answer: 'Vastaa kysymyksiin',
  waitsYou: 'Odottaa vastaustanne.',
  notAnswered: (waits: boolean): string => (waits ? 'Odottaa toisen osapuolen vastausta.' : 'Ei vastattu.'),
  place: 'Luvattu paikka',
  firstMeeting: (moment: string) => `Ensimmäinen tapaaminen ${moment}`,
  starts: (day: string) => `Aloitus ${day}`,
  wait: (weeks: number): string =>
    weeks === 1 ? 'Arvioitu odotus 1 viikko' : `Arvioitu odotus ${weeks} viikkoa`,
  offerEnds: (moment: string) => `Tarjous on voimassa: ${moment}`,
};
