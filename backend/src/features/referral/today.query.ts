import { Injectable } from '@nestjs/common';
import type { Side } from '@rinnalla/shared/referral/referral';
import { Database } from '../../platform/database/database.js';
import { statement } from '../../platform/database/statement.js';
import { type ReferralRowRecord, rowColumns, rowTables } from './row-columns.js';

const todayLists = ['needsYou', 'answered', 'startingSoon', 'waitingForOthers', 'drafts'] as const;
export type TodayList = (typeof todayLists)[number];

export type TodayRow = ReferralRowRecord & { list: TodayList; waitingCount: number };

interface TodayRules {
  /** Whose referrals: one's own, and those that nobody has taken yet. */
  mine: string;
  needsYou: string;
  /** The other side's last step, newest first. */
  answers: string;
  waitingForOthers: string;
  /** Only whose side has written them. */
  drafts: string;
}

/**
 * $1 now, $2 since when an answer is news, $3 until when a deadline or a start is near. $4 and $5: the places in the order of
 * what has ended before which an answer is news, and a decline without a successor still asks for one.
 */
const rules: Record<Side, TodayRules> = {
  sender: {
    mine: `r.sender_organization_id = (select app.client_organization()) and r.handler_id = any ((select app.my_people())::uuid[])`,
    needsYou: `r.list_group = 'waiting_sender'
               or (r.list_group = 'waiting_provider' and r.due_at < $1)
               or (r.list_group = 'ended' and r.list_order < $5 and r.status = 'declined'
                   -- As a value, not as "not exists": for that PostgreSQL reads every referral once to hash them.
                   and (select n.id from referral n where n.previous_referral_id = r.id limit 1) is null)`,
    answers: `('accept', 'waitlist', 'decline')`,
    waitingForOthers: `r.list_group = 'waiting_provider' and r.due_at >= $1`,
    drafts: `r.list_group is null and r.status = 'draft'`,
  },
  provider: {
    mine: `r.provider_organization_id = (select app.case_organization()) and r.sent_at is not null
           and (r.assignee_id is null or r.assignee_id = any ((select app.my_people())::uuid[]))`,
    needsYou: `r.list_group = 'waiting_provider' or (r.list_group in ('running', 'paused') and r.due_at < $3)`,
    answers: `('answer', 'approve', 'withdraw')`,
    waitingForOthers: `r.list_group = 'waiting_sender'`,
    drafts: 'false',
  },
};

const chosen = (
  list: TodayList,
  mine: string,
  filter: string,
  order = 'r.list_order, r.id',
  most = 50,
): string =>
  `(select r.id, '${list}' as list, row_number() over (order by ${order}) as nth from referral r where ${mine} and (${filter}) order by ${order} limit ${most})`;

const today = (side: Side) => {
  const { mine, needsYou, answers, waitingForOthers, drafts } = rules[side];
  const isNews = `(r.list_group in ('waiting_provider', 'waiting_sender', 'running', 'paused') and r.status_since > $2) or (r.list_group = 'ended' and r.list_order < $4)`;
  const answered = `(${isNews}) and exists (select from referral_step p where p.referral_id = r.id and p.version = r.version and p.action in ${answers})`;
  const startingSoon = `r.list_group = 'running' and r.status = 'accepted'
    and coalesce(r.planned_start_on, (r.first_meeting_at at time zone 'Europe/Helsinki')::date) <= ($3::timestamptz at time zone 'Europe/Helsinki')::date`;
  return statement(
    `referral-today-${side}`,
    // One side does not ask for all of them: the parameters still need their types.
    `with asked as (select $1::timestamptz, $5::bigint), chosen as (
       ${chosen('needsYou', mine, needsYou)}
       union all ${chosen('answered', mine, answered, 'r.status_since desc, r.id', 20)}
       union all ${chosen('startingSoon', mine, startingSoon, 'coalesce(r.first_meeting_at, r.planned_start_on), r.id', 20)}
       union all ${chosen('waitingForOthers', mine, waitingForOthers, 'r.list_order, r.id', 10)}
       union all ${chosen('drafts', mine, drafts, 'r.updated_at desc, r.id', 10)})
     select ${rowColumns}, chosen.list,
            (select count(*)::int from referral r where ${mine} and (${waitingForOthers})) as "waitingCount"
       from chosen join referral r on r.id = chosen.id ${rowTables}
      order by chosen.list, chosen.nth`,
  );
};
const statements: Record<Side, ReturnType<typeof today>> = {
  sender: today('sender'),
  provider: today('provider'),
};

/** Where what ended at an instant stands in the list: as the generated column `list_order` counts. */
const orderOfEnd = (at: Date): number => 100_000_000_000_000 - at.getTime();

@Injectable()
export class TodayQuery {
  constructor(private readonly database: Database) {}

  list(
    side: Side,
    now: Date,
    { newsSince, declinesSince, soon }: { newsSince: Date; declinesSince: Date; soon: Date },
  ): Promise<TodayRow[]> {
    return this.database.rows(statements[side], [
      now,
      newsSince,
      soon,
      orderOfEnd(newsSince),
      orderOfEnd(declinesSince),
    ]);
  }
}
