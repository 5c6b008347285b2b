import './node-version.mjs';

const { buildWhatIsStale } = await import('./build.mjs');
buildWhatIsStale(['server', 'bundle']);
await import('../backend/dist/testing/faults/faults.js');
