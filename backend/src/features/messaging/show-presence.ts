import { Injectable } from '@nestjs/common';
import type { Presence } from '@rinnalla/shared/messaging/presence';
import type { Member } from '@rinnalla/shared/organization/actor';
import { Database } from '../../platform/database/database.js';
import { statement } from '../../platform/database/statement.js';
import { ConversationQuery } from './conversation.query.js';

/** Past the table of events: who looked at what, when, is no fact to be kept beyond the log of use. */
const ringOnly = statement('ring-presence', `select pg_notify('rinnalla', $1)`);

/** Tells every node that somebody is at a conversation, in ids. Browsers say it only while its reader is at the page, so it keeps no idle session awake. */
@Injectable()
export class ShowPresence {
  constructor(
    private readonly database: Database,
    private readonly conversations: ConversationQuery,
  ) {}

  async execute(
    actor: Member,
    { conversationId, presence, arrives }: { conversationId: string; presence: Presence; arrives: boolean },
  ): Promise<Record<string, never>> {
    await this.conversations.getLastSeq(conversationId);
    const payload = {
      conversationId,
      membershipId: actor.membershipId,
      organizationId: actor.organization.id,
      presence,
      arrives,
    };
    await this.database.rows(ringOnly, [JSON.stringify({ name: 'presenceShown', payload })]);
    return {};
  }
}
