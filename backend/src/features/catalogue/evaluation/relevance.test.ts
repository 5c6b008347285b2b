import { meanOf, relevanceOf } from './relevance.js';

describe('the relevance of an answer', () => {
  const grades = { a: 2, b: 1, c: 1 };

  it('is whole when the best come first', () => {
    expect(relevanceOf(['a', 'b', 'c', 'x'], grades)).toEqual({ ndcg: 1, recall: 1, reciprocalRank: 1 });
  });

  it('is nothing when none of them is there', () => {
    expect(relevanceOf(['x', 'y'], grades)).toEqual({ ndcg: 0, recall: 0, reciprocalRank: 0 });
  });

  it('falls with each place that the best one falls', () => {
    const second = relevanceOf(['x', 'a'], grades);

    expect(second.reciprocalRank).toBe(0.5);
    expect(second.recall).toBeCloseTo(1 / 3);
    // 3 / log2(3) against 3 + 1 / log2(3) + 1 / 2.
    expect(second.ndcg).toBeCloseTo(1.8928 / 4.1309, 3);
  });

  it('counts only the first ten, and asks for no more than ten', () => {
    const many = Object.fromEntries(Array.from({ length: 14 }, (_, index) => [`s${index}`, 1]));
    const found = Object.keys(many);

    expect(relevanceOf(found, many).recall).toBe(1);
    expect(relevanceOf([...Array<string>(10).fill('x'), ...found], many).recall).toBe(0);
  });

  it('is averaged over queries', () => {
    expect(meanOf([relevanceOf(['a', 'b', 'c'], grades), relevanceOf([], grades)])).toEqual({
      ndcg: 0.5,
      recall: 0.5,
      reciprocalRank: 0.5,
    });
  });
});
