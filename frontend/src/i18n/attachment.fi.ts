import type { AttachmentState, FileRefusal } from '@rinnalla/shared/messaging/attachment-rules';

const states: Record<AttachmentState, string> = {
  checking: 'Tarkistetaan',
  notChecked: 'Ei vielä tarkistettu',
  unscanned: 'Virustarkistus ei käytössä',
  clean: 'Tarkistettu',
  refused: 'Hylätty: haittaohjelma',
};

/** Why a file was not taken, and what helps. */
const refusals: Record<FileRefusal | 'attachmentGone' | 'conversationClosed', string> = {
  empty: 'Tiedosto on tyhjä. Tarkista, että se on tallennettu kokonaan.',
  tooLarge: 'Tiedosto on liian suuri. Suurin koko on 10 Mt.',
  typeNotAccepted:
    'Tämän tyyppistä tiedostoa ei voi liittää. Liitä PDF, kuva (JPEG, PNG, WebP) tai asiakirja (ODT, DOCX).',
  damaged: 'Tiedosto on vioittunut tai kesken. Tallenna se uudelleen ja liitä sitten.',
  tooManyPixels: 'Kuva on liian tarkka. Pienennä se alle 50 megapikseliin.',
  tooMuchInside: 'Tiedosto purkautuu liian suureksi, joten sitä ei otettu vastaan.',
  activeContent:
    'Tiedostossa on makro, komentosarja tai upotettu tiedosto. Tulosta se PDF-tiedostoksi ja liitä se.',
  encrypted: 'Tiedosto on salattu, joten sitä ei voi tarkistaa. Poista salasana ja liitä uudelleen.',
  notOneFile: 'Tiedosto ei tullut perille ehjänä. Liitä se uudelleen.',
  tooManyFiles: 'Liitteitä on liikaa. Yhteen viestiin mahtuu 10 tiedostoa.',
  attachmentGone: 'Liite ei ole enää tallessa. Liitä se uudelleen.',
  conversationClosed: 'Toinen osapuoli ei enää näe tätä keskustelua.',
};

export const fi = {
  states,
  refusals,
  attach: 'Liitä tiedosto',
  accepted: 'PDF, kuva, ODT tai DOCX, enintään 10 Mt',
  isItNeeded: 'Onko tiedosto tarpeen? Älä liitä henkilötodistuksia.',
  identityDocument: (name: string) =>
    `${name}: nimi viittaa henkilötodistukseen. Onko se tarpeen? Poista se, jos toinen osapuoli ei tarvitse sitä.`,
  dropHere: 'Pudota tiedosto tähän',
  filesToSend: 'Viestin mukana lähtevät tiedostot',
  filesOfMessage: 'Viestin tiedostot',
  filesOfCase: 'Asian tiedostot',
  aFile: 'Tiedosto',
  count: (count: number) => (count === 1 ? '1 tiedosto' : `${count} tiedostoa`),
  notListed: 'Tiedostoja ei saatu haettua.',
  save: (name: string, size: string) => `Tallenna ${name}, ${size}`,
  sendingFile: (name: string) => `Lähetetään ${name}`,
  stillSending: 'Tiedostoa lähetetään vielä. Lähetä viesti, kun se on perillä.',
  removeRefused: 'Yksi tiedosto ei lähtenyt. Poista se tai yritä uudelleen, ja lähetä sitten viesti.',
  infected:
    'Tiedostosta löytyi haittaohjelma. Poista liite ja ilmoita organisaatiosi tietoturvasta vastaavalle.',
  cancel: 'Peru',
  remove: 'Poista',
  retry: 'Yritä uudelleen',
  none: 'Ei tiedostoja',
  noneHelp: 'Viestien ja muistiinpanojen liitteet näkyvät tässä.',
  onlyOwn: 'Vain oma väki',
  you: 'Sinä',
};
