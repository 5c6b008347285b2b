import { decisionRequiredBy } from '@rinnalla/shared/catalogue/statutory-bases';
import { fundingTypes } from '@rinnalla/shared/catalogue/funding';
import type { ServiceContent } from '@rinnalla/shared/catalogue/service-content';
import { searchTextsOf } from './search-text.js';

/** A service's content as its columns hold it. */
export interface ServiceContentRow {
  title: ServiceContent['title'];
  alternative_title: ServiceContent['title'];
  summary: ServiceContent['title'];
  description: ServiceContent['title'];
  how_to_get_in: ServiceContent['title'];
  category: ServiceContent['category'];
  service_classes: string[];
  keywords: ServiceContent['keywords'];
  target_groups: ServiceContent['targetGroups'];
  life_events: string[];
  age_min: number | null;
  age_max: number | null;
  eligibility: ServiceContent['title'];
  not_suitable_when: ServiceContent['title'];
  referral_mode: ServiceContent['referralMode'];
  statutory_bases: string[];
  data_regime: ServiceContent['dataRegime'];
  reporting_duty: ServiceContent['reportingDuty'];
  binding_possible: boolean;
  urgency_accepted: ServiceContent['urgencyAccepted'];
  languages: ServiceContent['languages'][number]['code'][];
  language_levels: Record<string, ServiceContent['languages'][number]['level']>;
  interpretation: ServiceContent['interpretation'];
  easy_language: boolean;
  delivery_modes: ServiceContent['deliveryModes'];
  group_form: ServiceContent['groupForm'];
  group_size_max: number | null;
  intensity: Partial<ServiceContent['intensity']>;
  duration_weeks: { min?: number; typical?: number; max?: number };
  accessibility: ServiceContent['accessibility'];
  accessibility_text: ServiceContent['title'];
  support: ServiceContent['support'];
  competences: string[];
  cards: ServiceContent['cards'];
  client_fee_cents: number;
  benefits_effect: ServiceContent['title'];
  funding_types: ServiceContent['fundingTypes'];
  price: ServiceContent['price'];
  price_is_public: boolean;
  provision_type: ServiceContent['provisionType'];
  nationwide: boolean;
  municipalities: string[];
  outcome_promise: ServiceContent['title'];
  contact: Partial<NonNullable<ServiceContent['contact']>>;
  substitute_contact: Partial<NonNullable<ServiceContent['contact']>>;
  /** `YYYY-MM-DD`. */
  no_places_until: string | null;
  alert: ServiceContent['title'];
}

export const contentColumns = [
  'title',
  'alternative_title',
  'summary',
  'description',
  'how_to_get_in',
  'category',
  'service_classes',
  'keywords',
  'target_groups',
  'life_events',
  'age_min',
  'age_max',
  'eligibility',
  'not_suitable_when',
  'referral_mode',
  'statutory_bases',
  'data_regime',
  'reporting_duty',
  'binding_possible',
  'urgency_accepted',
  'languages',
  'language_levels',
  'interpretation',
  'easy_language',
  'delivery_modes',
  'group_form',
  'group_size_max',
  'intensity',
  'duration_weeks',
  'accessibility',
  'accessibility_text',
  'support',
  'competences',
  'cards',
  'client_fee_cents',
  'benefits_effect',
  'funding_types',
  'price',
  'price_is_public',
  'provision_type',
  'nationwide',
  'municipalities',
  'outcome_promise',
  'contact',
  'substitute_contact',
  'no_places_until',
  'alert',
] as const satisfies readonly (keyof ServiceContentRow)[];

/** Follow from the content, and are written with it. */
export const derivedColumns = ['decision_required', 'agreement_required'] as const;

