/**
 * Starts the run's throw-away PostgreSQL before the first backend test. Works on what the compiler wrote: run
 * `npx tsc -b` first (npm test does).
 */
export default async function startCluster() {
  const { startTestCluster } = await import('./backend/dist/testing/test-cluster.js');
  const { migrate } = await import('./backend/dist/platform/database/migrate.js');
  globalThis.rinnallaTestCluster ??= await startTestCluster(migrate);
}
