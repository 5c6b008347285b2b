import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { launchChromium } from './chromium.js';
import { type PersonKey, signIn, visit } from './people.js';
import { type Product, startProduct } from './product.js';

/** Finnish last: a signed-in person's choice stays. */
const languages = ['sv', 'en', 'fi'] as const;
const sizes: Record<string, BrowserContextOptions> = {
  'a desktop': { viewport: { width: 1280, height: 900 } },
  'a phone': { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
  'the narrowest window': { viewport: { width: 320, height: 640 } },
};

interface Screen {
  name: string;
  person?: PersonKey;
  open: (page: Page, address: string) => Promise<void>;
}

/** Each screen of the catalogue and of signing in, brought to the state worth judging. */
const screens: readonly Screen[] = [
  { name: 'signing in', open: async (page, address) => void (await page.goto(`${address}/kirjaudu`)) },
  { name: 'the search', open: async (page, address) => void (await page.goto(`${address}/palvelut?q=paja`)) },
  {
    name: 'a search that finds nothing',
    open: async (page, address) => void (await page.goto(`${address}/palvelut?q=xyzzy`)),
  },
  {
    name: 'a service',
    open: async (page, address) => {
      await page.goto(`${address}/palvelut?q=paja`);
      await page.locator('h3 a').first().click();
      await page.locator('address').waitFor();
    },
  },
  { name: 'an unknown address', open: async (page, address) => void (await page.goto(`${address}/ei-ole`)) },
  {
    name: 'our services',
    person: 'kaisa',
    open: async (page, address) => void (await page.goto(`${address}/palvelumme`)),
  },
  {
    name: 'writing a service',
    person: 'kaisa',
    open: async (page, address) => {
      await page.goto(`${address}/palvelumme`);
      await page.locator('h2 a').first().click();
      await page.locator('form').first().waitFor();
    },
  },
  {
    name: 'a new service',
    person: 'kaisa',
    open: async (page, address) => void (await page.goto(`${address}/palvelumme/uusi`)),
  },
];

const readers = [
  { who: 'anybody', person: undefined, seen: screens.filter(({ person }) => !person) },
  { who: 'an association', person: 'kaisa', seen: screens.filter(({ person }) => person) },
] as const;

describe('the screens of the catalogue', () => {
  let product: Product;
  let browser: Browser;

  beforeAll(async () => {
    [product, browser] = await Promise.all([startProduct(), launchChromium()]);
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await product?.stop();
  });

  /** One browser window for each person, who walks through the screens. */
  const windowOf = async (
    person: PersonKey | undefined,
    options: BrowserContextOptions = {},
  ): Promise<Page> =>
    (person ? await signIn(browser, product, person, options) : await visit(browser, product, options)).page;

  const openIn = async (page: Page, { open }: Screen): Promise<void> => {
    await open(page, product.address);
    await page.locator('main h1').waitFor();
    await page.locator('main [aria-busy="true"]').waitFor({ state: 'detached' });
  };

  it.each(readers)(
    'axe finds nothing on the screens of $who in three languages',
    async ({ person, seen }) => {
      const page = await windowOf(person);
      for (const screen of seen) {
        await openIn(page, screen);
        for (const language of languages) {
          await page.locator(`header button[lang="${language}"]`).click();
          await page.locator(`html[lang="${language}"]`).waitFor();
          const { violations } = await new AxeBuilder({ page })
            .options({ resultTypes: ['violations'] })
            .analyze();
          expect(
            violations.map(({ id, nodes }) => `${screen.name}, ${language}: ${id} ${nodes[0]?.html}`),
          ).toEqual([]);
        }
      }
      await page.context().close();
    },
    240_000,
  );

  it.each(Object.entries(sizes))(
    'nothing runs over the edge of %s',
    async (_name, options) => {
      for (const { person, seen } of readers) {
        const page = await windowOf(person, options);
        for (const screen of seen) {
          await openIn(page, screen);
          const over = await page.evaluate(
            () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
          );
          expect(`${screen.name}: ${over}`).toBe(`${screen.name}: 0`);
        }
        await page.context().close();
      }
    },
    240_000,
  );

  it('walks to a service by keyboard alone and begins to read at its title', async () => {
    const { page } = await visit(browser, product);
    await page.goto(`${product.address}/palvelut`);
    await page.locator('h3 a').first().waitFor();

    await page.keyboard.press('/');
    await page.keyboard.type('puupaja');
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: 'Puupaja Kaarna' }).waitFor();
    await page.getByRole('link', { name: 'Puupaja Kaarna' }).focus();
    await page.keyboard.press('Enter');

    await page.getByRole('heading', { level: 1, name: 'Puupaja Kaarna' }).waitFor();
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1');
    await page.context().close();
  });

  it('changes free places from the list, seen at once by who searches', async () => {
    const kaisa = await signIn(browser, product, 'kaisa');
    await kaisa.page.goto(`${product.address}/palvelumme`);
    const group = kaisa.page.getByRole('group', { name: /^Vapaat paikat: Rinnallakulkija arkeen/ });
    const before = Number(await group.locator('strong span').innerText());

    await group.getByRole('button', { name: 'Yksi paikka lisää' }).click();
    await kaisa.page.getByRole('button', { name: 'Kumoa' }).waitFor();

    const reader = await visit(browser, product);
    await reader.page.goto(`${product.address}/palvelut?q=rinnallakulkija`);
    const card = reader.page.getByRole('article').filter({ hasText: 'Rinnallakulkija arkeen' }).first();
    await card.waitFor();
    expect(await card.innerText()).toContain(`${before + 1} vapaata paikkaa`);
    await kaisa.page.context().close();
    await reader.page.context().close();
  });

  it('leaves by signing out, and leads the next person at the device to their own day', async () => {
    const { page } = await signIn(browser, product, 'kaisa');
    await page.goto(`${product.address}/palvelumme`);

    await page.getByRole('button', { name: /^Oma valikko/ }).click();
    await page.getByRole('button', { name: 'Kirjaudu ulos' }).click();
    await page.waitForURL((url) => url.pathname === '/palvelut');
    await page.getByRole('link', { name: 'Kirjaudu', exact: true }).click();

    await page.getByRole('heading', { level: 1, name: 'Kirjaudu sisään' }).waitFor();
    expect(await page.evaluate(() => JSON.stringify(history.state))).not.toContain('palvelumme');
    await page.goto(`${product.address}/palvelumme`);
    await page.waitForURL((url) => url.pathname === '/kirjaudu');
    await page.context().close();
  });
});
