import { Injectable } from '@nestjs/common';
import { Problem } from '@rinnalla/shared/kernel/problem';
import type { Side } from '@rinnalla/shared/referral/referral';
import { mostCounted } from '@rinnalla/shared/referral/referral-routes';
import type { StatusGroup } from '@rinnalla/shared/referral/referral-status';
import { Database } from '../../platform/database/database.js';
import { statement, type Statement } from '../../platform/database/statement.js';
import { type ReferralRowRecord, rowColumns, rowTables } from './row-columns.js';

export type Worklist = 'mine' | 'organization';

export interface WorklistQuestion {
  side: Side;
  list: Worklist;
  group?: StatusGroup | undefined;
  clientId?: string | undefined;
  after?: string | undefined;
  limit: number;
}

/** The same rule as `sideOf` in shared/src/referral/referral-permissions.ts, as a filter: a test holds the two together. */
const bySide: Record<Side, string> = {
  sender: `r.sender_organization_id = (select app.client_organization())
           and (not r.non_disclosure or r.handler_id = any ((select app.my_people())::uuid[]))`,
  provider: `r.provider_organization_id = (select app.case_organization()) and r.sent_at is not null`,
};
const mine: Record<Side, string> = {
  sender: 'r.handler_id = any ((select app.my_people())::uuid[])',
  provider: 'r.assignee_id = any ((select app.my_people())::uuid[])',
};
const scopeOf = (side: Side, list: Worklist): string =>
  list === 'mine' ? `${bySide[side]} and ${mine[side]}` : bySide[side];

const forEach = <Made>(make: (side: Side, list: Worklist) => Made): Record<Side, Record<Worklist, Made>> => ({
  sender: { mine: make('sender', 'mine'), organization: make('sender', 'organization') },
  provider: { mine: make('provider', 'mine'), organization: make('provider', 'organization') },
});

/** The usual page and the longest. A limit that PostgreSQL cannot see makes it plan each page anew, which costs more than reading it. */
type PageSize = 'usual' | 'longest';
const rowsOf: Record<PageSize, number> = { usual: 20, longest: 100 };

/** Ids first, from the index alone; names and unread only for the rows that are shown. One statement for each index. */
const pagesOf = (side: Side, list: Worklist, filter: string, name: string): Record<PageSize, Statement> => {
  const ofSize = (size: PageSize): Statement =>
    statement(
      `referral-list-${side}-${list}-${name}-${size}`,
      `with chosen as (
         select r.id, r.list_order from referral r
          where ${scopeOf(side, list)} and ${filter} and (r.list_order, r.id) > ($2::bigint, $3::uuid)
          order by r.list_order, r.id limit ${rowsOf[size] + 1})
       select ${rowColumns}, chosen.list_order::text as "listOrder"
         from chosen join referral r on r.id = chosen.id ${rowTables}
        order by chosen.list_order, chosen.id`,
    );
  return { usual: ofSize('usual'), longest: ofSize('longest') };
};
const inGroup = forEach((side, list) => pagesOf(side, list, 'r.list_group = $1', 'group'));
const ofClient = forEach((side, list) => pagesOf(side, list, 'r.client_id = $1', 'client'));
const ofClientInGroup = forEach((side, list) =>
  pagesOf(side, list, 'r.client_id = $1 and r.list_group = $4', 'client-group'),
);
const all = forEach((side, list) => pagesOf(side, list, '$1::text is null', 'all'));

/** No further than anybody reads. In the list's order what is late comes first: of what has a deadline, `list_order` is that instant. */
const counts = forEach((side, list) =>
  statement(
    `referral-counts-${side}-${list}`,
    `select w.list_group as "group", counted.count, counted.late
       from unnest('{waiting_provider,waiting_sender,running,paused}'::text[]) w (list_group) cross join lateral (
         select count(*)::int as count, count(*) filter (where first.list_order < $1)::int as late from (
           select r.list_order from referral r where ${scopeOf(side, list)} and r.list_group = w.list_group
            order by r.list_order limit ${mostCounted}) first) counted
      where counted.count > 0`,
  ),
);

export type ListedRow = ReferralRowRecord & { listOrder: string };

@Injectable()
export class WorklistQuery {
  constructor(private readonly database: Database) {}

  /** The nearest deadline first, then what moved last. A row more than is shown tells that there is a next page. */
  async list({
    side,
    list,
    group,
    clientId,
    after,
    limit,
  }: WorklistQuestion): Promise<{ rows: ListedRow[]; next: string | null }> {
    const [order, id] =
      after === undefined ? ['-1', '00000000-0000-0000-0000-000000000000'] : parseCursor(after);
    const size: PageSize = limit <= rowsOf.usual ? 'usual' : 'longest';
    const rows = await this.find(side, list, size, { group, clientId }, [order, id]);
    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    return { rows: shown, next: rows.length > limit && last ? cursorOf(last) : null };
  }

  /** Groups that hold something; each number is at most `mostCounted`. */
  count(
    side: Side,
    list: Worklist,
    now: Date,
  ): Promise<{ group: StatusGroup; count: number; late: number }[]> {
    return this.database.rows(counts[side][list], [now.getTime()]);
  }

  private find(
    side: Side,
    list: Worklist,
    size: PageSize,
    { group, clientId }: Pick<WorklistQuestion, 'group' | 'clientId'>,
    after: string[],
  ): Promise<ListedRow[]> {
    if (clientId && group)
      return this.database.rows(ofClientInGroup[side][list][size], [clientId, ...after, group]);
    if (clientId) return this.database.rows(ofClient[side][list][size], [clientId, ...after]);
    if (group) return this.database.rows(inGroup[side][list][size], [group, ...after]);
    return this.database.rows(all[side][list][size], [null, ...after]);
  }
}

const cursorOf = (row: ListedRow): string => Buffer.from(`${row.listOrder}|${row.id}`).toString('base64url');

const parseCursor = (cursor: string): [string, string] => {
  const found = /^(\d{1,15})\|([0-9a-f-]{36})$/.exec(Buffer.from(cursor, 'base64url').toString());
  if (!found?.[1] || !found[2])
    throw new Problem('invalidInput', { fields: [{ path: 'query.after', code: 'invalid' }] });
  return [found[1], found[2]];
};
