import { isCalledIdentityDocument } from './identity-document.js';

describe('a file that is called like an identity document', () => {
  it.each([
    'passi.pdf',
    'Annan passikuva.jpg',
    'HENKILÖKORTTI_etupuoli.png',
    'henkilokortti.jpeg',
    'Kela-kortti.pdf',
    'kelakortti 2.pdf',
    'ajokortti.webp',
    'oleskeluluvan_paatos.pdf',
    'Pass.pdf',
    'anna_pass_2026.jpg',
    'körkort.png',
    'ID-kort fram.jpg',
    'uppehållstillstånd.pdf',
    'scan of passport.pdf',
    "driver's license.pdf",
    'drivers licence.pdf',
    'residence permit.pdf',
  ])('%s is asked about', (name) => {
    expect(isCalledIdentityDocument(name)).toBe(true);
  });

  it.each([
    'suunnitelma.pdf',
    'kompassi.pdf',
    'passage plan.pdf',
    'passiivinen haku.docx',
    'työtodistus.pdf',
    'bussikortti-ohje.pdf',
    'IMG_1234.jpg',
    'anpassning.pdf',
    'tidskort.pdf',
    'reitti.passi',
  ])('%s is not', (name) => {
    expect(isCalledIdentityDocument(name)).toBe(false);
  });
});
