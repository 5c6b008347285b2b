import { Injectable } from '@nestjs/common';
import { Problem } from '@rinnalla/shared/kernel/problem';
import type { TeamMember } from '@rinnalla/shared/messaging/messaging-routes';
import type { Mention } from '@rinnalla/shared/messaging/conversation-entry';
import { Database } from '../../platform/database/database.js';
import { statement } from '../../platform/database/statement.js';
import { ConversationTeamQuery } from './conversation-team.query.js';

const keepMentions = statement(
  'keep-mentions',
  `insert into mention (conversation_id, seq, membership_id, person_id)
   select $1, $2, m.membership_id, m.person_id from unnest($3::uuid[], $4::uuid[]) as m (membership_id, person_id)
   on conflict do nothing returning membership_id, person_id,
     (select c.referral_id from conversation c where c.id = $1) as referral_id`,
);

/** Calls people of the case team by name: nobody else can be called, so nobody else hears of it. */
@Injectable()
export class CallByName {
  constructor(
    private readonly database: Database,
    private readonly team: ConversationTeamQuery,
  ) {}

  /** The named people, or invalidInput when one of them does not read the conversation. */
  async find(conversationId: string, memberships: readonly string[] | undefined): Promise<TeamMember[]> {
    if (!memberships || memberships.length === 0) return [];
    const team = await this.team.list(conversationId);
    const wanted = [...new Set(memberships)];
    const named = wanted.flatMap(
      (membershipId) => team.find((member) => member.membershipId === membershipId) ?? [],
    );
    if (named.length < wanted.length)
      throw new Problem('invalidInput', { fields: [{ path: 'body.mentions', code: 'notInList' }] });
    return named;
  }

  /** As the entry carries them: the name as it is now. */
  asMentions(named: readonly TeamMember[]): { mentions?: Mention[] } {
    return named.length === 0
      ? {}
      : { mentions: named.map(({ membershipId, name }) => ({ membershipId, name })) };
  }

  /** Remembers whom the entry called, once, and tells those who react. */
  async remember(conversationId: string, seq: number, named: readonly TeamMember[]): Promise<void> {
    if (named.length === 0) return;
    const kept = await this.database.rows<{ membership_id: string; person_id: string; referral_id: string }>(
      keepMentions,
      [
        conversationId,
        seq,
        named.map(({ membershipId }) => membershipId),
        named.map(({ personId }) => personId),
      ],
    );
    for (const { membership_id: membershipId, person_id: personId, referral_id: referralId } of kept) {
      this.database.happened({
        name: 'personMentioned',
        payload: { conversationId, referralId, seq, membershipId, personId },
      });
    }
  }
}
