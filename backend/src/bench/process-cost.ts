import { readdirSync, readFileSync } from 'node:fs';

/** `/proc` counts processor time in hundredths of a second on every Linux. */
const ticksPerSecond = 100;

interface Stat {
  parent: number;
  ownTicks: number;
  /** Of children that have ended. */
  endedTicks: number;
}

/** proc(5): fields 4, 14, 15, 16 and 17, counted after the name, which may hold spaces. */
const statOf = (pid: number | string): Stat | undefined => {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
    const ticks = (index: number) => Number(fields[index]);
    return { parent: ticks(1), ownTicks: ticks(11) + ticks(12), endedTicks: ticks(13) + ticks(14) };
  } catch {
    return undefined;
  }
};

/** Processor seconds that a process has used. */
export const cpuSecondsOf = (pid: number): number => (statOf(pid)?.ownTicks ?? 0) / ticksPerSecond;

/** Processor seconds of PostgreSQL: the postmaster, its children, and those that have ended. */
export const cpuSecondsOfPostgres = (postmasterPid: number): number => {
  const stats = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(statOf);
  const children = stats
    .filter((stat) => stat?.parent === postmasterPid)
    .reduce((sum, stat) => sum + (stat?.ownTicks ?? 0), 0);
  const postmaster = statOf(postmasterPid);
  return ((postmaster?.ownTicks ?? 0) + (postmaster?.endedTicks ?? 0) + children) / ticksPerSecond;
};

/** Megabytes in memory now. */
export const residentMegabytesOf = (pid: number): number =>
  Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
