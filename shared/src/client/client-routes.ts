import { z } from 'zod';
import { defineRoute } from '../contract/define-route.js';
import { pageOf, pageQuery } from '../contract/page.js';
import { clientId, serviceId } from '../kernel/id.js';
import { identityCode } from '../kernel/identity-code.js';
import { localDate } from '../kernel/local-date.js';
import { localizedView } from '../kernel/localized.js';
import { disclosureRecords } from './data-regime.js';
import { disclosureLanguages, disclosureTextBody } from './disclosure-text.js';
import { contactWays, needs, planTypes, recordWays } from './needs.js';

const municipalityCode = z.string().regex(/^\d{3}$/);
const version = z.number().int().min(1);

const phone = z
  .string()
  .trim()
  .max(30)
  .regex(/^\+?[0-9 ()-]{5,}$/, { error: 'notAPhone' });

/** The way that was chosen needs its number or address. */
const contactInput = z
  .strictObject({
    way: z.enum(contactWays),
    phone: phone.nullish(),
    email: z.email().max(254).nullish(),
    wishes: z.string().trim().max(300).nullish(),
  })
  .refine(({ way, phone: number }) => !['phone', 'text_message'].includes(way) || Boolean(number), {
    path: ['phone'],
    error: 'required',
  })
  .refine(({ way, email }) => way !== 'email' || Boolean(email), { path: ['email'], error: 'required' });

/** The client's own words: long enough to mean something, short enough to be theirs. */
export const goalText = z.string().trim().min(20).max(300);

const clientFields = {
  firstName: z.string().trim().min(1).max(60),
  surname: z.string().trim().min(1).max(80),
  language: z.string().trim().min(2).max(3).default('fi'),
  birthYear: z.number().int().min(1920).max(2020).nullish(),
  /** It is never shown again: unset keeps what is on record, `null` removes it. */
  identityCode: identityCode.nullish(),
  goal: goalText,
  needs: z.array(z.enum(needs)).max(needs.length).default([]),
  planType: z.enum(planTypes).default('none'),
  nonDisclosure: z.boolean().default(false),
  nonDisclosureUntil: localDate.nullish(),
  /** Not kept for a non-disclosure client (Act 661/2009). */
  homeMunicipality: municipalityCode.nullish(),
  contact: contactInput,
};

/** A municipality is asked of everybody but a non-disclosure client. */
const municipalityOrNonDisclosure = (client: {
  nonDisclosure: boolean;
  homeMunicipality?: string | null | undefined;
}): boolean => client.nonDisclosure || Boolean(client.homeMunicipality);

export const newClientInput = z
  .strictObject(clientFields)
  .refine(municipalityOrNonDisclosure, { path: ['homeMunicipality'], error: 'required' });
export const changedClientInput = z
  .strictObject({ ...clientFields, version })
  .refine(municipalityOrNonDisclosure, { path: ['homeMunicipality'], error: 'required' });

/** A row in the coach's own list: first name only. */
export const clientRow = z.object({
  id: z.uuid(),
  firstName: z.string(),
  goal: z.string(),
  nonDisclosure: z.boolean(),
  handlerName: z.string(),
  openReferrals: z.number(),
});

/** A client as the municipality's own case worker reads it. Contact and municipality of a non-disclosure client: the handler only. */
export const clientView = z.object({
  id: z.uuid(),
  version: z.number(),
  firstName: z.string(),
  surname: z.string(),
  language: z.string(),
  birthYear: z.number().nullable(),
  ageBand: z.string().nullable(),
  /** Only whether it is on record; the code itself is read through its own route, which is logged. */
  hasIdentityCode: z.boolean(),
  goal: z.string(),
  needs: z.array(z.enum(needs)),
  planType: z.enum(planTypes),
  nonDisclosure: z.boolean(),
  nonDisclosureUntil: z.string().nullable(),
  homeMunicipality: z.string().nullable(),
  contact: z.object({
    way: z.enum(contactWays),
    phone: z.string().nullable(),
    email: z.string().nullable(),
    wishes: z.string().nullable(),
  }),
  handler: z.object({ id: z.uuid(), name: z.string() }),
});
export type ClientView = z.output<typeof clientView>;

/** What the client is told or asked, with the recipient and the service named in it. */
const textView = z.object({
  id: z.uuid(),
  kind: z.enum(disclosureRecords),
  version: z.number(),
  body: disclosureTextBody,
});

