import { Injectable } from '@nestjs/common';
import type { SensitiveKind } from '@rinnalla/shared/client/sensitive-kinds';
import { Problem } from '@rinnalla/shared/kernel/problem';
import { isCorrection } from '@rinnalla/shared/messaging/message-rules';
import type { Placed } from '@rinnalla/shared/messaging/messaging-routes';
import type { Member } from '@rinnalla/shared/organization/actor';
import { Database } from '../../platform/database/database.js';
import { CallByName } from './call-by-name.js';
import { ConversationLog } from './conversation-log.js';
import { ConversationQuery } from './conversation.query.js';
import { MessagePace } from './message-pace.js';

export interface EditedMessage {
  conversationId: string;
  seq: number;
  clientMessageId: string;
  body: string;
  mentions?: readonly string[] | undefined;
  acknowledged?: readonly SensitiveKind[] | undefined;
}

/** New text for an own message that stands: in its place for five minutes, then as a correction beside it. */
@Injectable()
export class EditMessage {
  constructor(
    private readonly database: Database,
    private readonly conversations: ConversationQuery,
    private readonly log: ConversationLog,
    private readonly calling: CallByName,
    private readonly pace: MessagePace,
  ) {}

  async execute(
    actor: Member,
    { conversationId, seq, clientMessageId, body, mentions, acknowledged }: EditedMessage,
  ): Promise<Placed & { correction: boolean }> {
    this.pace.take(actor.personId);
    const message = await this.conversations.getMessage(conversationId, seq);
    if (message.person_id !== actor.personId) throw new Problem('notAllowed', { reason: 'notYourMessage' });
    if (message.carded) throw new Problem('wrongStatus', { reason: 'cardStands' });
    if (message.removed) throw new Problem('wrongStatus', { reason: 'messageRemoved' });
    const correction = isCorrection(message.at, this.database.transaction.at);
    const named = await this.calling.find(conversationId, mentions);
    const details = { concerns: seq, correction, ...this.calling.asMentions(named) };
    const placed = await this.log.append(actor, {
      conversationId,
      kind: 'edit',
      clientMessageId,
      body,
      details,
      acknowledged,
      action: 'editMessage',
    });
    await this.calling.remember(conversationId, placed.seq, named);
    // A repeated edit answers as the first did, which may have come before the five minutes were over.
    return { ...placed, correction: isCorrection(message.at, new Date(placed.sentAt)) };
  }
}
