import { load, type Call, type LoadOutcome } from './load.js';
import { limitPath, type Operation, type Target, targets } from './operations.js';
import { cpuSecondsOf, cpuSecondsOfPostgres } from './process-cost.js';

export interface Round extends LoadOutcome {
  serverCpuMs: number;
  databaseCpuMs: number;
}

export interface Machinery {
  servers: Record<Target, { url: string; pid: number }>;
  postmasterPid: number;
  seconds: number;
  rounds: number;
  /** Never the same number twice: cases are written once. */
  nextBatch: () => number;
}

/** More than either server has reached on any machine of ours; a round that runs out of cases fails. */
const mostWritesPerSecond = 3_000;
const warmUpSeconds = 1;

/** Rounds of API and limits by turns, who begins changes; so that what the machine does besides falls on both. */
export const runRounds = async (
  operation: Operation,
  machinery: Machinery,
): Promise<Record<Target, Round[]>> => {
  const done: Record<Target, Round[]> = { api: [], limit: [], keeping: [] };
  const measured = targets.filter((target) => operation.keepingRatio !== undefined || target !== 'keeping');
  for (const target of measured)
    await load(
      machinery.servers[target].url,
      warmUpSeconds,
      await callsOf(operation, target, machinery, warmUpSeconds),
    );
  for (let round = 0; round < machinery.rounds; round += 1)
    for (const target of round % 2 === 0 ? measured : measured.toReversed())
      done[target].push(await oneRound(operation, target, machinery));
  return done;
};

const oneRound = async (operation: Operation, target: Target, machinery: Machinery): Promise<Round> => {
  const { servers, postmasterPid, seconds } = machinery;
  const { url, pid } = servers[target];
  const next = await callsOf(operation, target, machinery, seconds);
  const [server, database] = [cpuSecondsOf(pid), cpuSecondsOfPostgres(postmasterPid)];
  const outcome = await load(url, seconds, next);
  const perRequest = (before: number, after: number): number =>
    ((after - before) * 1000) / Math.max(outcome.requests, 1);
  return {
    ...outcome,
    serverCpuMs: perRequest(server, cpuSecondsOf(pid)),
    databaseCpuMs: perRequest(database, cpuSecondsOfPostgres(postmasterPid)),
  };
};

const callsOf = async (
  operation: Operation,
  target: Target,
  { nextBatch }: Machinery,
  seconds: number,
): Promise<() => Call> => {
  let index = 0;
  if (operation.kind === 'read') {
    const { calls, name } = operation;
    return () => {
      const number = index++ % calls.length;
      return target === 'api'
        ? calls[number]!
        : { method: 'GET', path: `${limitPath(target, name)}/${number}` };
    };
  }
  const prepared = await operation.prepare(nextBatch(), seconds * mostWritesPerSecond);
  return () => {
    const place = prepared[operation.goesRound ? index++ % prepared.length : index++];
    if (!place)
      throw new Error(
        `${operation.name} used up its ${prepared.length} prepared cases: raise mostWritesPerSecond.`,
      );
    return operation.call(target, place);
  };
};
