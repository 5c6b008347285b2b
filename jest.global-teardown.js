export default async function stopCluster() {
  await globalThis.rinnallaTestCluster?.stop();
}
