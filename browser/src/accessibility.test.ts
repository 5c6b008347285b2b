import { AxeBuilder } from '@axe-core/playwright';
import type { Browser } from 'playwright-core';
import { launchChromium } from './chromium.js';
import { chooseLanguage, signIn, type Someone } from './people.js';
import { type Product, startProduct } from './product.js';
import { act, findClient, findService, read, refer } from './referring.js';

type Who = 'sanna' | 'pekka';

/** Every screen of a case with something on it, in three languages, by WCAG 2.2 A and AA as axe knows them. */
describe('every screen of a case', () => {
  let product: Product;
  let browser: Browser;
  let someone: Record<Who, Someone>;
  let address: Record<string, string>;

  beforeAll(async () => {
    [product, browser] = await Promise.all([startProduct(), launchChromium()]);
    const sanna = await signIn(browser, product, 'sanna');
    const pekka = await signIn(browser, product, 'pekka', { viewport: { width: 390, height: 844 } });
    someone = { sanna, pekka };
    const service = 'Rinnallakulkija arkeen ja asiointiin';
    const { id: serviceId } = await findService(sanna, service);
    const { id: clientId } = await findClient(sanna, 'Anna');
    const waiting = await refer(sanna, 'Minna', service);
    const running = await refer(sanna, 'Anna', service);
    const seen = await read(pekka, running.id);
    await act(pekka, seen, {
      action: 'accept',
      offeringId: seen.offerings[0]?.id,
      firstMeetingAt: '2026-11-26T13:00:00+02:00',
    });
    address = {
      today: '/tanaan',
      clients: '/asiakkaat',
      client: `/asiakkaat/${clientId}`,
      refer: `/ohjaa/${serviceId}`,
      referrals: '/asiat',
      case: `/asiat/${running.id}`,
      conversation: `/asiat/${running.id}#keskustelu`,
      conversations: '/keskustelut',
      inbox: `/saapuneet?asia=${waiting.id}`,
    };
  }, 240_000);
  afterAll(async () => {
    await browser?.close();
    await product?.stop();
  });

  const screens: [Who, string][] = [
    ['sanna', 'today'],
    ['sanna', 'clients'],
    ['sanna', 'client'],
    ['sanna', 'refer'],
    ['sanna', 'referrals'],
    ['sanna', 'case'],
    ['sanna', 'conversation'],
    ['sanna', 'conversations'],
    ['pekka', 'inbox'],
    ['pekka', 'case'],
  ];

  it.each(screens)(
    'for %s, %s: has no violation in Finnish, Swedish or English',
    async (...[who, screen]) => {
      const { page } = someone[who];
      const found: string[] = [];
      await page.goto('about:blank');
      await page.goto(product.address + (address[screen] ?? ''));
      await page.locator('h1').first().waitFor();
      // The language that a signed-in person chose is kept with the person: Finnish last, as it was.
      for (const language of ['sv', 'en', 'fi']) {
        await chooseLanguage(page, language);
        await page.waitForLoadState('networkidle');
        const { violations } = await new AxeBuilder({ page })
          .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
          .analyze();
        for (const { id, nodes } of violations)
          found.push(`${language} ${id}: ${nodes.map(({ target }) => String(target)).join(', ')}`);
      }

      expect(found).toEqual([]);
    },
  );
});
