import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright-core';
import { unpackChromium } from './unpack-chromium.js';

export interface ChromiumFound {
  executablePath: string;
  /** Folder with the shared libraries and fonts that a bare machine lacks. */
  bareMachineFolder?: string;
}

/** The one without a window of its own first: it takes half the work. */
const systemNames = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'chrome',
];
const macApplications = ['Google Chrome', 'Chromium'].map(
  (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
);

/**
 * The first that really starts of: CHROMIUM_PATH, a Chromium or Chrome of the system, the one inside an npm package,
 * and that one with its own shared libraries.
 * @throws one sentence when none does.
 */
export async function findChromium(
  environment: Record<string, string | undefined> = process.env,
): Promise<ChromiumFound> {
  const tried: string[] = [];
  for (const candidate of candidates(environment)) {
    try {
      const found = await candidate.find();
      if (!found) continue;
      await opensPage(found);
      return found;
    } catch (error) {
      tried.push(`${candidate.name}: ${(error as Error).message.split('\n')[0]}`);
    }
  }
  throw new Error(
    `No Chromium starts on this machine, so the browser tests cannot run: install the package chromium or set CHROMIUM_PATH (${tried.join('; ')}).`,
  );
}

/** Some start and then fail at the first page. */
async function opensPage(found: ChromiumFound): Promise<void> {
  const browser = await chromium.launch(launchOptions(found));
  try {
    const page = await browser.newPage();
    await page.setContent('<h1>Hei</h1>');
  } finally {
    await browser.close();
  }
}

/** No sandbox: root may not use one, and only our own pages are opened. No calls home, which a closed network refuses. */
export const launchOptions = ({ executablePath, bareMachineFolder }: ChromiumFound) => ({
  executablePath,
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
  ...(bareMachineFolder ? { env: { ...process.env, ...bareMachine(bareMachineFolder) } } : {}),
});

const bareMachine = (folder: string) => ({
  LD_LIBRARY_PATH: join(folder, 'al2023', 'lib'),
  FONTCONFIG_PATH: join(folder, 'fonts'),
});

interface Candidate {
  name: string;
  find: () => Promise<ChromiumFound | undefined>;
}

function candidates({ CHROMIUM_PATH, PATH = '' }: Record<string, string | undefined>): Candidate[] {
  const onSystem = [
    ...PATH.split(delimiter).flatMap((folder) => systemNames.map((name) => join(folder, name))),
    ...macApplications,
  ];
  return [
    ...[CHROMIUM_PATH]
      .filter((path) => path !== undefined)
      .map((path) => ({ name: 'CHROMIUM_PATH', find: async () => ({ executablePath: path }) })),
    ...onSystem
      .filter((path) => existsSync(path))
      .map((path) => ({ name: path, find: async () => ({ executablePath: path }) })),
    { name: '@sparticuz/chromium', find: () => fromNpm(false) },
    { name: '@sparticuz/chromium with its libraries', find: () => fromNpm(true) },
  ];
}

async function fromNpm(isMachineBare: boolean): Promise<ChromiumFound | undefined> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  const folder = await unpackChromium();
  return {
    executablePath: join(folder, 'chromium'),
    ...(isMachineBare ? { bareMachineFolder: folder } : {}),
  };
}
