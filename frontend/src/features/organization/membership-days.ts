import type { Language } from '@rinnalla/shared/kernel/localized';
import { formatDate } from '../../i18n/dates.js';

interface Words {
  validBetween: (from: string, to: string) => string;
  validSince: (from: string) => string;
}

/** `1.1.2026–31.12.2026`, or since when. */
export const daysText = (
  t: Words,
  { validFrom, validTo }: { validFrom: string; validTo: string | null },
  language: Language,
): string =>
  validTo === null
    ? t.validSince(formatDate(validFrom, language))
    : t.validBetween(formatDate(validFrom, language), formatDate(validTo, language));
