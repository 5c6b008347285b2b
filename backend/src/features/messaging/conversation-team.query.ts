import { Injectable } from '@nestjs/common';
import { Problem } from '@rinnalla/shared/kernel/problem';
import type { TeamMember } from '@rinnalla/shared/messaging/messaging-routes';
import type { Role } from '@rinnalla/shared/organization/role';
import { Database } from '../../platform/database/database.js';
import { statement } from '../../platform/database/statement.js';

const conversationTeam = statement(
  'conversation-team',
  `select t.membership_id, t.person_id, t.name, t.organization_id, t.role
     from conversation c left join lateral app.conversation_team(c.id) t on true where c.id = $1`,
);

interface TeamRow {
  membership_id: string | null;
  person_id: string;
  name: string;
  organization_id: string;
  role: Role;
}

/** Who reads a conversation and can be called by name in it. */
@Injectable()
export class ConversationTeamQuery {
  constructor(private readonly database: Database) {}

  async list(conversationId: string): Promise<TeamMember[]> {
    const rows = await this.database.rows<TeamRow>(conversationTeam, [conversationId]);
    if (rows.length === 0) throw new Problem('notFound');
    return rows.flatMap(
      ({ membership_id: membershipId, person_id: personId, name, organization_id: organizationId, role }) =>
        membershipId === null ? [] : [{ membershipId, personId, name, organizationId, role }],
    );
  }
}
