import pg from 'pg';
import type { SentStatement } from './sent-statements.js';

export interface PlanNode {
  'Node Type': string;
  'Relation Name'?: string;
  'Index Name'?: string;
  'Sort Space Type'?: 'Memory' | 'Disk';
  'Sort Space Used'?: number;
  'Hash Batches'?: number;
  'Actual Rows'?: number;
  'Actual Loops'?: number;
  'Rows Removed by Filter'?: number;
  Plans?: PlanNode[];
}

/**
 * The plan of a statement in the current transaction, with its context; the client began with `appSettings`, so it is the one
 * for all values. What writes is planned and not run.
 */
export const planOf = async (client: pg.ClientBase, { text, values }: SentStatement): Promise<PlanNode> => {
  const writes = /\b(insert into|update|delete from)\b/i.test(text);
  const given = values.length > 0 ? `(${values.map(literal).join(', ')})` : '';
  await client.query(`prepare asked as ${text}`);
  try {
    const { rows } = await client.query<{ 'QUERY PLAN': { Plan: PlanNode }[] }>(
      `explain (${writes ? '' : 'analyze, '}format json) execute asked ${given}`,
    );
    const plan = rows[0]?.['QUERY PLAN'][0]?.Plan;
    if (!plan) throw new Error('PostgreSQL told no plan.');
    return plan;
  } finally {
    await client.query('deallocate asked');
  }
};

/** The plan's steps, the outermost first. */
export const nodesOf = (plan: PlanNode): PlanNode[] => [plan, ...(plan.Plans ?? []).flatMap(nodesOf)];

/** What a list may not do: read a guarded table from end to end, or sort more than memory holds. */
export const faultsOf = (plan: PlanNode, guardedTables: ReadonlySet<string>): string[] =>
  nodesOf(plan).flatMap((node) => {
    const table = node['Relation Name'];
    const faults: string[] = [];
    if (node['Node Type'].endsWith('Seq Scan') && table && guardedTables.has(table))
      faults.push(`reads all of ${table}`);
    if (node['Sort Space Type'] === 'Disk') faults.push(`sorts ${node['Sort Space Used']} kB on disk`);
    if ((node['Hash Batches'] ?? 1) > 1) faults.push('hashes on disk');
    return faults;
  });

const literal = (value: unknown): string => {
  if (value === null || value === undefined) return 'null';
  if (Array.isArray(value))
    return pg.escapeLiteral(`{${value.map((one) => JSON.stringify(String(one))).join(',')}}`);
  if (value instanceof Date) return pg.escapeLiteral(value.toISOString());
  return pg.escapeLiteral(typeof value === 'string' ? value : JSON.stringify(value));
};
