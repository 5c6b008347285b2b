import type { fi } from './notification.fi.js';

const kinds: (typeof fi)['kinds'] = {
  newReferral: 'Ny hänvisning till en tjänst',
  question: 'Begäran om mer information',
  answer: 'Svar på begäran om mer information',
  accepted: 'Platsen utlovades',
  waitlisted: 'Kunden står i kö',
  offered: 'En plats erbjöds',
  offerAnswered: 'Svar på den erbjudna platsen',
  declined: 'Platsen kunde inte ges',
  withdrawn: 'Hänvisningen återtogs',
  started: 'Perioden började',
  notStarted: 'Perioden började inte',
  finished: 'Perioden slutade',
  message: 'Nytt meddelande',
  mention: 'Du nämndes',
  reassigned: 'Ett ärende gick över till dig',
  callClient: 'Ring kunden: den ansvariga byttes före mötet',
};

export const sv: typeof fi = {
  title: 'Notiser',
  bell: (unseen) => (unseen === 0 ? 'Notiser' : unseen === 1 ? 'Notiser, 1 ny' : `Notiser, ${unseen} nya`),
  lead: 'Vad som har hänt i dina ärenden, nyast först.',
  kinds,
  messages: (count) => (count === 1 ? kinds.message : `${count} nya meddelanden`),
  urgent: 'Genast',
  unseen: 'Ny',
  hidden: 'Kund',
  seeAll: 'Markera alla som sedda',
  all: 'Alla notiser',
  settings: 'Inställningar',
  more: 'Visa fler',
  empty: 'Inga notiser',
  emptyHelp: 'Här får du veta när något händer i dina ärenden.',
  nothingNew: 'Inga nya notiser.',
  failed: 'Notiserna kunde inte hämtas.',
  settingsTitle: 'Inställningar för notiser',
  settingsLead:
    'Notiserna berättar alltid allt. Välj vad du dessutom får e-post om. I e-posten finns bara ärendenumret och en länk, aldrig uppgifter om kunden.',
  channels: { now: 'Efter 10 minuter', digest: 'I morgonens sammandrag', none: 'Ingen e-post' },
  rests:
    'E-post skickas inte på veckoslut och helgdagar. Morgonens sammandrag skickas på vardagar kl. 7.45. Om du hinner se ärendet innan dess kommer ingen e-post.',
  urgentRule: 'Om en brådskande hänvisning kommer e-post alltid genast, även på veckoslut.',
  saved: (kind) => `Sparat: ${kind}`,
  groups: { referrals: 'Hänvisningar', conversations: 'Samtal' },
};
