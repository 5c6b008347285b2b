import type { FieldProblemCode } from '../kernel/problem.js';

/**
 * NIST SP 800-63B-4 (2025) 3.1.1.2: at least eight characters for a password that is one factor of two, no composition
 * rules, no expiry, refused when common or made of context words. OWASP ASVS 5.0 6.2: at least eight, fifteen recommended.
 * Twelve is between: what is tried online is counted, what is tried offline meets argon2id.
 */
export const passwordMinimum = 12;
export const passwordMaximum = 256;

/** The product's own words, known to everybody who sees the sign-in page. */
const productWords = ['rinnalla', 'salasana', 'lösenord', 'losenord', 'password', 'työllisyys', 'tyollisyys'];
const shortestWord = 4;
/** What must remain of a password without the words that anybody could guess. */
const remainder = 8;

/** As people write the same word: without capitals, with digits and signs for letters. */
const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('0', 'o')
    .replaceAll('1', 'i')
    .replaceAll('3', 'e')
    .replaceAll('4', 'a')
    .replaceAll('@', 'a')
    .replaceAll('5', 's')
    .replaceAll('$', 's');

/** The person's own words: parts of their name, of their e-mail address, of their organization. Split first: in an address `@` is no letter. */
export const contextWords = (...texts: (string | null | undefined)[]): string[] =>
  texts
    .flatMap((text) => (text ?? '').split(/[^\p{L}]+/u).map(plain))
    .filter((word) => word.length >= shortestWord);

/** Made of words that anybody could guess of this person? */
export const isGuessable = (password: string, words: readonly string[]): boolean => {
  const whole = plain(password);
  const rest = [...productWords.map(plain), ...words]
    .sort((a, b) => b.length - a.length)
    .reduce((left, word) => left.replaceAll(word, ''), whole);
  return rest !== whole && rest.length < remainder;
};

/** One sign, or a short run of signs, over and over: `aaaaaaaaaaaa`, `abcabcabcabc`. */
const isRepeated = (password: string): boolean => /^(.{1,4})\1{2,}.{0,3}$/u.test(password);

/** Forms under which a password may stand in a list of common ones. */
export const listedForms = (password: string): string[] => {
  const lower = password.normalize('NFKC').toLowerCase();
  const core = lower.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '');
  const isMostlyCore = lower.length - core.length <= 6;
  return [
    ...new Set([lower, plain(lower), ...(isMostlyCore && core.length >= 5 ? [core, plain(core)] : [])]),
  ];
};

/** Why a password is refused, apart from the list of common ones; `undefined`: it is not. */
export const refusalOfPassword = (
  password: string,
  words: readonly string[],
): FieldProblemCode | undefined => {
  if ([...password].length < passwordMinimum) return 'tooShort';
  if (password.length > passwordMaximum) return 'tooLong';
  if (isRepeated(password)) return 'commonPassword';
  return isGuessable(password, words) ? 'guessablePassword' : undefined;
};
