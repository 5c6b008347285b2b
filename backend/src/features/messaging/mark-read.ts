import { Injectable } from '@nestjs/common';
import { Problem } from '@rinnalla/shared/kernel/problem';
import type { Member } from '@rinnalla/shared/organization/actor';
import { Database } from '../../platform/database/database.js';
import { statement } from '../../platform/database/statement.js';

const markRead = statement('mark-conversation-read', 'select * from app.mark_read($1, $2, $3)');

interface Marked {
  read_up_to: number;
  /** The number of the organization's mark in the shared log, when it moved. */
  appended_seq: number | null;
  of_referral: string;
}

/** Moves the person's own mark; the other side learns only that the organization has read. */
@Injectable()
export class MarkRead {
  constructor(private readonly database: Database) {}

  async execute(
    actor: Member,
    { conversationId, upTo }: { conversationId: string; upTo: number },
  ): Promise<{ lastReadSeq: number }> {
    const marked = await this.database.row<Marked>(markRead, [
      conversationId,
      upTo,
      this.database.transaction.at,
    ]);
    if (!marked) throw new Problem('notFound');
    this.database.happened({
      name: 'conversationRead',
      payload: {
        conversationId,
        referralId: marked.of_referral,
        personId: actor.personId,
        seq: marked.appended_seq,
      },
    });
    return { lastReadSeq: marked.read_up_to };
  }
}
