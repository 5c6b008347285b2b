import './node-version.mjs';

const { buildWhatIsStale } = await import('./build.mjs');
buildWhatIsStale(['server']);
await import('../backend/dist/bench/messaging/bench-messaging.js');