/** What a service asks for before anything of this client is disclosed to it, and what is on record. */
export const disclosureRecordsView = z.object({
  dataRegime: z.enum(['assignment', 'joint', 'own']),
  recordNeeded: z.enum(disclosureRecords),
  recordPresent: z.boolean(),
  text: textView,
  /** A statutory basis of the catalogue, `public_task` or `consent`; null until informing or consent is recorded. */
  legalBasis: z.string().nullable(),
  /** The last day that a consent given today may run to. */
  consentUntilAtMost: z.iso.date(),
  recipient: z.object({ id: z.uuid(), name: localizedView }),
  informedAt: z.iso.datetime().nullable(),
  consent: z
    .object({
      id: z.uuid(),
      recordedAt: z.iso.datetime(),
      validUntil: z.iso.date(),
      withdrawnAt: z.iso.datetime().nullable(),
    })
    .nullable(),
});

/** One of the three records, as it was made. They are never one: each line is what it is. */
export const clientRecordView = z.object({
  kind: z.enum(['legalBasis', 'informing', 'consent']),
  id: z.uuid(),
  serviceId: z.uuid().nullable(),
  serviceTitle: localizedView,
  recipient: localizedView,
  recordedAt: z.iso.datetime(),
  /** The legal basis: a statutory basis of the catalogue, `public_task` or `consent`. */
  basis: z.string().nullable(),
  /** The words that were told or asked: which version, in which language, how. */
  textVersion: z.int().nullable(),
  language: z.enum(disclosureLanguages).nullable(),
  way: z.enum(recordWays).nullable(),
  validUntil: z.iso.date().nullable(),
  withdrawnAt: z.iso.datetime().nullable(),
  /** A consent in force today: it can be taken back. */
  inForce: z.boolean(),
});
export type ClientRecordView = z.output<typeof clientRecordView>;

const clientParams = z.strictObject({ clientId });
const clientServiceParams = z.strictObject({ clientId, serviceId });

export const clientRoutes = {
  list: defineRoute({
    method: 'GET',
    path: '/clients',
    summary: 'The coach’s own clients (a coordinator: the organization’s), by first name.',
    access: 'signedIn',
    query: z.strictObject({ ...pageQuery }),
    response: pageOf(clientRow),
  }),
  /** A name is personal data and stands in no address, so this question is a POST. */
  search: defineRoute({
    method: 'POST',
    path: '/clients/search',
    summary: 'Those of the list whose first name or surname begins so.',
    access: 'signedIn',
    status: 200,
    body: z.strictObject({
      name: z.string().trim().min(1).max(60),
      limit: z.number().int().min(1).max(100).default(20),
    }),
    response: z.object({ items: z.array(clientRow) }),
  }),
  create: defineRoute({
    method: 'POST',
    path: '/clients',
    summary: 'Takes a client into the coach’s care.',
    access: 'signedIn',
    body: newClientInput,
    response: clientView,
  }),
  read: defineRoute({
    method: 'GET',
    path: '/clients/:clientId',
    summary: 'One client; the reading is logged.',
    access: 'signedIn',
    params: clientParams,
    response: clientView,
  }),
  change: defineRoute({
    method: 'PUT',
    path: '/clients/:clientId',
    summary: 'Saves the whole client, from the version that was read.',
    access: 'signedIn',
    params: clientParams,
    body: changedClientInput,
    response: clientView,
  }),
  records: defineRoute({
    method: 'GET',
    path: '/clients/:clientId/records',
    summary: 'Legal bases, informings and consents of a client, the newest first; the reading is logged.',
    access: 'signedIn',
    params: clientParams,
    response: z.object({ items: z.array(clientRecordView) }),
  }),
  disclosureRecords: defineRoute({
    method: 'GET',
    path: '/clients/:clientId/disclosure/:serviceId',
    summary: 'What the service’s data regime asks for and what is on record.',
    access: 'signedIn',
    params: clientServiceParams,
    response: disclosureRecordsView,
  }),
  recordInforming: defineRoute({
    method: 'POST',
    path: '/clients/:clientId/disclosure/:serviceId/informing',
    summary: 'The client was told what goes where, in which words and how.',
    access: 'signedIn',
    params: clientServiceParams,
    body: z.strictObject({
      textId: z.uuid(),
      language: z.enum(disclosureLanguages),
      way: z.enum(recordWays),
    }),
    response: disclosureRecordsView,
  }),
  recordConsent: defineRoute({
    method: 'POST',
    path: '/clients/:clientId/disclosure/:serviceId/consent',
    summary: 'The client’s permission, for at most twelve months.',
    access: 'signedIn',
    params: clientServiceParams,
    body: z.strictObject({
      textId: z.uuid(),
      language: z.enum(disclosureLanguages),
      way: z.enum(recordWays),
      validUntil: localDate,
    }),
    response: disclosureRecordsView,
  }),
  withdrawConsent: defineRoute({
    method: 'POST',
    path: '/clients/:clientId/disclosure/:serviceId/consent/withdrawal',
    summary: 'The client takes the permission back.',
    access: 'signedIn',
    params: clientServiceParams,
    response: disclosureRecordsView,
  }),
};
