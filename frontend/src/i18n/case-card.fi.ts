export const fi = {
  question: 'Lisätietopyyntö',
  answer: 'Vastaa kysymyksiin',
  waitsYou: 'Odottaa vastaustanne.',
  notAnswered: (waits: boolean): string => (waits ? 'Odottaa toisen osapuolen vastausta.' : 'Ei vastattu.'),
  place: 'Luvattu paikka',
  queued: 'Jono',
  offered: 'Tarjottu paikka',
  takeOffer: 'Ota paikka',
  refuseOffer: 'Ei oteta paikkaa',
  offerWaits: 'Lähettäjä kysyy asiakkaalta ja vastaa.',
  lapsed: 'Määräaika kului ilman vastausta. Asiakas jatkaa jonossa.',
  firstMeeting: (moment: string) => `Ensimmäinen tapaaminen ${moment}`,
  starts: (day: string) => `Aloitus ${day}`,
  wait: (weeks: number): string =>
    weeks === 1 ? 'Arvioitu odotus 1 viikko' : `Arvioitu odotus ${weeks} viikkoa`,
  offerEnds: (moment: string) => `Vastaus viimeistään ${moment}`,
};
