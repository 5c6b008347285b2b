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

/** Rings on every node after commit, with ids only: the entry is read where it is shown. */
export const conversationGrew = (appended: Appended, kind: string): DomainEvent => ({
  name: 'conversationGrew',
  payload: {
    conversationId: appended.conversation_id,
    seq: appended.seq,
    kind,
    referralId: appended.referral_id,
    senderOrganizationId: appended.sender_organization_id,
    providerOrganizationId: appended.provider_organization_id,
    audienceOrganizationId: appended.audience_organization_id,
    handlerId: appended.handler_id,
    nonDisclosure: appended.non_disclosure,
  },
});
