import { z } from 'zod';
import { localizedView } from '../kernel/localized.js';
import { organizationKinds } from '../organization/role.js';
import { ownOfferingView, publicOfferingView } from './offering.js';
import { publishErrors, publishWarnings } from './publish-check.js';
import { serviceActions, serviceStatuses } from './service-lifecycle.js';

/** Where a service comes from: written here, or read from the national register and only shown. */
export const serviceOrigins = ['rinnalla', 'ptv'] as const;
export const freshnesses = ['fresh', 'ageing', 'stale'] as const;

const organizationBrief = z.object({ id: z.string(), name: localizedView, kind: z.enum(organizationKinds) });
const placeName = z.object({ code: z.string(), name: z.object({ fi: z.string(), sv: z.string() }) });

/** Free places of all its open offerings together; `null` when it publishes none (national register). */
export const placesView = z.object({
  free: z.number(),
  updatedAt: z.string(),
  waitlistOpen: z.boolean(),
  waitlistLength: z.number(),
});

/** When one may begin: at any time, or on the next day that a group starts (`null`: not known). */
const nextStartView = z.object({ continuous: z.boolean(), on: z.string().nullable() });

const cardFields = {
  id: z.string(),
  title: localizedView,
  summary: localizedView,
  category: z.string().nullable(),
  organization: organizationBrief,
  nationwide: z.boolean(),
  municipalities: z.array(placeName),
  deliveryModes: z.array(z.string()),
  languages: z.array(z.string()),
  support: z.array(z.string()),
  accessibility: z.array(z.string()),
  referralMode: z.string(),
  places: placesView.nullable(),
  nextStart: nextStartView,
  /** Median of the last 90 days, in days from the referral to the answer; `null` before the fifth answer. */
  usualAnswerDays: z.number().nullable(),
  assuredAt: z.string().nullable(),
  freshness: z.enum(freshnesses).nullable(),
  origin: z.enum(serviceOrigins),
  demo: z.boolean(),
};

/** One hit of the search. `assuredAt` and `freshness` are `null` for what nobody confirms here. */
export const serviceCardView = z.object({
  ...cardFields,
  /** Words of the query that this service answers to, at most four, as they stand in the service. */
  matched: z.array(z.string()),
  /** From the municipality of the search, along a straight line. */
  distanceKm: z.number().nullable(),
});
export type ServiceCardView = z.output<typeof serviceCardView>;

const contactView = z.object({
  role: localizedView,
  name: z.string().nullable(),
  phone: z.string().nullable(),
  email: z.string().nullable(),
});
const intensityView = z.object({
  daysPerWeekMin: z.number().nullable(),
  daysPerWeekMax: z.number().nullable(),
  hoursPerDayMin: z.number().nullable(),
  hoursPerDayMax: z.number().nullable(),
  text: localizedView,
});
const priceView = z.object({ amountCents: z.number(), unit: z.string() });
const spokenLanguage = z.object({ code: z.string(), level: z.string() });
const wordLists = z.object({
  fi: z.array(z.string()).optional(),
  sv: z.array(z.string()).optional(),
  en: z.array(z.string()).optional(),
});

