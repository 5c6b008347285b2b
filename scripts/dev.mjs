import './node-version.mjs';

const { endWithNpm } = await import('./end-with-npm.mjs');
const { binary, buildWhatIsStale, root } = await import('./build.mjs');
endWithNpm();
buildWhatIsStale(['server']);
await import('../backend/dist/commands/dev.js').then(({ develop }) =>
  develop({
    root,
    compiler: [binary('typescript', 'tsc'), '-b', 'backend', '--watch', '--preserveWatchOutput'],
    website: [binary('vite', 'vite')],
  }),
);
