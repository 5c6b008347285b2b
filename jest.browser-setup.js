import startCluster from './jest.global-setup.js';

/** For the browser tests: a database cluster, and a Chromium that starts; found once, not in each file. */
export default async function prepare() {
  const { findChromium } = await import('./browser/dist/find-chromium.js');
  const found = await findChromium().catch((error) => ({ problem: error.message }));
  process.env.RINNALLA_CHROMIUM = JSON.stringify(found);
  await startCluster();
}
