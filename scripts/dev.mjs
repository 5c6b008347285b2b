import './node-version.mjs';

const { binary, buildWhatIsStale, root } = await import('./build.mjs');
buildWhatIsStale(['server']);
await import('../backend/dist/commands/dev.js').then(({ develop }) =>
  develop({
    root,
    compiler: [binary('typescript', 'tsc'), '-b', 'backend', '--watch', '--preserveWatchOutput'],
    website: [binary('vite', 'vite')],
  }),
);
