import './node-version.mjs';

// Imported after the check of the version: an old Node could not even read what follows.
const { buildWhatIsStale } = await import('./build.mjs');
buildWhatIsStale();
process.setSourceMapsEnabled(true);
await import('../backend/dist/commands/start.js');
