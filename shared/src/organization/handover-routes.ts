import { z } from 'zod';
import { defineRoute } from '../contract/define-route.js';
import { membershipId, uuidOf } from '../kernel/id.js';
import { memberView } from './member-routes.js';
import { roleCode } from './role.js';

/** What somebody answers for: a client with all its cases, a case, or being another's substitute. */
export const dutyKinds = ['client', 'referral', 'substitution'] as const;
export type DutyKind = (typeof dutyKinds)[number];

/** A duty as those who lead see it: by the case's number, never by the client. */
export const dutyView = z.object({
  kind: z.enum(dutyKinds),
  id: z.uuid(),
  /** Of the client's nearest open case; null when there is none. */
  caseNumber: z.string().nullable(),
  status: z.string().nullable(),
  dueAt: z.iso.datetime().nullable(),
  /** A meeting is still to come: the new owner is reminded to call. When and where is the case’s own. */
  hasMeetingAhead: z.boolean(),
  /** Whose substitute they are. */
  awayName: z.string().nullable(),
});
export type DutyView = z.output<typeof dutyView>;

const params = z.strictObject({ membershipId });

export const handoverRoutes = {
  duties: defineRoute({
    method: 'GET',
    path: '/organization/members/:membershipId/duties',
    summary:
      'What this person answers for, who could take it over, and to whom it falls by itself when the membership ends by its date. For those who lead.',
    access: 'signedIn',
    params,
    response: z.object({
      items: z.array(dutyView),
      successors: z.array(
        z.object({ membershipId: z.uuid(), name: z.string(), role: roleCode, isHeir: z.boolean() }),
      ),
    }),
  }),
  end: defineRoute({
    method: 'POST',
    path: '/organization/members/:membershipId/end',
    summary:
      'Ends the membership now. Everything gets a new owner in the same transaction; with anything left over it is refused (ownerless). Sessions and links end with it.',
    access: 'signedIn',
    status: 200,
    requiresStepUp: true,
    params,
    body: z.strictObject({
      version: z.number().int().min(1),
      takers: z
        .array(z.strictObject({ kind: z.enum(dutyKinds), id: uuidOf<'DutyId'>(), membershipId }))
        .max(1000)
        .default([]),
      /** Who gets what is not named, also what came meanwhile. */
      othersTo: membershipId.nullish(),
    }),
    response: z.object({ member: memberView, handedOver: z.number() }),
  }),
};
