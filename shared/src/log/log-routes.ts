import { z } from 'zod';
import { defineRoute } from '../contract/define-route.js';
import { pageOf } from '../contract/page.js';
import { clientId, personId } from '../kernel/id.js';
import { localDate } from '../kernel/local-date.js';
import { localizedView } from '../kernel/localized.js';
import { roleCode } from '../organization/role.js';
import { lookPurpose } from './looks.js';

export const logResults = ['done', 'refused'] as const;

/** A row of the own organization's log. Ids and closed words: nothing that anybody wrote. */
export const logRowView = z.object({
  id: z.string(),
  at: z.iso.datetime(),
  person: z.object({ id: z.uuid(), name: z.string() }).nullable(),
  role: roleCode.nullable(),
  officeHolder: z.boolean(),
  action: z.string(),
  objectType: z.string(),
  /** Of a referral or its conversation; a client is named by no more. */
  caseNumber: z.string().nullable(),
  clientId: z.uuid().nullable(),
  purpose: z.string().nullable(),
  result: z.enum(logResults),
});
export type LogRowView = z.output<typeof logRowView>;

export const logSearchInput = z
  .strictObject({
    /** KVL-2026-0142: the rows of that case's client. */
    caseNumber: z
      .string()
      .trim()
      .toUpperCase()
      .regex(/^[A-ZÅÄÖ]{2,5}-\d{4}-\d{4,8}$/, { error: 'invalid' })
      .nullish(),
    clientId: clientId.nullish(),
    personId: personId.nullish(),
    action: z.string().trim().min(1).max(120).nullish(),
    result: z.enum(logResults).nullish(),
    from: localDate.nullish(),
    to: localDate.nullish(),
    after: z.string().max(100).nullish(),
    limit: z.number().int().min(1).max(100).default(50),
  })
  .refine(({ from, to }) => !from || !to || to >= from, { path: ['to'], error: 'endBeforeStart' });

export const logRoutes = {
  /** What is looked for says of whom: it stands in no address. */
  search: defineRoute({
    method: 'POST',
    path: '/log/search',
    summary:
      'The own organization’s log for its data protection officer, newest first. The search is logged too.',
    access: 'signedIn',
    status: 200,
    body: logSearchInput,
    response: pageOf(logRowView),
  }),
  looks: defineRoute({
    method: 'GET',
    path: '/clients/:clientId/looks',
    summary:
      'Who has looked at the client’s data, as the client may know it: organization, role, day, purpose; no employees.',
    access: 'signedIn',
    params: z.strictObject({ clientId }),
    response: z.object({
      items: z.array(
        z.object({
          day: z.iso.date(),
          organization: localizedView,
          role: roleCode,
          purpose: lookPurpose,
          firstAt: z.iso.datetime(),
          lastAt: z.iso.datetime(),
          times: z.int(),
        }),
      ),
    }),
  }),
};
