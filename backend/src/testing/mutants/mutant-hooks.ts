import { fileURLToPath } from 'node:url';
import { placeOf } from './places.js';
import { plantMutants } from './plant-mutants.js';

interface Loaded {
  format: string;
  source?: string | ArrayBuffer | Uint8Array;
  shortCircuit?: boolean;
}

/** Node's hook for every module that is loaded: the product's come with their mutants. */
export const load = async (
  url: string,
  context: unknown,
  next: (url: string, context: unknown) => Promise<Loaded>,
): Promise<Loaded> => {
  const loaded = await next(url, context);
  const place = url.startsWith('file:') ? placeOf(fileURLToPath(url)) : undefined;
  if (!place || !loaded.source) return loaded;
  const code =
    typeof loaded.source === 'string' ? loaded.source : Buffer.from(loaded.source as Uint8Array).toString();
  return { ...loaded, source: plantMutants(code, place).code };
};
