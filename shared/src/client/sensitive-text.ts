import { looksLikeIdentityCode } from '../kernel/identity-code.js';

/**
 * What free text should rarely carry. A hint warns before sending and never refuses: the writer may know better.
 * Nothing of the text is kept or logged.
 */
export const sensitiveTextHints = ['identityCode', 'phone', 'streetAddress', 'health'] as const;
export type SensitiveTextHint = (typeof sensitiveTextHints)[number];

/** Finnish numbers as people write them: 040 123 4567, +358 40 1234567, 05-123 4567. */
const phone = /(?<![\d.])(?:\+358|00358|0)[\s()-]*[1-9](?:[\s()-]*\d){5,10}(?!\d|\.\d)/;

/** A street's last part and a house number: Torikatu 12, Kauppiaankadulla 3 B, Storgatan 5. */
const street =
  /\p{L}(?:katu|kadu|tie|tien|tiellä|tieltä|kuja|kujan|kujalla|polku|polun|polulla|raitti|raitin|raitilla|väylä|väylän|väylällä|kaari|kaaren|kaarella|gatan|gata|vägen|gränden|stigen)(?:n|lla|lta|lle|ssa)?\s+\d{1,4}(?!\d|\s*(?:\.|€|euro|min|h\b|km))/iu;

/**
 * Beginnings of words for illnesses and treatment, longer than any word that is not about them. A short list on
 * purpose: a warning that comes too often is not read.
 */
const healthWords: readonly string[] = [
  // fi
  'diagnoos',
  'masennu',
  'masentun',
  'ahdistuneisuushäir',
  'kaksisuuntai',
  'skitsofren',
  'psykoos',
  'psykoot',
  'päihdeongelm',
  'alkoholis',
  'huumeri',
  'lääkit',
  'syöpä',
  'syövän',
  'diabete',
  'epilepsi',
  'autismi',
  'adhd',
  'hiv',
  'raskaana',
  'raskaus',
  'itsemur',
  'itsetuho',
  'psykiatri',
  'kehitysvamm',
  'dementi',
  'muistisair',
  // sv
  'diagnos',
  'depression',
  'deprimera',
  'ångestsyndrom',
  'bipolär',
  'schizofren',
  'psykos',
  'missbruk',
  'alkoholism',
  'medicinering',
  'cancer',
  'gravid',
  'självmord',
  'utvecklingsstörning',
  'demens',
  // en
  'depressed',
  'anxiety disorder',
  'bipolar',
  'schizophren',
  'psychosis',
  'psychotic',
  'addict',
  'alcoholic',
  'medication',
  'diabetic',
  'autism',
  'autistic',
  'epileptic',
  'pregnan',
  'suicid',
  'psychiatr',
  'dementia',
];
const health = new RegExp(`(?<![\\p{L}\\d])(?:${healthWords.join('|')})`, 'iu');

/** The kinds of secret that a text seems to carry, for a warning before it is sent or saved. */
export const sensitiveHintsIn = (text: string): SensitiveTextHint[] => {
  const found: Record<SensitiveTextHint, boolean> = {
    identityCode: looksLikeIdentityCode(text),
    phone: phone.test(text),
    streetAddress: street.test(text),
    health: health.test(text),
  };
  return sensitiveTextHints.filter((hint) => found[hint]);
};
