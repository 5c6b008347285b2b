import type { Browser } from 'playwright-core';
import { launchChromium } from './chromium.js';
import { signIn, type Someone } from './people.js';
import { type Product, startProduct } from './product.js';

/** Scenario S1: Anna gets a companion. The coach at her desk, the companion on a phone, a colleague and an outsider looking on. */
describe('from a search to an ended period', () => {
  const service = 'Rinnallakulkija arkeen ja asiointiin';
  const goal = 'Haluaisin päästä ulos kotoa ja jutella jonkun kanssa.';
  let product: Product;
  let browser: Browser;
  let sanna: Someone;
  let pekka: Someone;
  let outi: Someone;
  let mikael: Someone;
  let referralId: string;

  beforeAll(async () => {
    [product, browser] = await Promise.all([startProduct(), launchChromium()]);
    const phone = { viewport: { width: 390, height: 844 }, hasTouch: true };
    [sanna, pekka, outi, mikael] = await Promise.all([
      signIn(browser, product, 'sanna'),
      signIn(browser, product, 'pekka', phone),
      signIn(browser, product, 'outi'),
      signIn(browser, product, 'mikael', { locale: 'fi-FI' }),
    ]);
  }, 180_000);
  afterAll(async () => {
    await browser?.close();
    await product?.stop();
  });

  it('finds the service among the first three, with its free places', async () => {
    const { page } = sanna;
    await page.goto(`${product.address}/palvelut?q=rinnallakulkija&municipality=286`);

    await page.getByRole('link', { name: service }).first().waitFor();
    const firstThree = (await page.getByRole('heading', { level: 3 }).allTextContents()).slice(0, 3);
    const card = page.getByRole('article').filter({ hasText: service });

    expect(firstThree).toContain(service);
    expect(await card.first().innerText()).toMatch(/6 vapaata paikkaa/);
  });

  it('shows the coach the very card that the receiver will read, and refers', async () => {
    const { page } = sanna;
    await Promise.all([
      pekka.page.goto(`${product.address}/saapuneet`),
      outi.page.goto(`${product.address}/saapuneet`),
    ]);
    await pekka.page.getByText('Ei avoimia pyyntöjä.').waitFor();
    await outi.page.getByText('Ei avoimia pyyntöjä.').waitFor();

    await page.getByRole('link', { name: service }).first().click();
    await page.getByRole('link', { name: 'Ohjaa palveluun' }).first().click();
    await page.getByRole('searchbox', { name: 'Etsi omista asiakkaistasi' }).fill('Anna');
    await page.getByRole('button', { name: /^Anna:/ }).click();
    await page.getByLabel('Tapaaminen kotona').check();
    const card = page.getByRole('tabpanel');
    await card.getByText('30–39 v').waitFor();
    const shown = await card.innerText();
    await page.getByRole('button', { name: 'Kirjaa: kerroin asiakkaalle' }).click();
    await page.getByText(/Asiakkaalle on kerrottu/).waitFor();
    await page.getByRole('button', { name: 'Lähetä', exact: true }).click();
    await page
      .getByText(/Ohjaus lähetetty\. Vastaus tulee viimeistään ti 1\.12\. klo 16/)
      .first()
      .waitFor();

    expect(shown).toContain('Anna');
    expect(shown).toContain('Kouvola');
    expect(shown).toContain(goal);
    expect(shown).not.toMatch(/Mäkinen|040|\+358/);
  });

  it('reaches both inboxes without reloading, and nobody outside', async () => {
    await Promise.all([
      pekka.page.getByText(goal).first().waitFor({ timeout: 5_000 }),
      outi.page.getByText(goal).first().waitFor({ timeout: 5_000 }),
    ]);
    const { body } = await pekka.api<{ items: { id: string }[] }>('GET', '/referrals');
    referralId = body.items[0]?.id ?? '';

    const answers = await Promise.all([
      mikael.api('GET', `/referrals/${referralId}`),
      mikael.api('GET', `/referrals/${referralId}/conversations`),
    ]);

    expect(answers.map(({ status }) => status)).toEqual([404, 404]);
  });

  it('promises a place from a phone; the sender sees it at once, and only now the provider reads surname and phone', async () => {
    const before = await pekka.api('GET', `/referrals/${referralId}`);
    await sanna.page.goto(`${product.address}/asiat/${referralId}`);
    await sanna.page.getByText('Vastaanottaja on nähnyt').first().waitFor();

    const { page } = pekka;
    await page.goto(`${product.address}/saapuneet?asia=${referralId}`);
    await page.getByRole('button', { name: 'Otetaan vastaan' }).click();
    await page.getByRole('textbox', { name: 'Ensitapaamisen päivä' }).fill('26.11.2026');
    await page.getByLabel(/^Kellonaika/).fill('13.00');
    await page.getByRole('button', { name: 'Lupaa paikka' }).click();
    await page
      .getByText(/Paikka on luvattu\. Ensitapaaminen/)
      .first()
      .waitFor();
    await sanna.page.getByText('Paikka luvattu').first().waitFor({ timeout: 5_000 });
    const after = await pekka.api('GET', `/referrals/${referralId}`);

    expect(JSON.stringify(before.body)).not.toMatch(/Mäkinen|000 0101/);
    expect(JSON.stringify(after.body)).toContain('Mäkinen');
    expect(JSON.stringify(after.body)).toContain('000 0101');
  });

  it('lets both talk on the shared case, in order, and keeps a note to its own side', async () => {
    const say = async ({ page }: Someone, text: string) => {
      await page.getByLabel('Viesti molemmille').fill(text);
      await page.getByRole('button', { name: 'Lähetä viesti' }).click();
    };
    await Promise.all(
      [sanna, pekka].map(({ page }) => page.goto(`${product.address}/asiat/${referralId}?osa=keskustelu`)),
    );
    await Promise.all(
      [sanna, pekka].map(({ page }) => page.getByRole('tab', { name: /Keskustelu/ }).click()),
    );

    await say(pekka, 'Soitin Annalle, sopii hyvin.');
    await sanna.page.getByRole('log').getByText('Soitin Annalle, sopii hyvin.').waitFor();
    await say(sanna, 'Kiitos! Kerron Annalle.');
    await pekka.page.getByRole('log').getByText('Kiitos! Kerron Annalle.').waitFor();

    const heard = await Promise.all([sanna, pekka].map(({ page }) => page.getByRole('log').innerText()));
    for (const text of heard)
      expect(text.indexOf('Soitin Annalle')).toBeLessThan(text.indexOf('Kiitos! Kerron'));
    const { body } = await sanna.api<{ conversations: { unread: number; audience: string }[] }>(
      'GET',
      `/referrals/${referralId}/conversations`,
    );
    expect(body.conversations.find(({ audience }) => audience === 'shared')?.unread).toBe(0);
  });

  it('starts and ends, with a report that the sender approves and a history of who did what', async () => {
    const current = async (someone: Someone) =>
      (await someone.api<{ version: number }>('GET', `/referrals/${referralId}`)).body.version;
    const { page } = pekka;
    await page.goto(`${product.address}/asiat/${referralId}`);
    await page.getByRole('button', { name: 'Merkitse alkaneeksi' }).click();
    await page.getByRole('textbox', { name: 'Päivä, jona jakso alkoi' }).fill('24.11.2026');
    await page.getByRole('button', { name: 'Tallenna aloitus' }).click();
    await sanna.page.getByText('Jakso käynnissä').first().waitFor();

    await page.getByRole('button', { name: 'Päätä jakso' }).click();
    await page.getByRole('textbox', { name: 'Viimeinen päivä' }).fill('24.11.2026');
    await page.getByLabel('Suunnitellusti').check();
    await page.getByRole('button', { name: 'Päätä jakso nyt' }).click();
    await page.getByRole('button', { name: 'Kirjaa loppuarvio' }).click();
    await page.getByLabel('Tavoite toteutui', { exact: true }).check();
    await page.getByLabel(/Mihin asiakas siirtyy/).selectOption({ label: 'Seuraavaan palveluun' });
    await page.getByRole('button', { name: 'Lähetä loppuarvio' }).click();
    await sanna.page.getByRole('button', { name: 'Hyväksy loppuarvio' }).click();
    await sanna.page.getByRole('button', { name: 'Hyväksy ja päätä' }).click();
    await pekka.page.getByText('Jakso päättynyt').first().waitFor();

    const { body } = await sanna.api<{ status: string; steps: { action: string; actorName: string }[] }>(
      'GET',
      `/referrals/${referralId}`,
    );
    expect(body.status).toBe('completed');
    expect(body.steps.map(({ action, actorName }) => `${action} ${actorName}`)).toEqual([
      'send Sanna Koskinen',
      expect.stringMatching(/^acknowledge /),
      'accept Pekka Ahola',
      'start Pekka Ahola',
      'finish Pekka Ahola',
      'report Pekka Ahola',
      'approve Sanna Koskinen',
    ]);
    expect(await current(sanna)).toBe(await current(pekka));
    for (const { complaints } of [sanna, pekka, outi, mikael]) expect(complaints).toEqual([]);
  });
});
