import { z } from 'zod';
import { localDate } from '../kernel/local-date.js';
import { categoryCode } from './categories.js';
import {
  dataRegimeCode,
  fundingTypeCode,
  priceUnitCode,
  provisionTypeCode,
  reportingDutyCode,
} from './funding.js';
import {
  accessibilityFeatureCode,
  deliveryModeCode,
  groupFormCode,
  interpretationModeCode,
  languageLevelCode,
  referralModeCode,
  serviceLanguageCode,
  supportFeatureCode,
  workCardCode,
} from './practicalities.js';
import { statutoryBasisCode } from './statutory-bases.js';
import { targetGroupCode } from './target-groups.js';
import { urgencyClasses } from './urgency.js';

/** Lengths that the national register (PTV) accepts, so that what is published here can be published there. */
export const limits = {
  title: 100,
  summary: 150,
  description: 2500,
  /** Shorter than this says too little to choose by. */
  descriptionAtLeast: 300,
  shortText: 500,
  alert: 200,
  keyword: 150,
} as const;

export const municipalityCode = z.string().regex(/^\d{3}$/, { error: 'invalid' });

/** A draft's text: any language may still be missing; an emptied field is a missing one. */
export const draftText = (max: number) =>
  z
    .strictObject({
      fi: z.string().trim().max(max).optional(),
      sv: z.string().trim().max(max).optional(),
      en: z.string().trim().max(max).optional(),
    })
    .transform(({ fi, sv, en }) => ({ ...(fi && { fi }), ...(sv && { sv }), ...(en && { en }) }))
    .default({});

const words = z.array(z.string().trim().min(1).max(limits.keyword)).max(30).optional();
const unique = <Item>(items: Item[]): Item[] => [...new Set(items)];
const severalOf = <Code extends z.ZodType>(code: Code, max: number) =>
  z
    .array(code)
    .max(max)
    .transform((codes) => unique(codes))
    .default([]);
const years = z.number().int().min(15).max(100).nullable().default(null);
const weeks = z.number().int().min(1).max(260).nullable().default(null);

/** A person or a role to call about the service; the role comes first, a name is never demanded. */
const contactInput = z.strictObject({
  role: draftText(limits.title),
  name: z.string().trim().max(100).nullable().default(null),
  phone: z
    .string()
    .trim()
    .regex(/^\+?[\d\s()-]{5,20}$/, { error: 'notAPhone' })
    .nullable()
    .default(null),
  email: z.email({ error: 'notAnEmail' }).max(254).nullable().default(null),
});

export const intensityInput = z
  .strictObject({
    daysPerWeekMin: z.number().min(0).max(7).nullable().default(null),
    daysPerWeekMax: z.number().min(0).max(7).nullable().default(null),
    hoursPerDayMin: z.number().min(0).max(24).nullable().default(null),
    hoursPerDayMax: z.number().min(0).max(24).nullable().default(null),
    text: draftText(limits.shortText),
  })
  .prefault({});

/**
 * What an association writes of its service, on the way in. Everything has an empty default, because a
 * draft is saved as far as it has been written; what publishing needs is judged by the publish check.
 */
export const serviceContentInput = z.strictObject({
  title: draftText(limits.title),
  alternativeTitle: draftText(limits.title),
  summary: draftText(limits.summary),
  description: draftText(limits.description),
  howToGetIn: draftText(limits.description),
  category: categoryCode.nullable().default(null),
  serviceClasses: severalOf(z.string().regex(/^P\d{1,2}(\.\d{1,2})?$/, { error: 'invalid' }), 10),
  keywords: z.strictObject({ fi: words, sv: words, en: words }).prefault({}),
  targetGroups: severalOf(targetGroupCode, 12),
  lifeEvents: severalOf(z.string().regex(/^KE\d{1,2}(\.\d{1,2})?$/, { error: 'invalid' }), 10),
  ageMin: years,
  ageMax: years,
  eligibility: draftText(limits.description),
  notSuitableWhen: draftText(limits.shortText),
  referralMode: referralModeCode.default('both'),
  statutoryBases: severalOf(statutoryBasisCode, 5),
  dataRegime: dataRegimeCode.nullable().default(null),
  reportingDuty: reportingDutyCode.default('none'),
  bindingPossible: z.boolean().default(false),
  /** Urgency classes that the service takes. */
  urgencyAccepted: severalOf(z.enum(urgencyClasses), urgencyClasses.length),
  languages: z
    .array(z.strictObject({ code: serviceLanguageCode, level: languageLevelCode.default('fluent') }))
    .max(23)
    .refine((spoken) => new Set(spoken.map(({ code }) => code)).size === spoken.length, {
      error: 'duplicate',
    })
    .default([]),
  interpretation: interpretationModeCode.default('none'),
  easyLanguage: z.boolean().default(false),
  deliveryModes: severalOf(deliveryModeCode, 5),
  groupForm: groupFormCode.default('both'),
  groupSizeMax: z.number().int().min(1).max(500).nullable().default(null),
  intensity: intensityInput,
  durationWeeksMin: weeks,
  durationWeeksTypical: weeks,
  durationWeeksMax: weeks,
  accessibility: severalOf(accessibilityFeatureCode, 17),
  accessibilityText: draftText(limits.shortText),
  support: severalOf(supportFeatureCode, 21),
  competences: severalOf(z.string().trim().min(1).max(100), 20),
  cards: severalOf(workCardCode, 6),
  clientFeeCents: z.number().int().min(0).max(10_000_00).default(0),
  benefitsEffect: draftText(limits.shortText),
  fundingTypes: severalOf(fundingTypeCode, 5),
  price: z
    .strictObject({ amountCents: z.number().int().min(0).max(1_000_000_00), unit: priceUnitCode })
    .nullable()
    .default(null),
  priceIsPublic: z.boolean().default(false),
  provisionType: provisionTypeCode.default('selfProduced'),
  nationwide: z.boolean().default(false),
  municipalities: severalOf(municipalityCode, 308),
  outcomePromise: draftText(limits.shortText),
  contact: contactInput.nullable().default(null),
  substituteContact: contactInput.nullable().default(null),
  /** "No places now": the day when the situation is looked at again, in place of an open offering. */
  noPlacesUntil: (localDate as z.ZodType<string, string>).nullable().default(null),
  alert: draftText(limits.alert),
});

export type ServiceContent = z.output<typeof serviceContentInput>;
export type ServiceContentInput = z.input<typeof serviceContentInput>;

/** The content of a service that has not been begun. */
export const emptyServiceContent = (): ServiceContent => serviceContentInput.parse({});
