import { idsOf, type RecordedOperation } from './record-requests.js';

/** Whether the limit answers the same rows as the API did, for every sample; the API asks for one row more than it shows. */
export const differingAnswers = async (
  limitUrl: string,
  recorded: Record<string, RecordedOperation>,
): Promise<string[]> => {
  const differing: string[] = [];
  for (const [name, { ids, statements }] of Object.entries(recorded)) {
    if (statements.length < 2) continue;
    for (const [number, expected] of ids.entries()) {
      const response = await fetch(`${limitUrl}/${name}/${number}`);
      const found = idsOf(await response.json()).slice(0, expected.length);
      if (expected.length === 0 || found.join() !== expected.join())
        differing.push(`${name} ${number}: ${expected.length} and ${found.length} rows`);
    }
  }
  return differing;
};
