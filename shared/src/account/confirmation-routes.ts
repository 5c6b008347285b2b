import { z } from 'zod';
import { defineRoute } from '../contract/define-route.js';

/** How long a proof of identity covers risky acts. */
export const confirmedForMinutes = 10;

/** The proof that a person at this device is still who signed in. */
const proof = z.discriminatedUnion('way', [
  z.strictObject({ way: z.literal('password'), password: z.string().min(1).max(256) }),
]);

export const confirmationRoutes = {
  confirm: defineRoute({
    method: 'POST',
    path: '/session/confirmation',
    summary: 'Proves anew who one is, before a risky act. Covers the next ten minutes of this session. Refuses with wrongCredentials.',
    access: 'signedIn',
    status: 200,
    body: proof,
    response: z.object({ confirmedUntil: z.iso.datetime() }),
  }),
};
