import { z } from 'zod';
import { defineRoute } from '../contract/define-route.js';
import { clientId } from '../kernel/id.js';

/** Codes of the authority's register; the words are the browser's. */
export const employmentStatuses = [
  'unemployed',
  'laid_off',
  'part_time',
  'employed',
  'in_service',
  'outside_labour_force',
] as const;

const fields = {
  /** The client's number in the authority's own system. */
  reference: z.string().trim().min(1).max(40).nullish(),
  employmentStatus: z.enum(employmentStatuses).nullish(),
  planExtract: z.string().trim().max(1000).nullish(),
};

export const registerView = z.object({
  /** 0: nothing has been taken out yet. */
  version: z.number(),
  reference: z.string().nullable(),
  employmentStatus: z.enum(employmentStatuses).nullable(),
  planExtract: z.string().nullable(),
  /** The statutory task for which it was taken out. */
  task: z.string().nullable(),
  updatedAt: z.iso.datetime().nullable(),
});
export type RegisterView = z.output<typeof registerView>;

const params = z.strictObject({ clientId });

/** What comes from the authority's register about a client: read and written only with a valid virkasuhde. */
export const registerRoutes = {
  read: defineRoute({
    method: 'GET',
    path: '/clients/:clientId/register',
    summary: 'Register data of a client, for who holds a valid virkasuhde; the reading is logged.',
    access: 'signedIn',
    params,
    response: registerView,
  }),
  save: defineRoute({
    method: 'PUT',
    path: '/clients/:clientId/register',
    summary:
      'Saves it from the version that was read (0: there was none), under the task of the writer’s virkasuhde.',
    access: 'signedIn',
    params,
    body: z.strictObject({ version: z.number().int().min(0), ...fields }),
    response: registerView,
  }),
};
