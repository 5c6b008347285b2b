// Every installed package's licence must fit EUPL-1.2, read from the lock file (and the package where the lock is silent).
import { readFileSync } from 'node:fs';

const fitting = new Set([
  'MIT', 'MIT-0', 'ISC', '0BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', 'BlueOak-1.0.0', 'MPL-2.0', 'OFL-1.1',
  'CC0-1.0', 'CC-BY-4.0', 'Zlib', 'Unlicense', 'Python-2.0', 'EUPL-1.2',
  // In the appendix of EUPL-1.2; libvips is a shared library of its own beside us.
  'LGPL-3.0-or-later',
]);
/** Packages whose manifest names no licence; their LICENSE file was read. */
const read = { pause: 'MIT', 'humanize-number': 'MIT', only: 'MIT', 'png-js': 'MIT' };

const fits = (expression) =>
  expression
    .replace(/[()]/g, '')
    .split(' OR ')
    .some((choice) => choice.split(' AND ').every((licence) => fitting.has(licence.trim())));

const { packages } = JSON.parse(readFileSync(new URL('../package-lock.json', import.meta.url), 'utf8'));
const licenceOf = (path, entry) => {
  if (entry.license) return entry.license;
  const name = path.split('node_modules/').at(-1);
  if (read[name]) return read[name];
  try {
    const manifest = JSON.parse(readFileSync(new URL(`../${path}/package.json`, import.meta.url), 'utf8'));
    return manifest.license ?? manifest.licenses?.map(({ type }) => type).join(' AND ');
  } catch {
    return undefined;
  }
};

const installed = Object.entries(packages).filter(([path, entry]) => path.includes('node_modules/') && !entry.link);
const wrong = installed.flatMap(([path, entry]) => {
  const licence = licenceOf(path, entry);
  return typeof licence === 'string' && fits(licence) ? [] : [`${path}: ${licence ?? 'no licence named'}`];
});
console.log(wrong.length === 0 ? `${installed.length} packages, every licence fits EUPL-1.2.` : `These licences do not fit EUPL-1.2:\n${wrong.join('\n')}`);
process.exitCode = wrong.length === 0 ? 0 : 1;
