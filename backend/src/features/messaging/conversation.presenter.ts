import { contactRuleOf } from '@rinnalla/shared/client/sensitive-kinds';
import type { EntryOf, EntryView, Mention, Sender } from '@rinnalla/shared/messaging/conversation-entry';
import type { MessageCard } from '@rinnalla/shared/messaging/message-card';
import type { ConversationSummary, ConversationView } from '@rinnalla/shared/messaging/messaging-routes';
import { mayNameInLine } from '@rinnalla/shared/referral/disclosure';
import type { ConversationRow, EntryRow, NamedRow, SummaryRow } from './conversation.rows.js';

/** Names every field of an entry that leaves the server; the same for everyone who may read the conversation. */
export const presentEntry = (row: EntryRow): EntryView => {
  const place = { seq: row.seq, at: new Date(row.at).toISOString() };
  const { details } = row;
  const concerns = Number(details['concerns']);
  const clientMessageId = row.client_message_id ?? '';
  switch (row.kind) {
    case 'message':
      return {
        ...place,
        kind: 'message',
        sender: senderOf(row),
        clientMessageId,
        body: row.body,
        ...partsOf(row),
        ...filesOf(row),
      };
    case 'edit':
      return {
        ...place,
        kind: 'edit',
        sender: senderOf(row),
        clientMessageId,
        concerns,
        body: row.body,
        correction: details['correction'] === true,
        ...mentionsOf(row),
      };
    case 'redaction':
      return {
        ...place,
        kind: 'redaction',
        sender: senderOf(row),
        concerns,
        ...(details['recalled'] === true ? { recalled: true } : {}),
      };
    case 'resolution':
      return { ...place, kind: 'resolution', sender: senderOf(row), resolved: details['resolved'] === true };
    case 'tick':
      return {
        ...place,
        kind: 'tick',
        sender: senderOf(row),
        concerns,
        item: Number(details['item']),
        done: details['done'] === true,
      };
    case 'read':
      return {
        ...place,
        kind: 'read',
        organizationId: row.organization_id ?? '',
        upTo: Number(details['upTo']),
      };
    case 'event':
      return { ...place, kind: 'event', sender: row.person_id ? senderOf(row) : null, ...stepOf(details) };
  }
};

/** Nothing that went with a text outlives it. */
const mentionsOf = ({ body, details }: EntryRow): { mentions?: Mention[] } =>
  body !== null && details['mentions'] ? { mentions: details['mentions'] as Mention[] } : {};
const partsOf = (row: EntryRow): { mentions?: Mention[]; card?: MessageCard; quotes?: number } => ({
  ...mentionsOf(row),
  ...(row.body !== null && row.details['card'] ? { card: row.details['card'] as MessageCard } : {}),
  ...(row.body !== null && row.details['quotes'] ? { quotes: Number(row.details['quotes']) } : {}),
});

const senderOf = (row: EntryRow): Sender => ({
  personId: row.person_id ?? '',
  name: row.sender_name ?? '',
  organizationId: row.organization_id ?? '',
});

/** A removed message has no files: they went with its text. */
const filesOf = ({ body, details }: EntryRow): { attachmentIds?: string[] } =>
  body !== null && Array.isArray(details['attachmentIds'])
    ? { attachmentIds: details['attachmentIds'] as string[] }
    : {};

type Step = Pick<EntryOf<'event'>, 'action' | 'fromStatus' | 'toStatus' | 'version' | 'reason' | 'facts'>;
const stepOf = (details: EntryRow['details']): Step => ({
  action: details['action'] as Step['action'],
  fromStatus: details['fromStatus'] as Step['fromStatus'],
  toStatus: details['toStatus'] as Step['toStatus'],
  version: Number(details['version']),
  reason: typeof details['reason'] === 'string' ? details['reason'] : null,
  facts: (details['facts'] as Step['facts'] | undefined) ?? {},
});

const partiesOf = (row: ConversationRow | SummaryRow) => [
  { id: row.sender_organization_id, name: row.sender_name },
  { id: row.provider_organization_id, name: row.provider_name },
];

export const presentConversation = (row: ConversationRow, ownOrganizationId: string): ConversationView => ({
  id: row.conversation_id,
  referralId: row.referral_id,
  audience: row.audience_organization_id === null ? 'shared' : 'internal',
  organizations: partiesOf(row).filter(
    ({ id }) => row.audience_organization_id === null || id === row.audience_organization_id,
  ),
  lastSeq: row.last_seq,
  lastReadSeq: row.last_read_seq,
  unread: row.unread,
  writable: row.audience_organization_id !== null || row.open_to_provider,
  caseNumber: row.case_number,
  serviceTitle: row.service_title,
  contacts: contactRuleOf({
    isSender: row.sender_organization_id === ownOrganizationId,
    nonDisclosure: row.non_disclosure,
  }),
  draft: { body: row.draft_body ?? '', version: row.draft_version ?? 0 },
  snoozedUntil: row.snoozed_until,
});

/** Null where the reader's side is not told the name yet: the case number stands alone then. */
export const nameInLine = (
  row: NamedRow & { sender_organization_id: string },
  ownOrganizationId: string,
): string | null =>
  mayNameInLine({
    side: row.sender_organization_id === ownOrganizationId ? 'sender' : 'provider',
    status: row.status,
    nonDisclosure: row.non_disclosure,
    wasSent: row.was_sent,
    disclosureEnded: row.disclosure_ended,
  })
    ? row.first_name
    : null;

export const presentSummary = (row: SummaryRow, ownOrganizationId: string): ConversationSummary => ({
  id: row.conversation_id,
  referralId: row.referral_id,
  caseNumber: row.case_number,
  firstName: nameInLine(row, ownOrganizationId),
  audience: row.audience_organization_id === null ? 'shared' : 'internal',
  otherOrganization: partiesOf(row).find(({ id }) => id !== ownOrganizationId) ?? {
    id: row.provider_organization_id,
    name: row.provider_name,
  },
  lastSeq: row.last_seq,
  lastReadSeq: row.last_read_seq,
  unread: row.unread,
  lastEntryAt: row.last_entry_at.toISOString(),
  lastMessage: {
    senderName: row.message_sender_name,
    text: row.message_text,
    mine: row.message_mine,
    // What a removed message said is told to nobody.
    call: row.message_text === null ? null : row.message_call,
  },
  resolved: row.resolved,
  snoozedUntil: row.snoozed_until,
  hasDraft: row.has_draft,
  mentioned: row.mentioned,
});
