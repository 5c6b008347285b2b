import { Injectable } from '@nestjs/common';
import { Problem } from '@rinnalla/shared/kernel/problem';
import { Database } from '../../platform/database/database.js';
import { statement } from '../../platform/database/statement.js';
import type { ConversationShelf } from '@rinnalla/shared/messaging/messaging-routes';
import type { SummaryRow } from './conversation.rows.js';
import { asksForName, isRemoved, isResolved, snoozedUntil, unreadOf } from './conversation.sql.js';

/** What the page needs of a conversation: taken where it is found, so that the table is not met a second time. */
const found = `c.id, c.referral_id, c.audience_organization_id, c.last_seq, c.last_entry_at, c.sender_organization_id, c.provider_organization_id`;
const mostRead = 100;
/**
 * After the page before, newest first, as many as are looked at; `nth` tells whether there are more. `conversations` are
 * tables with their joins and conditions, `c` among them.
 */
const newest = (conversations: string): string => `
       select ${found}, row_number() over (order by c.last_entry_at desc, c.id desc) as nth from (
         select c.* from ${conversations} and (c.last_entry_at, c.id) < (coalesce($1::timestamptz, 'infinity'), coalesce($2::uuid, 'ffffffff-ffff-ffff-ffff-ffffffffffff'))
          order by c.last_entry_at desc, c.id desc limit $5) c`;

/**
 * The reader's conversations with words in them: of the clients they handle, of the referrals they have taken or that
 * nobody has, and of colleagues those among the last hundred that they have read. Keyset: (last_entry_at, id). Of each
 * kind the newest `$5` are looked at, and nothing that is older than the oldest of a kind that has more: however many
 * years lie behind, a page costs the same. Last messages and unread are looked up in the order of the list and only until
 * the page is full; names only for the page. What is put off or settled stands on a shelf of its own, and what is unread
 * never among the settled alone. One row without a conversation when there is none.
 */
const myConversations = statement(
  'my-conversations',
  `with raw as materialized (
     select h.* from unnest((select app.my_people())::uuid[]) as answering (person_id)
      cross join lateral (${newest(`conversation c where c.sender_organization_id = (select app.case_organization()) and c.handler_id = answering.person_id and c.last_entry_at is not null`)}) h
     union all
     ${newest(`conversation c join referral r on r.id = c.referral_id
       where c.provider_organization_id = (select app.case_organization()) and c.last_entry_at is not null
         and (r.assignee_id is null or r.assignee_id = any ((select app.my_people())::uuid[]))`)}
     union all
     ${newest(`app.last_read(${mostRead}) as k (conversation_id) join conversation c on c.id = k.conversation_id where c.last_entry_at is not null`)}
   ), horizon as materialized (
     select last_entry_at, id from raw where nth = $5 order by last_entry_at desc, id desc limit 1
   ), mine as materialized (
     select distinct ${found} from raw c
      where not exists (select from horizon h where (c.last_entry_at, c.id) < (h.last_entry_at, h.id))
   ), page as materialized (
     select c.*, m.last_read_seq, u.unread, x.resolved, x.snoozed_until, w.sender_name as message_sender_name, w.person_id as message_person_id, w.text as message_text, w.call as message_call
       from (select * from mine order by last_entry_at desc, id desc) c
       left join lateral (select last_read_seq from read_mark k where k.conversation_id = c.id and k.person_id = (select app.person())) m on true
       join lateral (select e.sender_name, e.person_id, case when not ${isRemoved('e')} then left(e.body, 200) end as text,
                              case when e.details->'card'->>'kind' = 'phoneCall' then (e.details->'card'->>'reached')::boolean end as call
                       from conversation_entry e where e.conversation_id = c.id and e.kind = 'message' order by e.seq desc limit 1) w on true
       join lateral ${unreadOf('c.id', 'coalesce(m.last_read_seq, 0)')} u on $3 <> 'unread' or u.unread > 0
       join lateral (select ${isResolved('c.id')} as resolved, ${snoozedUntil('c.id')} as snoozed_until) x on case $3
              when 'open' then x.snoozed_until is null and (not x.resolved or u.unread > 0)
              when 'unread' then x.snoozed_until is null
              when 'later' then x.snoozed_until is not null
              else x.resolved end
      order by c.last_entry_at desc, c.id desc
      limit $4
   )
   select exists (select from horizon) as has_more, l.* from (values (1)) as one left join (
   select c.id as conversation_id, c.referral_id, c.audience_organization_id, c.last_seq::integer,
          coalesce(c.last_read_seq, 0)::integer as last_read_seq, c.unread, c.last_entry_at, c.last_entry_at::text as last_entry_at_text,
          r.case_number, t.first_name, ${asksForName}, c.sender_organization_id, s.name as sender_name, c.provider_organization_id, p.name as provider_name,
          c.message_sender_name, c.message_person_id = app.person() as message_mine, c.message_text, c.message_call, c.resolved, c.snoozed_until,
          exists (select from message_draft d where d.conversation_id = c.id and d.person_id = app.person()) as has_draft,
          exists (select from mention n where n.conversation_id = c.id and n.person_id = app.person() and n.seq > coalesce(c.last_read_seq, 0)) as mentioned
     from page c
     join referral r on r.id = c.referral_id
     join referral_content t on t.referral_id = c.referral_id
     join organization s on s.id = c.sender_organization_id
     join organization p on p.id = c.provider_organization_id) l on true
    order by l.last_entry_at desc, l.conversation_id desc`,
);

/** What is unread is looked for among these: whatever is longer silent than a hundred others has been left unread on purpose. */
const unreadDepth = 100;
/** Most of the newest stand on the shelf that is usually asked for. */
const depthOfPage = 3;
/** All that there is. */
const wholeDepth = 1_000_000;

@Injectable()
export class MyConversationsQuery {
  constructor(private readonly database: Database) {}

  async list(page: {
    after?: string | undefined;
    limit: number;
    show: ConversationShelf;
  }): Promise<{ rows: SummaryRow[]; next: string | null }> {
    const [at, id] = page.after === undefined ? [null, null] : parseCursor(page.after);
    const look = async (depth: number): Promise<{ rows: SummaryRow[]; hasMore: boolean }> => {
      const answer = await this.database.rows<SummaryRow & { has_more: boolean }>(myConversations, [
        at,
        id,
        page.show,
        page.limit + 1,
        depth,
      ]);
      return {
        rows: answer.filter(({ conversation_id }) => conversation_id !== null),
        hasMore: answer[0]?.has_more ?? false,
      };
    };
    const isUnread = page.show === 'unread';
    let { rows, hasMore } = await look(isUnread ? unreadDepth : depthOfPage * page.limit);
    if (hasMore && rows.length <= page.limit && !isUnread) ({ rows, hasMore } = await look(wholeDepth));
    const shown = rows.slice(0, page.limit);
    const last = shown.at(-1);
    return { rows: shown, next: rows.length > page.limit && last ? cursorOf(last) : null };
  }
}

const cursorOf = (row: SummaryRow): string =>
  Buffer.from(`${row.last_entry_at_text}|${row.conversation_id}`).toString('base64url');

const parseCursor = (cursor: string): [string, string] => {
  const found = /^([0-9 :.+-]{20,40})\|([0-9a-f-]{36})$/.exec(Buffer.from(cursor, 'base64url').toString());
  if (!found?.[1] || !found[2])
    throw new Problem('invalidInput', { fields: [{ path: 'query.after', code: 'invalid' }] });
  return [found[1], found[2]];
};
