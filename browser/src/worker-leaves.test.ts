import type { Browser } from 'playwright-core';
import { violationsOn } from './axe.js';
import { launchChromium } from './chromium.js';
import { signIn, type Someone } from './people.js';
import { type Product, startProduct } from './product.js';
import { act, read, refer, type ReferralBrief } from './referring.js';

/** Scenario S9: the manager ends, the worker’s open page closes, the coach reads who goes on. */
describe('an association’s worker who leaves', () => {
  let product: Product;
  let browser: Browser;
  let sanna: Someone;
  let pekka: Someone;
  let kaisa: Someone;
  let referral: ReferralBrief;

  beforeAll(async () => {
    [product, browser] = await Promise.all([startProduct(), launchChromium()]);
    sanna = await signIn(browser, product, 'sanna');
    pekka = await signIn(browser, product, 'pekka', { viewport: { width: 390, height: 844 } });
    kaisa = await signIn(browser, product, 'kaisa');
    referral = await refer(sanna, 'Anna', 'Rinnallakulkija arkeen ja asiointiin');
    const seen = await read(pekka, referral.id);
    const accepted = await act(pekka, seen, {
      action: 'accept',
      offeringId: seen.offerings[0]?.id,
      firstMeetingAt: '2026-11-29T13:00:00+02:00',
    });
    if (accepted.status !== 200) throw new Error(`Pekka could not accept: ${accepted.status}.`);
  }, 240_000);
  afterAll(async () => {
    await browser?.close();
    await product?.stop();
  });

  it('leaves nothing ownerless, and is out of the open page within five seconds', async () => {
    await pekka.page.goto(`${product.address}/asiat/${referral.id}`);
    await pekka.page.getByText(referral.caseNumber).first().waitFor();
    await sanna.page.goto(`${product.address}/asiat/${referral.id}#keskustelu`);
    await sanna.page.getByRole('tab', { name: /Keskustelu/ }).click();

    await kaisa.page.goto(`${product.address}/henkilot`);
    await kaisa.page.getByRole('link', { name: 'Avaa: Pekka Ahola, Ohjaaja' }).click();
    await kaisa.page.getByRole('link', { name: 'Päätä henkilön tehtävä nyt' }).click();
    await kaisa.page.getByText(`Asia ${referral.caseNumber}`, { exact: true }).waitFor();
    expect(await violationsOn(kaisa.page)).toEqual([]);
    const end = kaisa.page.getByRole('button', { name: 'Siirrä ja päätä tehtävä' });
    expect(await end.isDisabled()).toBe(true);
    await kaisa.page.getByLabel('Kaikki samalle henkilölle').selectOption({ label: 'Outi Berg' });
    await end.click();
    await kaisa.page.waitForURL(/\/henkilot$/);

    await pekka.page.waitForURL(/kirjaudu/, { timeout: 5_000 });
    expect(await pekka.page.content()).not.toContain(referral.caseNumber);
    await sanna.page.getByText('Vastuuhenkilö vaihtui: Outi Berg').first().waitFor({ timeout: 5_000 });
  });

  it('stands among those who have ended, with who ended it', async () => {
    await kaisa.page.getByRole('tab', { name: 'Päättyneet' }).click();
    await kaisa.page.getByText(/Kaisa Vuori päätti/).waitFor();
    expect(await violationsOn(kaisa.page)).toEqual([]);
    expect([...kaisa.complaints, ...sanna.complaints]).toEqual([]);
  });
});
