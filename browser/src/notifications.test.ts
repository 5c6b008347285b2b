import type { Browser } from 'playwright-core';
import { violationsOn } from './axe.js';
import { launchChromium } from './chromium.js';
import { aMailBox, type MailBox } from './mail-box.js';
import { apiOf, people, signIn, type Someone } from './people.js';
import { type Product, startProcess, startProduct } from './product.js';
import { refer, type ReferralBrief } from './referring.js';

const service = 'Rinnallakulkija arkeen ja asiointiin';

/** What tells somebody who is not looking: the bell, the list, the settings, and one mail that says next to nothing. */
describe('notifications', () => {
  let product: Product;
  let browser: Browser;
  let box: MailBox;
  let sanna: Someone;
  let pekka: Someone;
  let anna: ReferralBrief;
  const processes: Awaited<ReturnType<typeof startProcess>>[] = [];

  beforeAll(async () => {
    box = await aMailBox();
    [product, browser] = await Promise.all([startProduct({ SMTP_URL: box.url }), launchChromium()]);
    sanna = await signIn(browser, product, 'sanna');
    pekka = await signIn(browser, product, 'pekka', { viewport: { width: 390, height: 844 } });
  }, 300_000);
  afterAll(async () => {
    await browser?.close();
    for (const process of processes) await process.stop();
    await product?.stop();
    await box?.stop();
  });

  /** The same product at a later hour: another process on its database. */
  const at = async (hour: string): Promise<string> => {
    const process = await startProcess({ ...product.settings, CLOCK: `2026-11-24T${hour}:00+02:00` });
    processes.push(process);
    return process.address;
  };
  const mailsTo = (email: string, of: ReferralBrief): string[] =>
    box.received
      .filter(({ to, mail }) => to.includes(email) && mail.includes(of.caseNumber))
      .map(({ mail }) => mail);
  const mailed = async (email: string, of: ReferralBrief, count: number): Promise<void> => {
    for (let tries = 0; tries < 600 && mailsTo(email, of).length < count; tries++)
      await pekka.page.waitForTimeout(50);
    expect(mailsTo(email, of)).toHaveLength(count);
  };
  const write = async (address: string, text: string): Promise<void> => {
    const { page } = sanna;
    await page.goto(`${address}/asiat/${anna.id}#keskustelu`);
    await page.getByLabel('Viesti molemmille').fill(text);
    await page.getByRole('button', { name: 'Lähetä viesti' }).click();
    await page.getByRole('log').getByText(text, { exact: true }).waitFor();
    await page.getByText('Lähetetään').waitFor({ state: 'detached' });
  };

  it('ring the bell of an open page, and lead from it to the list', async () => {
    await pekka.page.goto(`${product.address}/palvelumme`);
    await pekka.page.getByRole('button', { name: 'Ilmoitukset', exact: true }).waitFor();
    anna = await refer(sanna, 'Anna', service);

    await pekka.page.getByRole('button', { name: 'Ilmoitukset, 1 uusi' }).click();

    const panel = pekka.page.getByRole('region', { name: 'Ilmoitukset' });
    await panel.getByText('Uusi ohjaus palveluun').waitFor();
    expect(await violationsOn(pekka.page)).toEqual([]);
    await panel.getByRole('link', { name: 'Kaikki ilmoitukset' }).click();
    await pekka.page.getByRole('heading', { name: 'Ilmoitukset', level: 1 }).waitFor();
  });

  it('are mailed once for a case until it is visited, with a number and a link and nothing of the client', async () => {
    const quarterPast = await at('08:15');
    await mailed(people.pekka, anna, 1);
    const [mail = ''] = mailsTo(people.pekka, anna);
    expect(mail).toContain(`/asiat/${anna.id}`);
    expect(mail).not.toMatch(/Anna|Rinnallakulkija arkeen|päästä ulos|Sanna|Koskinen|Kouvola/);
    await write(quarterPast, 'Anna odottaa soittoasi.');
    const minna = await refer({ ...sanna, api: apiOf(sanna.page.context(), quarterPast) }, 'Minna', service);

    const later = await at('08:40');

    // Of something later than the message: whoever mailed this has considered that one before.
    await mailed(people.pekka, minna, 1);
    expect(mailsTo(people.pekka, anna)).toHaveLength(1);
    expect(box.received.map(({ mail }) => mail).join()).not.toMatch(/odottaa soittoasi|Minna/);

    await pekka.page.goto(`${later}/asiat/${anna.id}#keskustelu`);
    await pekka.page.getByRole('log').getByText('Anna odottaa soittoasi.').waitFor();
    await pekka.page.getByRole('button', { name: 'Ilmoitukset, 1 uusi' }).waitFor();
    await pekka.page.goto(`${later}/palvelumme`);
    await write(later, 'Kiitos soitosta.');
    await pekka.page.getByRole('button', { name: 'Ilmoitukset, 2 uutta' }).waitFor();
    await at('09:05');

    await mailed(people.pekka, anna, 2);
  });

  it('are muted by their reader, kind by kind', async () => {
    await pekka.page.goto(`${product.address}/ilmoitukset/asetukset`);
    await pekka.page.getByLabel('Uusi viesti').selectOption({ label: 'Ei sähköpostia' });
    await pekka.page.getByText('Tallennettu: Uusi viesti').first().waitFor();
    await pekka.page.reload();

    expect(await pekka.page.getByLabel('Uusi viesti').inputValue()).toBe('none');
    for (const { complaints } of [sanna, pekka]) expect(complaints).toEqual([]);
  });
});
