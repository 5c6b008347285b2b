import type { Browser } from 'playwright-core';
import { violationsOn } from './axe.js';
import { launchChromium } from './chromium.js';
import { signIn, type Someone } from './people.js';
import { type Product, startProduct } from './product.js';
import { findClient, refer, type ReferralBrief } from './referring.js';

/** Scenario S5: what a client takes back is gone from the other side's open page. */
describe('a client who takes the consent back', () => {
  let product: Product;
  let browser: Browser;
  let sanna: Someone;
  let holder: Someone;
  let clientId: string;
  let referral: ReferralBrief;
  const service = 'Ensiaskel kotoa';

  beforeAll(async () => {
    [product, browser] = await Promise.all([startProduct(), launchChromium()]);
    sanna = await signIn(browser, product, 'sanna');
    holder = await signIn(browser, product, 'pekka', { viewport: { width: 390, height: 844 } });
    ({ id: clientId } = await findClient(sanna, 'Anna'));
    referral = await refer(sanna, 'Anna', service);
  }, 240_000);
  afterAll(async () => {
    await browser?.close();
    await product?.stop();
  });

  it('is told what follows, and the association’s open page loses the client within two seconds', async () => {
    const goal = (await findClient(sanna, 'Anna')).goal;
    await holder.page.goto(`${product.address}/asiat/${referral.id}`);
    await holder.page.getByText(goal).first().waitFor();
    await sanna.page.goto(`${product.address}/asiakkaat/${clientId}/tietosuoja`);

    await sanna.page.getByRole('button', { name: /^Peru suostumus:/ }).click();
    const dialog = sanna.page.getByRole('dialog', { name: 'Perutaanko suostumus?' });
    await dialog.getByText('Järjestö saa tehtävän poistaa tiedot').waitFor();
    expect(await violationsOn(sanna.page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Peru suostumus nyt' }).click();
    await sanna.page
      .getByText(/^Peruttu /)
      .first()
      .waitFor();

    await holder.page.getByText(goal).first().waitFor({ state: 'detached', timeout: 2_000 });
    expect(await holder.page.content()).not.toContain(goal);
  });

  it('has the holder delete what it holds, and the coach sees who confirmed it', async () => {
    await holder.page.goto(`${product.address}/saapuneet`);
    await holder.page.getByRole('button', { name: `Kuittaa poistetuksi ${referral.caseNumber}` }).click();
    expect(await violationsOn(holder.page)).toEqual([]);
    await holder.page.getByRole('button', { name: 'Tiedot on poistettu' }).click();
    await holder.page
      .getByRole('button', { name: `Kuittaa poistetuksi ${referral.caseNumber}` })
      .waitFor({ state: 'detached' });

    await sanna.page.goto(`${product.address}/asiat/${referral.id}`);
    await sanna.page.getByRole('tab', { name: 'Jaettu tieto' }).click();
    await sanna.page.getByText(/Tiedot on poistettu. Kuittasi Pekka Ahola/).waitFor();
  });
});
