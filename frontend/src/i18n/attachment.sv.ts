import type { fi } from './attachment.fi.js';

export const sv: typeof fi = {
  states: {
    checking: 'Kontrolleras',
    notChecked: 'Inte kontrollerad ännu',
    unscanned: 'Viruskontroll används inte',
    clean: 'Kontrollerad',
    refused: 'Avvisad: skadligt program',
  },
  refusals: {
    empty: 'Filen är tom. Kontrollera att den har sparats helt.',
    tooLarge: 'Filen är för stor. Största storlek är 10 MB.',
    typeNotAccepted:
      'En fil av den här typen kan inte bifogas. Bifoga PDF, bild (JPEG, PNG, WebP) eller dokument (ODT, DOCX).',
    damaged: 'Filen är skadad eller ofullständig. Spara den på nytt och bifoga den sedan.',
    tooManyPixels: 'Bilden är för detaljerad. Minska den till under 50 megapixel.',
    tooMuchInside: 'Filen packas upp till för stor storlek, så den togs inte emot.',
    activeContent:
      'Filen innehåller ett makro, ett skript eller en inbäddad fil. Skriv ut den som PDF och bifoga den.',
    encrypted: 'Filen är krypterad, så den kan inte kontrolleras. Ta bort lösenordet och bifoga på nytt.',
    notOneFile: 'Filen kom inte fram hel. Bifoga den på nytt.',
    tooManyFiles: 'Det finns för många bilagor. I ett meddelande ryms 10 filer.',
    attachmentGone: 'Bilagan finns inte längre. Bifoga den på nytt.',
    conversationClosed: 'Den andra parten ser inte längre det här samtalet.',
  },
  attach: 'Bifoga fil',
  accepted: 'PDF, bild, ODT eller DOCX, högst 10 MB',
  isItNeeded: 'Behövs filen? Bifoga inte identitetsbevis.',
  identityDocument: (name) =>
    `${name}: namnet tyder på en identitetshandling. Behövs den? Ta bort den om den andra parten inte behöver den.`,
  dropHere: 'Släpp filen här',
  filesToSend: 'Filer som skickas med meddelandet',
  filesOfMessage: 'Meddelandets filer',
  filesOfCase: 'Ärendets filer',
  aFile: 'Fil',
  count: (count) => (count === 1 ? '1 fil' : `${count} filer`),
  notListed: 'Filerna kunde inte hämtas.',
  save: (name, size) => `Spara ${name}, ${size}`,
  sendingFile: (name) => `Skickar ${name}`,
  stillSending: 'Filen skickas ännu. Skicka meddelandet när den är framme.',
  removeRefused: 'En fil skickades inte. Ta bort den eller försök på nytt, och skicka sedan meddelandet.',
  infected:
    'Ett skadligt program hittades i filen. Ta bort bilagan och meddela din organisations informationssäkerhetsansvariga.',
  cancel: 'Avbryt',
  remove: 'Ta bort',
  retry: 'Försök på nytt',
  none: 'Inga filer',
  noneHelp: 'Bilagor till meddelanden och anteckningar visas här.',
  onlyOwn: 'Bara egna',
  you: 'Du',
};
