import { type Browser, chromium } from 'playwright-core';
import { type ChromiumFound, launchOptions } from './find-chromium.js';

/** A browser of the test's own; each person in it gets a context of their own. Close it in `afterAll`. */
export function launchChromium(): Promise<Browser> {
  const found = JSON.parse(process.env.RINNALLA_CHROMIUM ?? '{}') as ChromiumFound & { problem?: string };
  if (found.problem) throw new Error(found.problem);
  return chromium.launch(launchOptions(found));
}
