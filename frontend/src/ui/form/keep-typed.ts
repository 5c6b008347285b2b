import { asProblem } from '../../platform/query-client.js';

/**
 * Saves a form's values over the version that was read. Who was second keeps what they typed; only the version that it
 * is saved over becomes the newest, so that whoever presses again means it. Throws what the server refused.
 */
export const keepTyped = async <Saved>(
  save: () => Promise<Saved>,
  toNewestVersion: () => Promise<void>,
): Promise<Saved> => {
  try {
    return await save();
  } catch (error) {
    const problem = asProblem(error);
    if (problem.code === 'changedMeanwhile') await toNewestVersion();
    throw problem;
  }
};
