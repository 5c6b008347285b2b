import { z } from 'zod';
import { addDays, addMonths, isAfter, type LocalDate, localDate } from '../kernel/local-date.js';

/**
 * What ends by time. `disclosure`: the association reads the case no longer; `case`: its content and its conversations
 * are erased, a record without a person is left; `client`: name, contact and card; `disclosureRecord`: legal bases,
 * informings and consents of an erased client; `notification`, `keptAnswer`, `log`: what the product writes beside.
 */
export const retentionKinds = [
  'disclosure',
  'case',
  'client',
  'disclosureRecord',
  'notification',
  'keptAnswer',
  'log',
] as const;
export type RetentionKind = (typeof retentionKinds)[number];

/** The event from which the time runs, as the database finds it for each kind. */
export const retentionStarts = ['caseEnded', 'lastCaseEnded', 'clientErased', 'written'] as const;

const startOf: Record<RetentionKind, (typeof retentionStarts)[number]> = {
  disclosure: 'caseEnded',
  case: 'caseEnded',
  client: 'lastCaseEnded',
  disclosureRecord: 'clientErased',
  notification: 'written',
  keptAnswer: 'written',
  log: 'written',
};

const words = z.strictObject({ fi: z.string().min(1), sv: z.string().min(1), en: z.string().min(1) });

/**
 * One rule of the register `retention-rules.json`. ⚖ Until `confirmedBy` names who confirmed it for the first customer it
 * is a proposal, and every screen says so.
 */
export const retentionRule = z
  .strictObject({
    code: z.string().regex(/^[a-z][A-Za-z]+$/),
    /** A rule that was applied is not changed: other days or another duration are a new version. */
    version: z.int().min(1),
    kind: z.enum(retentionKinds),
    /** For cases of services on these statutory bases; null for all that no other rule names. */
    statutoryBases: z.array(z.string()).min(1).nullable(),
    /** The act, as it is cited. */
    act: z.string().min(1),
    start: z.enum(retentionStarts),
    duration: z.union([z.strictObject({ months: z.int().min(1) }), z.strictObject({ days: z.int().min(1) })]),
    /** The act orders the keeping: what it covers stays although the client asks for its erasure. */
    binds: z.boolean(),
    validFrom: localDate,
    validTo: localDate.nullable(),
    confirmedBy: z.string().nullable(),
    label: words,
  })
  .refine(({ kind, start }) => startOf[kind] === start, { path: ['start'], error: 'invalid' })
  .refine(({ kind, statutoryBases }) => statutoryBases === null || kind === 'case', {
    path: ['statutoryBases'],
    error: 'invalid',
  })
  .refine(({ kind, binds }) => !binds || kind === 'case', { path: ['binds'], error: 'invalid' });
export type RetentionRule = z.output<typeof retentionRule>;

/** The whole register: no two versions of a rule on the same day, and for every kind one that covers what no other names. */
export const retentionRules = z
  .array(retentionRule)
  .refine(
    (rules) => rules.every((rule, place) => !rules.slice(place + 1).some((other) => overlap(rule, other))),
    {
      error: 'duplicate',
    },
  );

const overlap = (one: RetentionRule, other: RetentionRule): boolean =>
  one.code === other.code &&
  (one.version === other.version ||
    ((other.validTo === null || one.validFrom <= other.validTo) &&
      (one.validTo === null || other.validFrom <= one.validTo)));

export const rulesOn = (rules: readonly RetentionRule[], day: LocalDate): readonly RetentionRule[] =>
  rules.filter(({ validFrom, validTo }) => validFrom <= day && (validTo === null || day <= validTo));

/** The first day on which what began on `began` is kept no longer. */
export const endOfKeeping = ({ duration }: Pick<RetentionRule, 'duration'>, began: LocalDate): LocalDate =>
  'months' in duration ? addMonths(began, duration.months) : addDays(began, duration.days);

/** The last day of beginning whose keeping has ended on `day`: what began then or before ends. */
export const lastBeginning = (rule: Pick<RetentionRule, 'duration'>, day: LocalDate): LocalDate => {
  const { duration } = rule;
  if ('days' in duration) return addDays(day, -duration.days);
  // A month has days that another lacks: step back and then forth to the last that fits.
  let began = addDays(addMonths(day, -duration.months), 3);
  while (isAfter(endOfKeeping(rule, began), day)) began = addDays(began, -1);
  return began;
};

/** The rule for a case whose service stands on these bases: the longest of those that name one, else the one for all. */
export const caseRuleFor = (
  rules: readonly RetentionRule[],
  statutoryBases: readonly string[],
  began: LocalDate,
): RetentionRule | undefined => {
  const ofCases = rules.filter(({ kind }) => kind === 'case');
  const named = ofCases.filter((rule) =>
    rule.statutoryBases?.some((basis) => statutoryBases.includes(basis)),
  );
  const fitting = named.length > 0 ? named : ofCases.filter((rule) => rule.statutoryBases === null);
  return fitting.toSorted((one, other) =>
    endOfKeeping(one, began) < endOfKeeping(other, began) ? 1 : -1,
  )[0];
};
