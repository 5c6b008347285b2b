import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { repositoryFolder } from '../../commands/start-options.js';
import { pauseSockets } from './paused-sockets.js';
import { repeatSends } from './repeated-sends.js';
import type { Line } from './report.js';
import { revokeMemberships } from './revoked-memberships.js';
import { type Outcome, runUnderFaults, type UnderFaults } from './run-under-faults.js';
import type { Stage } from './stage.js';
import { isWhole } from './verdict.js';

export type Scenario = (stage: Stage) => Promise<Omit<Line, 'seconds'>>;

const swarm = { talks: 20, pace: { messagesPerSecond: 100, burstEveryMs: 200 } };
const steady = { ...swarm, pace: { messagesPerSecond: 100, burstEveryMs: 20 } };
const zeros = (outcome: Outcome): [string, boolean] => [
  '0 lost, 0 doubled, 0 gaps, 0 wrong views, and everything written was acknowledged',
  isWhole(outcome) && outcome.isAtRest,
];
const within = (what: string, ms: number, mostMs: number): [string, boolean] => [
  `${what} ${Math.round(ms)} ms, at most ${Math.round(mostMs)}`,
  ms <= mostMs,
];

const invalidUnless = (
  outcome: Outcome,
  needed: readonly ('hits' | 'retries' | 'replayedAcks')[],
): string | undefined => {
  const missing = needed.filter((key) => outcome[key] === 0);
  return missing.length > 0 ? `no ${missing.join(', no ')}` : undefined;
};

const underFaults =
  (
    test: string,
    fault: string,
    given: UnderFaults,
    goalsOf: (outcome: Outcome) => Line['goals'],
    needed: Parameters<typeof invalidUnless>[1],
  ): Scenario =>
  async (stage) => {
    const nodes = stage.targets().nodes.join();
    const outcome = await runUnderFaults(stage, given);
    const goals = goalsOf(outcome);
    if (test === 'F3') goals.push(['the API processes live', stage.targets().nodes.join() === nodes]);
    return { test, fault, ...outcome, goals, invalid: invalidUnless(outcome, needed) };
  };

const work = ['hits', 'retries', 'replayedAcks'] as const;

/** The fault tests of docs/delivery.md with their figures. */
export const scenarios: Readonly<Record<string, Scenario>> = {
  F1: underFaults(
    'F1',
    'none',
    { ...steady, steps: [], seconds: 60 },
    (o) => [zeros(o), within('ack p50', o.ackP50Ms, 50), within('ack p99', o.ackP99Ms, 500)],
    [],
  ),
  F2: underFaults(
    'F2',
    'kill -9 of an API process',
    { ...swarm, steps: [{ kind: 'killNode', times: 20, everyMs: 5_000 }] },
    (o) => [zeros(o), within('ack p99', o.ackP99Ms, 3_000)],
    work,
  ),
  F3: underFaults(
    'F3',
    'immediate stop of PostgreSQL',
    { ...swarm, steps: [{ kind: 'stopDatabase', times: 20, everyMs: 7_000 }] },
    (o) => [zeros(o), within('back after', o.backMs, 10_000)],
    work,
  ),
  F4: underFaults(
    'F4',
    'end of the LISTEN connections',
    { ...swarm, steps: [{ kind: 'endDoorbell', times: 50, everyMs: 1_200 }] },
    (o) => [zeros(o), within('longest unseen', o.screenMaxMs, 5_000)],
    ['hits'],
  ),
  F5: underFaults(
    'F5',
    'a quarter of connections dropped',
    { ...swarm, carries: true, steps: [{ kind: 'dropSockets', times: 30, everyMs: 2_000 }] },
    (o) => [zeros(o)],
    work,
  ),
  F7: async (stage) => {
    const { messages, repeats, unequalAnswers, acceptedChanges, rowsTooMany } = await repeatSends(stage, 20);
    return {
      test: 'F7',
      fault: 'each send 1–5 times, in parallel',
      messages,
      retries: repeats,
      replayedAcks: repeats,
      doubled: rowsTooMany,
      goals: [
        ['as many rows as ids', rowsTooMany === 0],
        ['equal answers', unequalAnswers === 0],
        ['another text under the same id is refused', acceptedChanges === 0],
      ],
      invalid: repeats === 0 ? 'nothing was repeated' : undefined,
    };
  },
  F8: async (stage) => {
    const { messages, retries, baselineP99Ms, p99Ms, growthMegabytes, cutOff, wholeAgain } =
      await pauseSockets(stage, 60);
    return {
      test: 'F8',
      fault: '5 sockets that do not read for 60 s',
      messages,
      retries,
      faults: 5,
      hits: cutOff,
      ackP99Ms: p99Ms,
      goals: [
        [`memory grew by ${growthMegabytes.toFixed(0)} MB, at most 100`, growthMegabytes <= 100],
        [`others’ p99 ${p99Ms} ms, at most twice the ${baselineP99Ms} ms before`, p99Ms <= 2 * baselineP99Ms],
        [`${wholeAgain} of 5 came back to the whole conversation`, wholeAgain === 5],
      ],
      invalid: cutOff === 0 ? 'nobody was slow enough to be cut off' : undefined,
    };
  },
  F10: async (stage) => {
    const { revocations, hits, deliveredLater, deaf, leftP50Ms, leftMaxMs } = await revokeMemberships(
      stage,
      200,
    );
    return {
      test: 'F10',
      fault: 'membership ends in mid-stream',
      faults: revocations,
      hits,
      ackP50Ms: leftP50Ms,
      goals: [
        ['0 later messages delivered', deliveredLater === 0],
        within('room left after', leftMaxMs, 2_000),
      ],
      invalid: hits === 0 || deaf > 0 ? `${hits} hits, ${deaf} heard nothing before` : undefined,
    };
  },
  F11: async () =>
    byTest('F11', 'model: 2,000 stories against an in-memory server', 'shared', 'conversation-model'),
  F12: async () => byTest('F12', 'every mutating action', 'backend', 'snapshot-and-events'),
  control: async (stage) => {
    const steps = [
      { kind: 'killNode', times: 4, everyMs: 4_000 },
      { kind: 'dropSockets', times: 6, everyMs: 1_500 },
    ] as const;
    const outcome = await runUnderFaults(stage, {
      ...swarm,
      carries: true,
      steps: [...steps],
      forgetting: { ids: true, resume: true },
      settleWithinMs: 5_000,
    });
    return {
      test: 'control',
      fault: 'ids and resuming switched off',
      ...outcome,
      goals: [
        ['the same test fails without them', !isWhole(outcome) && outcome.doubled > 0 && outcome.gaps > 0],
      ],
      invalid: invalidUnless(outcome, ['hits', 'retries']),
    };
  },
};

/** What a test of its own proves in full is run here as it stands there. */
const byTest = (test: string, fault: string, project: string, pattern: string): Omit<Line, 'seconds'> => {
  const { status } = spawnSync(
    process.execPath,
    [
      join(repositoryFolder, 'node_modules', 'jest', 'bin', 'jest.js'),
      '--selectProjects',
      project,
      '--testPathPatterns',
      pattern,
    ],
    { cwd: repositoryFolder, stdio: ['ignore', 'ignore', 'ignore'] },
  );
  return { test, fault, goals: [['no counter-example', status === 0]] };
};
