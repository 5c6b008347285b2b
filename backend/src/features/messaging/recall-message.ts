import { Injectable } from '@nestjs/common';
import { Problem } from '@rinnalla/shared/kernel/problem';
import { mayRecall } from '@rinnalla/shared/messaging/message-rules';
import type { Placed } from '@rinnalla/shared/messaging/messaging-routes';
import type { Member } from '@rinnalla/shared/organization/actor';
import { Database } from '../../platform/database/database.js';
import { statement } from '../../platform/database/statement.js';
import { ConversationLog } from './conversation-log.js';
import { ConversationQuery } from './conversation.query.js';

const eraseMessage = statement('erase-message', 'select app.erase_message($1, $2) as erased');

/**
 * A message that went to the wrong case, within five minutes: its text is erased, not hidden, from the log and from the
 * history of its edits. The mark says that something was there; the log of use says who took it away and when.
 */
@Injectable()
export class RecallMessage {
  constructor(
    private readonly database: Database,
    private readonly conversations: ConversationQuery,
    private readonly log: ConversationLog,
  ) {}

  async execute(
    actor: Member,
    { conversationId, seq }: { conversationId: string; seq: number },
  ): Promise<Placed> {
    const message = await this.conversations.lockMessage(conversationId, seq);
    if (message.person_id !== actor.personId) throw new Problem('notAllowed', { reason: 'notYourMessage' });
    if (message.binding) throw new Problem('wrongStatus', { reason: 'cardAnswered' });
    if (!message.recalled && !mayRecall(message.at, this.database.transaction.at))
      throw new Problem('wrongStatus', { reason: 'recallTooLate' });
    const placed = await this.log.append(actor, {
      conversationId,
      kind: 'redaction',
      details: { concerns: seq, recalled: true },
      action: 'recallMessage',
    });
    await this.database.row(eraseMessage, [conversationId, seq]);
    return placed;
  }
}
