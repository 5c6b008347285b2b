import { readFileSync } from 'node:fs';
import { templateDatabase, type TestClusterAddresses } from '../test-cluster.js';
import type { Mutant } from './mutant.js';
import { compiledFiles, placeOf } from './places.js';
import { plantMutants } from './plant-mutants.js';
import { findRowPolicies } from './row-policies.js';

/** Every mutant of the compiled product and of the migrated database, as they stand now: there is no list to keep. */
export const findMutants = async (cluster: TestClusterAddresses): Promise<Mutant[]> => {
  const template = new URL(cluster.superuserUrl);
  template.pathname = `/${templateDatabase}`;
  return [...findInCode(), ...(await findRowPolicies(template.href))];
};

export const findInCode = (): Mutant[] =>
  (['shared', 'backend'] as const).flatMap((part) =>
    compiledFiles(part, (path) => placeOf(path) !== undefined).flatMap(
      (path) => plantMutants(readFileSync(path, 'utf8'), placeOf(path) ?? '').mutants,
    ),
  );
