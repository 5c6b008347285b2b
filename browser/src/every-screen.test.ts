import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { violationsOn } from './axe.js';
import { launchChromium } from './chromium.js';
import { chooseLanguage, type PersonKey, signIn, type Someone, visit } from './people.js';
import { type Product, startProduct } from './product.js';
import { findClient, findService } from './referring.js';

/** `PICTURES=a-folder` keeps a picture of each screen in each language, at the desk and on the phone. */
const pictures = process.env['PICTURES'];
const desk = { width: 1280, height: 900 };
const phone = { width: 390, height: 844 };
const narrowest = { width: 320, height: 640 };
/** Finnish last: the choice stays with the person. */
const languages = ['sv', 'en', 'fi'] as const;
/** The desk last: languages are chosen there. */
const sizes = [narrowest, phone, desk];

interface Screen {
  /** As in the website's own list of addresses. */
  path: string;
  /** What comes in the path's place: real ids, what is asked for, the open part. */
  address?: string;
  /** Nothing is there: the page that says so is what is looked at. */
  isMissing?: true;
}

/** Who walks through which screens: one window each. Addresses name what `find` looks up. */
const walks: Partial<Record<PersonKey | 'anybody', readonly Screen[]>> = {
  anybody: [
    { path: '/ei-ole', isMissing: true },
    { path: '/kirjaudu' },
    { path: '/kirjaudu/paluu', isMissing: true },
    { path: '/unohtunut-salasana' },
    { path: '/uusi-salasana', address: '/uusi-salasana#a-link-that-is-spent' },
    { path: '/kutsu', address: '/kutsu#an-invitation-that-is-spent' },
    { path: '/palvelut', address: '/palvelut?q=paja' },
    { path: '/palvelut', address: '/palvelut?q=xyzzy' },
    { path: '/palvelut/:id', address: '/palvelut/{service}' },
  ],
  sanna: [
    { path: '/tanaan' },
    { path: '/asiakkaat' },
    { path: '/asiakkaat/:id', address: '/asiakkaat/{client}' },
    { path: '/asiakkaat/:id/tietosuoja', address: '/asiakkaat/{client}/tietosuoja' },
    { path: '/ohjaa' },
    { path: '/ohjaa/:id', address: '/ohjaa/{service}' },
    { path: '/asiat' },
    { path: '/asiat/:id', address: '/asiat/{case}' },
    { path: '/asiat/:id', address: '/asiat/{case}#keskustelu' },
    { path: '/keskustelut' },
    { path: '/keskustelut/valmiit-viestit' },
    { path: '/ilmoitukset' },
    { path: '/ilmoitukset/asetukset' },
    { path: '/oma-tili' },
    { path: '/valitse-organisaatio' },
    { path: '/kiireellinen' },
  ],
  pekka: [
    { path: '/saapuneet' },
    { path: '/saapuneet', address: '/saapuneet?asia={request}' },
    { path: '/asiat/:id', address: '/asiat/{own case}' },
  ],
  kaisa: [
    { path: '/palvelumme' },
    { path: '/palvelumme/uusi' },
    { path: '/palvelumme/:id', address: '/palvelumme/{service}' },
  ],
  riikka: [
    { path: '/henkilot' },
    { path: '/henkilot/kirjautumispalvelu' },
    { path: '/henkilot/:id', address: '/henkilot/{member}' },
    { path: '/henkilot/:id/paata', address: '/henkilot/{member}/paata' },
  ],
  eero: [{ path: '/loki' }, { path: '/sailytys' }],
};

type Found = Record<string, string>;
interface Referral {
  id: string;
  status: string;
}
const referralOf = async (someone: Someone, query: string, statuses: readonly string[]): Promise<string> => {
  const { body } = await someone.api<{ items: Referral[] }>('GET', `/referrals?limit=50&${query}`);
  const found = body.items.find(({ status }) => statuses.includes(status));
  if (!found) throw new Error(`The demonstration has no case that is ${statuses.join(' or ')}.`);
  return found.id;
};
/** What there is to look at in the demonstration, for each of them. */
const find: Partial<Record<PersonKey | 'anybody', (someone: Someone) => Promise<Found>>> = {
  anybody: async (someone) => ({
    service: (await findService(someone, 'Rinnallakulkija arkeen ja asiointiin')).id,
  }),
  sanna: async (someone) => ({
    service: (await findService(someone, 'Rinnallakulkija arkeen ja asiointiin')).id,
    client: (await findClient(someone, 'Anna')).id,
    case: await referralOf(someone, 'list=mine', ['accepted', 'started']),
  }),
  pekka: async (someone) => ({
    request: await referralOf(someone, '', ['sent', 'acknowledged', 'needsInfo']),
    'own case': await referralOf(someone, '', ['accepted', 'started']),
  }),
  kaisa: async (someone) => ({
    service: (await findService(someone, 'Rinnallakulkija arkeen ja asiointiin')).id,
  }),
  riikka: async (someone) => {
    const { body } = await someone.api<{ items: { membershipId: string }[] }>(
      'POST',
      '/organization/members/search',
      {
        name: 'Koskinen',
      },
    );
    return { member: body.items[0]?.membershipId ?? '' };
  },
};

