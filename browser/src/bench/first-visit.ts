import type { Browser, CDPSession, Page } from 'playwright-core';

/** A phone of the cheaper kind on a poor connection: four times slower, 1.6 Mbit/s, 150 ms to the server and back. */
const phone = {
  viewport: { width: 390, height: 844 },
  deviceScaleFactor: 2,
  isMobile: true,
  hasTouch: true,
  locale: 'fi-FI',
};
const slower = 4;
const connection = { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 94_000 };

export interface FirstVisit {
  /** The first letters or picture, in ms from the press on the link (First Contentful Paint). */
  paintedMs: number;
  /** What the visitor came for can be read or written. */
  usableMs: number;
  kilobytes: number;
  requests: number;
}

/** Opens an address as somebody who has never been here: nothing is kept from before. `usable`: what they came for. */
export const visitFirst = async (browser: Browser, address: string, usable: string): Promise<FirstVisit> => {
  const context = await browser.newContext(phone);
  try {
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send('Network.enable');
    await session.send('Network.emulateNetworkConditions', connection);
    await session.send('Emulation.setCPUThrottlingRate', { rate: slower });
    const loaded = countLoaded(session);
    await page.goto(address, { waitUntil: 'commit' });
    await page.waitForSelector(usable);
    const usableMs = await afterNextFrame(page);
    const paintedMs = await page.evaluate(
      () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN,
    );
    await page.waitForLoadState('networkidle');
    return { paintedMs, usableMs, kilobytes: loaded.bytes / 1024, requests: loaded.requests };
  } finally {
    await context.close();
  }
};

const countLoaded = (session: CDPSession): { bytes: number; requests: number } => {
  const loaded = { bytes: 0, requests: 0 };
  session.on('Network.loadingFinished', ({ encodedDataLength }) => {
    loaded.bytes += encodedDataLength;
    loaded.requests += 1;
  });
  return loaded;
};

/** When what is in the page now has been drawn, in the page's own time. */
const afterNextFrame = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>((resolve) =>
        requestAnimationFrame(() => setTimeout(() => resolve(performance.now()), 0)),
      ),
  );
