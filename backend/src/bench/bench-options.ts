import { parseArgs } from 'node:util';
import { StartRefusal } from '../platform/start-refusal.js';

export interface BenchOptions {
  /** Of each round. */
  seconds: number;
  rounds: number;
  /** 1, 10 or a share such as 0.1. */
  scale: number;
  /** Names of operations; empty means all. */
  only: string[];
  /** Seed anew. */
  fresh: boolean;
}

const usage =
  'The options are --seconds 10, --rounds 3, --scale 1, --only search,worklist,case,send,transition,message and --fresh.';

export const readBenchOptions = (args: string[]): BenchOptions => {
  const { seconds, rounds, scale, only, fresh } = parse(args);
  const options = {
    seconds: Number(seconds ?? 10),
    rounds: Number(rounds ?? 3),
    scale: Number(scale ?? 1),
    only: only?.split(',') ?? [],
    fresh: fresh ?? false,
  };
  if (
    !(
      options.seconds >= 1 &&
      options.seconds <= 120 &&
      options.rounds >= 1 &&
      options.scale >= 0.01 &&
      options.scale <= 10
    )
  )
    throw new StartRefusal(usage);
  return options;
};

const parse = (args: string[]) => {
  try {
    const text = { type: 'string' } as const;
    return parseArgs({
      args,
      options: { seconds: text, rounds: text, scale: text, only: text, fresh: { type: 'boolean' } },
    }).values;
  } catch {
    throw new StartRefusal(usage);
  }
};
