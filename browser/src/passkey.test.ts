import { createHash, randomBytes, randomUUID } from 'node:crypto';
import pg from 'pg';
import type { Browser, Page } from 'playwright-core';
import { launchChromium } from './chromium.js';
import { visit } from './people.js';
import { type Product, startProduct } from './product.js';

describe('a passkey, in a real browser with an authenticator in its machine', () => {
  let product: Product;
  let browser: Browser;
  beforeAll(async () => {
    [product, browser] = await Promise.all([startProduct(), launchChromium()]);
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await product?.stop();
  });

  /** As its job would have mailed it to a new worker of the association. */
  const anInvitation = async (): Promise<string> => {
    const [token, email] = [randomBytes(32).toString('base64url'), `${randomUUID()}@people.example`];
    const owner = new pg.Client({ connectionString: product.settings['DATABASE_OWNER_URL'] });
    await owner.connect();
    await owner.query(
      `with invited as (insert into person (email, given_name, surname) values ($1, 'Outi', 'Niemi') returning id),
            kaisa as (select m.organization_id from membership m join person p on p.id = m.person_id where p.email like 'kaisa.vuori@%'),
            joined as (insert into membership (person_id, organization_id, role, valid_from) select id, organization_id, 'providerWorker', '2026-01-01' from invited, kaisa)
       insert into account_token (token_hash, person_id, purpose, organization_id, created_at, expires_at)
       select decode($2, 'hex'), id, 'invitation', organization_id, '2026-11-24T05:00Z', '2026-12-01T05:00Z' from invited, kaisa`,
      [email, createHash('sha256').update(token).digest('hex')],
    );
    await owner.end();
    return token;
  };
  const anAuthenticator = async (page: Page, isUserVerified = true) => {
    const devtools = await page.context().newCDPSession(page);
    await devtools.send('WebAuthn.enable');
    const options = {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified,
      automaticPresenceSimulation: true,
    } as const;
    const { authenticatorId } = await devtools.send('WebAuthn.addVirtualAuthenticator', { options });
    return {
      forgetsItsPerson: () =>
        devtools.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: false }),
    };
  };
  const accountMenu = (page: Page) => page.getByRole('button', { name: 'Oma valikko: Outi Niemi' });

  it('is made when an invitation is taken up, and lets its person in by itself from then on', async () => {
    const { page, complaints } = await visit(browser, product);
    const authenticator = await anAuthenticator(page);
    const token = await anInvitation();

    await page.goto(`${product.address}/kutsu#${token}`);
    await page.getByText('Hei Outi.').waitFor();
    expect(page.url()).not.toContain(token);
    await page.locator('input[type=password]').fill('kahvikuppi ja pilvi');
    await page.getByRole('button', { name: 'Jatka' }).click();
    await page.getByRole('button', { name: 'Luo pääsyavain' }).click();
    await page.getByRole('heading', { name: 'Tallenna varakoodit' }).waitFor();
    expect(await accountMenu(page).count()).toBe(0);
    await page.getByRole('button', { name: 'Olen tallentanut koodit' }).click();
    await accountMenu(page).click();
    await page.getByRole('button', { name: 'Kirjaudu ulos' }).click();
    await page.waitForURL('**/palvelut');

    await page.goto(`${product.address}/kirjaudu`);
    await page.getByRole('button', { name: 'Kirjaudu pääsyavaimella' }).click();
    await accountMenu(page).waitFor();

    await page.goto(`${product.address}/oma-tili`);
    await page.getByText(/Käytetty viimeksi .*24\.11\.2026/).waitFor();
    await accountMenu(page).click();
    await page.getByRole('button', { name: 'Kirjaudu ulos' }).click();
    await page.waitForURL('**/palvelut');

    await authenticator.forgetsItsPerson();
    await page.goto(`${product.address}/kirjaudu`);
    await page.getByRole('button', { name: 'Kirjaudu pääsyavaimella' }).click();
    await page.getByText('Pääsyavain ei kelvannut.').waitFor();
    expect(complaints).toEqual([]);
  }, 90_000);
});
