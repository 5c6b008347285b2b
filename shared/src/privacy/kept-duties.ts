import type { Language } from '../kernel/localized.js';
import { asLocalDate, type LocalDate } from '../kernel/local-date.js';

/**
 * What a holder may have to keep although the client has taken the consent back. ⚖ To be confirmed by a lawyer of the
 * first customer: data with validity, so that a change of the law is a new line and not new code.
 */
export interface KeptDuty {
  code: string;
  validFrom: LocalDate;
  validTo: LocalDate | null;
  /** The act, as it is cited. */
  basis: string;
  label: Record<Language, string>;
}

export const keptDuties = [
  {
    code: 'accounting',
    validFrom: asLocalDate('1998-01-01'),
    validTo: null,
    basis: '1336/1997 2:10 §',
    label: {
      fi: 'Tositteet ja laskut, joista kirjanpito vaatii tiedon',
      sv: 'Verifikat och fakturor som bokföringen kräver',
      en: 'Vouchers and invoices that bookkeeping requires',
    },
  },
  {
    code: 'attendance',
    validFrom: asLocalDate('2001-09-01'),
    validTo: null,
    basis: '189/2001',
    label: {
      fi: 'Läsnäolopäivät, jotka laki määrää ilmoittamaan',
      sv: 'Närvarodagar som enligt lag ska anmälas',
      en: 'Days of attendance that the law requires to report',
    },
  },
  {
    code: 'claim',
    validFrom: asLocalDate('2018-05-25'),
    validTo: null,
    basis: '(EU) 2016/679 17(3)(e)',
    label: {
      fi: 'Vahinko tai oikeusvaade, joka on vielä auki',
      sv: 'En skada eller ett rättsligt anspråk som ännu är öppet',
      en: 'An accident or a legal claim that is still open',
    },
  },
] as const satisfies readonly KeptDuty[];

export const keptDutiesOn = (day: LocalDate): readonly KeptDuty[] =>
  (keptDuties as readonly KeptDuty[]).filter(
    ({ validFrom, validTo }) => validFrom <= day && (validTo === null || day <= validTo),
  );
