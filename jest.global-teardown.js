export default async function stopCluster() {
  const cluster = globalThis.rinnallaTestCluster;
  delete globalThis.rinnallaTestCluster;
  await cluster?.stop();
}
