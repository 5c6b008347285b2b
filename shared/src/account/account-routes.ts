import { z } from 'zod';
import { defineRoute } from '../contract/define-route.js';
import { uuidOf } from '../kernel/id.js';
import { localizedView } from '../kernel/localized.js';
import { browsers, systems } from './device.js';
import {
  codeInput,
  mailedToken,
  newPasswordInput,
  passkeyName,
  passkeyOptions,
  passkeyResponse,
} from './proof-input.js';

const instant = z.iso.datetime();

const ownSessionView = z.object({
  id: z.uuid(),
  browser: z.enum(browsers),
  system: z.enum(systems),
  method: z.enum(['password', 'passkey', 'provider']),
  openedAt: instant,
  lastSeenAt: instant,
  /** The one that asks. */
  isThis: z.boolean(),
});

export const accountView = z.object({
  email: z.string(),
  hasPassword: z.boolean(),
  /** An invented person of a demonstration: signs in without a second factor. */
  isExempt: z.boolean(),
  authenticator: z.object({ addedAt: instant, lastUsedAt: instant.nullable() }).nullable(),
  passkeys: z.array(
    z.object({
      id: z.uuid(),
      name: z.string(),
      addedAt: instant,
      lastUsedAt: instant.nullable(),
      isBackedUp: z.boolean(),
    }),
  ),
  recoveryCodesLeft: z.number(),
  identities: z.array(z.object({ providerId: z.uuid(), organization: localizedView, linkedAt: instant })),
  sessions: z.array(ownSessionView),
});
export type AccountView = z.output<typeof accountView>;
export type OwnSessionView = z.output<typeof ownSessionView>;

const recoveryCodes = z.object({ recoveryCodes: z.array(z.string()) });

/** One’s own account: password, factors, sessions. */
export const accountRoutes = {
  read: defineRoute({
    method: 'GET',
    path: '/account',
    summary: 'One’s own ways of signing in, and where one is signed in.',
    access: 'signedIn',
    response: accountView,
  }),
  changePassword: defineRoute({
    method: 'PUT',
    path: '/account/password',
    summary: 'Changes the password. One’s other sessions end, this one gets a new token.',
    access: 'signedIn',
    requiresStepUp: true,
    body: z.strictObject({ current: z.string().max(256).optional(), password: newPasswordInput }),
    response: accountView,
  }),
  proposeAuthenticator: defineRoute({
    method: 'POST',
    path: '/account/authenticator/proposal',
    summary: 'A secret for an authenticator app.',
    access: 'signedIn',
    requiresStepUp: true,
    isShownOnce: true,
    status: 200,
    body: z.strictObject({}),
    response: z.object({ secret: z.string(), uri: z.string() }),
  }),
  addAuthenticator: defineRoute({
    method: 'POST',
    path: '/account/authenticator',
    summary: 'Its first code takes the app into use.',
    access: 'signedIn',
    requiresStepUp: true,
    body: z.strictObject({ code: codeInput }),
    response: accountView,
  }),
  removeAuthenticator: defineRoute({
    method: 'DELETE',
    path: '/account/authenticator',
    summary: 'Gives up the authenticator app; refused for the last factor.',
    access: 'signedIn',
    requiresStepUp: true,
    response: accountView,
  }),
  newPasskeyOptions: defineRoute({
    method: 'POST',
    path: '/account/passkeys/options',
    summary: 'How a new passkey is made.',
    access: 'signedIn',
    requiresStepUp: true,
    isShownOnce: true,
    status: 200,
    body: z.strictObject({}),
    response: passkeyOptions,
  }),
  addPasskey: defineRoute({
    method: 'POST',
    path: '/account/passkeys',
    summary: 'Takes a new passkey into use.',
    access: 'signedIn',
    requiresStepUp: true,
    body: z.strictObject({ name: passkeyName, response: passkeyResponse }),
    response: accountView,
  }),
  removePasskey: defineRoute({
    method: 'DELETE',
    path: '/account/passkeys/:passkeyId',
    summary: 'Gives up a passkey; refused for the last factor.',
    access: 'signedIn',
    requiresStepUp: true,
    params: z.strictObject({ passkeyId: uuidOf<'PasskeyId'>() }),
    response: accountView,
  }),
  renewRecoveryCodes: defineRoute({
    method: 'POST',
    path: '/account/recovery-codes',
    summary: 'New recovery codes, told this once; the former are worth nothing.',
    access: 'signedIn',
    requiresStepUp: true,
    isShownOnce: true,
    body: z.strictObject({}),
    response: recoveryCodes,
  }),
  endSession: defineRoute({
    method: 'DELETE',
    path: '/account/sessions/:sessionId',
    summary: 'Ends one of one’s own sessions, wherever it is open.',
    access: 'signedIn',
    requiresStepUp: true,
    params: z.strictObject({ sessionId: uuidOf<'SessionId'>() }),
    response: accountView,
  }),
  endOtherSessions: defineRoute({
    method: 'DELETE',
    path: '/account/sessions',
    summary: 'Ends all of one’s own sessions but this one.',
    access: 'signedIn',
    requiresStepUp: true,
    response: accountView,
  }),
};

const invited = z.object({
  email: z.string(),
  givenName: z.string(),
  organization: localizedView.nullable(),
  /** The organization’s own sign-in, where it has one. */
  providerId: z.uuid().nullable(),
});

/** What comes with a link in a message. Tokens are told in a body, never in an address that servers see. */
export const mailedRoutes = {
  readInvitation: defineRoute({
    method: 'POST',
    path: '/invitation',
    summary: 'Whom an invitation is for. notFound when it is used, old or never was.',
    access: 'public',
    status: 200,
    body: z.strictObject({ token: mailedToken }),
    response: invited,
  }),
  acceptInvitation: defineRoute({
    method: 'POST',
    path: '/invitation/acceptance',
    summary: 'Chooses a password. The invitation is spent, and the sign-in goes on to the second factor.',
    access: 'public',
    status: 200,
    body: z.strictObject({ token: mailedToken, password: newPasswordInput }),
    response: z.object({ accepted: z.literal(true) }),
  }),
  forgetPassword: defineRoute({
    method: 'POST',
    path: '/password-reset',
    summary: 'Asks for a link by mail. The answer is the same whether anybody has the address or not.',
    access: 'public',
    status: 200,
    body: z.strictObject({ email: z.email().max(254) }),
    response: z.object({ asked: z.literal(true) }),
  }),
  resetPassword: defineRoute({
    method: 'POST',
    path: '/password-reset/use',
    summary:
      'Chooses a new password. The link is spent, every session of the person ends; signing in asks for the second factor as ever.',
    access: 'public',
    status: 200,
    body: z.strictObject({ token: mailedToken, password: newPasswordInput }),
    response: z.object({ changed: z.literal(true) }),
  }),
};
