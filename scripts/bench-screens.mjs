import './node-version.mjs';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, buildWhatIsStale } from './build.mjs';

buildWhatIsStale(['server', 'bundle', 'web', 'browser']);
const { serveScale } = await import('../backend/dist/bench/serve-scale.js');
const { measureScreens } = await import('../browser/dist/bench/measure-screens.js');
const { tableOfScreens } = await import('../browser/dist/bench/screens-report.js');

const tell = (line) => process.stdout.write(`${line}\n`);
const served = await serveScale(tell);
try {
  const figures = await measureScreens(served, tell);
  writeFileSync(join(root, 'var', 'bench', 'screens.json'), `${JSON.stringify(figures, null, 2)}\n`);
  tell(`\n${tableOfScreens(figures)}`);
} finally {
  await served.stop();
}
