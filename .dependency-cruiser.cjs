/**
 * The direction of imports (ARCHITECTURE.md), as sentences. `scripts/directions.mjs` runs it over all three
 * workspaces, types included.
 */
const forbidden = [];
const forbid = (name, from, to) => forbidden.push({ name, severity: 'error', from, to });

const sharedOrder = 'kernel contract organization account catalogue commissioning client referral messaging notification log privacy statistics practice'.split(' ');
sharedOrder.forEach((folder, index) => {
  const rightward = sharedOrder.slice(index + 1).join('|');
  if (rightward)
    forbid(`In shared, ${folder} knows nothing of what builds on it.`, { path: `shared/src/${folder}/` }, { path: `shared/src/(${rightward})/` });
});
forbid(
  'shared has no folder outside its order of words.',
  { path: `shared/src/(?!(${sharedOrder.join('|')})/)` },
  { path: '.' },
);
forbid('shared imports only itself and Zod.', { path: 'shared/src/', pathNot: '\\.test\\.js$' }, { pathNot: ['shared/src/', 'node_modules/zod/'] });
forbid('backend never imports frontend.', { path: 'backend/src/' }, { path: 'frontend/' });
forbid('frontend never imports backend.', { path: 'frontend/src/' }, { path: 'backend/' });
forbid('The browser tests know the product only from outside.', { path: 'browser/src/' }, { path: '(backend|frontend)/src/' });

forbid(
  'backend/platform knows no feature.',
  { path: 'backend/src/platform/' },
  { path: 'backend/src/(features|commands|testing)/|backend/src/(reactions|app\\.module|main)\\.js$' , pathNot: 'backend/src/testing/' },
);
forbid(
  'Only tests use what is made for tests.',
  { path: '(backend|frontend)/src/', pathNot: ['/src/testing/', '\\.test\\.js$'] },
  { path: '(backend|frontend)/src/testing/' },
);
forbid(
  'A backend feature meets another only through its facade or through events.',
  { path: 'backend/src/features/([^/]+)/', pathNot: '\\.test\\.js$' },
  { path: 'backend/src/features/', pathNot: ['backend/src/features/$1/', '\\.facade\\.js$', '\\.module\\.js$'] },
);
forbid(
  'Only a module file imports another feature’s module.',
  { path: 'backend/src/features/([^/]+)/', pathNot: ['\\.module\\.js$', '\\.test\\.js$'] },
  { path: 'backend/src/features/[^/]+/.*\\.module\\.js$', pathNot: 'backend/src/features/$1/' },
);
forbid(
  'A backend feature does not know the application around it.',
  { path: 'backend/src/features/', pathNot: '\\.test\\.js$' },
  { path: 'backend/src/(commands/|(reactions|app\\.module|main)\\.js$)' },
);
forbid(
  'Entities, repositories, presenters and policies do not know controllers or gateways.',
  { path: '\\.(entity|repository|query|presenter|policy)\\.js$' },
  { path: '\\.(controller|gateway)\\.js$' },
);
forbid(
  'A controller or gateway reaches the database through use cases and queries only.',
  { path: '\\.(controller|gateway)\\.js$' },
  { path: '\\.(entity|repository)\\.js$' },
);

forbid('frontend/platform and frontend/i18n know no feature and no screen part.', { path: 'frontend/src/(platform|i18n)/', pathNot: '\\.test\\.js$' }, { path: 'frontend/src/(ui|features|app)/' });
forbid('frontend/ui knows no feature.', { path: 'frontend/src/ui/', pathNot: '\\.test\\.js$' }, { path: 'frontend/src/(features|app)/' });
forbid(
  'A frontend feature imports no other feature: a route puts them side by side.',
  { path: 'frontend/src/features/([^/]+)/', pathNot: '\\.test\\.js$' },
  { path: 'frontend/src/features/', pathNot: 'frontend/src/features/$1/' },
);
forbid('A frontend feature does not know the app around it.', { path: 'frontend/src/features/', pathNot: '\\.test\\.js$' }, { path: 'frontend/src/app/' });
forbid('Nothing imports itself in a circle.', {}, { circular: true });
forbid('Nothing re-exports through an index file.', {}, { path: '(shared|backend|frontend)/src/.*index\\.js$' });
// ✖ is acorn's own stand-in where it reads loosely, as for an import named "from".
forbid('Every import leads to a file.', { path: '^var/directions/' }, { couldNotResolve: true, pathNot: '^✖$|\\.(css|svg|woff2?|json)$|^virtual:|^vite/' });

module.exports = {
  forbidden,
  options: {
    moduleSystems: ['es6'],
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'], extensions: ['.js', '.json', '.d.ts'] },
  },
};
