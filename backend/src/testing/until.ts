import { setTimeout as pause } from 'node:timers/promises';

/** Waits for a condition, never for a time; a condition that does not come fails the test with its own words. */
export const until = async (holds: () => Promise<boolean>, withinMs = 8_000): Promise<void> => {
  const end = performance.now() + withinMs;
  while (!(await holds())) {
    if (performance.now() > end) throw new Error(`Did not come within ${withinMs} ms: ${holds.toString()}`);
    await pause(20);
  }
};
