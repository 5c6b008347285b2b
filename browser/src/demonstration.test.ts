import type { Browser } from 'playwright-core';
import { launchChromium } from './chromium.js';
import { type PersonKey, signIn } from './people.js';
import { type Product, startProduct } from './product.js';

/** What a newcomer meets: each person of the demonstration has work on their desk. */
describe('the demonstration with what has happened in it', () => {
  let product: Product;
  let browser: Browser;
  beforeAll(async () => {
    [product, browser] = await Promise.all([startProduct({}, 'referrals'), launchChromium()]);
  }, 240_000);
  afterAll(async () => {
    await browser?.close();
    await product?.stop();
  });

  it.each<[PersonKey, string, RegExp]>([
    ['sanna', '/tanaan', /^Vaatii sinua \(3\)/],
    ['marja', '/tanaan', /^Vaatii sinua \(1\)/],
    ['pekka', '/saapuneet', /Myöhässä/],
    ['jarmo', '/saapuneet', /pyyntöä odottaa vastausta/],
    ['kaisa', '/palvelumme', /käytössä 1, luvattu 0, jonossa 0/],
  ])('shows %s real work at %s', async (person, address, work) => {
    const { page } = await signIn(browser, product, person);

    await page.goto(product.address + address);
    await page.getByText(work).first().waitFor();

    expect(await page.locator('main').innerText()).toMatch(new RegExp(work.source, 'm'));
    await page.context().close();
  });

  it('keeps the chosen group of the worklist in sight on a phone, in one line over the list', async () => {
    const { page } = await signIn(browser, product, 'sanna', { viewport: { width: 390, height: 844 } });

    await page.goto(`${product.address}/asiat?tilanne=ended`);
    const chosen = page.getByRole('link', { name: /^Päättyneet/ });
    await chosen.waitFor();
    await page.getByRole('link', { name: /^Odottaa palvelua\s*\d/ }).waitFor({ state: 'attached' });
    const box = await chosen.boundingBox();

    expect(await chosen.getAttribute('aria-current')).toBe('true');
    expect(box?.x).toBeGreaterThanOrEqual(0);
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(390);
    expect((await page.getByRole('link', { name: /^Kaikki/ }).boundingBox())?.y).toBe(box?.y);
    await page.context().close();
  });

  it('shows whose page it is before any code has come', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();

    await page.goto(product.address);

    expect(await page.locator('.opening').innerText()).toBe('Rinnalla');
    expect(await page.locator('.opening').boundingBox()).toMatchObject({ x: 0, y: 0 });
    await context.close();
  });

  it('prints each service on one page', async () => {
    const page = await browser.newPage({ locale: 'fi-FI' });
    const { items } = (await (
      await page.request.get(`${product.address}/api/services?language=fi&limit=50&q=työtoiminta`)
    ).json()) as { items: { id: string }[] };
    const pages: number[] = [];
    for (const { id } of items.slice(0, 8)) {
      await page.goto(`${product.address}/palvelut/${id}`);
      await page.getByRole('heading', { name: 'Käytännössä' }).waitFor();
      await page.waitForLoadState('networkidle');
      const paper = await page.pdf({ format: 'A4', preferCSSPageSize: true });
      pages.push((paper.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g) ?? []).length);
    }

    expect(pages).toEqual(Array.from({ length: 8 }, () => 1));
  });
});
