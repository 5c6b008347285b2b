import type { MailChannel } from '@rinnalla/shared/notification/mailing';
import type { NotificationKind } from '@rinnalla/shared/notification/notification-kinds';

const kinds: Record<NotificationKind, string> = {
  newReferral: 'Uusi ohjaus palveluun',
  question: 'Lisätietopyyntö',
  answer: 'Vastaus lisätietopyyntöön',
  accepted: 'Paikka luvattiin',
  waitlisted: 'Asiakas on jonossa',
  offered: 'Paikka tarjottiin',
  offerAnswered: 'Vastaus tarjottuun paikkaan',
  declined: 'Paikkaa ei voitu antaa',
  withdrawn: 'Ohjaus peruttiin',
  started: 'Jakso alkoi',
  notStarted: 'Jakso ei alkanut',
  finished: 'Jakso päättyi',
  message: 'Uusi viesti',
  mention: 'Sinut mainittiin',
  reassigned: 'Asia siirtyi sinulle',
  callClient: 'Soita asiakkaalle: vastuuhenkilö vaihtui ennen tapaamista',
  deletionAsked: 'Poistakaa asiakkaan tiedot',
  deletionConfirmed: 'Asiakkaan tiedot on poistettu',
  disclosureEnded: 'Asiakas perui suostumuksensa',
  openedInEmergency: 'Asia avattiin kiireellisesti',
  leftWithoutOwner: 'Asioilta puuttuu vastuuhenkilö',
};
const channels: Record<MailChannel, string> = {
  now: '10 minuutin kuluttua',
  digest: 'Aamun koosteessa',
  none: 'Ei sähköpostia',
};

export const fi = {
  title: 'Ilmoitukset',
  bell: (unseen: number) =>
    unseen === 0 ? 'Ilmoitukset' : unseen === 1 ? 'Ilmoitukset, 1 uusi' : `Ilmoitukset, ${unseen} uutta`,
  lead: 'Mitä asioissasi on tapahtunut, uusin ensin.',
  kinds,
  messages: (count: number) => (count === 1 ? kinds.message : `${count} uutta viestiä`),
  urgent: 'Heti',
  unseen: 'Uusi',
  hidden: 'Asiakas',
  seeAll: 'Merkitse kaikki nähdyiksi',
  all: 'Kaikki ilmoitukset',
  settings: 'Asetukset',
  more: 'Näytä lisää',
  empty: 'Ei ilmoituksia',
  emptyHelp: 'Tähän tulee tieto, kun asioissasi tapahtuu jotain.',
  nothingNew: 'Ei uusia ilmoituksia.',
  failed: 'Ilmoituksia ei saatu haettua.',
  settingsTitle: 'Ilmoitusten asetukset',
  settingsLead:
    'Ilmoitukset kertovat aina kaiken. Valitse, mistä saat lisäksi sähköpostia. Sähköpostissa on vain asianumero ja linkki, ei koskaan tietoja asiakkaasta.',
  channels,
  rests:
    'Sähköpostia ei lähetetä viikonloppuisin eikä pyhinä. Aamun kooste lähtee arkisin klo 7.45. Jos ehdit katsoa asian ennen sitä, sähköpostia ei tule.',
  urgentRule:
    'Kiireellisestä ohjauksesta ja kiireellisestä avaamisesta sähköposti tulee aina heti, myös viikonloppuna.',
  saved: (kind: string) => `Tallennettu: ${kind}`,
  groups: { referrals: 'Ohjaukset', conversations: 'Keskustelut', watching: 'Tietosuoja ja vastuut' },
  leftBy: (name: string) => `${name} ei ole enää tehtävässään`,
};
