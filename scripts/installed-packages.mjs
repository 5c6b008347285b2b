import { readFileSync } from 'node:fs';

/** Packages whose manifest names no licence; their LICENSE file was read. */
const read = { pause: 'MIT', 'humanize-number': 'MIT', only: 'MIT', 'png-js': 'MIT' };

const json = (path) => JSON.parse(readFileSync(new URL(`../${path}`, import.meta.url), 'utf8'));

export const rootPackage = json('package.json');

/** Every package of the lock file, where it stands, and the workspaces that need them. */
export const installedPackages = () => {
  const { packages } = json('package-lock.json');
  const all = Object.entries(packages)
    .filter(([path, entry]) => path.includes('node_modules/') && !entry.link)
    .map(([path, entry]) => ({
      path,
      entry,
      name: entry.name ?? path.split('node_modules/').at(-1),
      version: entry.version,
    }));
  const workspaces = Object.entries(packages)
    .filter(([path]) => !path.includes('node_modules/'))
    .map(([path, entry]) => ({
      path,
      entry: { dependencies: { ...entry.dependencies, ...entry.devDependencies } },
    }));
  return { all, workspaces, byPath: new Map(all.map((one) => [one.path, one])) };
};

/** As an SPDX expression, from the lock file, and the package where the lock is silent. */
export const licenceOf = ({ path, entry, name }) => {
  if (entry.license) return entry.license;
  if (read[name]) return read[name];
  try {
    const manifest = json(`${path}/package.json`);
    return manifest.license ?? manifest.licenses?.map(({ type }) => type).join(' AND ');
  } catch {
    return undefined;
  }
};
