import { Injectable } from '@nestjs/common';
import { Problem } from '@rinnalla/shared/kernel/problem';
import type { Member } from '@rinnalla/shared/organization/actor';
import { Database } from '../../platform/database/database.js';
import { statement } from '../../platform/database/statement.js';

const markUnread = statement('mark-conversation-unread', 'select * from app.mark_unread($1, $2, $3)');

/** Moves the person's own mark back, to come back to it. The other side was told that it was read, and that stays true. */
@Injectable()
export class MarkUnread {
  constructor(private readonly database: Database) {}

  async execute(
    actor: Member,
    { conversationId, from }: { conversationId: string; from: number },
  ): Promise<{ lastReadSeq: number }> {
    const marked = await this.database.row<{ read_up_to: number; of_referral: string }>(markUnread, [
      conversationId,
      from,
      this.database.transaction.at,
    ]);
    if (!marked) throw new Problem('notFound');
    this.database.happened({
      name: 'conversationRead',
      payload: { conversationId, referralId: marked.of_referral, personId: actor.personId, seq: null },
    });
    return { lastReadSeq: marked.read_up_to };
  }
}
