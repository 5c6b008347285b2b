import type { Browser, BrowserContext } from 'playwright-core';
import { chromium } from 'playwright-core';
import { findChromium, launchOptions } from '../find-chromium.js';
import { type FirstVisit, visitFirst } from './first-visit.js';
import { hearInteractions, type Interactions, useScreen } from './interactions.js';

export interface Served {
  address: string;
  sessions: { coach: string; manager: string };
}

export interface ScreenFigures {
  /** Medians of five visits with nothing kept from before. */
  firstVisits: ({ path: string } & FirstVisit)[];
  /** At a desk, without slowing anything. */
  interactions: ({ path: string; who: string } & Interactions)[];
}

const visits = 5;
const firstScreens = [
  { path: '/', usable: 'main article h3 a, main li h3 a, main h3 a' },
  { path: '/kirjaudu', usable: 'main input[type=email], main input[autocomplete=username]' },
];
const screensOf = {
  anybody: ['/palvelut', '/palvelut/{service}', '/kirjaudu'],
  coach: [
    '/tanaan',
    '/asiakkaat',
    '/asiakkaat/{client}',
    '/asiakkaat/{client}/tietosuoja',
    '/palvelut',
    '/ohjaa',
    '/ohjaa/{service}',
    '/asiat',
    '/asiat/{case}',
    '/asiat/{case}#keskustelu',
    '/keskustelut',
    '/keskustelut/valmiit-viestit',
    '/ilmoitukset',
    '/ilmoitukset/asetukset',
    '/oma-tili',
    '/kiireellinen',
  ],
  manager: [
    '/saapuneet',
    '/saapuneet?asia={request}',
    '/palvelumme',
    '/palvelumme/uusi',
    '/palvelumme/{own}',
    '/asiat',
    '/asiat/{case}',
    '/asiat/{case}#keskustelu',
    '/keskustelut',
    '/henkilot',
  ],
};

/** How fast the website is there and answers a press: the goals of the first screen and of every interaction. */
export const measureScreens = async (
  served: Served,
  tell: (line: string) => void,
): Promise<ScreenFigures> => {
  const browser = await chromium.launch(launchOptions(await findChromium()));
  try {
    const firstVisits = [];
    for (const { path, usable } of firstScreens) {
      tell(`First visit to ${path} …`);
      const seen: FirstVisit[] = [];
      for (let visit = 0; visit < visits; visit++)
        seen.push(await visitFirst(browser, served.address + path, usable));
      firstVisits.push({ path, ...medians(seen) });
    }
    const interactions = [];
    for (const who of ['anybody', 'coach', 'manager'] as const) {
      const context = await contextOf(browser, served, who === 'anybody' ? undefined : served.sessions[who]);
      const ids = await idsFor(context, served.address);
      for (const path of screensOf[who]) {
        tell(`${who} uses ${path} …`);
        const page = await context.newPage();
        await hearInteractions(page);
        await page.goto(served.address + addressOf(path, ids));
        await page.locator('main h1').waitFor();
        await page.waitForLoadState('networkidle');
        interactions.push({ path, who, ...(await useScreen(page)) });
        await page.close();
      }
      await context.close();
    }
    return { firstVisits, interactions };
  } finally {
    await browser.close();
  }
};

const contextOf = async (
  browser: Browser,
  { address }: Served,
  token: string | undefined,
): Promise<BrowserContext> => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'fi-FI' });
  if (token) await context.addCookies([{ name: 'session', value: token, url: address }]);
  return context;
};

/** A screen with nothing on it would be measured as a fast one. */
const addressOf = (path: string, ids: Record<string, string>): string =>
  path.replace(/\{(\w+)\}/, (_, kind: string) => {
    const id = ids[kind];
    if (!id) throw new Error(`There is no ${kind} to open ${path} with.`);
    return id;
  });

/** Something for each kind that an address names, as this reader finds it. */
const idsFor = async (context: BrowserContext, address: string): Promise<Record<string, string>> => {
  const first = async (path: string): Promise<string> => {
    const answer = await context.request.get(`${address}/api${path}`);
    if (!answer.ok()) return '';
    return ((await answer.json()) as { items: { id: string }[] }).items[0]?.id ?? '';
  };
  return {
    service: await first('/services?language=fi'),
    client: await first('/clients'),
    case: await first('/referrals?group=running'),
    request: await first('/referrals?group=waiting_provider'),
    own: await first('/own-services'),
  };
};

const medians = (seen: readonly FirstVisit[]): FirstVisit => {
  const of = (key: keyof FirstVisit): number =>
    seen.map((visit) => visit[key]).toSorted((one, other) => one - other)[seen.length >> 1] ?? Number.NaN;
  return {
    paintedMs: of('paintedMs'),
    usableMs: of('usableMs'),
    kilobytes: of('kilobytes'),
    requests: of('requests'),
  };
};
