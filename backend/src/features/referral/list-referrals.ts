import { Injectable } from '@nestjs/common';
import { helsinkiDateOf, startOfDay } from '@rinnalla/shared/kernel/helsinki-time';
import { addDays } from '@rinnalla/shared/kernel/local-date';
import { Problem } from '@rinnalla/shared/kernel/problem';
import type { ParsedOf, ResponseOf } from '@rinnalla/shared/contract/define-route';
import type { Member } from '@rinnalla/shared/organization/actor';
import type { Side } from '@rinnalla/shared/referral/referral';
import { sideOfRole } from '@rinnalla/shared/referral/referral-permissions';
import type { referralRoutes } from '@rinnalla/shared/referral/referral-routes';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { presentRow } from './referral-row.presenter.js';
import type { ReferralRowRecord } from './row-columns.js';
import { type TodayList, TodayQuery } from './today.query.js';
import { type Worklist, WorklistQuery } from './worklist.query.js';

const newsDays = 3;
const soonDays = 7;
/** How long a declined referral without a successor asks for one. */
const declinedDays = 30;

/** The worklists. Those without case access are told that there are none. Which rows were shown is logged. */
@Injectable()
export class ListReferrals {
  constructor(
    private readonly worklists: WorklistQuery,
    private readonly todays: TodayQuery,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async list(
    member: Member,
    query: ParsedOf<typeof referralRoutes.list>['query'],
  ): Promise<ResponseOf<typeof referralRoutes.list>> {
    const side = sideIn(member);
    const { rows, next } = await this.worklists.list({ ...query, side });
    this.logShown(rows, 'worklist');
    const now = this.clock.now();
    return { items: rows.map((row) => presentRow(row, side, now)), next };
  }

  async count(member: Member, list: Worklist): Promise<ResponseOf<typeof referralRoutes.counts>> {
    return { groups: await this.worklists.count(sideIn(member), list, this.clock.now()) };
  }

  async today(member: Member): Promise<ResponseOf<typeof referralRoutes.today>> {
    const side = sideIn(member);
    const now = this.clock.now();
    const day = helsinkiDateOf(now);
    const rows = await this.todays.list(side, now, {
      newsSince: startOfDay(addDays(day, -newsDays)),
      declinesSince: startOfDay(addDays(day, -declinedDays)),
      soon: addDays(day, soonDays),
    });
    this.logShown(rows, 'today');
    const of = (list: TodayList) =>
      rows.filter((row) => row.list === list).map((row) => presentRow(row, side, now));
    return {
      needsYou: of('needsYou'),
      answered: of('answered'),
      startingSoon: of('startingSoon'),
      waitingForOthers: of('waitingForOthers'),
      drafts: of('drafts'),
      waitingForOthersCount: rows[0]?.waitingCount ?? 0,
    };
  }

  private logShown(rows: readonly ReferralRowRecord[], list: string): void {
    if (rows.length === 0) return;
    this.database.log({
      action: 'listReferrals',
      objectType: 'referral',
      details: { list, ids: [...new Set(rows.map(({ id }) => id))] },
    });
  }
}

const sideIn = (member: Member): Side => {
  const side = sideOfRole(member.role);
  if (!side) throw new Problem('notFound');
  return side;
};
