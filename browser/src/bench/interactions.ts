import type { Locator, Page } from 'playwright-core';

export interface Interactions {
  count: number;
  /** From the press or key to the next frame, the slowest; the browser tells in steps of 8 ms, and nothing under 16. */
  slowestMs: number;
  slowest: string;
}

/** What is pressed on every screen, as far as it is there; nothing that saves or sends. */
const pressed = [
  'main [role=tab]',
  'main summary',
  'main button[aria-expanded]',
  'main label:has([type=checkbox], [type=radio])',
  'header button[aria-expanded]',
];
/** Of each kind. */
const most = 3;
const written = 'main input:not([type=checkbox], [type=radio], [type=file]), main textarea';

/** Milliseconds of each press and key since it was last asked. */
type Hearing = typeof globalThis & { heard?: number[] };

/** Must run before the page is opened. */
export const hearInteractions = async (page: Page): Promise<void> => {
  await page.addInitScript(() => {
    const heard: number[] = [];
    (globalThis as Hearing).heard = heard;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as PerformanceEventTiming[])
        if (entry.interactionId) heard.push(entry.duration);
    }).observe({ type: 'event', durationThreshold: 16, buffered: true } as PerformanceObserverInit);
  });
};

/** Presses and writes what stands on the screen, as a person would. */
export const useScreen = async (page: Page): Promise<Interactions> => {
  let slowest = { what: '', ms: 0 };
  let count = 0;
  const after = async (what: string, act: () => Promise<unknown>): Promise<void> => {
    await act();
    count += 1;
    const ms = await slowestSince(page);
    if (ms > slowest.ms) slowest = { what, ms };
  };
  for (const selector of pressed)
    for (const control of (await page.locator(selector).all()).slice(0, most)) {
      if (!(await canBePressed(control))) continue;
      const name = (await control.innerText()).trim().split('\n')[0] ?? '';
      await after(`${selector} ${name}`, () => control.click());
      // Closes what was opened over the screen, so that the next can be pressed.
      await after('Escape', () => page.keyboard.press('Escape'));
    }
  const field = page.locator(written).first();
  if (await canBePressed(field)) {
    await field.focus();
    for (const letter of 'paja')
      await after(`letter in ${await nameOf(field)}`, () => page.keyboard.press(letter));
  }
  return { count, slowestMs: slowest.ms, slowest: slowest.what };
};

const canBePressed = async (control: Locator): Promise<boolean> =>
  (await control.count()) > 0 && (await control.isVisible()) && (await control.isEnabled());

const nameOf = (field: Locator): Promise<string> =>
  field.evaluate((element) => (element as HTMLInputElement).labels?.[0]?.textContent ?? element.id);

/** Two frames on, the observer has heard of it. */
const slowestSince = (page: Page): Promise<number> =>
  page.evaluate(async () => {
    const frame = () => new Promise<unknown>((resolve) => requestAnimationFrame(resolve));
    await frame();
    await frame();
    await new Promise((resolve) => setTimeout(resolve, 50));
    const heard = ((globalThis as Hearing).heard ?? []).splice(0);
    return Math.max(0, ...heard);
  });
