import { Injectable } from '@nestjs/common';
import { helsinkiDateOf } from '@rinnalla/shared/kernel/helsinki-time';
import { Problem } from '@rinnalla/shared/kernel/problem';
import { Database } from '../../platform/database/database.js';
import { statement } from '../../platform/database/statement.js';
import { ConversationQuery } from './conversation.query.js';

const snooze = statement(
  'snooze-conversation',
  `insert into conversation_snooze (conversation_id, person_id, until, from_seq)
   values ($1, app.person(), $2, $3)
   on conflict (conversation_id, person_id) do update set until = excluded.until, from_seq = excluded.from_seq`,
);
const wake = statement(
  'wake-conversation',
  'delete from conversation_snooze where conversation_id = $1 and person_id = app.person()',
);

/** Puts a conversation off for one person: a colleague's list is the colleague's. It comes back on the day, or with new words. */
@Injectable()
export class SnoozeConversation {
  constructor(
    private readonly database: Database,
    private readonly conversations: ConversationQuery,
  ) {}

  async execute({
    conversationId,
    until,
  }: {
    conversationId: string;
    until: string | null;
  }): Promise<{ snoozedUntil: string | null }> {
    const lastSeq = await this.conversations.getLastSeq(conversationId);
    if (until !== null && until <= helsinkiDateOf(this.database.transaction.at)) {
      throw new Problem('invalidInput', { fields: [{ path: 'body.until', code: 'inThePast' }] });
    }
    if (until === null) await this.database.rows(wake, [conversationId]);
    else await this.database.rows(snooze, [conversationId, until, lastSeq]);
    this.database.log({
      action: until === null ? 'wakeConversation' : 'snoozeConversation',
      objectType: 'conversation',
      objectId: conversationId,
    });
    return { snoozedUntil: until };
  }
}
