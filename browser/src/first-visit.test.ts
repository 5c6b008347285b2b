import type { Browser } from 'playwright-core';
import { launchChromium } from './chromium.js';
import { type Product, startProduct } from './product.js';

describe('a first visit', () => {
  let product: Product;
  let browser: Browser;

  beforeAll(async () => {
    [product, browser] = await Promise.all([startProduct(), launchChromium()]);
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await product?.stop();
  });

  it('answers with a page whose strict content policy nothing breaks', async () => {
    const page = await browser.newPage();
    const complaints: string[] = [];
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));

    const answer = await page.goto(product.address);

    expect(answer?.status()).toBe(200);
    expect(answer?.headers()['content-security-policy']).not.toContain('unsafe');
    expect(complaints).toEqual([]);
  });
});
