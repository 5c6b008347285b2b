import { z } from 'zod';
import { defineRoute } from '../contract/define-route.js';
import { codeInput, passkeyOptions, passkeyResponse } from './proof-input.js';

/** How long a proof of identity covers risky acts. */
export const confirmedForMinutes = 10;

/** The proof that a person at this device is still who signed in. A password alone is enough only for who has no factor (ADR 20). */
const proof = z.discriminatedUnion('way', [
  z.strictObject({ way: z.literal('password'), password: z.string().min(1).max(256) }),
  z.strictObject({ way: z.literal('code'), code: codeInput }),
  z.strictObject({ way: z.literal('passkey'), response: passkeyResponse }),
]);

export const confirmationRoutes = {
  passkeyOptions: defineRoute({
    method: 'POST',
    path: '/session/confirmation/passkey/options',
    summary: 'A challenge for one of one’s own passkeys, to prove anew who one is.',
    access: 'signedIn',
    status: 200,
    body: z.strictObject({}),
    response: passkeyOptions,
  }),
  confirm: defineRoute({
    method: 'POST',
    path: '/session/confirmation',
    summary:
      'Proves anew who one is, before a risky act. Covers the next ten minutes of this session. Refuses with wrongCredentials.',
    access: 'signedIn',
    status: 200,
    body: proof,
    response: z.object({ confirmedUntil: z.iso.datetime() }),
  }),
};
