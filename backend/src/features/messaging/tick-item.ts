import { Injectable } from '@nestjs/common';
import { checkTick } from '@rinnalla/shared/messaging/checklist-rules';
import type { Member } from '@rinnalla/shared/organization/actor';
import { ConversationLog } from './conversation-log.js';
import { ConversationQuery } from './conversation.query.js';

interface TickedItem {
  conversationId: string;
  /** The number of the checklist's message. */
  seq: number;
  item: number;
  done: boolean;
}

/** Says that an item of a checklist is done, or is not, as an entry that everyone who reads here sees. */
@Injectable()
export class TickItem {
  constructor(
    private readonly conversations: ConversationQuery,
    private readonly log: ConversationLog,
  ) {}

  async execute(actor: Member, { conversationId, seq, item, done }: TickedItem): Promise<{ done: boolean }> {
    const checklist = await this.conversations.lockChecklist(conversationId, seq, item);
    checkTick(checklist, item);
    if (checklist.done !== done) {
      await this.log.append(actor, {
        conversationId,
        kind: 'tick',
        details: { concerns: seq, item, done },
        action: done ? 'tickItem' : 'untickItem',
      });
    }
    return { done };
  }
}
