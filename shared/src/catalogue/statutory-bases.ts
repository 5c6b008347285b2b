import { z } from 'zod';
import type { Term } from './vocabulary.js';

/**
 * The act that makes a service possible. The law is in motion, so each basis is data with the days it is
 * in force; a later change adds a row or an end date and touches no rule. To be checked by a lawyer of
 * the first customer.
 */
export interface StatutoryBasis extends Term {
  readonly act: string;
  readonly url: string | null;
  /** First and last day in force, `null` = open. */
  readonly validFrom: string | null;
  readonly validTo: string | null;
  /** Whose plan the service must stand in. */
  readonly plans: readonly ('employment' | 'multisectoral' | 'activation' | 'integration' | 'service')[];
  readonly decisionRequired: boolean;
  readonly reporting: 'none' | 'start_end' | 'attendance' | 'monthly' | 'full';
  /** The least hours in a day that the act knows, where it does. */
  readonly minHoursPerDay: number | null;
}

const finlex = (year: number, number: number) => `https://www.finlex.fi/fi/lainsaadanto/${year}/${number}`;

export const statutoryBases = [
  {
    code: 'jarj_valmennus',
    label: {
      fi: 'Valmennus (laki työvoimapalvelujen järjestämisestä)',
      sv: 'Träning (lagen om ordnande av arbetskraftsservice)',
      en: 'Coaching (Act on Organising Employment Services)',
    },
    act: '380/2023',
    url: finlex(2023, 380),
    validFrom: '2025-01-01',
    validTo: null,
    plans: ['employment', 'multisectoral', 'integration'],
    decisionRequired: false,
    reporting: 'start_end',
    minHoursPerDay: null,
  },
  {
    code: 'jarj_tyokokeilu',
    label: {
      fi: 'Työkokeilu (laki työvoimapalvelujen järjestämisestä)',
      sv: 'Arbetsprövning (lagen om ordnande av arbetskraftsservice)',
      en: 'Work trial (Act on Organising Employment Services)',
    },
    act: '380/2023',
    url: finlex(2023, 380),
    validFrom: '2025-01-01',
    validTo: null,
    plans: ['employment', 'multisectoral', 'integration'],
    decisionRequired: true,
    reporting: 'attendance',
    minHoursPerDay: 4,
  },
  {
    code: 'jarj_palkkatuki',
    label: {
      fi: 'Palkkatuki (laki työvoimapalvelujen järjestämisestä)',
      sv: 'Lönesubvention (lagen om ordnande av arbetskraftsservice)',
      en: 'Pay subsidy (Act on Organising Employment Services)',
    },
    act: '380/2023',
    url: finlex(2023, 380),
    validFrom: '2025-01-01',
    validTo: null,
    plans: ['employment', 'multisectoral', 'integration'],
    decisionRequired: true,
    reporting: 'monthly',
    minHoursPerDay: null,
  },
  {
    code: 'kuty',
    label: {
      fi: 'Kuntouttava työtoiminta',
      sv: 'Arbetsverksamhet i rehabiliteringssyfte',
      en: 'Rehabilitative work activity',
    },
    act: '189/2001',
    url: finlex(2001, 189),
    validFrom: '2001-09-01',
    validTo: null,
    plans: ['activation', 'multisectoral'],
    decisionRequired: true,
    reporting: 'attendance',
    minHoursPerDay: 4,
  },
  {
    code: 'shl_sosiaalinen_kuntoutus',
    label: {
      fi: 'Sosiaalinen kuntoutus (sosiaalihuoltolaki 17 §)',
      sv: 'Social rehabilitering (socialvårdslagen 17 §)',
      en: 'Social rehabilitation (Social Welfare Act, section 17)',
    },
    act: '1301/2014',
    url: finlex(2014, 1301),
    validFrom: '2015-04-01',
    validTo: null,
    plans: ['service'],
    decisionRequired: true,
    reporting: 'start_end',
    minHoursPerDay: null,
  },
  {
    code: 'nuorisolaki',
    label: {
      fi: 'Nuorten työpajatoiminta ja etsivä nuorisotyö (nuorisolaki)',
      sv: 'Verkstadsverksamhet för unga och uppsökande ungdomsarbete (ungdomslagen)',
      en: 'Youth workshops and outreach youth work (Youth Act)',
    },
    act: '1285/2016',
    url: finlex(2016, 1285),
    validFrom: '2017-01-01',
    validTo: null,
    plans: [],
    decisionRequired: false,
    reporting: 'none',
    minHoursPerDay: null,
  },
  {
    code: 'koto',
    label: {
      fi: 'Kotoutumista edistävä palvelu (laki kotoutumisen edistämisestä)',
      sv: 'Integrationsfrämjande service (lagen om främjande av integration)',
      en: 'Integration service (Act on the Promotion of Integration)',
    },
    act: '681/2023',
    url: finlex(2023, 681),
    validFrom: '2025-01-01',
    validTo: null,
    plans: ['integration'],
    decisionRequired: false,
    reporting: 'start_end',
    minHoursPerDay: null,
  },
  {
    code: 'kokeilu',
    label: {
      fi: 'Työllisyyden kuntakokeilu',
      sv: 'Kommunförsök som gäller sysselsättning',
      en: 'Local government employment pilot',
    },
    act: '1269/2020',
    url: finlex(2020, 1269),
    validFrom: '2021-03-01',
    validTo: '2024-12-31',
    plans: ['employment', 'multisectoral'],
    decisionRequired: false,
    reporting: 'start_end',
    minHoursPerDay: null,
  },
  {
    code: 'kela_kuntoutus',
    label: { fi: 'Kelan kuntoutus', sv: 'FPA:s rehabilitering', en: 'Rehabilitation by Kela' },
    act: '566/2005',
    url: finlex(2005, 566),
    validFrom: '2005-10-01',
    validTo: null,
    plans: [],
    decisionRequired: true,
    reporting: 'full',
    minHoursPerDay: null,
  },
  {
    code: 'none',
    label: { fi: 'Ei lakisääteinen', sv: 'Inte lagstadgad', en: 'Not statutory' },
    act: '',
    url: null,
    validFrom: null,
    validTo: null,
    plans: [],
    decisionRequired: false,
    reporting: 'none',
    minHoursPerDay: null,
  },
] as const satisfies readonly StatutoryBasis[];

const bases: readonly StatutoryBasis[] = statutoryBases;

/** Codes are open text on the wire: what is in force is judged by date in the publish check. */
export const statutoryBasisCode = z
  .string()
  .max(40)
  .refine((code) => bases.some((basis) => basis.code === code), { error: 'notInList' });

/** The basis when it is in force on the day (`YYYY-MM-DD`). */
export const findBasisInForce = (code: string, day: string): StatutoryBasis | undefined =>
  bases.find(
    (basis) =>
      basis.code === code && (basis.validFrom ?? '') <= day && day <= (basis.validTo ?? '9999-12-31'),
  );

/** Whether any of the bases asks for an office holder's decision before the start. */
export const decisionRequiredBy = (codes: readonly string[]): boolean =>
  bases.some((basis) => codes.includes(basis.code) && basis.decisionRequired);
