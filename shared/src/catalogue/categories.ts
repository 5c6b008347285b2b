import type { Term } from './vocabulary.js';
import { codeIn } from './vocabulary.js';

/** What kind of service it is, with the PTV service classes (P…) that the kind is published under. */
interface CategoryTerm extends Term {
  readonly serviceClasses: readonly string[];
}

export const categories = [
  {
    code: 'workshop',
    label: { fi: 'Työpaja', sv: 'Verkstad', en: 'Workshop' },
    serviceClasses: ['P10.7', 'P4.8'],
  },
  {
    code: 'rehabilitative_work',
    label: {
      fi: 'Kuntouttava työtoiminta',
      sv: 'Arbetsverksamhet i rehabiliteringssyfte',
      en: 'Rehabilitative work',
    },
    serviceClasses: ['P4.8', 'P10.4'],
  },
  {
    code: 'youth',
    label: {
      fi: 'Nuorten pajat ja valmennus',
      sv: 'Verkstäder och träning för unga',
      en: 'Youth workshops and coaching',
    },
    serviceClasses: ['P28', 'P10.1'],
  },
  {
    code: 'work_coaching',
    label: { fi: 'Työhönvalmennus', sv: 'Arbetsträning', en: 'Work coaching' },
    serviceClasses: ['P10.1', 'P10.7'],
  },
  {
    code: 'work_ability',
    label: {
      fi: 'Työkyvyn tuki ja tuettu työ',
      sv: 'Stöd för arbetsförmåga och stött arbete',
      en: 'Work ability and supported employment',
    },
    serviceClasses: ['P10.4'],
  },
  {
    code: 'work_trial',
    label: { fi: 'Työkokeilupaikka', sv: 'Arbetsprövningsplats', en: 'Work trial place' },
    serviceClasses: ['P10.7'],
  },
  {
    code: 'pay_subsidy_job',
    label: { fi: 'Palkkatukityö', sv: 'Lönesubventionerat arbete', en: 'Pay-subsidised job' },
    serviceClasses: ['P10.7'],
  },
  {
    code: 'micro_job',
    label: { fi: 'Miniduuni', sv: 'Minijobb', en: 'Micro-job' },
    serviceClasses: ['P10.1'],
  },
  {
    code: 'companion',
    label: { fi: 'Rinnallakulkija', sv: 'Följeslagare', en: 'Companion' },
    serviceClasses: ['P4.13', 'P10.8'],
  },
  {
    code: 'outreach',
    label: { fi: 'Etsivä ja jalkautuva työ', sv: 'Uppsökande arbete', en: 'Outreach' },
    serviceClasses: ['P4.13'],
  },
  {
    code: 'job_search',
    label: {
      fi: 'Työnhaku- ja uravalmennus',
      sv: 'Jobbsökar- och karriärträning',
      en: 'Job search and career coaching',
    },
    serviceClasses: ['P10.1', 'P10.2'],
  },
  {
    code: 'competence_credit',
    label: {
      fi: 'Opinnollistaminen ja osaamistodistukset',
      sv: 'Studifiering och kompetensintyg',
      en: 'Competence crediting',
    },
    serviceClasses: ['P6.10', 'P10.2'],
  },
  {
    code: 'language_integration',
    label: { fi: 'Kieli ja kotoutuminen', sv: 'Språk och integration', en: 'Language and integration' },
    serviceClasses: ['P4.11', 'P10.1'],
  },
  {
    code: 'wellbeing_peer',
    label: {
      fi: 'Hyvinvointi ja vertaistuki',
      sv: 'Välmående och kamratstöd',
      en: 'Wellbeing and peer support',
    },
    serviceClasses: ['P4.12', 'P10.8'],
  },
  {
    code: 'substance_recovery',
    label: {
      fi: 'Päihde- ja pelihaitoista toipuminen',
      sv: 'Återhämtning från missbruk och spel',
      en: 'Recovery from substances and gambling',
    },
    serviceClasses: ['P5.7'],
  },
  {
    code: 'daily_life',
    label: {
      fi: 'Arjen, asumisen ja talouden tuki',
      sv: 'Stöd i vardag, boende och ekonomi',
      en: 'Daily life, housing and money',
    },
    serviceClasses: ['P4.13', 'P9.4'],
  },
  {
    code: 'digital_support',
    label: { fi: 'Digituki', sv: 'Digitalt stöd', en: 'Digital support' },
    serviceClasses: ['P9.4'],
  },
  {
    code: 'family',
    label: {
      fi: 'Perhe ja hoivavastuu',
      sv: 'Familj och omsorgsansvar',
      en: 'Family and care responsibilities',
    },
    serviceClasses: ['P3.7', 'P10.1'],
  },
  {
    code: 'green_care',
    label: {
      fi: 'Luonto- ja eläinavusteinen toiminta',
      sv: 'Natur- och djurunderstödd verksamhet',
      en: 'Nature- and animal-assisted activity',
    },
    serviceClasses: ['P4.8', 'P5.13'],
  },
  {
    code: 'culture',
    label: {
      fi: 'Kulttuuri- ja taidelähtöinen paja',
      sv: 'Kultur- och konstbaserad verkstad',
      en: 'Arts-based workshop',
    },
    serviceClasses: ['P25.2', 'P10.7'],
  },
  {
    code: 'employer_cooperation',
    label: {
      fi: 'Työnantajayhteistyö ja työn muotoilu',
      sv: 'Arbetsgivarsamarbete och arbetsutformning',
      en: 'Employer cooperation and job carving',
    },
    serviceClasses: ['P12', 'P10.7'],
  },
] as const satisfies readonly CategoryTerm[];

export type Category = (typeof categories)[number]['code'];
export const categoryCode = codeIn(categories);

/** PTV service classes that a service of this category has unless its own are chosen. */
export const serviceClassesOf = (category: Category): readonly string[] =>
  categories.find((term) => term.code === category)?.serviceClasses ?? [];
