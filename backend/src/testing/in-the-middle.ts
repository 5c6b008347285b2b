import type { Pool } from 'pg';
import { until } from './until.js';

/** Somebody else's change that has been written and not yet committed: whoever changes the same row waits for it. */
export interface InTheMiddle {
  /** Until somebody waits for it. Whoever does not come lets go of it, and the test fails. */
  isAwaited(): Promise<void>;
  commit(): Promise<void>;
}

export const inTheMiddle = async (
  owner: Pool,
  sql: string,
  values: readonly unknown[],
): Promise<InTheMiddle> => {
  const client = await owner.connect();
  await client.query('begin');
  await client.query(sql, [...values]);
  const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
  const end = async (how: 'commit' | 'rollback'): Promise<void> => {
    await client.query(how);
    client.release();
  };
  const waiting = 'select from pg_stat_activity where $1 = any (pg_blocking_pids(pid))';
  return {
    isAwaited: () =>
      until(async () => ((await owner.query(waiting, [rows[0]?.pid])).rowCount ?? 0) > 0).catch(
        async (error: unknown) => {
          await end('rollback');
          throw error;
        },
      ),
    commit: () => end('commit'),
  };
};
