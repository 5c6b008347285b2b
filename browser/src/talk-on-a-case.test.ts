import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { violationsOn } from './axe.js';
import { launchChromium } from './chromium.js';
import { type PersonKey, signIn, type Someone } from './people.js';
import { type Product, startProduct } from './product.js';
import { act, read, refer } from './referring.js';
import { aVirusDaemon, type VirusDaemon } from './virus-daemon.js';

const sign = 'A-SIGN-OF-MALWARE';
/** One dot. */
const picture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
/** The smallest PDF that readers open, with a word in it. */
const pdf = (word = ''): Buffer =>
  Buffer.from(
    `%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n` +
      `3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\n%${word}\nxref\n0 4\ntrailer<</Size 4/Root 1 0 R>>\nstartxref\n9\n%%EOF\n`,
    'latin1',
  );

/** A whole case lived in its conversation: what is asked, offered, attached, found and put aside there. */
describe('the conversation of a case', () => {
  let product: Product;
  let browser: Browser;
  let files: string;
  let daemon: VirusDaemon;
  let sanna: Someone;
  let pekka: Someone;
  let referralId: string;

  beforeAll(async () => {
    files = await mkdtemp(join(tmpdir(), 'talk-'));
    daemon = await aVirusDaemon(sign);
    [product, browser] = await Promise.all([
      startProduct({ FILES_DIR: files, FILES_WORK_DIR: files, CLAMD_ADDRESS: daemon.address }),
      launchChromium(),
    ]);
    const at = (person: PersonKey, width: number): Promise<Someone> =>
      signIn(browser, product, person, { viewport: { width, height: 844 }, acceptDownloads: true });
    sanna = await at('sanna', 1280);
    pekka = await at('pekka', 390);
    ({ id: referralId } = await refer(sanna, 'Anna', 'Rinnallakulkija arkeen ja asiointiin'));
    for (const { page } of [sanna, pekka]) await open(page);
  }, 300_000);
  afterAll(async () => {
    await browser?.close();
    await product?.stop();
    await daemon?.stop();
    await rm(files, { recursive: true, force: true });
  });

  const open = async (page: Page): Promise<void> => {
    await page.goto(`${product.address}/asiat/${referralId}#keskustelu`);
    await page.getByRole('tab', { name: /Keskustelu/ }).click();
    await page.getByLabel('Viesti molemmille').waitFor();
  };
  const say = async ({ page }: Someone, text: string): Promise<void> => {
    await page.getByLabel('Viesti molemmille').fill(text);
    await page.getByRole('button', { name: 'Lähetä viesti' }).click();
    await page.getByRole('log').getByText(text, { exact: true }).waitFor();
  };
  const menu = async ({ page }: Someone, item: string): Promise<void> => {
    await page.getByRole('button', { name: 'Keskustelun toiminnot' }).click();
    await page.getByRole('button', { name: item, exact: true }).click();
  };

  it('takes a question from where one writes, and its answer in the question’s own card', async () => {
    await pekka.page.getByRole('button', { name: 'Kysy lisää' }).last().click();
    const dialog = pekka.page.getByRole('dialog');
    await dialog.getByLabel('Miten asiakas pääsee paikalle?').check();
    await dialog.getByRole('button', { name: 'Lähetä kysymykset' }).click();

    const card = sanna.page.getByRole('region', { name: 'Lisätietopyyntö' });
    await card.getByRole('button', { name: 'Vastaa kysymyksiin' }).click();
    await card.getByLabel('Miten asiakas pääsee paikalle?').fill('Bussilla 12, matka on harjoiteltu.');
    await card.getByRole('button', { name: 'Lähetä vastaukset' }).click();

    await pekka.page
      .getByRole('region', { name: 'Lisätietopyyntö' })
      .getByText('Bussilla 12, matka on harjoiteltu.')
      .waitFor();
    expect((await read(pekka, referralId)).status).toBe('acknowledged');
  });

  it('takes an offered place in its card, on the other side’s screen at once', async () => {
    await act(pekka, await read(pekka, referralId), { action: 'waitlist', expectedWaitWeeks: 3 });
    await sanna.page.getByRole('list', { name: 'Jono' }).getByText('Arvioitu odotus 3 viikkoa').waitFor();
    await pekka.page.getByRole('button', { name: 'Tarjoa paikkaa' }).click();
    await pekka.page.getByRole('button', { name: 'Tarjoa paikkaa nyt' }).click();

    const card = sanna.page.getByRole('region', { name: 'Tarjottu paikka' });
    await card.getByText(/^Vastaus viimeistään pe 27\.11\. klo 8/).waitFor();
    expect(await violationsOn(sanna.page)).toEqual([]);
    await card.getByRole('button', { name: 'Ota paikka' }).click();
    await card.getByText(/näkee nyt asiakkaan sukunimen/).waitFor();
    await card.getByRole('button', { name: 'Ota paikka' }).click();

    await pekka.page.getByText('Tarjottu paikka otettiin').waitFor();
    expect((await read(pekka, referralId)).status).toBe('accepted');
  });

  it('proposes a meeting without losing what is being written, and its answer is the first meeting', async () => {
    await sanna.page.getByLabel('Viesti molemmille').fill('Kesken oleva viesti');
    await sanna.page.getByRole('button', { name: 'Ehdota tapaamista' }).click();
    const dialog = sanna.page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: 'Päivä' }).fill('26.11.2026');
    await dialog.getByLabel('Kello').fill('13.00');
    await dialog.getByRole('button', { name: 'Lähetä ehdotus' }).click();
    await pekka.page.getByRole('button', { name: /^Sopii: .*26\.11\. klo 13/ }).click();

    await sanna.page.getByText(/^Sovittu: .*Hyväksyi Pekka Ahola/).waitFor();
    const { body } = await sanna.api<{ firstMeetingAt: string }>('GET', `/referrals/${referralId}`);
    expect(body.firstMeetingAt).toBe('2026-11-26T11:00:00.000Z');
    expect(await sanna.page.getByLabel('Viesti molemmille').inputValue()).toBe('Kesken oleva viesti');
    expect(await pekka.page.getByRole('log').innerText()).not.toContain('Kesken oleva viesti');
    await sanna.page.getByLabel('Viesti molemmille').fill('');
  });

  it('writes down what was agreed: confirmed on the other screen, and pinned over the messages of both', async () => {
    const pinnedOn = ({ page }: Someone) => page.getByRole('region', { name: 'Sovittu' });
    await sanna.page.getByRole('button', { name: 'Kirjaa, mitä sovittiin' }).click();
    const dialog = sanna.page.getByRole('dialog');
    await dialog
      .getByRole('textbox', { name: 'Mitä sovittiin' })
      .fill('Pekka tulee mukaan ensimmäiselle käynnille.');
    await dialog.getByRole('button', { name: 'Lähetä vahvistettavaksi' }).click();
    await pinnedOn(pekka).getByText('Odottaa teitä').waitFor();
    expect(await violationsOn(pekka.page)).toEqual([]);
    await pekka.page.getByRole('button', { name: 'Näin sovittiin' }).click();

    await sanna.page.getByText(/^Vahvisti Pekka Ahola/).waitFor();
    await pinnedOn(sanna).getByText('Odottaa toista osapuolta').waitFor({ state: 'detached' });
    await open(sanna.page);
    await pinnedOn(sanna)
      .getByRole('button', { name: 'Pekka tulee mukaan ensimmäiselle käynnille.' })
      .click();
    expect(await sanna.page.evaluate(() => document.activeElement?.textContent)).toContain('Vahvisti Pekka');
  });

  it('sends a checklist of ready lines, which both sides tick', async () => {
    await pekka.page.getByRole('button', { name: 'Tarkistuslista' }).click();
    const dialog = pekka.page.getByRole('dialog', { name: 'Lähetä tarkistuslista' });
    await dialog.getByRole('button', { name: 'Käytä valmista viestiä' }).click();
    await pekka.page.getByRole('button', { name: /Tarkistuslista: aloitus/ }).click();
    expect((await dialog.getByRole('textbox').inputValue()).split('\n')).toHaveLength(6);
    await dialog.getByRole('button', { name: 'Lähetä lista' }).click();
    const onScreenOf = ({ page }: Someone) => page.getByRole('group', { name: 'Tarkistuslista' });
    await onScreenOf(sanna).getByRole('checkbox', { name: 'Matka on suunniteltu asiakkaan kanssa' }).check();

    await onScreenOf(pekka)
      .getByRole('checkbox', { name: /^Matka on suunniteltu asiakkaan kanssa Sanna Koskinen/ })
      .waitFor();
    await onScreenOf(pekka).getByText('1 / 6 tehty').waitFor();
    for (const { page } of [sanna, pekka]) expect(await violationsOn(page)).toEqual([]);
  });

  it('asks for a document, which comes as a file of the answer', async () => {
    await pekka.page.getByRole('button', { name: 'Pyydä asiakirjaa' }).click();
    const asking = pekka.page.getByRole('dialog');
    await asking.getByLabel('Mikä asiakirja').selectOption('Päätös');
    await asking.getByRole('textbox', { name: 'Viesti' }).fill('Aloitus tarvitsee päätöksen.');
    await asking.getByRole('button', { name: 'Lähetä pyyntö' }).click();
    await sanna.page.getByRole('button', { name: 'Anna asiakirja' }).click();
    const giving = sanna.page.getByRole('dialog');
    await giving
      .getByLabel('Liitä tiedosto')
      .first()
      .setInputFiles({ name: 'paatos.pdf', mimeType: 'application/pdf', buffer: pdf() });
    await giving.getByRole('button', { name: 'Poista paatos.pdf' }).waitFor();
    expect(await violationsOn(sanna.page)).toEqual([]);
    await giving.getByRole('button', { name: 'Lähetä vastaus' }).click();

    await pekka.page.getByText(/^Asiakirjan antoi Sanna Koskinen/).waitFor();
    await pekka.page
      .getByRole('log')
      .getByRole('link', { name: /paatos\.pdf/ })
      .waitFor();
    expect(await sanna.page.getByRole('list', { name: 'Viestin mukana lähtevät tiedostot' }).count()).toBe(0);
  });

  it('carries a file: not saved while nobody has checked it, saved when clean, marked and kept back when infected', async () => {
    daemon.isAway = true;
    const chooser = (name: string, buffer: Buffer, mimeType = 'application/pdf') =>
      sanna.page.getByLabel('Liitä tiedosto').first().setInputFiles({ name, mimeType, buffer });
    await chooser('suunnitelma.pdf', pdf());
    await sanna.page.getByRole('button', { name: 'Poista suunnitelma.pdf' }).waitFor();
    await chooser('kuva.png', picture, 'image/png');
    await sanna.page.getByRole('button', { name: 'Poista kuva.png' }).click();
    await say(sanna, 'Suunnitelma liitteenä.');
    const log = pekka.page.getByRole('log');
    await log.getByText('Ei vielä tarkistettu').waitFor();
    expect(await log.getByRole('link', { name: /suunnitelma\.pdf/ }).count()).toBe(0);

    daemon.isAway = false;
    // Whatever is sent next makes the checker look again.
    await chooser('liite.pdf', pdf(sign));
    await log.getByText('Tarkistettu', { exact: true }).waitFor();
    await sanna.page.getByText(/Tiedostosta löytyi haittaohjelma/).waitFor();
    await sanna.page.getByRole('button', { name: 'Poista liite.pdf' }).click();
    const [saved] = await Promise.all([
      pekka.page.waitForEvent('download'),
      log.getByRole('link', { name: /suunnitelma\.pdf/ }).click(),
    ]);

    expect(saved.suggestedFilename()).toBe('suunnitelma.pdf');
    expect(await readFile(await saved.path())).toEqual(pdf());
  });

  it('makes the page no taller than what is in sight of its log', async () => {
    const { page, shown, hidden } = await sanna.page.getByRole('log').evaluate((log) => ({
      page: document.documentElement.scrollHeight,
      shown: document.body.offsetHeight,
      hidden: log.scrollHeight - log.clientHeight,
    }));

    expect(hidden).toBeGreaterThan(0);
    expect(page).toBe(shown);
  });

  it('is saved as a file for the archive', async () => {
    await sanna.page.getByRole('button', { name: 'Keskustelun toiminnot' }).click();
    await sanna.page.getByRole('button', { name: 'Tallenna PDF' }).click();
    const [saved] = await Promise.all([
      sanna.page.waitForEvent('download'),
      sanna.page.getByRole('link', { name: 'Lataa PDF' }).click(),
    ]);

    expect(saved.suggestedFilename()).toMatch(/^KVL-2026-\d{4}\.pdf$/);
    expect((await readFile(await saved.path())).subarray(0, 5).toString()).toBe('%PDF-');
  });

  it('lists the case’s files, without a barrier', async () => {
    await pekka.page.getByRole('tab', { name: /Tiedostot/ }).click();

    await pekka.page.getByRole('list', { name: 'Asian tiedostot' }).getByText('suunnitelma.pdf').waitFor();
    expect(await violationsOn(pekka.page)).toEqual([]);
  });

  it('is marked unread by its reader, and counts again though the words were read', async () => {
    await say(sanna, 'Palataan tähän huomenna.');
    await open(pekka.page);
    await pekka.page.getByRole('log').getByText('Palataan tähän huomenna.').waitFor();
    const unread = async (): Promise<number> => {
      const { body } = await pekka.api<{ conversations: { audience: string; unread: number }[] }>(
        'GET',
        `/referrals/${referralId}/conversations`,
      );
      return body.conversations.find(({ audience }) => audience === 'shared')?.unread ?? -1;
    };
    for (let tries = 0; tries < 300 && (await unread()) !== 0; tries++) await pekka.page.waitForTimeout(100);

    await menu(pekka, 'Merkitse lukemattomaksi');
    await pekka.page.getByText('Merkittiin lukemattomaksi.').first().waitFor();

    expect(await unread()).toBe(1);
    await pekka.page.goto(`${product.address}/keskustelut`);
    // Beside the list the navigation counts it as well.
    await pekka.page.locator('#content').getByText('1 lukematon').waitFor();
  });

  it('is found by its words, and the hit leads to the very message', async () => {
    await pekka.page.getByLabel('Hae keskusteluista').fill('suunnitelma');
    await pekka.page.getByRole('button', { name: 'Hae', exact: true }).click();
    const hit = pekka.page.getByRole('region', { name: 'Hakutulokset' }).getByRole('link').first();
    await hit.waitFor();
    expect(await violationsOn(pekka.page)).toEqual([]);
    await hit.click();

    const message = pekka.page.locator('[data-seq]').filter({ hasText: 'Suunnitelma liitteenä.' });
    await message.waitFor();
    await pekka.page.waitForFunction(() => document.activeElement?.hasAttribute('data-seq'));
    expect(await message.evaluate((element) => element === document.activeElement)).toBe(true);
    expect(pekka.page.url()).not.toMatch(/suunnitelma/i);
  });

  it('is settled by one for both, put off by one for oneself, and taken up by the next word', async () => {
    await menu(sanna, 'Merkitse valmiiksi');
    await pekka.page.getByText('Keskustelu merkittiin valmiiksi').waitFor();
    await menu(pekka, 'Palaa myöhemmin');
    await pekka.page.getByRole('dialog').getByRole('button', { name: 'Huomenna' }).click();
    await pekka.page.getByText(/^Palaa listallesi: huomenna, ke 25\.11\.$/).waitFor();

    await say(sanna, 'Vielä yksi asia.');

    await pekka.page
      .getByText('Valmis. Uusi viesti avaa keskustelun uudelleen.')
      .waitFor({ state: 'detached' });
    await pekka.page.goto(`${product.address}/keskustelut`);
    await pekka.page.getByText(/Vielä yksi asia\./).waitFor();
    for (const { complaints } of [sanna, pekka]) expect(complaints).toEqual([]);
  });
});
