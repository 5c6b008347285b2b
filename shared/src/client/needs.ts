import type { Language } from '../kernel/localized.js';

/** The closed list of practical needs: what a provider must know beforehand, without any free text. */
export const needs = [
  'step_free',
  'home_visits',
  'childcare',
  'interpreter',
  'transport',
  'quiet_space',
  'seated_work',
  'written_instructions',
  'easy_language',
  'sign_language',
  'digital_help',
  'evening',
] as const;
export type Need = (typeof needs)[number];

export const needLabels: Record<Need, Record<Language, string>> = {
  step_free: { fi: 'Esteetön kulku', sv: 'Tillgänglig utan trappor', en: 'Step-free access' },
  home_visits: { fi: 'Tapaaminen kotona', sv: 'Träff hemma', en: 'Meeting at home' },
  childcare: { fi: 'Lastenhoito', sv: 'Barnpassning', en: 'Childcare' },
  interpreter: { fi: 'Tulkki', sv: 'Tolk', en: 'Interpreter' },
  transport: { fi: 'Kyyti', sv: 'Skjuts', en: 'Transport' },
  quiet_space: { fi: 'Rauhallinen tila', sv: 'Lugn plats', en: 'Quiet space' },
  seated_work: { fi: 'Istumatyö', sv: 'Sittande arbete', en: 'Seated work' },
  written_instructions: {
    fi: 'Kirjalliset ohjeet',
    sv: 'Skriftliga anvisningar',
    en: 'Written instructions',
  },
  easy_language: { fi: 'Selkokieli', sv: 'Lättläst språk', en: 'Easy language' },
  sign_language: { fi: 'Viittomakieli', sv: 'Teckenspråk', en: 'Sign language' },
  digital_help: { fi: 'Digituki', sv: 'Digitalt stöd', en: 'Help with digital services' },
  evening: { fi: 'Ilta-aika', sv: 'Kvällstid', en: 'Evenings' },
};

/** Plans that an ordering may rest on. With the law in motion they are data: see `docs/glossary.md`. */
export const planTypes = ['none', 'employment', 'multisectoral', 'activation', 'integration'] as const;
export type PlanType = (typeof planTypes)[number];

export const planTypeLabels: Record<PlanType, Record<Language, string>> = {
  none: { fi: 'Ei suunnitelmaa', sv: 'Ingen plan', en: 'No plan' },
  employment: { fi: 'Työllistymissuunnitelma', sv: 'Sysselsättningsplan', en: 'Employment plan' },
  multisectoral: {
    fi: 'Monialainen työllistymissuunnitelma',
    sv: 'Sektorsövergripande sysselsättningsplan',
    en: 'Multisectoral employment plan',
  },
  activation: { fi: 'Aktivointisuunnitelma', sv: 'Aktiveringsplan', en: 'Activation plan' },
  integration: { fi: 'Kotoutumissuunnitelma', sv: 'Integrationsplan', en: 'Integration plan' },
};

export const contactWays = [
  'phone',
  'text_message',
  'email',
  'letter',
  'in_person',
  'through_coach',
] as const;
export type ContactWay = (typeof contactWays)[number];

export const contactWayLabels: Record<ContactWay, Record<Language, string>> = {
  phone: { fi: 'Puhelu', sv: 'Telefonsamtal', en: 'Phone call' },
  text_message: { fi: 'Tekstiviesti', sv: 'Textmeddelande', en: 'Text message' },
  email: { fi: 'Sähköposti', sv: 'E-post', en: 'E-mail' },
  letter: { fi: 'Kirje', sv: 'Brev', en: 'Letter' },
  in_person: { fi: 'Tapaaminen', sv: 'Möte', en: 'In person' },
  through_coach: { fi: 'Omavalmentajan kautta', sv: 'Via egen handledare', en: 'Through the coach' },
};

export const recordWays = ['in_person', 'phone', 'letter', 'electronic'] as const;
export type RecordWay = (typeof recordWays)[number];
