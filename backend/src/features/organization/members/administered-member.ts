import { Injectable } from '@nestjs/common';
import { helsinkiDateOf } from '@rinnalla/shared/kernel/helsinki-time';
import { Problem } from '@rinnalla/shared/kernel/problem';
import type { Member } from '@rinnalla/shared/organization/actor';
import { mayChangeMembership } from '@rinnalla/shared/organization/member-permissions';
import type { MemberStatus } from '@rinnalla/shared/organization/member-status';
import { Clock } from '../../../platform/clock/clock.js';
import { administratorOf, statusOf } from './member.presenter.js';
import { MemberQuery, type MemberRow } from './member.query.js';
import { assertAdministers } from './read-members.js';

export interface Administered {
  row: MemberRow;
  status: MemberStatus;
}

/** The membership that somebody is about to change: another's, in a role that they could give, and not over. */
@Injectable()
export class AdministeredMember {
  constructor(
    private readonly members: MemberQuery,
    private readonly clock: Clock,
  ) {}

  async get(by: Member, membershipId: string): Promise<Administered> {
    const found = await this.getToEnd(by, membershipId);
    if (found.status === 'ended') throw new Problem('wrongStatus', { reason: 'membershipEnded' });
    return found;
  }

  /** Also one whose days are over: what it left may find an owner still, until somebody has ended it. */
  async getToEnd(by: Member, membershipId: string): Promise<Administered> {
    assertAdministers(by);
    const row = await this.members.get(membershipId);
    if (row.person_id === by.personId) throw new Problem('notAllowed', { reason: 'ownMembership' });
    if (!mayChangeMembership(administratorOf(by), { personId: row.person_id, role: row.role }))
      throw new Problem('notAllowed', { reason: 'roleAboveOwn' });
    if (row.ended_at) throw new Problem('wrongStatus', { reason: 'membershipEnded' });
    return { row, status: statusOf(row, helsinkiDateOf(this.clock.now())) };
  }

  async changedMeanwhile(membershipId: string): Promise<Problem> {
    const { version, updated_at: at, updated_by_name: actorName } = await this.members.get(membershipId);
    return new Problem('changedMeanwhile', {
      details: { actorName, at: at?.toISOString() ?? null, version },
    });
  }
}
