import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * One database cluster on disk. `home` is ours: it holds the passwords (0600) and PostgreSQL's log. `cluster`
 * inside it belongs to PostgreSQL's user alone.
 */
export interface ClusterFiles {
  home: string;
  cluster: string;
  credentials: string;
  log: string;
  /** Process number of the command that started the server and will stop it. */
  startedBy: string;
}

export const clusterFiles = (home: string): ClusterFiles => ({
  home,
  cluster: join(home, 'cluster'),
  credentials: join(home, 'credentials.json'),
  log: join(home, 'postgres.log'),
  startedBy: join(home, 'started-by'),
});

/** Major version the cluster was made by; undefined before `initdb`. */
export function clusterVersion({ cluster }: ClusterFiles): number | undefined {
  const file = join(cluster, 'PG_VERSION');
  return existsSync(file) ? Number(readFileSync(file, 'utf8')) : undefined;
}

/** The lines of `postmaster.pid` that matter (PostgreSQL 10 and on): 1 process, 4 port, 8 status. */
export function readPostmaster({
  cluster,
}: ClusterFiles): { pid: number; port: number; isReady: boolean } | undefined {
  const file = join(cluster, 'postmaster.pid');
  if (!existsSync(file)) return undefined;
  const lines = readFileSync(file, 'utf8').split('\n');
  return { pid: Number(lines[0]), port: Number(lines[3]), isReady: lines[7]?.trim() === 'ready' };
}
