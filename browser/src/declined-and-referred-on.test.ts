import type { Browser } from 'playwright-core';
import { launchChromium } from './chromium.js';
import { signIn, type Someone } from './people.js';
import { type Product, startProduct } from './product.js';
import { type ReferralBrief, findClient, findService, refer } from './referring.js';

/** Scenario S2: a reasoned no with a better idea, and the same content goes on. */
describe('a no with a better idea', () => {
  let product: Product;
  let browser: Browser;
  let sanna: Someone;
  let jarmo: Someone;
  let referral: ReferralBrief;

  beforeAll(async () => {
    [product, browser] = await Promise.all([startProduct(), launchChromium()]);
    [sanna, jarmo] = await Promise.all([
      signIn(browser, product, 'sanna'),
      signIn(browser, product, 'jarmo', { viewport: { width: 820, height: 1180 }, hasTouch: true }),
    ]);
    referral = await refer(sanna, 'Jari', 'Puupaja Kaarna');
  }, 180_000);
  afterAll(async () => {
    await browser?.close();
    await product?.stop();
  });

  it('demands a suggestion or a call where the reason asks for one, and keeps what was typed', async () => {
    const { page } = jarmo;
    await page.goto(`${product.address}/saapuneet?asia=${referral.id}`);
    await page.getByRole('button', { name: 'Ei voida ottaa' }).click();
    await page
      .getByLabel('Miksi paikkaa ei voida antaa')
      .selectOption({ label: 'Palvelu on tarkoitettu toiselle kohderyhmälle' });
    await page.getByLabel('Lause lähettäjälle').fill('Seisomatyö ei sovi selälle, työn muotoilu voisi.');
    await page.getByRole('button', { name: 'Lähetä vastaus' }).click();
    await page.getByText(/Ehdota parempaa vaihtoehtoa: Ehdota toista palvelua tai pyydä soittoa/).waitFor();

    expect(await page.getByLabel('Lause lähettäjälle').inputValue()).toBe(
      'Seisomatyö ei sovi selälle, työn muotoilu voisi.',
    );
  });

  it('tells the sender reason and suggestion at once, and never that a person was rejected', async () => {
    await sanna.page.goto(`${product.address}/asiat/${referral.id}`);
    await sanna.page.getByText('Vastaanottaja on nähnyt').first().waitFor();

    const { page } = jarmo;
    await page
      .getByRole('button', { name: 'Etsi muu palvelu' })
      .or(page.getByLabel('Etsi muu palvelu'))
      .first()
      .click();
    await page.getByRole('searchbox', { name: 'Etsi palvelua' }).fill('työhönvalmennus');
    await page
      .getByRole('button', { name: /^Valitse / })
      .first()
      .click();
    const chosen = await page
      .getByRole('radio', { checked: true })
      .first()
      .evaluate((radio) => radio.closest('label')?.textContent ?? '');
    await page.getByRole('button', { name: 'Lähetä vastaus' }).click();
    await sanna.page.getByText('Paikkaa ei voitu antaa').first().waitFor({ timeout: 5_000 });

    const text = await sanna.page.locator('main').innerText();
    expect(text).toContain('Palvelu on tarkoitettu toiselle kohderyhmälle');
    expect(text).toContain('Seisomatyö ei sovi selälle');
    expect(text).toMatch(/Ehdotus: /);
    expect(text.toLowerCase()).not.toContain('hylät');
    expect(chosen.length).toBeGreaterThan(0);
  });

  it('leaves the provider its own record by the case number alone', async () => {
    const { body } = await jarmo.api<{ status: string; caseNumber: string }>(
      'GET',
      `/referrals/${referral.id}`,
    );

    expect(body.status).toBe('declined');
    expect(body.caseNumber).toBe(referral.caseNumber);
    expect(JSON.stringify(body)).not.toMatch(/Jari|selkä|tavoite/i);
  });

  it('refers on to the suggested one with the client’s goal, without the provider’s text', async () => {
    const { page } = sanna;
    await page.getByRole('button', { name: 'Ohjaa ehdotettuun' }).click();
    await page.getByLabel('Asiakkaan tavoite').waitFor();

    const goal = await page.getByLabel('Asiakkaan tavoite').inputValue();
    const { body } = await sanna.api<{ nextReferralId: string }>('GET', `/referrals/${referral.id}`);
    const next = await sanna.api<{ status: string; previousReferralId: string }>(
      'GET',
      `/referrals/${body.nextReferralId}`,
    );

    expect(goal.length).toBeGreaterThanOrEqual(20);
    expect(await page.locator('main').innerText()).not.toContain('Seisomatyö');
    expect(next.body).toMatchObject({ status: 'draft', previousReferralId: referral.id });
  });

  it('blocks a service that does not work in the client’s municipality, and says where it works', async () => {
    const jari = await findClient(sanna, 'Jari');
    const elsewhere = await findService(sanna, 'Kiinteistö- ja piharyhmä');
    const draft = await sanna.api<ReferralBrief>('POST', '/referrals', {
      clientId: jari.id,
      serviceId: elsewhere.id,
      goal: jari.goal,
    });

    const refused = await sanna.api<{ reason: string; details: { areaFi: string } }>(
      'POST',
      `/referrals/${draft.body.id}/transitions`,
      { action: 'send', version: draft.body.version },
    );

    expect(refused.status).toBe(422);
    expect(refused.body.reason).toBe('serviceNotOpenForMunicipality');
    expect(refused.body.details.areaFi).toBe('Etelä-Karjala');
  });
});
