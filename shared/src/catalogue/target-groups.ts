import type { Term } from './vocabulary.js';
import { codeIn } from './vocabulary.js';

/** For whom; `ptv` is the target group (KR…) that the service is published under in the national register. */
interface TargetGroupTerm extends Term {
  readonly ptv: string;
}

export const targetGroups = [
  {
    code: 'long_term_unemployed',
    label: { fi: 'Pitkään työttömänä olleet', sv: 'Långtidsarbetslösa', en: 'Long-term unemployed' },
    ptv: 'KR1',
  },
  {
    code: 'weak_position',
    label: {
      fi: 'Heikossa työmarkkina-asemassa olevat',
      sv: 'Personer med svag ställning på arbetsmarknaden',
      en: 'People in a weak labour market position',
    },
    ptv: 'KR1',
  },
  { code: 'youth', label: { fi: 'Nuoret', sv: 'Unga', en: 'Young people' }, ptv: 'KR1.3' },
  {
    code: 'neet',
    label: {
      fi: 'Nuoret ilman työtä tai opiskelupaikkaa',
      sv: 'Unga utan arbete eller studieplats',
      en: 'Young people not in work or education',
    },
    ptv: 'KR1.3',
  },
  {
    code: 'students_dropout',
    label: {
      fi: 'Opinnot keskeyttäneet',
      sv: 'Personer som avbrutit studierna',
      en: 'People who have left their studies',
    },
    ptv: 'KR1.3',
  },
  {
    code: 'over_55',
    label: { fi: 'Yli 55-vuotiaat', sv: 'Personer över 55 år', en: 'People over 55' },
    ptv: 'KR1',
  },
  {
    code: 'partial_work_ability',
    label: { fi: 'Osatyökykyiset', sv: 'Partiellt arbetsföra', en: 'People with partial work ability' },
    ptv: 'KR1.4',
  },
  {
    code: 'mental_health',
    label: {
      fi: 'Mielenterveyden tukea tarvitsevat',
      sv: 'Personer som behöver stöd för psykisk hälsa',
      en: 'People who need support for mental health',
    },
    ptv: 'KR1.4',
  },
  {
    code: 'returning_sick_leave',
    label: {
      fi: 'Sairauslomalta palaavat',
      sv: 'Personer som återvänder från sjukledighet',
      en: 'People returning from sick leave',
    },
    ptv: 'KR1.4',
  },
  {
    code: 'disability',
    label: {
      fi: 'Vammaiset henkilöt',
      sv: 'Personer med funktionsnedsättning',
      en: 'People with disabilities',
    },
    ptv: 'KR1.6',
  },
  {
    code: 'intellectual_disability',
    label: {
      fi: 'Kehitysvammaiset henkilöt',
      sv: 'Personer med intellektuell funktionsnedsättning',
      en: 'People with intellectual disabilities',
    },
    ptv: 'KR1.6',
  },
  {
    code: 'deaf',
    label: {
      fi: 'Viittomakieliset ja kuurot',
      sv: 'Teckenspråkiga och döva',
      en: 'Sign language users and deaf people',
    },
    ptv: 'KR1.6',
  },
  {
    code: 'visually_impaired',
    label: { fi: 'Näkövammaiset', sv: 'Synskadade', en: 'People with visual impairments' },
    ptv: 'KR1.6',
  },
  { code: 'parents', label: { fi: 'Vanhemmat', sv: 'Föräldrar', en: 'Parents' }, ptv: 'KR1.2' },
  {
    code: 'single_parents',
    label: { fi: 'Yksinhuoltajat', sv: 'Ensamförsörjare', en: 'Single parents' },
    ptv: 'KR1.2',
  },
  {
    code: 'carers',
    label: { fi: 'Omaishoitajat', sv: 'Närståendevårdare', en: 'Family carers' },
    ptv: 'KR1',
  },
  {
    code: 'immigrants',
    label: {
      fi: 'Maahan muuttaneet',
      sv: 'Personer som flyttat till Finland',
      en: 'People who have moved to Finland',
    },
    ptv: 'KR1',
  },
  {
    code: 'highly_educated_immigrants',
    label: {
      fi: 'Korkeakoulutetut maahan muuttaneet',
      sv: 'Högutbildade som flyttat till Finland',
      en: 'Highly educated people who have moved to Finland',
    },
    ptv: 'KR1',
  },
  {
    code: 'swedish_speaking',
    label: { fi: 'Ruotsinkieliset', sv: 'Svenskspråkiga', en: 'Swedish speakers' },
    ptv: 'KR1',
  },
  { code: 'roma', label: { fi: 'Romanit', sv: 'Romer', en: 'Roma' }, ptv: 'KR1' },
  {
    code: 'neurodivergent',
    label: {
      fi: 'Neurokirjon ihmiset',
      sv: 'Personer med neuropsykiatriska drag',
      en: 'Neurodivergent people',
    },
    ptv: 'KR1',
  },
  {
    code: 'substance_recovery',
    label: {
      fi: 'Päihteistä toipuvat',
      sv: 'Personer som återhämtar sig från missbruk',
      en: 'People recovering from substance use',
    },
    ptv: 'KR1',
  },
  {
    code: 'gambling',
    label: {
      fi: 'Rahapelaamisesta toipuvat',
      sv: 'Personer som återhämtar sig från spelande',
      en: 'People recovering from gambling',
    },
    ptv: 'KR1',
  },
  { code: 'debt', label: { fi: 'Velkaantuneet', sv: 'Skuldsatta', en: 'People in debt' }, ptv: 'KR1' },
  {
    code: 'homeless',
    label: { fi: 'Asunnottomat', sv: 'Bostadslösa', en: 'People without a home' },
    ptv: 'KR1',
  },
  {
    code: 'ex_offenders',
    label: { fi: 'Vankilasta vapautuneet', sv: 'Frigivna från fängelse', en: 'People released from prison' },
    ptv: 'KR1',
  },
  {
    code: 'violence_survivors',
    label: {
      fi: 'Väkivaltaa kokeneet',
      sv: 'Personer som utsatts för våld',
      en: 'People who have experienced violence',
    },
    ptv: 'KR1',
  },
  {
    code: 'rural',
    label: { fi: 'Syrjäseudulla asuvat', sv: 'Boende i glesbygd', en: 'People living in remote areas' },
    ptv: 'KR1',
  },
  {
    code: 'homebound',
    label: { fi: 'Kotiin jääneet', sv: 'Personer som har blivit hemma', en: 'People who seldom leave home' },
    ptv: 'KR1',
  },
  { code: 'women', label: { fi: 'Naiset', sv: 'Kvinnor', en: 'Women' }, ptv: 'KR1' },
  { code: 'men', label: { fi: 'Miehet', sv: 'Män', en: 'Men' }, ptv: 'KR1' },
  { code: 'employers', label: { fi: 'Työnantajat', sv: 'Arbetsgivare', en: 'Employers' }, ptv: 'KR2.6' },
] as const satisfies readonly TargetGroupTerm[];

export type TargetGroup = (typeof targetGroups)[number]['code'];
export const targetGroupCode = codeIn(targetGroups);

/**
 * PTV target groups of a service. The whole population (KR1) only when no narrower group fits:
 * services published too widely are the ones nobody finds.
 */
export const ptvTargetGroupsOf = (groups: readonly TargetGroup[]): string[] => {
  const found = [
    ...new Set(groups.map((group) => targetGroups.find((term) => term.code === group)?.ptv ?? 'KR1')),
  ];
  const narrow = found.filter((code) => code !== 'KR1');
  return narrow.length > 0 ? narrow : found;
};
