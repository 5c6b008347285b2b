import { Injectable } from '@nestjs/common';
import type { ResponseOf } from '@rinnalla/shared/contract/define-route';
import type { ConversationShelf, messagingRoutes } from '@rinnalla/shared/messaging/messaging-routes';
import type { Member } from '@rinnalla/shared/organization/actor';
import { Database } from '../../platform/database/database.js';
import { presentConversation, presentEntry, presentSummary } from './conversation.presenter.js';
import { ConversationQuery } from './conversation.query.js';
import { MyConversationsQuery } from './my-conversations.query.js';

/** What a reader may see, shaped for the wire. Reading words is logged as writing them is. */
@Injectable()
export class ReadConversations {
  constructor(
    private readonly database: Database,
    private readonly conversations: ConversationQuery,
    private readonly myConversations: MyConversationsQuery,
  ) {}

  async ofReferral(
    actor: Member,
    referralId: string,
  ): Promise<ResponseOf<typeof messagingRoutes.ofReferral>> {
    const rows = await this.conversations.listOfReferral(referralId);
    return { conversations: rows.map((row) => presentConversation(row, actor.organization.id)) };
  }

  async mine(
    actor: Member,
    { after, limit, show }: { after?: string | undefined; limit: number; show: ConversationShelf },
  ): Promise<ResponseOf<typeof messagingRoutes.mine>> {
    const { rows, next } = await this.myConversations.list({ after, limit, show });
    this.database.log({
      action: 'listConversations',
      objectType: 'conversation',
      details: { count: rows.length },
    });
    return { items: rows.map((row) => presentSummary(row, actor.organization.id)), next };
  }

  async entries({
    conversationId,
    since,
    limit,
  }: {
    conversationId: string;
    since: number;
    limit: number;
  }): Promise<ResponseOf<typeof messagingRoutes.entries>> {
    const { entries, more } = await this.conversations.listEntries(conversationId, since, limit);
    if (entries.length > 0) {
      this.database.log({
        action: 'readConversation',
        objectType: 'conversation',
        objectId: conversationId,
        details: { from: since + 1, to: since + entries.length },
      });
    }
    return { entries: entries.map(presentEntry), more };
  }

  /** Told the number from which a watcher will hear by itself; logged, since what comes is read. */
  async watch(conversationId: string): Promise<{ lastSeq: number }> {
    const lastSeq = await this.conversations.getLastSeq(conversationId);
    this.database.log({ action: 'watchConversation', objectType: 'conversation', objectId: conversationId });
    return { lastSeq };
  }
}
