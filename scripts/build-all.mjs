import './node-version.mjs';

const { buildWhatIsStale } = await import('./build.mjs');
buildWhatIsStale();
