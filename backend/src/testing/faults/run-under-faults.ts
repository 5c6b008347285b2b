import { setTimeout as pause } from 'node:timers/promises';
import { hitsOf } from './hits.js';
import { type Fault, inject, type Step } from './injection.js';
import type { Stage } from './stage.js';
import { type Pace, Swarm } from './swarm.js';
import type { Forgetting, Try } from './swarm-browser.js';
import { seedTalks } from './talks.js';
import { judge, triesOf, type Verdict } from './verdict.js';

export interface UnderFaults {
  talks: number;
  pace: Pace;
  steps: Step[];
  /** Browsers reach the nodes through the injector, which drops what it carries. */
  carries?: boolean;
  /** Without faults: how long. */
  seconds?: number;
  forgetting?: Forgetting;
  settleWithinMs?: number;
}

export interface Outcome extends Verdict {
  faults: number;
  hits: number;
  /** The longest time from a fault to the next acknowledged try that began after it. */
  backMs: number;
  /** Everything written was acknowledged and everybody's view came to rest. */
  isAtRest: boolean;
}

const warmUpMs = 1_500;

/** A swarm writes while the injector breaks things; then it comes to rest and is judged. */
export const runUnderFaults = async (stage: Stage, given: UnderFaults): Promise<Outcome> => {
  await stage.isWhole();
  const talks = await seedTalks(stage.superuser, given.talks);
  const swarm = new Swarm(talks, stage.nodes, given.forgetting);
  try {
    await swarm.open();
    const injector = await inject(stage, given.steps, given.carries);
    try {
      if (given.carries) swarm.moveTo(injector.nodes);
      const over = Promise.all([injector.done, pause((given.seconds ?? 0) * 1_000 + warmUpMs)]);
      await swarm.write(given.pace, over);
      await stage.isWhole();
      const isAtRest = await swarm.settle(stage.superuser, given.settleWithinMs ?? 120_000);
      const tries = triesOf(swarm);
      return {
        ...(await judge(swarm, stage.superuser)),
        faults: injector.faults.length,
        hits: hitsOf(injector.faults, tries),
        backMs: backMsOf(injector.faults, tries),
        isAtRest,
      };
    } finally {
      injector.stop();
    }
  } finally {
    swarm.close();
  }
};

const backMsOf = (faults: readonly Fault[], tries: readonly Try[]): number => {
  const ends = (at: number) =>
    tries.flatMap(({ began, ended, outcome }) =>
      began > at && ended && outcome === 'accepted' ? [ended - at] : [],
    );
  return Math.max(0, ...faults.map(({ at }) => Math.min(60_000, ...ends(at))));
};
