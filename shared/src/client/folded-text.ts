/** Written text as patterns read it, and the way back to where it stood. */
export interface FoldedText {
  text: string;
  /** The range of the written text that a range of the folded one came from. */
  rangeOf: (start: number, end: number) => { start: number; end: number };
}

/** What nearly every text is made of, Latin letters with their marks on too: folded sign by sign, at its own place. */
const isPlain = /^[\t\n\r\x20-\x7e\xc0-\xff\u2013\u2014\u2019\u201d]*$/;
/** A character with the marks on it: an `a` and two dots are an `ä`. */
const cluster = /\p{M}+|\P{M}\p{M}*/gu;
/** Joiners, soft hyphens, direction marks: seen by nobody. */
const invisible = /\p{Default_Ignorable_Code_Point}/gu;
const dash = /[\u2010-\u2015\u2043\u2212\u02d7]/g;
const arabicDigit = /[\u0660-\u0669\u06f0-\u06f9]/g;

const fold = (written: string): string =>
  written
    .replace(invisible, '')
    .normalize('NFKC')
    .replace(dash, '-')
    .replace(/\s/g, ' ')
    .replace(arabicDigit, (digit) => String((digit.codePointAt(0) ?? 0) % 16));

/**
 * One sign for what looks the same: full-width and Arabic digits, the many dashes, every kind of space and line end, and
 * nothing where nothing is seen. What a telephone's keyboard, a text program or a copied page makes of a number is read
 * as its reader reads it.
 */
export const foldText = (written: string): FoldedText => {
  if (isPlain.test(written))
    return {
      text: written.replace(dash, '-').replace(/\s/g, ' '),
      rangeOf: (start, end) => ({ start, end }),
    };
  const parts: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  for (const { 0: whole, index } of written.matchAll(cluster)) {
    const folded = fold(whole);
    parts.push(folded);
    for (let unit = 0; unit < folded.length; unit += 1) {
      starts.push(index);
      ends.push(index + whole.length);
    }
  }
  return {
    text: parts.join(''),
    rangeOf: (start, end) => ({ start: starts[start] ?? written.length, end: ends[end - 1] ?? 0 }),
  };
};
