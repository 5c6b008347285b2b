import { z } from 'zod';
import { defineRoute } from '../contract/define-route.js';
import { clientId, uuidOf } from '../kernel/id.js';
import { localDate } from '../kernel/local-date.js';

/** Why a request is refused: a closed list, told to the client with the way to appeal. ⚖ */
export const erasureRefusals = ['legalDuty', 'legalClaim', 'identityUnsure', 'withdrawnByClient'] as const;
export const erasureStates = ['asked', 'erased', 'refused'] as const;

const counts = z.object({
  messages: z.int(),
  notes: z.int(),
  files: z.int(),
  drafts: z.int(),
  texts: z.int(),
  notifications: z.int(),
});
const keptCase = z.object({
  caseNumber: z.string(),
  /** The act as cited, and the duty in words. */
  act: z.string(),
  label: z.object({ fi: z.string(), sv: z.string(), en: z.string() }),
  isConfirmed: z.boolean(),
  until: z.iso.date(),
});
export const erasureReport = z.object({
  going: z.array(z.string()),
  kept: z.array(keptCase),
  clientGoes: z.boolean(),
  counts,
  /** Associations that were told something and are asked to delete it. */
  holdersAsked: z.int(),
});
export type ErasureReport = z.output<typeof erasureReport>;

export const holdView = z.object({
  id: z.uuid(),
  version: z.int(),
  caseNumber: z.string().nullable(),
  act: z.string(),
  reason: z.string(),
  from: z.iso.date(),
  to: z.iso.date().nullable(),
  setBy: z.string(),
  setAt: z.iso.datetime(),
  ended: z.object({ by: z.string(), at: z.iso.datetime() }).nullable(),
  stands: z.boolean(),
});
export type HoldView = z.output<typeof holdView>;

/** A request by its cases' numbers: the decider learns no name. */
export const erasureRequestView = z.object({
  id: z.uuid(),
  version: z.int(),
  state: z.enum(erasureStates),
  caseNumbers: z.array(z.string()),
  askedAt: z.iso.datetime(),
  askedBy: z.string(),
  /** A month from the request: GDPR Art. 12(3). */
  dueOn: z.iso.date(),
  isHeld: z.boolean(),
  decided: z
    .object({ by: z.string(), at: z.iso.datetime(), refusal: z.enum(erasureRefusals).nullable() })
    .nullable(),
  report: erasureReport.nullable(),
});
export type ErasureRequestView = z.output<typeof erasureRequestView>;

export const erasurePreview = z.object({
  request: erasureRequestView,
  /** What would be done now. */
  plan: erasureReport,
  /** Cases that must be ended first. */
  open: z.array(z.string()),
  holds: z.array(holdView),
  mayErase: z.boolean(),
});
export type ErasurePreview = z.output<typeof erasurePreview>;

const requestId = uuidOf<'ErasureRequestId'>();
const requestParams = z.strictObject({ requestId });
const version = z.int().min(1);

export const erasureRoutes = {
  ask: defineRoute({
    method: 'POST',
    path: '/clients/:clientId/erasure-request',
    summary: 'The client asks that their data be erased; written down once while it is undecided.',
    access: 'signedIn',
    status: 200,
    params: z.strictObject({ clientId }),
    response: z.object({ request: erasureRequestView }),
  }),
  ofClient: defineRoute({
    method: 'GET',
    path: '/clients/:clientId/erasure-request',
    summary: 'The newest request of a client, for who stands beside them; null when there is none.',
    access: 'signedIn',
    params: z.strictObject({ clientId }),
    response: z.object({ request: erasureRequestView.nullable() }),
  }),
  list: defineRoute({
    method: 'GET',
    path: '/erasure-requests',
    summary:
      'The organization’s requests, those that wait first; by case numbers, for who leads and who watches.',
    access: 'signedIn',
    response: z.object({ items: z.array(erasureRequestView) }),
  }),
  preview: defineRoute({
    method: 'GET',
    path: '/erasure-requests/:requestId/preview',
    summary:
      'What would go, what stays by which act until when, what stands in the way. Changes nothing; logged.',
    access: 'signedIn',
    params: requestParams,
    response: erasurePreview,
  }),
  erase: defineRoute({
    method: 'POST',
    path: '/erasure-requests/:requestId/erasure',
    summary:
      'Erases, from the version that was previewed; again answers what was done. Refused while a hold stands (`held`) or a case runs (`casesOpen`).',
    access: 'signedIn',
    requiresStepUp: true,
    status: 200,
    params: requestParams,
    body: z.strictObject({ version }),
    response: z.object({ request: erasureRequestView }),
  }),
  refuse: defineRoute({
    method: 'POST',
    path: '/erasure-requests/:requestId/refusal',
    summary: 'Nothing is erased, for a reason of the list; the client is told of it.',
    access: 'signedIn',
    status: 200,
    params: requestParams,
    body: z.strictObject({ version, refusal: z.enum(erasureRefusals, { error: 'notInList' }) }),
    response: z.object({ request: erasureRequestView }),
  }),
};

export const holdRoutes = {
  list: defineRoute({
    method: 'GET',
    path: '/legal-holds',
    summary: 'The organization’s holds, those that stand first.',
    access: 'signedIn',
    response: z.object({ items: z.array(holdView) }),
  }),
  set: defineRoute({
    method: 'POST',
    path: '/legal-holds',
    summary:
      'While it stands nothing of the client is erased, neither on request nor by time. The client is named by a case or by a request.',
    access: 'signedIn',
    body: z
      .strictObject({
        caseNumber: z
          .string()
          .trim()
          .toUpperCase()
          .regex(/^[A-ZÅÄÖ]{2,5}-\d{4}-\d{4,8}$/, { error: 'invalid' })
          .nullish(),
        requestId: requestId.nullish(),
        act: z.string().trim().min(3).max(120),
        reason: z.string().trim().min(10).max(500),
        from: localDate,
        to: localDate.nullish(),
      })
      .refine(({ caseNumber, requestId: request }) => Boolean(caseNumber) !== Boolean(request), {
        path: ['caseNumber'],
        error: 'required',
      })
      .refine(({ from, to }) => !to || to >= from, { path: ['to'], error: 'endBeforeStart' }),
    response: holdView,
  }),
  end: defineRoute({
    method: 'POST',
    path: '/legal-holds/:holdId/end',
    summary: 'It has no ground any more. From the version that was read.',
    access: 'signedIn',
    status: 200,
    params: z.strictObject({ holdId: uuidOf<'LegalHoldId'>() }),
    body: z.strictObject({ version }),
    response: holdView,
  }),
};
