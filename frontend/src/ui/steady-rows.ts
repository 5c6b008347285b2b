import { useState } from 'react';

/** Rows as they are read, and how many new ones wait so that they do not push what is being read. */
export interface SteadyRows<Row> {
  rows: readonly Row[];
  newCount: number;
  showNew: () => void;
}

/**
 * Holds back rows that would come in above or between those on the screen. Rows at the end push nothing and come
 * at once; rows that changed change in their place; rows that are gone leave.
 *
 * @param isAtHome rows that may always come in, e.g. those that move here from another list of the same screen
 */
export const useSteadyRows = <Row>(
  fresh: readonly Row[],
  keyOf: (row: Row) => string,
  isAtHome: (row: Row) => boolean = () => false,
): SteadyRows<Row> => {
  const [known, setKnown] = useState(() => fresh.map(keyOf));
  const knownKeys = new Set(known);
  const lastKnown = fresh.findLastIndex((row) => knownKeys.has(keyOf(row)));
  const isShown = (row: Row, position: number): boolean =>
    position > lastKnown || knownKeys.has(keyOf(row)) || isAtHome(row);
  const rows = fresh.filter(isShown);
  const shown = rows.map(keyOf);
  if (shown.length !== known.length || shown.some((key) => !knownKeys.has(key))) setKnown(shown);
  return { rows, newCount: fresh.length - rows.length, showNew: () => setKnown(fresh.map(keyOf)) };
};
