import { z } from 'zod';
import { defineRoute } from '../contract/define-route.js';
import { localDate } from '../kernel/local-date.js';
import { retentionKinds } from './retention-rules.js';

const ruleView = z.object({
  rule: z.string(),
  kind: z.enum(retentionKinds),
  label: z.object({ fi: z.string(), sv: z.string(), en: z.string() }),
  act: z.string(),
  isConfirmed: z.boolean(),
});

export const retentionPreview = z.object({
  day: z.iso.date(),
  lines: z.array(
    ruleView.extend({
      ending: z.int(),
      held: z.int(),
      /** At most a hundred: those whom a hold could still keep. */
      caseNumbers: z.array(z.string()),
      heldCaseNumbers: z.array(z.string()),
    }),
  ),
});
export type RetentionPreview = z.output<typeof retentionPreview>;

export const retentionRuns = z.object({
  items: z.array(
    z.object({
      day: z.iso.date(),
      lines: z.array(ruleView.extend({ ended: z.int(), held: z.int() })),
    }),
  ),
});

export const retentionRoutes = {
  preview: defineRoute({
    method: 'GET',
    path: '/retention/preview',
    summary:
      'What would end in the organization on a day, by the rules of that day: counts and case numbers. Changes nothing.',
    access: 'signedIn',
    query: z.strictObject({ day: localDate.optional() }),
    response: retentionPreview,
  }),
  runs: defineRoute({
    method: 'GET',
    path: '/retention/runs',
    summary: 'What ended on which day, in counts; the last ninety days on which anything ended or was held.',
    access: 'signedIn',
    response: retentionRuns,
  }),
};
