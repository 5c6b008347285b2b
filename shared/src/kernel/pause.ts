const shortestMs = 500;
const longestMs = 30_000;

/**
 * How long to wait after a number of failures: twice as long each time up to half a minute, with chance in it, so that
 * a thousand browsers do not come back at one moment.
 *
 * @param chance 0–1
 */
export const pauseMsAfter = (failures: number, chance: number): number => {
  const wholeMs = Math.min(longestMs, shortestMs * 2 ** failures);
  return Math.max(shortestMs, Math.round(wholeMs * (0.5 + chance / 2)));
};

/** Time and chance, given from outside: a test moves them by hand. */
export interface Pauses {
  /** Runs `work` after some milliseconds, unless the returned function is called before. */
  later: (ms: number, work: () => void) => () => void;
  /** 0–1. */
  chance: () => number;
}
