import './node-version.mjs';

const { buildWhatIsStale } = await import('./build.mjs');
buildWhatIsStale(['server', 'bundle']);
await import('../backend/dist/bench/growth.js');
