/** Pieces of SQL that several reads of conversations share. */

/** What is asked of a referral `r` before its client's first name may stand in a line: columns of a `NamedRow`. */
export const asksForName =
  'r.status, r.non_disclosure, r.sent_at is not null as was_sent, r.disclosure_ended_at is not null as disclosure_ended';

/** The entry's text, or that of the message it edits, has been removed by its writer. */
export const isRemoved = (entry: string): string =>
  `exists (select from conversation_entry gone where gone.conversation_id = ${entry}.conversation_id and gone.kind = 'redaction'
             and ((gone.details->>'concerns')::bigint) = coalesce((${entry}.details->>'concerns')::bigint, ${entry}.seq))`;

/** Words: messages, and corrections that stand beside them. Not steps of the case, not bookkeeping. */
const isWords = (entry: string): string =>
  `(${entry}.kind = 'message' or (${entry}.kind = 'edit' and (${entry}.details->>'correction')::boolean))`;

/** Nothing in the conversation came after somebody settled it: no words, no step of the case. */
export const isResolved = (conversationId: string): string =>
  `coalesce((select l.kind = 'resolution' and (l.details->>'resolved')::boolean from conversation_entry l
      where l.conversation_id = ${conversationId} and (l.kind in ('event', 'resolution') or ${isWords('l')}) order by l.seq desc limit 1), false)`;

/** Put off by the reader until a day to come, and nobody else has written since. The day, or null. */
export const snoozedUntil = (conversationId: string): string =>
  `(select z.until::text from conversation_snooze z
     where z.conversation_id = ${conversationId} and z.person_id = app.person() and z.until > app.today()
       and not exists (select from conversation_entry w where w.conversation_id = z.conversation_id and w.seq > z.from_seq
                        and ${isWords('w')} and w.person_id <> app.person()))`;

/** Unread is derived: after the mark, not mine, not removed, visible to me. */
export const unreadOf = (conversationId: string, lastReadSeq: string): string =>
  `(select count(*)::integer as unread from conversation_entry w
     where w.conversation_id = ${conversationId} and w.seq > ${lastReadSeq} and ${isWords('w')}
       and w.person_id <> app.person() and not ${isRemoved('w')})`;

/** Columns of an `EntryRow`; a removed text never leaves the database. */
export const entryColumns = (entry: string): string =>
  `${entry}.seq::integer, ${entry}.kind, ${entry}.at, ${entry}.person_id, ${entry}.sender_name, ${entry}.organization_id, ${entry}.client_message_id,
   case when ${entry}.kind in ('message', 'edit') and not ${isRemoved(entry)} then ${entry}.body end as body, ${entry}.details`;
