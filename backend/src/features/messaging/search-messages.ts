import { Injectable } from '@nestjs/common';
import type { Localized } from '@rinnalla/shared/kernel/localized';
import { type FoundMessage, mostFound } from '@rinnalla/shared/messaging/messaging-routes';
import type { Member } from '@rinnalla/shared/organization/actor';
import { Database } from '../../platform/database/database.js';
import { statement } from '../../platform/database/statement.js';
import { nameInLine } from './conversation.presenter.js';
import type { NamedRow } from './conversation.rows.js';
import { asksForName, isRemoved } from './conversation.sql.js';

/** Characters that no message has at these places: they mark what was found, and are never shown. */
const begins = '\u{E000}';
const ends = '\u{E001}';

/** Places come from the index, and are read under row-level security: among them may be some that this reader may not see. */
const mostPlaces = 4 * mostFound;

const findMessages = statement(
  'find-messages',
  `select c.id as conversation_id, c.referral_id, c.audience_organization_id, r.case_number, t.first_name, ${asksForName},
          c.sender_organization_id, s.name as sender_name, c.provider_organization_id, p.name as provider_name,
          e.seq::integer, e.at, e.sender_name as writer_name, e.person_id = app.person() as mine,
          ts_headline('simple', last.body, app.words_asked($1), 'StartSel=${begins}, StopSel=${ends}, MaxWords=30, MinWords=12, MaxFragments=1') as excerpt
     from app.find_messages($1, ${mostPlaces}) f
     join conversation c on c.id = f.conversation_id
     join conversation_entry e on e.conversation_id = f.conversation_id and e.seq = f.seq
     join referral r on r.id = c.referral_id
     join referral_content t on t.referral_id = c.referral_id
     join organization s on s.id = c.sender_organization_id
     join organization p on p.id = c.provider_organization_id
     -- The text that stands now: the last edit's, where there is one.
     join lateral (
       select x.body from conversation_entry x
        where x.conversation_id = e.conversation_id and (x.seq = e.seq
          or (e.kind = 'message' and x.kind = 'edit' and not (x.details->>'correction')::boolean and ((x.details->>'concerns')::bigint) = e.seq))
        order by x.seq desc limit 1) last on true
    where not ${isRemoved('e')}
    order by e.at desc, e.seq desc
    limit ${mostFound + 1}`,
);

interface FoundRow extends NamedRow {
  conversation_id: string;
  referral_id: string;
  audience_organization_id: string | null;
  case_number: string;
  sender_organization_id: string;
  sender_name: Localized;
  provider_organization_id: string;
  provider_name: Localized;
  seq: number;
  at: Date;
  writer_name: string;
  mine: boolean;
  excerpt: string;
}

/** Looks for words in what the reader may read. What was asked is in no log: it may be a client's name. */
@Injectable()
export class SearchMessages {
  constructor(private readonly database: Database) {}

  async execute(actor: Member, words: string): Promise<{ items: FoundMessage[]; more: boolean }> {
    const rows = await this.database.rows<FoundRow & Record<string, unknown>>(findMessages, [words]);
    const items = rows.slice(0, mostFound).map((row) => present(row, actor.organization.id));
    this.database.log({
      action: 'searchMessages',
      objectType: 'conversation',
      details: { count: items.length },
    });
    return { items, more: rows.length > mostFound };
  }
}

const present = (row: FoundRow, ownOrganizationId: string): FoundMessage => ({
  conversationId: row.conversation_id,
  referralId: row.referral_id,
  audience: row.audience_organization_id === null ? 'shared' : 'internal',
  caseNumber: row.case_number,
  firstName: nameInLine(row, ownOrganizationId),
  otherOrganization:
    row.sender_organization_id === ownOrganizationId
      ? { id: row.provider_organization_id, name: row.provider_name }
      : { id: row.sender_organization_id, name: row.sender_name },
  seq: row.seq,
  at: row.at.toISOString(),
  senderName: row.writer_name,
  mine: row.mine,
  excerpt: excerptOf(row.excerpt),
});

const excerptOf = (marked: string): FoundMessage['excerpt'] =>
  marked
    .split(begins)
    .flatMap((piece, index) => {
      const [found = '', rest] = index === 0 ? ['', piece] : piece.split(ends, 2);
      return [
        { text: found, found: true },
        { text: rest ?? '', found: false },
      ];
    })
    .filter(({ text }) => text !== '');
