import type { Language } from '@rinnalla/shared/kernel/localized';
import { stepSentences as en } from '@rinnalla/shared/messaging/step-sentences.en';
import { stepSentences as fi } from '@rinnalla/shared/messaging/step-sentences.fi';
import { stepSentences as sv } from '@rinnalla/shared/messaging/step-sentences.sv';

/** What stands around the words of a conversation when it is printed. */
const finnish = {
  locale: 'fi-FI',
  title: (caseNumber: string) => `Keskustelu, asia ${caseNumber}`,
  service: 'Palvelu',
  parties: 'Osapuolet',
  printed: (moment: string, name: string, organization: string) =>
    `Tallennettu ${moment}. Tallentaja: ${name}, ${organization}.`,
  shared: 'Yhteinen keskustelu',
  sharedReaders: (names: string) => `Näkyy: ${names}`,
  internal: 'Sisäiset muistiinpanot',
  internalReaders: (name: string) => `Vain oma väki: ${name}. Ei toiselle osapuolelle.`,
  empty: 'Mitään ei ole kirjoitettu.',
  removed: 'Viesti on poistettu.',
  recalled: 'Viesti vedettiin pois. Se oli lähetetty väärään asiaan.',
  edited: (moment: string) => `Muokattu ${moment}`,
  earlier: (moment: string) => `Aiempi teksti ${moment}:`,
  correction: (moment: string) => `Korjaus viestiin ${moment}`,
  settled: 'Keskustelu merkittiin valmiiksi',
  reopened: 'Keskustelu avattiin uudelleen',
  meeting: (times: string) => `Tapaamisehdotus: ${times}`,
  agreed: (time: string) => `Tapaaminen sovittu: ${time}`,
  notAgreed: 'Mikään ehdotetuista ajoista ei sopinut',
  file: (name: string) => `Liite: ${name}`,
  page: (page: number, pages: number) => `Sivu ${page}/${pages}`,
  at: 'klo',
  steps: fi,
};
export type ArchiveTexts = typeof finnish;

const swedish: ArchiveTexts = {
  locale: 'sv-FI',
  title: (caseNumber) => `Samtal, ärende ${caseNumber}`,
  service: 'Tjänst',
  parties: 'Parter',
  printed: (moment, name, organization) => `Sparat ${moment}. Sparat av: ${name}, ${organization}.`,
  shared: 'Gemensamt samtal',
  sharedReaders: (names) => `Visas för: ${names}`,
  internal: 'Interna anteckningar',
  internalReaders: (name) => `Bara den egna organisationen: ${name}. Inte för den andra parten.`,
  empty: 'Inget har skrivits.',
  removed: 'Meddelandet har tagits bort.',
  recalled: 'Meddelandet drogs tillbaka. Det hade skickats till fel ärende.',
  edited: (moment) => `Redigerat ${moment}`,
  earlier: (moment) => `Tidigare text ${moment}:`,
  correction: (moment) => `Rättelse av meddelandet ${moment}`,
  settled: 'Samtalet markerades som klart',
  reopened: 'Samtalet öppnades på nytt',
  meeting: (times) => `Mötesförslag: ${times}`,
  agreed: (time) => `Möte avtalat: ${time}`,
  notAgreed: 'Ingen av de föreslagna tiderna passade',
  file: (name) => `Bilaga: ${name}`,
  page: (page, pages) => `Sida ${page}/${pages}`,
  at: 'kl.',
  steps: sv,
};

const english: ArchiveTexts = {
  locale: 'en-FI',
  title: (caseNumber) => `Conversation, case ${caseNumber}`,
  service: 'Service',
  parties: 'Parties',
  printed: (moment, name, organization) => `Saved ${moment} by ${name}, ${organization}.`,
  shared: 'Shared conversation',
  sharedReaders: (names) => `Seen by: ${names}`,
  internal: 'Internal notes',
  internalReaders: (name) => `Only the own organization: ${name}. Not for the other side.`,
  empty: 'Nothing has been written.',
  removed: 'The message has been removed.',
  recalled: 'The message was recalled. It had been sent to the wrong case.',
  edited: (moment) => `Edited ${moment}`,
  earlier: (moment) => `Earlier text ${moment}:`,
  correction: (moment) => `Correction of the message ${moment}`,
  settled: 'The conversation was marked done',
  reopened: 'The conversation was opened again',
  meeting: (times) => `Meeting proposal: ${times}`,
  agreed: (time) => `Meeting agreed: ${time}`,
  notAgreed: 'None of the proposed times suited',
  file: (name) => `File: ${name}`,
  page: (page, pages) => `Page ${page}/${pages}`,
  at: 'at',
  steps: en,
};

export const archiveTexts: Record<Language, ArchiveTexts> = { fi: finnish, sv: swedish, en: english };
