import { randomUUID } from 'node:crypto';
import type { Browser } from 'playwright-core';
import { launchChromium } from './chromium.js';
import { signIn, type Someone } from './people.js';
import { type Product, startProduct } from './product.js';
import { act, findService, read, refer } from './referring.js';

interface OwnService {
  version: number;
  offerings: { id: string; version: number; freePlaces: number }[];
}

/** Scenario S8: two people act at the same time. One wins; the other reads who and when, and nothing typed is lost. */
describe('two people at the same time', () => {
  const service = 'Rinnallakulkija arkeen ja asiointiin';
  let product: Product;
  let browser: Browser;
  let sanna: Someone;
  let marja: Someone;
  let timo: Someone;
  let pekka: Someone;
  let outi: Someone;
  let kaisa: Someone;

  beforeAll(async () => {
    [product, browser] = await Promise.all([startProduct(), launchChromium()]);
    [sanna, marja, timo, pekka, outi, kaisa] = await Promise.all([
      signIn(browser, product, 'sanna'),
      signIn(browser, product, 'marja'),
      signIn(browser, product, 'timo'),
      signIn(browser, product, 'pekka'),
      signIn(browser, product, 'outi'),
      signIn(browser, product, 'kaisa'),
    ]);
  }, 180_000);
  afterAll(async () => {
    await browser?.close();
    await product?.stop();
  });

  /** Kaisa leaves so many places free. */
  const leaveFree = async (count: number): Promise<void> => {
    const { id } = await findService(kaisa, service);
    const { body } = await kaisa.api<OwnService>('GET', `/services/${id}/editing`);
    const [offering] = body.offerings;
    const answer = await kaisa.api('PUT', `/offerings/${offering?.id}/free-places`, {
      freePlaces: count,
      version: offering?.version,
    });
    expect(answer.status).toBe(200);
  };

  const openAcceptance = async ({ page }: Someone, referralId: string, note: string): Promise<void> => {
    await page.goto(`${product.address}/saapuneet?asia=${referralId}`);
    await page.getByRole('button', { name: 'Otetaan vastaan' }).click();
    await page.getByRole('textbox', { name: 'Ensitapaamisen päivä' }).fill('26.11.2026');
    await page.getByLabel(/^Kellonaika/).fill('13.00');
    await page.getByLabel('Terveiset lähettäjälle').fill(note);
  };

  it('lets one of two browsers give the last place; the other reads who and when, and keeps its text', async () => {
    const [first, second] = [await refer(sanna, 'Anna', service), await refer(sanna, 'Minna', service)];
    await leaveFree(1);
    await openAcceptance(pekka, first.id, 'Pekka odottaa ovella.');
    await openAcceptance(outi, second.id, 'Outi odottaa ovella.');

    await Promise.all(
      [pekka, outi].map(({ page }) => page.getByRole('button', { name: 'Lupaa paikka' }).click()),
    );
    const won = (someone: Someone) =>
      someone.page
        .getByText(/Paikka on luvattu/)
        .first()
        .waitFor()
        .then(() => true);
    const lost = (someone: Someone) =>
      someone.page
        .getByText(/viimeisen paikan|Viimeinen paikka/i)
        .first()
        .waitFor()
        .then(() => false);
    const outcomes = await Promise.all(
      [pekka, outi].map((someone) => Promise.race([won(someone), lost(someone)])),
    );

    expect([...outcomes].sort((a, b) => Number(a) - Number(b))).toEqual([false, true]);
    const [winner, loser] = outcomes[0] ? (['Pekka Ahola', outi] as const) : (['Outi Berg', pekka] as const);
    const told = await loser.page.locator('main').innerText();
    expect(told).toContain(winner);
    expect(told).toMatch(/klo 8\.\d\d/);
    expect(await loser.page.getByLabel('Terveiset lähettäjälle').inputValue()).toMatch(/odottaa ovella/);
    const offerings = (await read(pekka, outcomes[0] ? second.id : first.id)).offerings;
    expect(offerings.map(({ freePlaces }) => freePlaces)).toEqual([0]);
  });

  it('lets one of two colleagues answer the same request; the other reads who was first and what stands now', async () => {
    await leaveFree(3);
    const referral = await refer(sanna, 'Eetu', service);
    await openAcceptance(pekka, referral.id, 'Pekka lupaa.');
    await openAcceptance(outi, referral.id, 'Outi lupaa.');

    await pekka.page.getByRole('button', { name: 'Lupaa paikka' }).click();
    await pekka.page
      .getByText(/Paikka on luvattu/)
      .first()
      .waitFor();
    const late = outi.page.getByRole('button', { name: 'Lupaa paikka' });
    if (await late.isVisible()) await late.click({ timeout: 3_000 }).catch(() => undefined);
    await outi.page
      .getByText(/Pekka Ahola/)
      .first()
      .waitFor();

    expect(await outi.page.getByLabel('Terveiset lähettäjälle').inputValue()).toBe('Outi lupaa.');
    expect((await read(outi, referral.id)).status).toBe('accepted');
  });

  it('gives two coordinators one winner, one step and one history', async () => {
    const referral = await refer(sanna, 'Dmitri', service);
    const seen = await read(marja, referral.id);
    await Promise.all([marja, timo].map(({ page }) => page.goto(`${product.address}/asiat/${referral.id}`)));
    for (const { page } of [marja, timo]) {
      await page.getByRole('button', { name: 'Peru ohjaus' }).click();
      await page.getByLabel('Miksi ohjaus perutaan').selectOption({ index: 1 });
      await page.getByLabel(/Lisää lause|Kerro lyhyesti/).fill('Sovittiin asiakkaan kanssa.');
    }

    await Promise.all(
      [marja, timo].map(({ page }) => page.getByRole('button', { name: 'Peru ohjaus nyt' }).click()),
    );
    await Promise.all([marja, timo].map(({ page }) => page.getByText('Peruttu').first().waitFor()));

    const after = await sanna.api<{ version: number; steps: { action: string }[] }>(
      'GET',
      `/referrals/${referral.id}`,
    );
    expect(after.body.version).toBe(seen.version + 1);
    expect(after.body.steps.filter(({ action }) => action === 'withdraw')).toHaveLength(1);
    const texts = await Promise.all([marja, timo].map(({ page }) => page.locator('main').innerText()));
    expect(texts.filter((text) => /ehti .*ensin/.test(text))).toHaveLength(1);
  });

  it('changes nothing when a request is replayed, and answers the same', async () => {
    const referral = await refer(sanna, 'Anna', 'Puupaja Kaarna');
    const key = { 'idempotency-key': randomUUID() };

    const first = await act(sanna, referral, { action: 'withdraw', reason: 'need_met' }, key);
    const again = await act(sanna, referral, { action: 'withdraw', reason: 'need_met' }, key);
    const other = await act(sanna, referral, { action: 'withdraw', reason: 'moved' }, key);

    expect([first.status, again.status]).toEqual([200, 200]);
    expect(again.body).toEqual(first.body);
    expect(again.headers['idempotent-replayed']).toBe('true');
    expect((other.body as unknown as { code: string }).code).toBe('idempotencyConflict');
    expect((await read(sanna, referral.id)).version).toBe(first.body.version);
  });
});
