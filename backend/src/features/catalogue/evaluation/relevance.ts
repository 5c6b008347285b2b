/** Grades of the right answers: 2 = one would send a referral here, 1 = a reasonable second choice, else 0. */
export type Grades = Readonly<Record<string, number>>;

export interface Relevance {
  /** Normalised discounted cumulative gain of the first ten, gain 2^grade − 1. */
  ndcg: number;
  /** Share of the right answers (grade ≥ 1) that are among the first ten; of at most ten. */
  recall: number;
  /** One divided by the place of the first answer of grade 2; 0 when there is none. */
  reciprocalRank: number;
}

const depth = 10;
const gain = (grade: number, place: number): number => (2 ** grade - 1) / Math.log2(place + 2);
const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

export const relevanceOf = (found: readonly string[], grades: Grades): Relevance => {
  const graded = found.map((id) => grades[id] ?? 0);
  const ideal = Object.values(grades)
    .sort((a, b) => b - a)
    .slice(0, depth);
  const right = Object.values(grades).filter((grade) => grade >= 1).length;
  const firstBest = graded.indexOf(2);
  return {
    ndcg: sum(graded.slice(0, depth).map(gain)) / sum(ideal.map(gain)),
    recall: graded.slice(0, depth).filter((grade) => grade >= 1).length / Math.min(right, depth),
    reciprocalRank: firstBest < 0 ? 0 : 1 / (firstBest + 1),
  };
};

export const meanOf = (all: readonly Relevance[]): Relevance => ({
  ndcg: sum(all.map(({ ndcg }) => ndcg)) / all.length,
  recall: sum(all.map(({ recall }) => recall)) / all.length,
  reciprocalRank: sum(all.map(({ reciprocalRank }) => reciprocalRank)) / all.length,
});
