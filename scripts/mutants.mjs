import './node-version.mjs';

const { buildWhatIsStale } = await import('./build.mjs');
buildWhatIsStale(['server']);
await import('../backend/dist/testing/mutants/mutants.js');