const contentFields = {
  title: localizedView,
  alternativeTitle: localizedView,
  summary: localizedView,
  description: localizedView,
  howToGetIn: localizedView,
  category: z.string().nullable(),
  serviceClasses: z.array(z.string()),
  keywords: wordLists,
  targetGroups: z.array(z.string()),
  lifeEvents: z.array(z.string()),
  ageMin: z.number().nullable(),
  ageMax: z.number().nullable(),
  eligibility: localizedView,
  notSuitableWhen: localizedView,
  referralMode: z.string(),
  statutoryBases: z.array(z.string()),
  dataRegime: z.string().nullable(),
  reportingDuty: z.string(),
  bindingPossible: z.boolean(),
  urgencyAccepted: z.array(z.string()),
  languages: z.array(spokenLanguage),
  interpretation: z.string(),
  easyLanguage: z.boolean(),
  deliveryModes: z.array(z.string()),
  groupForm: z.string(),
  groupSizeMax: z.number().nullable(),
  intensity: intensityView,
  durationWeeksMin: z.number().nullable(),
  durationWeeksTypical: z.number().nullable(),
  durationWeeksMax: z.number().nullable(),
  accessibility: z.array(z.string()),
  accessibilityText: localizedView,
  support: z.array(z.string()),
  competences: z.array(z.string()),
  cards: z.array(z.string()),
  clientFeeCents: z.number(),
  benefitsEffect: localizedView,
  fundingTypes: z.array(z.string()),
  /** `null` also for a reader to whom the price is not shown. */
  price: priceView.nullable(),
  provisionType: z.string(),
  nationwide: z.boolean(),
  outcomePromise: localizedView,
  contact: contactView.nullable(),
  noPlacesUntil: z.string().nullable(),
  alert: localizedView,
};

/** The service page, for anybody. */
export const publicServiceView = z.object({
  ...contentFields,
  id: z.string(),
  municipalities: z.array(placeName),
  organization: z.object({
    ...organizationBrief.shape,
    businessId: z.string().nullable(),
    description: localizedView,
    website: z.string().nullable(),
  }),
  offerings: z.array(publicOfferingView),
  places: placesView.nullable(),
  nextStart: nextStartView,
  /** Median of the last 90 days, in days from the referral to the answer; `null` before the fifth answer. */
  usualAnswerDays: z.number().nullable(),
  decisionRequired: z.boolean(),
  assuredAt: z.string().nullable(),
  freshness: z.enum(freshnesses).nullable(),
  origin: z.enum(serviceOrigins),
  ptvServiceId: z.string().nullable(),
  demo: z.boolean(),
  actions: z.object({
    /** The reader acts for a municipality's team, and the service takes referrals. */
    mayRefer: z.boolean(),
    /** The reader manages the service's organization. */
    mayEdit: z.boolean(),
  }),
});
export type PublicServiceView = z.output<typeof publicServiceView>;

/** What the publish check found, as codes for sentences. */
export const publishCheckView = z.object({
  errors: z.array(z.enum(publishErrors)),
  warnings: z.array(z.enum(publishWarnings)),
  completeness: z.number(),
});

/** A service in its own organization's hands. `version` guards the next save. */
export const ownServiceView = z.object({
  id: z.string(),
  version: z.number(),
  status: z.enum(serviceStatuses),
  content: z.object({
    ...contentFields,
    municipalities: z.array(z.string()),
    priceIsPublic: z.boolean(),
    substituteContact: contactView.nullable(),
  }),
  offerings: z.array(ownOfferingView),
  check: publishCheckView,
  actions: z.array(z.enum(serviceActions)),
  assuredAt: z.string().nullable(),
  freshness: z.enum(freshnesses).nullable(),
  publishedAt: z.string().nullable(),
  updatedAt: z.string(),
  demo: z.boolean(),
});
export type OwnServiceView = z.output<typeof ownServiceView>;

/** A row of "our services": places of each offering can be changed right there. */
export const ownServiceCardView = z.object({
  id: z.string(),
  version: z.number(),
  status: z.enum(serviceStatuses),
  title: localizedView,
  category: z.string().nullable(),
  offerings: z.array(
    ownOfferingView.pick({
      id: true,
      code: true,
      version: true,
      intake: true,
      status: true,
      startsOn: true,
      endsOn: true,
      capacityMax: true,
      freePlaces: true,
      reserved: true,
      inUse: true,
      waitlistLength: true,
      placesUpdatedAt: true,
    }),
  ),
  actions: z.array(z.enum(serviceActions)),
  assuredAt: z.string().nullable(),
  freshness: z.enum(freshnesses).nullable(),
  updatedAt: z.string(),
  demo: z.boolean(),
});
export type OwnServiceCardView = z.output<typeof ownServiceCardView>;
