import './node-version.mjs';

// Imported after the check of the version: an old Node could not even read what follows.
const { endWithNpm } = await import('./end-with-npm.mjs');
const { buildWhatIsStale } = await import('./build.mjs');
endWithNpm();
buildWhatIsStale();
await import('../backend/bundle/start.js');
