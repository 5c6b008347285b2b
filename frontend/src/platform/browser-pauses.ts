import type { Pauses } from '@rinnalla/shared/kernel/pause';

/** The browser's own time and chance. */
export const browserPauses: Pauses = {
  later: (ms, work) => {
    const timer = setTimeout(work, ms);
    return () => clearTimeout(timer);
  },
  chance: Math.random,
};
