import type { Language } from '@rinnalla/shared/kernel/localized';

const tags: Record<Language, string> = { fi: 'fi-FI', sv: 'sv-FI', en: 'en-GB' };

export const formatNumber = (value: number, language: Language): string =>
  new Intl.NumberFormat(tags[language]).format(value);

/** `12`, or `500+` of what is not counted further than `most`. */
export const formatUpTo = (value: number, most: number, language: Language): string =>
  `${formatNumber(value, language)}${value >= most ? '+' : ''}`;

/** `1 234,50 €` */
export const formatEuros = (cents: number, language: Language): string =>
  `${new Intl.NumberFormat(tags[language], { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(cents / 100)} €`;

/** `a, b ja c` */
export const formatList = (items: readonly string[], language: Language): string =>
  new Intl.ListFormat(tags[language], { type: 'conjunction' }).format(items);

/** Finnish alphabet: å, ä and ö last. */
export const byName =
  (language: Language) =>
  (a: string, b: string): number =>
    a.localeCompare(b, tags[language]);
