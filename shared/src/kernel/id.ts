import { z } from 'zod';

declare const idName: unique symbol;

/** A UUID that says whose it is: a `ReferralId` is not a `ConversationId`. */
export type Id<Name extends string> = string & { readonly [idName]: Name };

export type PersonId = Id<'PersonId'>;
export type SessionId = Id<'SessionId'>;
export type AreaId = Id<'AreaId'>;
export type OrganizationId = Id<'OrganizationId'>;
export type MembershipId = Id<'MembershipId'>;
export type ServiceId = Id<'ServiceId'>;
export type OfferingId = Id<'OfferingId'>;
export type ClientId = Id<'ClientId'>;
export type ReferralId = Id<'ReferralId'>;
export type ReferralStepId = Id<'ReferralStepId'>;
export type ConversationId = Id<'ConversationId'>;
export type EntryId = Id<'EntryId'>;
export type AttachmentId = Id<'AttachmentId'>;
export type EventId = Id<'EventId'>;

/**
 * Schema of one kind of id: `uuidOf<'ReferralId'>()`. Any UUID of the 8-4-4-4-12 shape passes, in
 * lower case afterwards, so that two ids of one row compare equal as text.
 */
export const uuidOf = <Name extends string>(): z.ZodType<Id<Name>, string> =>
  z.guid({ error: 'invalid' }).toLowerCase() as unknown as z.ZodType<Id<Name>, string>;

export const personId = uuidOf<'PersonId'>();
export const areaId = uuidOf<'AreaId'>();
export const organizationId = uuidOf<'OrganizationId'>();
export const membershipId = uuidOf<'MembershipId'>();
export const serviceId = uuidOf<'ServiceId'>();
export const offeringId = uuidOf<'OfferingId'>();
export const clientId = uuidOf<'ClientId'>();
export const referralId = uuidOf<'ReferralId'>();
export const conversationId = uuidOf<'ConversationId'>();
export const attachmentId = uuidOf<'AttachmentId'>();
export const entryId = uuidOf<'EntryId'>();
