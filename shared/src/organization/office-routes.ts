import { z } from 'zod';
import { defineRoute } from '../contract/define-route.js';
import { membershipId, uuidOf } from '../kernel/id.js';
import { localDate } from '../kernel/local-date.js';
import { memberView } from './member-routes.js';

const text = z.string().trim().min(2).max(200);
const days = { validFrom: localDate, validTo: localDate.nullish() };
const fields = { authority: text, task: text, ...days };
const endsAfterStart = ({ validFrom, validTo }: { validFrom: string; validTo?: string | null | undefined }) =>
  !validTo || validTo >= validFrom;
const endBeforeStart = { path: ['validTo'], error: 'endBeforeStart' };
const memberParams = z.strictObject({ membershipId });
const officeParams = z.strictObject({ membershipId, officeId: uuidOf<'OfficeId'>() });
const answer = z.object({ member: memberView });

/** Virkasuhde: an attribute of a membership of a municipality, never a role. */
export const officeRoutes = {
  give: defineRoute({
    method: 'POST',
    path: '/organization/members/:membershipId/offices',
    summary:
      'Virkasuhde of a colleague in a municipality: by which authority, for which task, from when to when.',
    access: 'signedIn',
    requiresStepUp: true,
    params: memberParams,
    body: z.strictObject(fields).refine(endsAfterStart, endBeforeStart),
    response: answer,
  }),
  change: defineRoute({
    method: 'PUT',
    path: '/organization/members/:membershipId/offices/:officeId',
    summary: 'Saves it, from the version that was read.',
    access: 'signedIn',
    requiresStepUp: true,
    params: officeParams,
    body: z
      .strictObject({ version: z.number().int().min(1), ...fields })
      .refine(endsAfterStart, endBeforeStart),
    response: answer,
  }),
  end: defineRoute({
    method: 'DELETE',
    path: '/organization/members/:membershipId/offices/:officeId',
    summary: 'It ends at once; register data leaves open pages within two seconds.',
    access: 'signedIn',
    requiresStepUp: true,
    params: officeParams,
    response: answer,
  }),
};
