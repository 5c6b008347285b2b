import { Injectable } from '@nestjs/common';
import type { Member } from '@rinnalla/shared/organization/actor';
import { ConversationLog } from './conversation-log.js';
import { ConversationQuery } from './conversation.query.js';

/** Settles the matter, or takes it up again, as an entry that everyone who reads here sees. */
@Injectable()
export class ResolveConversation {
  constructor(
    private readonly conversations: ConversationQuery,
    private readonly log: ConversationLog,
  ) {}

  async execute(
    actor: Member,
    { conversationId, resolved }: { conversationId: string; resolved: boolean },
  ): Promise<{ resolved: boolean }> {
    if ((await this.conversations.lockResolved(conversationId)) !== resolved) {
      await this.log.append(actor, {
        conversationId,
        kind: 'resolution',
        details: { resolved },
        action: resolved ? 'resolveConversation' : 'reopenConversation',
      });
    }
    return { resolved };
  }
}