/** A content as a row: `select … from jsonb_populate_record(null::service, $1)`. */
export const rowOfContent = (content: ServiceContent): ServiceContentRow => ({
  title: content.title,
  alternative_title: content.alternativeTitle,
  summary: content.summary,
  description: content.description,
  how_to_get_in: content.howToGetIn,
  category: content.category,
  service_classes: content.serviceClasses,
  keywords: content.keywords,
  target_groups: content.targetGroups,
  life_events: content.lifeEvents,
  age_min: content.ageMin,
  age_max: content.ageMax,
  eligibility: content.eligibility,
  not_suitable_when: content.notSuitableWhen,
  referral_mode: content.referralMode,
  statutory_bases: content.statutoryBases,
  data_regime: content.dataRegime,
  reporting_duty: content.reportingDuty,
  binding_possible: content.bindingPossible,
  urgency_accepted: content.urgencyAccepted,
  languages: content.languages.map(({ code }) => code),
  language_levels: Object.fromEntries(content.languages.map(({ code, level }) => [code, level])),
  interpretation: content.interpretation,
  easy_language: content.easyLanguage,
  delivery_modes: content.deliveryModes,
  group_form: content.groupForm,
  group_size_max: content.groupSizeMax,
  intensity: content.intensity,
  duration_weeks: {
    ...(content.durationWeeksMin !== null && { min: content.durationWeeksMin }),
    ...(content.durationWeeksTypical !== null && { typical: content.durationWeeksTypical }),
    ...(content.durationWeeksMax !== null && { max: content.durationWeeksMax }),
  },
  accessibility: content.accessibility,
  accessibility_text: content.accessibilityText,
  support: content.support,
  competences: content.competences,
  cards: content.cards,
  client_fee_cents: content.clientFeeCents,
  benefits_effect: content.benefitsEffect,
  funding_types: content.fundingTypes,
  price: content.price,
  price_is_public: content.priceIsPublic,
  provision_type: content.provisionType,
  nationwide: content.nationwide,
  municipalities: content.municipalities,
  outcome_promise: content.outcomePromise,
  contact: content.contact ?? {},
  substitute_contact: content.substituteContact ?? {},
  no_places_until: content.noPlacesUntil,
  alert: content.alert,
});

const contactOf = (contact: ServiceContentRow['contact']): ServiceContent['contact'] =>
  contact.role
    ? {
        role: contact.role,
        name: contact.name ?? null,
        phone: contact.phone ?? null,
        email: contact.email ?? null,
      }
    : null;

export const contentOfRow = (row: ServiceContentRow): ServiceContent => ({
  title: row.title,
  alternativeTitle: row.alternative_title,
  summary: row.summary,
  description: row.description,
  howToGetIn: row.how_to_get_in,
  category: row.category,
  serviceClasses: row.service_classes,
  keywords: row.keywords,
  targetGroups: row.target_groups,
  lifeEvents: row.life_events,
  ageMin: row.age_min,
  ageMax: row.age_max,
  eligibility: row.eligibility,
  notSuitableWhen: row.not_suitable_when,
  referralMode: row.referral_mode,
  statutoryBases: row.statutory_bases,
  dataRegime: row.data_regime,
  reportingDuty: row.reporting_duty,
  bindingPossible: row.binding_possible,
  urgencyAccepted: row.urgency_accepted,
  languages: row.languages.map((code) => ({ code, level: row.language_levels[code] ?? 'fluent' })),
  interpretation: row.interpretation,
  easyLanguage: row.easy_language,
  deliveryModes: row.delivery_modes,
  groupForm: row.group_form,
  groupSizeMax: row.group_size_max,
  intensity: {
    daysPerWeekMin: row.intensity.daysPerWeekMin ?? null,
    daysPerWeekMax: row.intensity.daysPerWeekMax ?? null,
    hoursPerDayMin: row.intensity.hoursPerDayMin ?? null,
    hoursPerDayMax: row.intensity.hoursPerDayMax ?? null,
    text: row.intensity.text ?? {},
  },
  durationWeeksMin: row.duration_weeks.min ?? null,
  durationWeeksTypical: row.duration_weeks.typical ?? null,
  durationWeeksMax: row.duration_weeks.max ?? null,
  accessibility: row.accessibility,
  accessibilityText: row.accessibility_text,
  support: row.support,
  competences: row.competences,
  cards: row.cards,
  clientFeeCents: row.client_fee_cents,
  benefitsEffect: row.benefits_effect,
  fundingTypes: row.funding_types,
  price: row.price,
  priceIsPublic: row.price_is_public,
  provisionType: row.provision_type,
  nationwide: row.nationwide,
  municipalities: row.municipalities,
  outcomePromise: row.outcome_promise,
  contact: contactOf(row.contact),
  substituteContact: contactOf(row.substitute_contact),
  noPlacesUntil: row.no_places_until,
  alert: row.alert,
});

const hasAgreementLines = (content: ServiceContent): boolean =>
  fundingTypes.some((term) => term.hasAgreementLines && content.fundingTypes.includes(term.code));

/** Everything that is written when a service's content is: the columns, what follows from them, and the search's texts. */
export const writtenOf = (content: ServiceContent, organizationNames: readonly string[]) => {
  const { texts, words } = searchTextsOf(content, organizationNames);
  return {
    row: {
      ...rowOfContent(content),
      decision_required: decisionRequiredBy(content.statutoryBases),
      agreement_required: hasAgreementLines(content),
    },
    texts,
    words,
  };
};
