import './node-version.mjs';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installedPackages, licenceOf, rootPackage } from './installed-packages.mjs';

/**
 * `npm run sbom [FILE]`: the software bill of materials in CycloneDX 1.6, from the lock file and the installed packages:
 * name, version, licence, checksum, and what needs what. Without a date or a random number, so that the same lock file
 * always gives the same bill.
 */
const file = process.argv[2] ?? fileURLToPath(new URL('../var/sbom.cdx.json', import.meta.url));
const packages = installedPackages();
const refOf = ({ name, version }) => `pkg:npm/${name.replace('@', '%40')}@${version}`;

/** As Node would find it from there: the nearest folder upwards that has it. */
const resolve = (from, name) => {
  for (let at = from; ; at = at.slice(0, Math.max(0, at.lastIndexOf('/node_modules/')))) {
    const found = packages.byPath.get(`${at ? `${at}/` : ''}node_modules/${name}`);
    if (found || !at) return found;
  }
};
const needsOf = ({ path, entry }) =>
  [
    ...new Set(
      Object.keys({ ...entry.dependencies, ...entry.optionalDependencies }).flatMap((name) => {
        const found = resolve(path, name);
        return found ? [refOf(found)] : [];
      }),
    ),
  ].sort();

const licensesOf = (licence) => {
  if (!licence) return [];
  return /^[A-Za-z0-9.+-]+$/.test(licence) ? [{ license: { id: licence } }] : [{ expression: licence }];
};
const hashesOf = (integrity) => {
  const [algorithm, value] = integrity?.split('-') ?? [];
  return algorithm === 'sha512'
    ? [{ alg: 'SHA-512', content: Buffer.from(value, 'base64').toString('hex') }]
    : [];
};

const unique = [...new Map(packages.all.map((one) => [refOf(one), one])).values()].sort((a, b) =>
  refOf(a) < refOf(b) ? -1 : 1,
);
const component = (one) => ({
  type: 'library',
  'bom-ref': refOf(one),
  ...(one.name.startsWith('@')
    ? { group: one.name.split('/')[0], name: one.name.split('/')[1] }
    : { name: one.name }),
  version: one.version,
  scope: one.entry.dev ? 'excluded' : one.entry.optional || one.entry.devOptional ? 'optional' : 'required',
  hashes: hashesOf(one.entry.integrity),
  licenses: licensesOf(licenceOf(one)),
  purl: refOf(one),
});
const root = {
  type: 'application',
  'bom-ref': `pkg:npm/${rootPackage.name}@${rootPackage.version}`,
  name: rootPackage.name,
  version: rootPackage.version,
  licenses: licensesOf(rootPackage.license),
};
const bill = {
  $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
  bomFormat: 'CycloneDX',
  specVersion: '1.6',
  version: 1,
  metadata: { component: root },
  components: unique.map(component),
  dependencies: [
    { ref: root['bom-ref'], dependsOn: [...new Set(packages.workspaces.flatMap(needsOf))].sort() },
    ...unique.map((one) => ({ ref: refOf(one), dependsOn: needsOf(one) })),
  ],
};

mkdirSync(dirname(file), { recursive: true });
writeFileSync(file, `${JSON.stringify(bill, null, 2)}\n`);
console.log(
  `${bill.components.length} packages, ${bill.components.filter(({ scope }) => scope !== 'excluded').length} of them in the product: ${file}`,
);
