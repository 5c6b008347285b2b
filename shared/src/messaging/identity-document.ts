/**
 * Beginnings of what identity documents are called in Finnish, Swedish and English, as words of a file's name. Letters
 * with marks may have lost them on the way.
 */
const beginnings = [
  'passi(?!i)',
  'passport',
  'henkil[oö]kortti',
  'henkil[oö]todist',
  'henkil[oö]llisyystodist',
  'ajokort',
  'kela-?kort',
  'sairausvakuutuskort',
  'oleskelulu[pv]',
  'muukalaispass',
  'id-?kort',
  'identitetskort',
  'identitetsbevis',
  'k[oö]rkort',
  'fpa-?kort',
  'uppeh[aå]llstillst[aå]nd',
  'uppeh[aå]llskort',
  'id-?card',
  'identity-?card',
  'driv(?:ing|er-?s?)-?licen[cs]e',
  'residence-?(?:permit|card)',
];
/** Swedish for a passport is a short word: alone, or with what stands before it in a compound. */
const whole = ['pass(?:et)?', 'hk'];
const document = new RegExp(`(?:^|-)(?:(?:${beginnings.join('|')})|(?:${whole.join('|')})(?=-|$))`, 'u');

/**
 * Whether a file is called like an identity document, so that its sender is asked if the other side needs it. Only the
 * name is known: a picture called IMG_1234 is not looked into.
 */
export const isCalledIdentityDocument = (name: string): boolean =>
  document.test(
    name
      .normalize('NFC')
      .toLowerCase()
      .replace(/\.[^.]*$/u, '')
      // A word ends where anything but a letter stands.
      .replaceAll(/[^\p{L}]+/gu, '-'),
  );
