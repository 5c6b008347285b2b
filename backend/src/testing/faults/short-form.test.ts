import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isReachable, serverUser } from '../../platform/embedded-postgres/server-user.js';
import { type Outcome, runUnderFaults, type UnderFaults } from './run-under-faults.js';
import { openStage, type Stage } from './stage.js';

/** The fault tests in their short form; `npm run test:faults` is the whole of them. */
describe('conversations while processes, database, bell and network die', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage(
      join(isReachable(tmpdir(), serverUser()) ? tmpdir() : '/var/tmp', `rinnalla-faults-${process.pid}`),
    );
  }, 120_000);
  afterAll(() => stage?.stop(), 60_000);

  const given: UnderFaults = {
    talks: 6,
    pace: { messagesPerSecond: 40, burstEveryMs: 400 },
    carries: true,
    steps: [
      { kind: 'killNode', times: 2, everyMs: 1_500 },
      { kind: 'stopDatabase', times: 1, everyMs: 2_500 },
      { kind: 'endDoorbell', times: 3, everyMs: 500 },
      { kind: 'dropSockets', times: 8, everyMs: 500 },
    ],
  };
  const provesSomething = ({ hits, retries, replayedAcks }: Outcome): boolean =>
    Math.min(hits, retries, replayedAcks) > 0;

  it('lose no word, double none, leave no gap and show everybody the same', async () => {
    const outcomes: Outcome[] = [];

    // A run whose faults hit no work, or where no answer was lost behind its commit, proves nothing: it is run again.
    do outcomes.push(await runUnderFaults(stage, given));
    while (!outcomes.some(provesSomething) && outcomes.length < 3);

    for (const outcome of outcomes)
      expect(outcome).toMatchObject({ lost: 0, doubled: 0, gaps: 0, wrongViews: 0, faults: 14 });
    expect(outcomes.some(provesSomething)).toBe(true);
  }, 240_000);

  it('fail the same test when ids and resuming are switched off', async () => {
    const outcome = await runUnderFaults(stage, {
      ...given,
      forgetting: { ids: true, resume: true },
      settleWithinMs: 2_000,
    });

    expect(outcome.hits).toBeGreaterThan(0);
    expect(Math.min(outcome.gaps, outcome.wrongViews)).toBeGreaterThan(0);
  }, 240_000);
});
