// Every installed package's licence must fit EUPL-1.2, read from the lock file (and the package where the lock is silent).
import { installedPackages, licenceOf } from './installed-packages.mjs';

const fitting = new Set([
  'MIT',
  'MIT-0',
  'ISC',
  '0BSD',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'MPL-2.0',
  'OFL-1.1',
  'CC0-1.0',
  'CC-BY-4.0',
  'Zlib',
  'Unlicense',
  'Python-2.0',
  'EUPL-1.2',
  // In the appendix of EUPL-1.2; libvips is a shared library of its own beside us.
  'LGPL-3.0-or-later',
]);
const fits = (expression) =>
  expression
    .replace(/[()]/g, '')
    .split(' OR ')
    .some((choice) => choice.split(' AND ').every((licence) => fitting.has(licence.trim())));

const { all } = installedPackages();
const wrong = all.flatMap((one) => {
  const licence = licenceOf(one);
  return typeof licence === 'string' && fits(licence)
    ? []
    : [`${one.path}: ${licence ?? 'no licence named'}`];
});
console.log(
  wrong.length === 0
    ? `${all.length} packages, every licence fits EUPL-1.2.`
    : `These licences do not fit EUPL-1.2:\n${wrong.join('\n')}`,
);
process.exitCode = wrong.length === 0 ? 0 : 1;
