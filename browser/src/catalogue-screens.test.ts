import type { Browser } from 'playwright-core';
import { launchChromium } from './chromium.js';
import { signIn, signInOnPage, visit } from './people.js';
import { type Product, startProduct } from './product.js';

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

  it('answer a first visit with a page whose strict content policy nothing breaks', async () => {
    const page = await browser.newPage();
    const complaints: string[] = [];
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));

    const answer = await page.goto(product.address);

    expect(answer?.status()).toBe(200);
    expect(answer?.headers()['content-security-policy']).not.toContain('unsafe');
    expect(complaints).toEqual([]);
    await page.close();
  });

  it('lead to a service by keyboard alone, and it is read from its title on', async () => {
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

  it('change free places from the list, seen at once by who searches', async () => {
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

  it('are left by signing out, and lead the next person at the device to their own day', async () => {
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
    await signInOnPage(page, 'outi');
    await page.getByRole('heading', { level: 1, name: 'Palvelumme' }).waitFor();
    await page.context().close();
  });
});
