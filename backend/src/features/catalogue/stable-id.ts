import { createHash } from 'node:crypto';

/** The id of a row that comes from a file: the same on every machine, so that loading again finds it. */
export const stableId = (key: string): string => {
  const hex = createHash('sha256').update(`rinnalla:${key}`).digest('hex');
  // RFC 9562, version 8: bits of our own choosing.
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-9${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
};
