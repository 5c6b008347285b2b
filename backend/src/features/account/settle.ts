import { Problem } from '@rinnalla/shared/kernel/problem';
import type { Begun, Beginning, Database } from '../../platform/database/database.js';

/** Runs `work` and commits what it left behind also when it refuses: tries stay counted, refusals stay logged. */
export const settle = async <Result>(
  database: Database,
  beginning: Beginning,
  work: (begun: Begun) => Promise<Result | Problem>,
): Promise<Result> => {
  const result = await database.inTransaction(beginning, work);
  if (result instanceof Problem) throw result;
  return result;
};
