import { z } from 'zod';
import { defineRoute } from '../contract/define-route.js';
import { uuidOf } from '../kernel/id.js';
import { keptDuties } from './kept-duties.js';

/** Why a holder is asked to delete. */
export const deletionCauses = ['consentWithdrawn', 'clientErased', 'retentionEnded'] as const;
export type DeletionCause = (typeof deletionCauses)[number];

/** A holder's task: delete what you hold of this case. The case is named by its number alone. */
export const deletionTaskView = z.object({
  id: z.uuid(),
  referralId: z.uuid(),
  caseNumber: z.string(),
  cause: z.enum(deletionCauses),
  askedAt: z.iso.datetime(),
  dueOn: z.iso.date(),
  done: z.object({ at: z.iso.datetime(), name: z.string(), kept: z.array(z.string()) }).nullable(),
});
export type DeletionTaskView = z.output<typeof deletionTaskView>;

export const deletionRoutes = {
  open: defineRoute({
    method: 'GET',
    path: '/deletion-tasks',
    summary: 'What one’s organization has been asked to delete and has not yet confirmed, oldest first.',
    access: 'signedIn',
    response: z.object({ items: z.array(deletionTaskView) }),
  }),
  ofReferral: defineRoute({
    method: 'GET',
    path: '/referrals/:referralId/deletion-tasks',
    summary: 'For either party: what the holder was asked to delete, and who confirmed it when.',
    access: 'signedIn',
    params: z.strictObject({ referralId: uuidOf<'ReferralId'>() }),
    response: z.object({ items: z.array(deletionTaskView) }),
  }),
  confirm: defineRoute({
    method: 'POST',
    path: '/deletion-tasks/:taskId/confirmation',
    summary:
      'The holder confirms that it has deleted everything but what a duty makes it keep. Once; again changes nothing.',
    access: 'signedIn',
    status: 200,
    params: z.strictObject({ taskId: uuidOf<'DeletionTaskId'>() }),
    body: z.strictObject({
      kept: z
        .array(z.enum(keptDuties.map(({ code }) => code) as [string, ...string[]], { error: 'notInList' }))
        .max(keptDuties.length)
        .default([]),
    }),
    response: deletionTaskView,
  }),
};
