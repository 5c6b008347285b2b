import { Injectable } from '@nestjs/common';
import { Problem } from '@rinnalla/shared/kernel/problem';
import { Database } from '../../platform/database/database.js';
import { statement } from '../../platform/database/statement.js';
import type { SummaryRow } from './conversation.rows.js';
import { isRemoved, unreadOf } from './conversation.sql.js';

/**
 * The reader's conversations with words in them: of the clients they handle, of the referrals they have taken or that
 * nobody has, and those they have read. Keyset: (last_entry_at, id).
 */
const myConversations = statement(
  'my-conversations',
  `with mine as (
     select c.id from conversation c
      where c.sender_organization_id = (select app.case_organization()) and c.handler_id = any ((select app.my_people())::uuid[])
     union
     select c.id from conversation c join referral r on r.id = c.referral_id
      where c.provider_organization_id = (select app.case_organization())
        and (r.assignee_id is null or r.assignee_id = any ((select app.my_people())::uuid[]))
     union
     select conversation_id from read_mark where person_id = (select app.person())
   )
   select c.id as conversation_id, c.referral_id, c.audience_organization_id, c.last_seq::integer,
          coalesce(m.last_read_seq, 0)::integer as last_read_seq, u.unread, c.last_entry_at, c.last_entry_at::text as last_entry_at_text,
          r.case_number, t.first_name, c.sender_organization_id, s.name as sender_name, c.provider_organization_id, p.name as provider_name,
          w.sender_name as message_sender_name, w.person_id = app.person() as message_mine,
          case when not ${isRemoved('w')} then left(w.body, 200) end as message_text
     from mine
     join conversation c on c.id = mine.id
     join referral r on r.id = c.referral_id
     join referral_content t on t.referral_id = c.referral_id
     join organization s on s.id = c.sender_organization_id
     join organization p on p.id = c.provider_organization_id
     left join read_mark m on m.conversation_id = c.id and m.person_id = app.person()
     join lateral (select e.* from conversation_entry e where e.conversation_id = c.id and e.kind = 'message' order by e.seq desc limit 1) w on true
     left join lateral ${unreadOf('c.id', 'coalesce(m.last_read_seq, 0)')} u on true
    where ($1::timestamptz is null or (c.last_entry_at, c.id) < ($1::timestamptz, $2::uuid))
      and (not $3::boolean or (c.last_seq > coalesce(m.last_read_seq, 0) and u.unread > 0))
    order by c.last_entry_at desc, c.id desc
    limit $4`,
);

@Injectable()
export class MyConversationsQuery {
  constructor(private readonly database: Database) {}

  async list(page: { after?: string | undefined; limit: number; unreadOnly: boolean }): Promise<{ rows: SummaryRow[]; next: string | null }> {
    const [at, id] = page.after === undefined ? [null, null] : parseCursor(page.after);
    const rows = await this.database.rows<SummaryRow>(myConversations, [at, id, page.unreadOnly, page.limit + 1]);
    const shown = rows.slice(0, page.limit);
    const last = shown.at(-1);
    return { rows: shown, next: rows.length > page.limit && last ? cursorOf(last) : null };
  }
}

const cursorOf = (row: SummaryRow): string => Buffer.from(`${row.last_entry_at_text}|${row.conversation_id}`).toString('base64url');

const parseCursor = (cursor: string): [string, string] => {
  const found = /^([0-9 :.+-]{20,40})\|([0-9a-f-]{36})$/.exec(Buffer.from(cursor, 'base64url').toString());
  if (!found?.[1] || !found[2]) throw new Problem('invalidInput', { fields: [{ path: 'query.after', code: 'invalid' }] });
  return [found[1], found[2]];
};
