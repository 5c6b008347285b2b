import { z } from 'zod';
import { defineRoute } from '../contract/define-route.js';
import { languageCode, localizedView } from '../kernel/localized.js';
import { organizationKinds, roleCode } from './role.js';

const organizationBrief = z.object({ id: z.uuid(), name: localizedView, kind: z.enum(organizationKinds) });

const membershipView = z.object({
  id: z.uuid(),
  role: roleCode,
  organization: organizationBrief,
  validTo: z.iso.date().nullable(),
});

/** Who is signed in and for whom they act; `null` person: nobody. */
export const sessionView = z.object({
  demonstration: z.boolean(),
  /** The product's own time zone date, so that a demonstration on a fixed day shows that day. */
  now: z.iso.datetime(),
  person: z
    .object({
      id: z.uuid(),
      givenName: z.string(),
      surname: z.string(),
      email: z.string(),
      language: languageCode,
    })
    .nullable(),
  acting: z
    .object({
      membershipId: z.uuid(),
      role: roleCode,
      organization: organizationBrief,
      officeHolder: z.boolean(),
      municipalityCode: z.string().nullable(),
    })
    .nullable(),
  memberships: z.array(membershipView),
  /** A sign-in that still waits for its second factor, or for a first one to be taken into use; no session yet. */
  signIn: z
    .object({
      next: z.enum(['secondFactor', 'enrolment']),
      ways: z.array(z.enum(['passkey', 'code', 'recoveryCode'])),
    })
    .nullable(),
});
export type SessionView = z.output<typeof sessionView>;

const demonstrationSignIn = z.object({
  email: z.string(),
  password: z.string(),
  name: z.string(),
  role: roleCode,
  organization: localizedView,
});

export const sessionRoutes = {
  read: defineRoute({
    method: 'GET',
    path: '/session',
    summary: 'Who is signed in, for which organization they act, and for which others they could.',
    access: 'public',
    response: sessionView,
  }),
  signIn: defineRoute({
    method: 'POST',
    path: '/session',
    summary:
      'The first proof: e-mail and password. Answers with what the sign-in waits for. Refuses with wrongCredentials, equally for an unknown address; tooManyRequests after five failures.',
    access: 'public',
    status: 200,
    body: z.strictObject({ email: z.string().trim().min(1).max(254), password: z.string().min(1).max(256) }),
    response: sessionView,
  }),
  signOut: defineRoute({
    method: 'DELETE',
    path: '/session',
    summary: 'Ends the session; its sockets close.',
    access: 'public',
    response: z.object({ signedOut: z.literal(true) }),
  }),
  actFor: defineRoute({
    method: 'POST',
    path: '/session/acting',
    summary: 'Acts for another of the person’s organizations from now on. The session gets a new token.',
    access: 'signedIn',
    status: 200,
    body: z.strictObject({ membershipId: z.uuid() }),
    response: sessionView,
  }),
  chooseLanguage: defineRoute({
    method: 'PUT',
    path: '/session/language',
    summary: 'Keeps the person’s language.',
    access: 'signedIn',
    body: z.strictObject({ language: languageCode }),
    response: z.object({ language: languageCode }),
  }),
  demonstrationSignIns: defineRoute({
    method: 'GET',
    path: '/demonstration/sign-ins',
    summary: 'The demonstration’s people and their common password; not found in a real installation.',
    access: 'public',
    response: z.object({ signIns: z.array(demonstrationSignIn) }),
  }),
};
