import { randomUUID } from 'node:crypto';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import type { Product } from './product.js';

/** The demonstration's people, as the scenarios name them. */
export const people = {
  sanna: 'sanna.koskinen@kouvola.example',
  marja: 'marja.lehtonen@kouvola.example',
  timo: 'timo.rautio@kouvola.example',
  pekka: 'pekka.ahola@salmenpaan-rinnallakulkijat-ry.example',
  outi: 'outi.berg@salmenpaan-rinnallakulkijat-ry.example',
  kaisa: 'kaisa.vuori@salmenpaan-rinnallakulkijat-ry.example',
  jarmo: 'jarmo.niemi@kymenkaaren-tyopajasaatio-sr.example',
  mikael: 'mikael.lind@raasepori.example',
  riikka: 'riikka.sund@kouvola.example',
  eero: 'eero.salmela@kouvola.example',
} as const;
export type PersonKey = keyof typeof people;

const demonstrationPassword = 'yhdessa-alkuun';

export interface Answer<Body> {
  status: number;
  body: Body;
  headers: Record<string, string>;
}

/** A person at a browser of their own. */
export interface Someone {
  page: Page;
  /** The API as this person's browser calls it: to arrange what a scenario is not about, and to look at what a reader receives. */
  api<Body>(
    method: 'GET' | 'POST' | 'PUT',
    path: string,
    data?: unknown,
    headers?: Record<string, string>,
  ): Promise<Answer<Body>>;
  /** Everything that the browser complained about. */
  complaints: string[];
}

/** A person who has signed in; their page has opened nothing yet. */
export const signIn = async (
  browser: Browser,
  product: Product,
  person: PersonKey,
  options: BrowserContextOptions = {},
): Promise<Someone> => {
  const someone = await visit(browser, product, options);
  const { status } = await someone.api('POST', '/session', {
    email: people[person],
    password: demonstrationPassword,
  });
  if (status !== 200) throw new Error(`${person} could not sign in: ${status}.`);
  return someone;
};

/** The same by hand, on the sign-in page that is open. */
export const signInOnPage = async (page: Page, person: PersonKey): Promise<void> => {
  await page.getByLabel('Sähköposti').fill(people[person]);
  await page.getByLabel('Salasana').fill(demonstrationPassword);
  await page.getByRole('button', { name: 'Kirjaudu', exact: true }).click();
};

/** In the top bar, or on a phone in the menu of one's own. */
export const chooseLanguage = async (page: Page, language: string): Promise<void> => {
  const choice = page.locator(`button[lang="${language}"]:visible`);
  await page.locator('header').first().waitFor();
  const inBar = (await choice.count()) > 0;
  if (!inBar) await page.locator('header button[aria-expanded]').last().click();
  await choice.first().click();
  await page.locator(`html[lang="${language}"] h1`).first().waitFor();
  if (!inBar) await page.keyboard.press('Escape');
};

/** Somebody who has not signed in. */
export const visit = async (
  browser: Browser,
  product: Product,
  options: BrowserContextOptions = {},
): Promise<Someone> => {
  const context = await browser.newContext({
    locale: 'fi-FI',
    timezoneId: 'Europe/Helsinki',
    viewport: { width: 1280, height: 900 },
    ...options,
  });
  context.setDefaultTimeout(20_000);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on(
    'console',
    (message) =>
      message.type() === 'error' &&
      /Content Security|Refused/.test(message.text()) &&
      complaints.push(message.text()),
  );
  return { page, api: apiOf(context, product.address), complaints };
};

/** The API of one process, with what this browser is signed in by. */
export const apiOf =
  (context: BrowserContext, address: string): Someone['api'] =>
  async (method, path, data, headers = {}) => {
    const response = await context.request.fetch(`${address}/api${path}`, {
      method,
      headers: method === 'POST' ? { 'idempotency-key': randomUUID(), ...headers } : headers,
      ...(data === undefined ? {} : { data }),
    });
    return { status: response.status(), body: await response.json(), headers: response.headers() };
  };
