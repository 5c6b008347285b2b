import { Injectable } from '@nestjs/common';
import { Problem } from '@rinnalla/shared/kernel/problem';
import type { Placed } from '@rinnalla/shared/messaging/messaging-routes';
import type { Member } from '@rinnalla/shared/organization/actor';
import { ConversationLog } from './conversation-log.js';
import { ConversationQuery } from './conversation.query.js';

/** Takes the text of an own message away from every reader; that a message was there stays. */
@Injectable()
export class RedactMessage {
  constructor(
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
    return this.log.append(actor, {
      conversationId,
      kind: 'redaction',
      details: { concerns: seq },
      action: 'redactMessage',
    });
  }
}
