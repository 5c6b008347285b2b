import { readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { repositoryFolder } from '../../commands/start-options.js';

/** Parts of the product that no request, socket or job runs through. */
const apart =
  /^backend\/(testing|bench|commands|migrations|platform\/embedded-postgres)\/|^backend\/(main|server)$|\.test$/;

/** A module of the product as `backend/features/log/search-log`; undefined for everything else. */
export const placeOf = (path: string): string | undefined => {
  const [, part, rest] =
    /^(backend|shared)\/dist\/(.+)\.js$/.exec(relative(repositoryFolder, path).split(sep).join('/')) ?? [];
  const place = part && `${part}/${rest}`;
  return place && !apart.test(place) ? place : undefined;
};

/** Every compiled file of the part whose path fits. */
export const compiledFiles = (part: 'backend' | 'shared', fits: (path: string) => boolean): string[] => {
  const folder = join(repositoryFolder, part, 'dist');
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.js'))
    .map((name) => join(folder, name))
    .filter(fits)
    .toSorted();
};
