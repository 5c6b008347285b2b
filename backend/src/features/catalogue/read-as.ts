import { plainOf } from './search-text.js';
import type { ServiceCardRow } from './service-card.presenter.js';

/** How many letters must be changed, added or left out to make one word of the other. */
const editsBetween = (a: string, b: string): number => {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, replaced));
    }
    row = next;
  }
  return row[b.length] ?? 0;
};

const namesOf = (row: ServiceCardRow): string[] =>
  [...Object.values(row.title), ...Object.values(row.keywords).flat(), ...row.competences]
    .flatMap((text) => text?.match(/[\p{L}\p{N}]+/gu) ?? [])
    .map((word) => word.toLowerCase())
    .filter((word) => word.length >= 4);

/**
 * What the query was read as when a word of it is one or two letters from a word of the services that were found, and none
 * of them has it as it was typed. `null` when it was typed right.
 */
export const readAs = (words: readonly string[], rows: readonly ServiceCardRow[]): string | null => {
  const names = [...new Set(rows.slice(0, 10).flatMap(namesOf))];
  let corrected = false;
  const read = words.map((word) => {
    const plain = plainOf(word);
    if (plain.length < 5 || names.some((name) => plainOf(name).startsWith(plain))) return word;
    const allowed = plain.length >= 9 ? 2 : 1;
    const nearest = names
      .map((name) => ({ name, edits: editsBetween(plain, plainOf(name)) }))
      // An inflected word differs at its end; a mistyped one ends as it should.
      .filter(
        ({ name, edits }) => edits > 0 && edits <= allowed && plainOf(name).slice(-2) === plain.slice(-2),
      )
      .sort((a, b) => a.edits - b.edits)[0];
    if (!nearest) return word;
    corrected = true;
    return nearest.name;
  });
  return corrected ? read.join(' ') : null;
};
