import { z } from 'zod';
import { defineRoute } from '../contract/define-route.js';
import { pageOf, pageQuery } from '../contract/page.js';
import { businessId } from '../kernel/business-id.js';
import { membershipId, uuidOf } from '../kernel/id.js';
import { localDate } from '../kernel/local-date.js';
import { localizedText, localizedView } from '../kernel/localized.js';
import { organizationKinds, roleCode } from './role.js';

const phone = z
  .string()
  .trim()
  .max(30)
  .regex(/^\+?[0-9 ()-]{5,}$/, { error: 'notAPhone' });

/** Only the web's own schemes: an address is shown as a link. */
const website = z.url({ protocol: /^https?$/, hostname: z.regexes.domain, error: 'invalid' }).max(500);

export const organizationView = z.object({
  id: z.uuid(),
  version: z.number(),
  kind: z.enum(organizationKinds),
  businessId: z.string().nullable(),
  name: localizedView,
  description: localizedView,
  homeMunicipality: z.string().nullable(),
  languages: z.array(z.string()),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  website: z.string().nullable(),
  /** Whether this reader may change it. */
  mayChange: z.boolean(),
});
export type OrganizationView = z.output<typeof organizationView>;

export const changedOrganizationInput = z.strictObject({
  version: z.number().int().min(1),
  /** May be told once; what is on record stays. */
  businessId: businessId.nullish(),
  description: localizedText(2500).nullish(),
  languages: z
    .array(z.string().regex(/^[a-z]{2,3}$/, { error: 'notInList' }))
    .min(1)
    .max(20),
  email: z.email().max(254).nullish(),
  phone: phone.nullish(),
  website: website.nullish(),
});

export const substitutionView = z.object({
  id: z.uuid(),
  /** Who is away, and who stands in for them. */
  membershipId: z.uuid(),
  substituteMembershipId: z.uuid(),
  substituteName: z.string(),
  validFrom: z.iso.date(),
  validTo: z.iso.date().nullable(),
});
export type SubstitutionView = z.output<typeof substitutionView>;

/** A member of the organization: their work, not their address. */
const colleagueView = z.object({
  membershipId: z.uuid(),
  personId: z.uuid(),
  name: z.string(),
  role: roleCode,
  title: localizedView,
  officeHolder: z.boolean(),
  validFrom: z.iso.date(),
  validTo: z.iso.date().nullable(),
  /** Today's substitutes and coming ones. */
  substitutes: z.array(substitutionView),
});

const membershipView = z.object({
  id: z.uuid(),
  role: roleCode,
  organization: z.object({ id: z.uuid(), name: localizedView, kind: z.enum(organizationKinds) }),
  validFrom: z.iso.date(),
  validTo: z.iso.date().nullable(),
  /** In force today: one can act for the organization. */
  inForce: z.boolean(),
});

export const organizationRoutes = {
  read: defineRoute({
    method: 'GET',
    path: '/organization',
    summary: 'The organization one acts for.',
    access: 'signedIn',
    response: organizationView,
  }),
  change: defineRoute({
    method: 'PUT',
    path: '/organization',
    summary: 'Saves its contact and description, from the version that was read. For its managers.',
    access: 'signedIn',
    body: changedOrganizationInput,
    response: organizationView,
  }),
  people: defineRoute({
    method: 'GET',
    path: '/organization/people',
    summary: 'Its members now and to come, by surname, with their substitutes.',
    access: 'signedIn',
    query: z.strictObject({ ...pageQuery }),
    response: pageOf(colleagueView),
  }),
  memberships: defineRoute({
    method: 'GET',
    path: '/memberships',
    summary: 'One’s own memberships in every organization, those that have ended too.',
    access: 'signedIn',
    response: z.object({ items: z.array(membershipView) }),
  }),
  appointSubstitute: defineRoute({
    method: 'POST',
    path: '/substitutions',
    summary: 'Somebody stands in for oneself, or, for those who lead, for a colleague.',
    access: 'signedIn',
    body: z
      .strictObject({
        /** Who is away; unset: oneself. */
        membershipId: membershipId.optional(),
        substituteMembershipId: membershipId,
        validFrom: localDate,
        validTo: localDate.nullish(),
      })
      .refine(({ validFrom, validTo }) => !validTo || validTo >= validFrom, {
        path: ['validTo'],
        error: 'endBeforeStart',
      }),
    response: substitutionView,
  }),
  endSubstitution: defineRoute({
    method: 'DELETE',
    path: '/substitutions/:substitutionId',
    summary: 'It ends at once, or never begins.',
    access: 'signedIn',
    params: z.strictObject({ substitutionId: uuidOf<'SubstitutionId'>() }),
    response: z.object({ ended: z.literal(true) }),
  }),
};
