import './node-version.mjs';

const { endWithNpm } = await import('./end-with-npm.mjs');
const { buildWhatIsStale } = await import('./build.mjs');
endWithNpm();
buildWhatIsStale(['server']);
await import('../backend/dist/commands/worker.js');
