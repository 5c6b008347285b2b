import { Injectable } from '@nestjs/common';
import type { Placed } from '@rinnalla/shared/messaging/messaging-routes';
import type { Member } from '@rinnalla/shared/organization/actor';
import { ConversationLog } from './conversation-log.js';
import { MessagePace } from './message-pace.js';

export interface WrittenMessage {
  conversationId: string;
  clientMessageId: string;
  body: string;
  attachmentIds?: readonly string[] | undefined;
}

/** Sends once, however often it is asked under the same id. */
@Injectable()
export class SendMessage {
  constructor(
    private readonly log: ConversationLog,
    private readonly pace: MessagePace,
  ) {}

  execute(actor: Member, message: WrittenMessage): Promise<Placed> {
    this.pace.take(actor.personId);
    return this.log.append(actor, { ...message, kind: 'message', action: 'sendMessage' });
  }
}
