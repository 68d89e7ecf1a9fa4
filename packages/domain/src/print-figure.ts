import type { Figure } from './ballot-results.ts';

/** Below this many papers a bloc of one mind is printed as a bound, so that nobody's vote is told exactly. */
const ROUGH_BELOW = 8;

const exact = (value: number): Figure => ({ kind: 'exact', value });

/**
 * A bloc's share as it may be printed (docs/method.md §6): unanimity in a bloc of fewer than eight papers is
 * "≥ 80 %" or "≤ 20 %".
 *
 * @param count papers of the bloc that are of this mind
 * @param papers papers of the bloc, at least 1
 * @returns a share 0–1
 */
export const printShare = (count: number, papers: number): Figure => {
  if (papers < ROUGH_BELOW && count === papers) return { kind: 'at-least', value: 0.8 };
  if (papers < ROUGH_BELOW && count === 0) return { kind: 'at-most', value: 0.2 };
  return exact(count / papers);
};

/**
 * A bloc's mean rating as it may be printed: a bound where the exact mean would tell that a small bloc supports (4, 5)
 * or opposes (1, 2) as one, or that nobody in it does.
 *
 * @param ratings papers by rating, 1 to 5; at least one paper
 * @returns a mean 1–5
 */
export const printMeanRating = (ratings: readonly [number, number, number, number, number]): Figure => {
  const papers = ratings.reduce((sum, count) => sum + count, 0);
  const total = ratings.reduce((sum, count, index) => sum + count * (index + 1), 0);
  const [ones, twos, , fours, fives] = ratings;
  if (papers < ROUGH_BELOW) {
    // With one paper of 1 or 2 the total is at most 2 + 5 (papers − 1); with one of 4 or 5 at least 4 + (papers − 1).
    if (fours + fives === papers || total > 5 * papers - 3) return { kind: 'at-least', value: 4 };
    if (ones + twos === papers || total < papers + 3) return { kind: 'at-most', value: 2 };
  }
  return exact(total / papers);
};

/**
 * A bloc's mean rank as it may be printed: a bound where a small bloc puts an option first, or last, as one.
 *
 * @param rankSum sum of the ranks the bloc's papers give
 * @param papers papers of the bloc, at least 1
 * @param options options of the ballot, at least 2
 */
export const printMeanRank = (rankSum: number, papers: number, options: number): Figure => {
  const fifth = (options - 1) / 5;
  if (papers < ROUGH_BELOW && rankSum === papers) return { kind: 'at-most', value: 1 + fifth };
  if (papers < ROUGH_BELOW && rankSum === papers * options) return { kind: 'at-least', value: options - fifth };
  return exact(rankSum / papers);
};

/**
 * A delegation's mean of dots as it may be printed: a bound where all of a few papers give an option no dot, or as many
 * as they can.
 *
 * @param dots dots from all of its papers
 * @param papers its papers, at least 1
 * @param cap dots one paper may give to one option
 */
export const printMeanDots = (dots: number, papers: number, cap: number): Figure => {
  if (papers < ROUGH_BELOW && dots === 0) return { kind: 'at-most', value: cap / 5 };
  if (papers < ROUGH_BELOW && dots === papers * cap) return { kind: 'at-least', value: (4 * cap) / 5 };
  return exact(dots / papers);
};
