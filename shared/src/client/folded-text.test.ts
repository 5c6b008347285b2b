import fc from 'fast-check';
import { foldText } from './folded-text.js';

describe('a folded text', () => {
  it('is the same by the quick way of ordinary text as by the way of any text, sign by sign', () => {
    const ordinary = fc.string({
      unit: fc.constantFrom(...'aZ09 .,-+@\t\n\räöåÄÖÅéüßñÿ÷×–—’”'),
      maxLength: 40,
    });
    fc.assert(
      fc.property(ordinary, (text) => {
        const quick = foldText(text);
        // What nobody sees makes it a text of any kind.
        const other = foldText(`${text}\u200b`);
        expect(quick.text).toBe(other.text);
        for (let at = 0; at < text.length; at += 1)
          expect(quick.rangeOf(at, at + 1)).toEqual(other.rangeOf(at, at + 1));
      }),
    );
  });
});
