import type { ProblemCode } from '@rinnalla/shared/kernel/problem';
import { stepSentences } from '@rinnalla/shared/messaging/step-sentences.fi';

const notSent: Partial<Record<ProblemCode, string>> = {
  wrongStatus: 'Toinen osapuoli ei enää näe tätä keskustelua.',
  notFound: 'Et enää kuulu tähän keskusteluun.',
  notSignedIn: 'Istunto päättyi. Kirjaudu ja lähetä uudelleen.',
};

export const fi = {
  title: 'Keskustelu',
  boxes: 'Kenelle kirjoitat',
  shared: {
    tab: 'Viestit',
    heading: 'Yhteinen keskustelu',
    audience: (names: string) => `Näkyy: ${names}`,
    box: 'Viesti molemmille',
    send: 'Lähetä viesti',
    log: 'Yhteinen keskustelu, vanhin ensin',
    empty: 'Ei vielä viestejä. Kirjoita ensimmäinen.',
  },
  internal: {
    tab: 'Sisäiset muistiinpanot',
    heading: 'Sisäinen muistiinpano',
    audience: (names: string) => `Vain oma väki: ${names}`,
    box: 'Muistiinpano vain omalle väelle',
    send: 'Tallenna muistiinpano',
    log: 'Sisäiset muistiinpanot, vanhin ensin',
    empty: 'Ei muistiinpanoja. Toinen osapuoli ei näe näitä.',
  },
  unread: (count: number): string => (count === 1 ? 'lukematon' : 'lukematonta'),
  sendKeys: 'Lähetä näppäimillä Ctrl + Enter',
  tooLong: 'Teksti on liian pitkä. Lyhennä sitä tai jaa kahteen viestiin.',
  noConversation: 'Keskustelu avautuu, kun ohjaus on lähetetty.',
  noConversationHelp: 'Jos ohjaus on päättynyt, keskustelu ei enää näy sinulle.',
  notWritable:
    'Toinen osapuoli ei enää näe tätä keskustelua, joten viestejä ei voi lähettää. Sisäisiä muistiinpanoja voit yhä kirjoittaa.',
  closed: 'Oikeutesi tähän keskusteluun päättyi. Uusia viestejä ei tule.',
  fetchFailed: 'Uusimpia viestejä ei saatu haettua. Yritetään uudelleen.',
  cut: (unsent: number): string =>
    unsent === 0
      ? 'Yhteys katkesi. Yhdistetään uudelleen.'
      : unsent === 1
        ? 'Yhteys katkesi. Kirjoittamasi on tallessa. 1 viesti odottaa lähetystä.'
        : `Yhteys katkesi. Kirjoittamasi on tallessa. ${unsent} viestiä odottaa lähetystä.`,
  newHere: 'Uudet viestit',
  you: 'Sinä',
  edited: 'muokattu',
  corrected: 'korjattu alempana',
  correctionOf: (name: string, moment: string) => `Korjaus: ${name}, viesti ${moment}`,
  earlierTexts: 'Aiemmat tekstit',
  removed: 'Viesti on poistettu.',
  recalled: 'Viesti vedettiin pois. Se oli lähetetty väärään asiaan.',
  settled: 'Keskustelu merkittiin valmiiksi',
  reopened: 'Keskustelu avattiin uudelleen',
  correctionRemoved: 'Korjaus on poistettu viestin mukana.',
  read: (names: string) => `Luettu: ${names}`,
  arrived: (name: string, text: string) => `${name}: ${text}`,
  arrivedMany: (count: number) => `${count} uutta viestiä`,
  waiting: 'Odottaa lähetystä',
  sending: 'Lähetetään',
  notSentHeading: 'Ei lähetetty.',
  notSent,
  retry: 'Yritä uudelleen',
  takeBack: 'Ota takaisin kenttään',
  edit: 'Muokkaa',
  editMessage: (moment: string) => `Muokkaa viestiä ${moment}`,
  correct: 'Korjaa',
  correctMessage: (moment: string) => `Korjaa viestiä ${moment}`,
  editBox: 'Uusi teksti',
  correctHelp: 'Viestistä on yli viisi minuuttia. Vanha teksti jää näkyviin, ja korjaus tulee sen rinnalle.',
  save: 'Tallenna',
  remove: 'Poista',
  removeMessage: (moment: string) => `Poista viesti ${moment}`,
  removeTitle: 'Poistetaanko viesti?',
  removeHelp: 'Teksti katoaa kaikilta. Näkyviin jää merkintä, että tässä oli viesti.',
  removeConfirm: 'Poista viesti',
  moveTitle: 'Kentässä on keskeneräinen teksti',
  moveToInternal: 'Siirretäänkö teksti muistiinpanoksi? Sen näkee silloin vain oma väki.',
  moveToShared: 'Siirretäänkö teksti viestiksi? Sen näkee silloin myös toinen osapuoli.',
  move: 'Siirrä teksti',
  leave: 'Jätä teksti paikalleen',
  hotkeys: {
    heading: 'Keskustelu',
    message: 'Kirjoita viesti',
    note: 'Kirjoita sisäinen muistiinpano',
  },
  steps: stepSentences,
};
