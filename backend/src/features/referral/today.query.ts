import { Injectable } from '@nestjs/common';
import { startOfDay } from '@rinnalla/shared/kernel/helsinki-time';
import type { LocalDate } from '@rinnalla/shared/kernel/local-date';
import type { Side } from '@rinnalla/shared/referral/referral';
import { mostCounted } from '@rinnalla/shared/referral/referral-routes';
import { mostOfToday } from '@rinnalla/shared/referral/today-lists';
import { Database } from '../../platform/database/database.js';
import { type Statement, statement } from '../../platform/database/statement.js';
import { type ReferralRowRecord, rowColumns, rowTables } from './row-columns.js';

export type TodayList = keyof typeof mostOfToday;

export type TodayRow = ReferralRowRecord & { list: TodayList; waitingCount: number };

/**
 * Each condition is one range of an index that stands in the list's order; together they are the list. $1 is now and $4 until
 * when a deadline is near, as places among what has a deadline; $2 since when an answer is news; $3 the day until which a start
 * is near; $5 the place among what has ended before which a decline without a successor still asks for one.
 */
interface ListRule {
  conditions: readonly string[];
  order: string;
}

const byDeadline = 'r.list_order, r.id';

/** The other side's last step, the newest first; the statuses are those of the index of news (migration 2960). */
const answered = (statuses: string, actions: string): ListRule => ({
  conditions: [
    `r.status in ${statuses} and r.status_since > $2
     and (select p.action from referral_step p where p.referral_id = r.id and p.version = r.version) in ${actions}`,
  ],
  order: 'r.status_since desc, r.id',
});
const startingSoon: ListRule = {
  conditions: [`r.status = 'accepted' and r.starts_on <= $3`],
  order: 'coalesce(r.first_meeting_at, r.planned_start_on), r.id',
};
const needsYou = (...conditions: string[]): ListRule => ({ conditions, order: byDeadline });
const waiting = (condition: string): ListRule => ({ conditions: [condition], order: byDeadline });

type TodayRules = Partial<Record<TodayList, ListRule>> & { waitingForOthers: ListRule };

const rules: Record<Side, TodayRules> = {
  sender: {
    needsYou: needsYou(
      `r.list_group = 'waiting_sender'`,
      `r.list_group = 'waiting_provider' and r.list_order < $1`,
      // As a value, not as "not exists": for that PostgreSQL reads every referral once to hash them.
      `r.list_group = 'ended' and r.list_order < $5 and r.status = 'declined'
       and (select n.id from referral n where n.previous_referral_id = r.id limit 1) is null`,
    ),
    answered: answered(`('accepted', 'waitlisted', 'declined')`, `('accept', 'waitlist', 'decline')`),
    startingSoon,
    waitingForOthers: waiting(
      `r.list_group = 'waiting_provider' and r.list_order >= $1 and r.due_at is not null`,
    ),
    drafts: {
      conditions: [`r.list_group is null and r.status = 'draft'`],
      order: 'r.updated_at desc, r.id',
    },
  },
  provider: {
    needsYou: needsYou(
      `r.list_group = 'waiting_provider'`,
      `r.list_group = 'running' and r.list_order < $4`,
      `r.list_group = 'paused' and r.list_order < $4`,
    ),
    answered: answered(
      `('acknowledged', 'completed', 'interrupted', 'withdrawn')`,
      `('answer', 'approve', 'withdraw')`,
    ),
    startingSoon,
    waitingForOthers: waiting(`r.list_group = 'waiting_sender'`),
  },
};

/** `end`: in which order, and how many. */
type Reading = (condition: string, end: string) => string;

const shown: Reading = (condition, end) =>
  `select r.id, r.list_order, r.status_since, r.first_meeting_at, r.planned_start_on, r.updated_at
     from referral r where ${condition} ${end}`;
const ofEachPerson =
  (mine: string): Reading =>
  (condition, end) =>
    `(select r.* from me cross join lateral (${shown(`${mine} and ${condition}`, end)}) r)`;

const ofProvider = `r.provider_organization_id = (select app.case_organization()) and r.sent_at is not null`;
const taken = ofEachPerson(`r.assignee_id = me.person and ${ofProvider}`);

/** Whose referrals: one's own and theirs for whom one stands in, and at the provider those that nobody has taken yet. */
const readings: Record<Side, Reading> = {
  sender: ofEachPerson(
    `r.handler_id = me.person and r.sender_organization_id = (select app.client_organization())`,
  ),
  provider: (condition, end) =>
    `${taken(condition, end)} union all (${shown(`r.assignee_id is null and ${ofProvider} and ${condition}`, end)})`,
};

const today = (side: Side): Statement => {
  const read = ({ conditions }: ListRule, end: string): string =>
    conditions.map((condition) => readings[side](condition, end)).join(' union all ');
  const chosen = (Object.keys(mostOfToday) as TodayList[]).flatMap((list) => {
    const rule = rules[side][list];
    if (!rule) return [];
    const end = `order by ${rule.order} limit ${mostOfToday[list]}`;
    return `(select r.id, '${list}' as list, row_number() over (order by ${rule.order}) as nth from (${read(rule, end)}) r ${end})`;
  });
  const counted = `limit ${mostCounted}`;
  return statement(
    `referral-today-${side}`,
    // One side does not ask for all of them: the parameters still need their types.
    `with asked as (select $1::bigint, $2::timestamptz, $3::date, $4::bigint, $5::bigint),
       me as materialized (select distinct unnest(app.my_people()) as person),
       chosen as (${chosen.join(' union all ')})
     select ${rowColumns}, chosen.list,
            (select count(*)::int from (select from (${read(rules[side].waitingForOthers, counted)}) r ${counted}) c) as "waitingCount"
       from chosen join referral r on r.id = chosen.id ${rowTables}
      order by chosen.list, chosen.nth`,
  );
};
const statements: Record<Side, Statement> = { sender: today('sender'), provider: today('provider') };

/** Where what ended at an instant stands in the list: as the generated column `list_order` counts. */
const orderOfEnd = (at: Date): number => 100_000_000_000_000 - at.getTime();

@Injectable()
export class TodayQuery {
  constructor(private readonly database: Database) {}

  /** `soon`: the day from which on nothing is near yet; what starts on it does. The count is at most `mostCounted`. */
  list(
    side: Side,
    now: Date,
    { newsSince, declinesSince, soon }: { newsSince: Date; declinesSince: Date; soon: LocalDate },
  ): Promise<TodayRow[]> {
    return this.database.rows(statements[side], [
      now.getTime(),
      newsSince,
      soon,
      startOfDay(soon).getTime(),
      orderOfEnd(declinesSince),
    ]);
  }
}
