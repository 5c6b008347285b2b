import { z } from 'zod';
import { defineJob } from '../../platform/jobs/define-job.js';

/** The token is made when the mail is: it stands in no job. */
export const sendInvitation = defineJob(
  'sendInvitation',
  z.strictObject({ personId: z.guid(), organizationId: z.guid().nullable(), invitedBy: z.guid().nullable() }),
);

/** The address that was typed, sealed: asking costs and leaves the same whether anybody has it. */
export const sendPasswordReset = defineJob(
  'sendPasswordReset',
  z.strictObject({ sealedAddress: z.string().max(2000) }),
);
