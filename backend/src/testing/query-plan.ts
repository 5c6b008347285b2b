import pg from 'pg';
import { hashOfToken } from '../platform/auth/session-token.js';
import { appSettings } from '../platform/database/data-source.js';
import { nodesOf, planOf, type PlanNode } from '../bench/query-plan.js';
import { messagesOfSession, workOf } from '../bench/sent-statements.js';
import type { SignedIn } from './people.js';
import type { TestServer } from './test-server.js';

export interface QueryPlan {
  statement: string;
  /** Tables that are read from beginning to end. */
  scanned: string[];
  indexes: string[];
  /** Rows of the largest sort, and whether one went to the disk. */
  mostSorted: number;
  spills: boolean;
  /** Rows that were read in vain, at most in one step of the plan. */
  mostDiscarded: number;
}

/** The plans of every statement that the use cases in `work` send, as the app's connections make them, in the same person's session. */
export const plansOf = async (
  server: TestServer,
  caller: SignedIn,
  work: () => Promise<unknown>,
): Promise<QueryPlan[]> => {
  const token = caller.cookie.slice('session='.length);
  const sent = workOf((await messagesOfSession(token, work)).sent);
  const client = new pg.Client({ connectionString: server.database.appUrl, options: appSettings });
  await client.connect();
  try {
    await client.query('begin');
    await client.query('select from app.enter($1, $2)', [hashOfToken(token), server.clock.now()]);
    const plans: QueryPlan[] = [];
    for (const one of sent) plans.push(told(one.name ?? '', nodesOf(await planOf(client, one))));
    return plans;
  } finally {
    await client.query('rollback');
    await client.end();
  }
};

const told = (statement: string, nodes: PlanNode[]): QueryPlan => {
  const sorts = nodes.filter((node) => node['Node Type'].includes('Sort'));
  return {
    statement,
    scanned: [
      ...new Set(
        nodes.filter((node) => node['Node Type'] === 'Seq Scan').map((node) => node['Relation Name'] ?? ''),
      ),
    ],
    indexes: [...new Set(nodes.map((node) => node['Index Name'] ?? '').filter(Boolean))],
    mostSorted: Math.max(
      0,
      ...sorts.flatMap(({ Plans = [] }) => Plans.map((node) => node['Actual Rows'] ?? 0)),
    ),
    spills: sorts.some((node) => node['Sort Space Type'] === 'Disk'),
    mostDiscarded: Math.max(0, ...nodes.map((node) => node['Rows Removed by Filter'] ?? 0)),
  };
};
