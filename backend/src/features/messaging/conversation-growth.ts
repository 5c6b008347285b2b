import type { DomainEvent } from '../../platform/database/transaction.js';

/** What the database tells of an appended (or repeated) entry: its place, and who must hear of it. */
export interface Appended {
  outcome: 'appended' | 'replayed' | 'conflict' | 'closed';
  seq: number;
  at: Date;
  conversation_id: string;
  referral_id: string;
  client_id: string | null;
  sender_organization_id: string;
  provider_organization_id: string;
  audience_organization_id: string | null;
  handler_id: string;
  non_disclosure: boolean;
}

/** For whom new words may be unread: persons, and the provider's whole office while nobody there has taken the case. */
export interface Followers {
  people: string[];
  office: string | null;
}

/**
 * Rings on every node after commit, with ids only: the entry is read where it is shown. By a step of the case nothing is
 * unread: the order of their list changes for who handles it and for the provider's office.
 */
export const conversationGrew = (
  appended: Appended,
  kind: string,
  { people, office }: Followers = {
    people: [appended.handler_id],
    office: appended.provider_organization_id,
  },
): DomainEvent => ({
  name: 'conversationGrew',
  payload: {
    conversationId: appended.conversation_id,
    seq: appended.seq,
    kind,
    referralId: appended.referral_id,
    senderOrganizationId: appended.sender_organization_id,
    providerOrganizationId: appended.provider_organization_id,
    audienceOrganizationId: appended.audience_organization_id,
    people,
    officeId: office,
  },
});
