import { z } from 'zod';
import { organizationId } from '../kernel/id.js';
import { localDate } from '../kernel/local-date.js';
import { languageCode } from '../kernel/localized.js';
import { categoryCode } from './categories.js';
import {
  accessibilityFeatureCode,
  deliveryModeCode,
  serviceLanguageCode,
  supportFeatureCode,
} from './practicalities.js';
import { municipalityCode } from './service-content.js';
import { serviceCardView } from './service.js';
import { statutoryBasisCode } from './statutory-bases.js';
import { targetGroupCode } from './target-groups.js';

/** Several codes in one query parameter, as a list or as `a,b`. */
const listOf = <Code extends z.ZodType<string, string>>(code: Code) =>
  z
    .union([z.string().max(2000), z.array(z.string().max(100)).max(40)])
    .default([])
    .transform((value) => (Array.isArray(value) ? value : value.split(',')).filter((part) => part !== ''))
    .pipe(z.array(code).max(40));
const flag = z
  .enum(['true', 'false'])
  .default('false')
  .transform((value) => value === 'true');

/** Never by price, nor by who pays. */
export const searchSorts = ['bestMatch', 'soonestStart', 'nearest'] as const;

export const serviceSearchQuery = z.strictObject({
  /** What the reader wrote. Words about a client do not belong here, and it is never logged. */
  q: z.string().trim().max(200).default(''),
  /** Language of the reader: decides which names are matched first. */
  language: languageCode.default('fi'),
  municipality: municipalityCode.optional(),
  category: categoryCode.optional(),
  targetGroups: listOf(targetGroupCode),
  languages: listOf(serviceLanguageCode),
  deliveryModes: listOf(deliveryModeCode),
  support: listOf(supportFeatureCode),
  accessibility: listOf(accessibilityFeatureCode),
  /** Only services with a free place now. */
  freeNow: flag,
  /** Only services that one may begin before this day (continuous ones always may). */
  startsBefore: localDate.optional(),
  statutoryBasis: statutoryBasisCode.optional(),
  organizationId: organizationId.optional(),
  sort: z.enum(searchSorts).default('bestMatch'),
  after: z
    .string()
    .regex(/^\d{1,4}$/, { error: 'invalid' })
    .optional(),
  limit: z.coerce.number().int().min(1).max(50).default(20),
});
export type ServiceSearchQuery = z.output<typeof serviceSearchQuery>;

/** What the engine took from the words: shown as chips that can be removed. */
export const understoodKinds = [
  'municipality',
  'region',
  'category',
  'language',
  'deliveryMode',
  'support',
  'targetGroup',
] as const;
export const understoodView = z.object({
  kind: z.enum(understoodKinds),
  code: z.string(),
  label: z.object({ fi: z.string(), sv: z.string(), en: z.string() }),
  /** The words of the query it was understood from: taking the chip away takes these from the text. */
  words: z.string(),
});

/** A condition that was let go because nothing met all of them. */
export const droppedConditions = ['municipality', 'freeNow', 'startsBefore', 'filters'] as const;

export const serviceSearchView = z.object({
  items: z.array(serviceCardView),
  /** How many in all; exact up to 500. */
  total: z.number(),
  next: z.string().nullable(),
  understood: z.array(understoodView),
  /** Empty when the answer meets every condition; else the answer is the nearest that was found without these. */
  dropped: z.array(z.enum(droppedConditions)),
  /** "Showing results for …": what the query was read as when a word of it was mistyped. */
  readAs: z.string().nullable(),
});
export type ServiceSearchView = z.output<typeof serviceSearchView>;
