import './node-version.mjs';

const { buildWhatIsStale } = await import('./build.mjs');
buildWhatIsStale(['server']);
await import('../backend/dist/commands/retention.js');
