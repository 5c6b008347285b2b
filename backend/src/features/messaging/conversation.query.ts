import { Injectable } from '@nestjs/common';
import { Problem } from '@rinnalla/shared/kernel/problem';
import { Database } from '../../platform/database/database.js';
import { statement } from '../../platform/database/statement.js';
import type { ChecklistRow, ConversationRow, EntryRow, MessageRow } from './conversation.rows.js';
import { entryColumns, isRemoved, isResolved, snoozedUntil, unreadOf } from './conversation.sql.js';

const conversationsOfReferral = statement(
  'conversations-of-referral',
  `select c.id as conversation_id, r.id as referral_id, c.audience_organization_id, c.open_to_provider, r.non_disclosure,
          c.last_seq::integer, coalesce(m.last_read_seq, 0)::integer as last_read_seq, u.unread,
          r.sender_organization_id, s.name as sender_name, r.provider_organization_id, p.name as provider_name,
          r.case_number, app.service_title(r.id) as service_title, d.body as draft_body, d.version as draft_version,
          ${snoozedUntil('c.id')} as snoozed_until
     from referral r
     join organization s on s.id = r.sender_organization_id
     join organization p on p.id = r.provider_organization_id
     left join conversation c on c.referral_id = r.id
     left join read_mark m on m.conversation_id = c.id and m.person_id = app.person()
     left join message_draft d on d.conversation_id = c.id and d.person_id = app.person()
     left join lateral ${unreadOf('c.id', 'coalesce(m.last_read_seq, 0)')} u on true
    where r.id = $1
    order by c.audience_organization_id nulls first`,
);

const entriesSince = statement(
  'conversation-entries',
  `select c.last_seq::integer, e.*
     from conversation c
     left join lateral (
       select ${entryColumns('e')} from conversation_entry e
        where e.conversation_id = c.id and e.seq > $2 order by e.seq limit $3) e on true
    where c.id = $1
    order by e.seq`,
);

/** A message's card answers that of the entry. */
const isAnswered = (entry: string): string =>
  `exists (select from conversation_entry a where a.conversation_id = ${entry}.conversation_id and a.seq > ${entry}.seq and a.kind = 'message'
             and (a.details->'card'->>'concerns')::bigint = ${entry}.seq)`;

const oneMessage = statement(
  'conversation-message',
  `select e.at, e.person_id, e.kind, ${isRemoved('e')} as removed, e.body is null as recalled, e.details ? 'card' as carded,
          coalesce(e.details->'card' ? 'concerns', false) or ${isAnswered('e')} as binding
     from conversation_entry e where e.conversation_id = $1 and e.seq = $2`,
);
const lockConversation = statement(
  'lock-conversation',
  'select audience_organization_id is null as shared from conversation where id = $1 for update',
);
const resolvedNow = statement('conversation-resolved', `select ${isResolved('$1')} as resolved`);

const checklistNow = statement(
  'conversation-checklist',
  `select e.details->'card' as card, case when not ${isRemoved('e')} then e.body end as body,
          coalesce((select (t.details->>'done')::boolean from conversation_entry t
                     where t.conversation_id = e.conversation_id and t.kind = 'tick' and ((t.details->>'concerns')::bigint) = e.seq
                       and (t.details->>'item')::integer = $3 order by t.seq desc limit 1), false) as done
     from conversation_entry e where e.conversation_id = $1 and e.seq = $2 and e.kind = 'message'`,
);

const questionsOfReferral = statement(
  'questions-of-referral',
  'select asked_at, question, answer from referral_question where referral_id = $1 order by asked_at, id',
);

const lastSeqOf = statement(
  'conversation-last-seq',
  'select last_seq::integer from conversation where id = $1',
);

/** Reads conversations in the reader's own context: what row-level security does not show is not found. */
@Injectable()
export class ConversationQuery {
  constructor(private readonly database: Database) {}

  /** Throws notFound when the referral is not the reader's; empty when it has no conversation that they may see. */
  async listOfReferral(referralId: string): Promise<ConversationRow[]> {
    const rows = await this.database.rows<ConversationRow>(conversationsOfReferral, [referralId]);
    if (rows.length === 0) throw new Problem('notFound');
    return rows.filter((row) => row.conversation_id !== null);
  }

  async listEntries(
    conversationId: string,
    since: number,
    limit: number,
  ): Promise<{ entries: EntryRow[]; more: boolean }> {
    const rows = await this.database.rows<EntryRow>(entriesSince, [conversationId, since, limit + 1]);
    if (rows.length === 0) throw new Problem('notFound');
    const entries = rows.filter((row) => row.seq !== null);
    return { entries: entries.slice(0, limit), more: entries.length > limit };
  }

  async getMessage(conversationId: string, seq: number): Promise<MessageRow> {
    const row = await this.database.row<MessageRow>(oneMessage, [conversationId, seq]);
    if (row?.kind !== 'message') throw new Problem('notFound');
    return row;
  }

  /** As `getMessage`, with the conversation locked: nothing comes between what is read here and what is written then. */
  async lockMessage(conversationId: string, seq: number): Promise<MessageRow> {
    await this.lock(conversationId);
    return this.getMessage(conversationId, seq);
  }

  async lockResolved(conversationId: string): Promise<boolean> {
    await this.lock(conversationId);
    return (await this.database.row<{ resolved: boolean }>(resolvedNow, [conversationId]))?.resolved ?? false;
  }

  /** The checklist's message, and whether the item is ticked now; nothing comes between this and what is written then. */
  async lockChecklist(conversationId: string, seq: number, item: number): Promise<ChecklistRow> {
    await this.lock(conversationId);
    const row = await this.database.row<ChecklistRow & Record<string, unknown>>(checklistNow, [
      conversationId,
      seq,
      item,
    ]);
    if (!row) throw new Problem('notFound');
    return row;
  }

  async isShared(conversationId: string): Promise<boolean> {
    return (await this.lock(conversationId)).shared;
  }

  private async lock(conversationId: string): Promise<{ shared: boolean }> {
    const row = await this.database.row<{ shared: boolean }>(lockConversation, [conversationId]);
    if (!row) throw new Problem('notFound');
    return row;
  }

  /** What was asked of the sender, as far as the reader's side may still read it. */
  async listQuestions(
    referralId: string,
  ): Promise<{ askedAt: string; question: string; answer: string | null }[]> {
    const rows = await this.database.rows<{ asked_at: Date; question: string; answer: string | null }>(
      questionsOfReferral,
      [referralId],
    );
    return rows.map(({ asked_at, question, answer }) => ({
      askedAt: asked_at.toISOString(),
      question,
      answer,
    }));
  }

  async getLastSeq(conversationId: string): Promise<number> {
    const row = await this.database.row<{ last_seq: number }>(lastSeqOf, [conversationId]);
    if (!row) throw new Problem('notFound');
    return row.last_seq;
  }
}
