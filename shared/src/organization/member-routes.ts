import { z } from 'zod';
import { defineRoute } from '../contract/define-route.js';
import { membershipId } from '../kernel/id.js';
import { localDate } from '../kernel/local-date.js';
import { languageCode, localizedView } from '../kernel/localized.js';
import { memberStatuses } from './member-status.js';
import { substitutionView } from './organization-routes.js';
import { roleCode } from './role.js';

const name = z.string().trim().min(1).max(80);
/** In the three languages, or in none: not everybody has a title. */
const title = z
  .strictObject({
    fi: z.string().trim().max(100).optional(),
    sv: z.string().trim().max(100).optional(),
    en: z.string().trim().max(100).optional(),
  })
  .default({});
const version = z.number().int().min(1);

/** What the reader may do to a membership now. */
const memberActs = z.object({
  change: z.boolean(),
  inviteAgain: z.boolean(),
  withdrawInvitation: z.boolean(),
  substitute: z.boolean(),
  grantOffice: z.boolean(),
  end: z.boolean(),
  resetFactors: z.boolean(),
});

/** Virkasuhde in force or to come: which authority, which task, whose grant. */
const officeView = z.object({
  id: z.uuid(),
  version: z.number(),
  authority: z.string(),
  task: z.string(),
  validFrom: z.iso.date(),
  validTo: z.iso.date().nullable(),
  grantedByName: z.string().nullable(),
});
export type OfficeView = z.output<typeof officeView>;

/** A membership as those who lead see it: with the address by which its person is invited and signs in. */
export const memberView = z.object({
  membershipId: z.uuid(),
  personId: z.uuid(),
  version: z.number(),
  name: z.string(),
  email: z.string(),
  role: roleCode,
  title: localizedView,
  status: z.enum(memberStatuses),
  validFrom: z.iso.date(),
  validTo: z.iso.date().nullable(),
  /** Who ended it before its time, and when. */
  ended: z.object({ at: z.iso.datetime(), byName: z.string().nullable() }).nullable(),
  /** The newest invitation that was mailed and not taken up; null while its mail has not left. */
  invitation: z.object({ sentAt: z.iso.datetime(), expiresAt: z.iso.datetime() }).nullable(),
  /** Who stands in for this person, today or later. */
  substitutes: z.array(substitutionView),
  offices: z.array(officeView),
  isMe: z.boolean(),
  may: memberActs,
});
export type MemberView = z.output<typeof memberView>;

const membershipParams = z.strictObject({ membershipId });
const fromTo = { validFrom: localDate, validTo: localDate.nullish() };
const endsAfterStart = ({ validFrom, validTo }: { validFrom: string; validTo?: string | null | undefined }) =>
  !validTo || validTo >= validFrom;
const endBeforeStart = { path: ['validTo'], error: 'endBeforeStart' };

export const memberRoutes = {
  /** A name is personal data and stands in no address, so this question is a POST. */
  search: defineRoute({
    method: 'POST',
    path: '/organization/members/search',
    summary:
      'Memberships of one’s organization with address and status, by surname. For those who lead; a part of a name or an address narrows.',
    access: 'signedIn',
    status: 200,
    body: z.strictObject({
      name: z.string().trim().max(80).default(''),
      /** Those that have ended, instead of those in force and to come. */
      ended: z.boolean().default(false),
      after: membershipId.optional(),
      limit: z.number().int().min(1).max(100).default(50),
    }),
    response: z.object({
      items: z.array(memberView),
      next: z.string().nullable(),
      /** The roles that the reader may give. */
      grantableRoles: z.array(roleCode),
    }),
  }),
  read: defineRoute({
    method: 'GET',
    path: '/organization/members/:membershipId',
    summary: 'One membership of one’s organization. For those who lead.',
    access: 'signedIn',
    params: membershipParams,
    response: z.object({ member: memberView, grantableRoles: z.array(roleCode) }),
  }),
  invite: defineRoute({
    method: 'POST',
    path: '/organization/members',
    summary:
      'A new membership; a person without a way in gets an invitation by mail. An address that is known stays its person’s, under their own name.',
    access: 'signedIn',
    requiresStepUp: true,
    body: z
      .strictObject({
        email: z.email().max(254),
        givenName: name,
        surname: name,
        language: languageCode,
        role: roleCode,
        title,
        ...fromTo,
      })
      .refine(endsAfterStart, endBeforeStart),
    response: z.object({ member: memberView, isInvited: z.boolean() }),
  }),
  inviteAgain: defineRoute({
    method: 'POST',
    path: '/organization/members/:membershipId/invitation',
    summary: 'The invitation once more; the earlier link is worth nothing when the new one leaves.',
    access: 'signedIn',
    params: membershipParams,
    response: z.object({ member: memberView }),
  }),
  resetFactors: defineRoute({
    method: 'POST',
    path: '/organization/members/:membershipId/factor-reset',
    summary:
      'Of who has lost them: takes away the person’s authenticator, passkeys and recovery codes, ends their sessions and tells them by mail. The next sign-in takes a new factor into use. Refused for who belongs to another organization too.',
    access: 'signedIn',
    requiresStepUp: true,
    status: 200,
    params: membershipParams,
    body: z.strictObject({}),
    response: z.object({ member: memberView }),
  }),
  withdrawInvitation: defineRoute({
    method: 'DELETE',
    path: '/organization/members/:membershipId/invitation',
    summary: 'Of who has not signed in yet: the membership ends and the link in the mail is worth nothing.',
    access: 'signedIn',
    params: membershipParams,
    response: z.object({ member: memberView }),
  }),
  change: defineRoute({
    method: 'PUT',
    path: '/organization/members/:membershipId',
    summary:
      'Role, title and days, from the version that was read. Another role ends the person’s sessions; the last one who leads stays.',
    access: 'signedIn',
    requiresStepUp: true,
    params: membershipParams,
    body: z
      .strictObject({ version, role: roleCode, title, ...fromTo })
      .refine(endsAfterStart, endBeforeStart),
    response: z.object({ member: memberView }),
  }),
};