/** Each screen there is, with something on it: by WCAG as axe knows it, and within the edges of its window. */
describe('every screen in Finnish, Swedish and English', () => {
  let product: Product;
  let browser: Browser;
  beforeAll(async () => {
    [product, browser] = await Promise.all([startProduct({}, 'referrals'), launchChromium()]);
  }, 240_000);
  afterAll(async () => {
    await browser?.close();
    await product?.stop();
  });

  /** The first screen by its address, as a visitor comes; the next ones as by links, which load nothing anew. */
  const open = async (page: Page, address: string): Promise<void> => {
    if (page.url() === 'about:blank') {
      await page.goto(product.address + address);
    } else {
      // By way of no screen at all: two screens may have the same heading, and then nothing tells that the second has come.
      await follow(page, '/ei-ole');
      await page.locator('h1', { hasText: 'Sivua ei löydy' }).waitFor();
      await follow(page, address);
      await page.locator('h1', { hasText: 'Sivua ei löydy' }).waitFor({ state: 'detached' });
    }
    await isThere(page);
  };
  const follow = (page: Page, address: string): Promise<void> =>
    page.evaluate((to) => {
      history.pushState(null, '', to);
      dispatchEvent(new PopStateEvent('popstate'));
    }, address);
  const isThere = (page: Page): Promise<void> =>
    page.locator('main:not(:has([aria-busy="true"])) h1').first().waitFor();
  /** In pixels; a screen that is drawn anew for another width has a second for it. */
  const over = async (page: Page): Promise<number> => {
    const isWithin = (): boolean =>
      document.documentElement.scrollWidth <= document.documentElement.clientWidth;
    return page.waitForFunction(isWithin, undefined, { timeout: 1_000 }).then(
      () => 0,
      () => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
    );
  };
  const keepPicture = async (page: Page, name: string): Promise<void> => {
    if (!pictures) return;
    mkdirSync(pictures, { recursive: true });
    await page.screenshot({
      path: join(pictures, `${name.replaceAll(/[^\wåäö]+/g, '-')}.png`),
      fullPage: true,
    });
  };

  it.each(Object.entries(walks))(
    '%s: axe finds nothing, and nothing runs over the edge',
    async (person, screens) => {
      const someone =
        person === 'anybody'
          ? await visit(browser, product)
          : await signIn(browser, product, person as PersonKey);
      const { page } = someone;
      const found = (await find[person as PersonKey]?.(someone)) ?? {};
      const wrong: string[] = [];
      for (const { path, address = path, isMissing = false } of screens) {
        await open(
          page,
          address.replaceAll(/\{([^}]+)\}/g, (_, name: string) => {
            if (!found[name]) throw new Error(`The demonstration has no ${name} for ${person}.`);
            return found[name];
          }),
        );
        const refusals = page.locator('main [role="alert"]:not(:empty), main h1:text("Sivua ei löydy")');
        if ((await refusals.count()) > 0 !== isMissing) wrong.push(`${address} shows another page`);
        for (const language of languages) {
          await chooseLanguage(page, language);
          await isThere(page);
          for (const size of sizes) {
            if (page.viewportSize()?.width !== size.width) await page.setViewportSize(size);
            const name = `${person} ${address} ${language} ${size.width}`;
            const pixels = await over(page);
            if (pixels > 0) wrong.push(`${name}: runs over the edge by ${pixels} px`);
            if (size !== narrowest) await keepPicture(page, name);
            if (size === narrowest || (size === phone && language !== 'fi')) continue;
            for (const violation of await violationsOn(page)) wrong.push(`${name}: ${violation}`);
          }
        }
      }
      await page.context().close();

      expect(wrong).toEqual([]);
      expect(someone.complaints).toEqual([]);
    },
    600_000,
  );

  it('are all walked through', () => {
    const list = fileURLToPath(new URL('../../frontend/src/platform/paths.ts', import.meta.url));
    const addresses = [...readFileSync(list, 'utf8').matchAll(/['`](\/[^'`?]*)['`]/g)].map(([, path = '']) =>
      path.replaceAll(/\$\{\w+\}/g, ':id'),
    );
    const walked = new Set(Object.values(walks).flatMap((screens) => screens.map(({ path }) => path)));

    expect(addresses.length).toBeGreaterThan(25);
    expect(addresses.filter((path) => path !== '/' && !walked.has(path))).toEqual([]);
  });
});
