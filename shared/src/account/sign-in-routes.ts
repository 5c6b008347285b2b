import { z } from 'zod';
import { defineRoute } from '../contract/define-route.js';
import { localizedView } from '../kernel/localized.js';
import { sessionView } from '../organization/session-routes.js';
import {
  codeInput,
  mailedToken,
  passkeyName,
  passkeyOptions,
  passkeyResponse,
  recoveryCodeInput,
} from './proof-input.js';

/** The first factor is in use, the session open, and the recovery codes are told this once. */
const enrolled = z.object({ recoveryCodes: z.array(z.string()), session: sessionView });

/**
 * The steps of a sign-in. Until the last one there is no session: the sign-in has a cookie of its own that opens these
 * routes and nothing else, for fifteen minutes. Its answers hold secrets and are not kept for a replay.
 */
export const signInRoutes = {
  withCode: defineRoute({
    method: 'POST',
    path: '/sign-in/code',
    summary: 'The second factor: six digits of the authenticator app. Each code serves once.',
    access: 'public',
    status: 200,
    body: z.strictObject({ code: codeInput }),
    response: sessionView,
  }),
  withRecoveryCode: defineRoute({
    method: 'POST',
    path: '/sign-in/recovery-code',
    summary: 'The second factor when phone and key are lost. Each code serves once.',
    access: 'public',
    status: 200,
    body: z.strictObject({ code: recoveryCodeInput }),
    response: sessionView,
  }),
  passkeyOptions: defineRoute({
    method: 'POST',
    path: '/sign-in/passkey/options',
    summary: 'A challenge for a passkey: of who is signing in, or of whoever the device knows.',
    access: 'public',
    status: 200,
    body: z.strictObject({}),
    response: passkeyOptions,
  }),
  withPasskey: defineRoute({
    method: 'POST',
    path: '/sign-in/passkey',
    summary: 'Signs in with a passkey, alone or as the second factor.',
    access: 'public',
    status: 200,
    body: z.strictObject({ response: passkeyResponse }),
    response: sessionView,
  }),
  proposeAuthenticator: defineRoute({
    method: 'POST',
    path: '/sign-in/enrolment/authenticator',
    summary: 'For who has no second factor yet: a secret for an authenticator app.',
    access: 'public',
    status: 200,
    body: z.strictObject({}),
    response: z.object({ secret: z.string(), uri: z.string() }),
  }),
  enrolAuthenticator: defineRoute({
    method: 'POST',
    path: '/sign-in/enrolment/authenticator/code',
    summary: 'Its first code takes the app into use and opens the session.',
    access: 'public',
    status: 200,
    body: z.strictObject({ code: codeInput }),
    response: enrolled,
  }),
  enrolmentPasskeyOptions: defineRoute({
    method: 'POST',
    path: '/sign-in/enrolment/passkey/options',
    summary: 'For who has no second factor yet: how a passkey is made.',
    access: 'public',
    status: 200,
    body: z.strictObject({}),
    response: passkeyOptions,
  }),
  enrolPasskey: defineRoute({
    method: 'POST',
    path: '/sign-in/enrolment/passkey',
    summary: 'Takes the passkey into use and opens the session.',
    access: 'public',
    status: 200,
    body: z.strictObject({ name: passkeyName, response: passkeyResponse }),
    response: enrolled,
  }),
  cancel: defineRoute({
    method: 'DELETE',
    path: '/sign-in',
    summary: 'Gives up the sign-in that is under way.',
    access: 'public',
    response: sessionView,
  }),
  providers: defineRoute({
    method: 'GET',
    path: '/sign-in/providers',
    summary: 'The organizations that have a sign-in service of their own.',
    access: 'public',
    response: z.object({ providers: z.array(z.object({ id: z.uuid(), organization: localizedView })) }),
  }),
  toProvider: defineRoute({
    method: 'POST',
    path: '/sign-in/provider',
    summary:
      'Begins a sign-in through an organization’s service (OpenID Connect): the address to go to. An invitation joins the two identities.',
    access: 'public',
    status: 200,
    body: z.strictObject({ providerId: z.guid(), invitation: mailedToken.optional() }),
    response: z.object({ address: z.string() }),
  }),
  fromProvider: defineRoute({
    method: 'POST',
    path: '/sign-in/provider/answer',
    summary:
      'What the organization’s service sent back with the browser. Refuses with notAllowed (unknownIdentity, twoFactorsMissing), wrongCredentials or unavailable.',
    access: 'public',
    status: 200,
    body: z.strictObject({
      code: z.string().min(1).max(4000),
      state: z.string().min(1).max(400),
      iss: z.string().max(1000).optional(),
    }),
    response: sessionView,
  }),
};
