import { expect, test } from 'vitest';
import { printMeanDots, printMeanRank, printMeanRating, printShare } from './print-figure.ts';

test.each([
  [5, 5, { kind: 'at-least', value: 0.8 }],
  [0, 7, { kind: 'at-most', value: 0.2 }],
  [7, 7, { kind: 'at-least', value: 0.8 }],
  [8, 8, { kind: 'exact', value: 1 }],
  [0, 8, { kind: 'exact', value: 0 }],
  [3, 6, { kind: 'exact', value: 0.5 }],
])('a share of %i of %i', (count, papers, figure) => {
  expect(printShare(count, papers)).toEqual(figure);
});

type Ratings = [number, number, number, number, number];

test.each<[Ratings, object]>([
  [[0, 0, 0, 1, 5], { kind: 'at-least', value: 4 }],
  [[0, 0, 0, 5, 0], { kind: 'at-least', value: 4 }],
  [[0, 5, 0, 0, 0], { kind: 'at-most', value: 2 }],
  [[4, 0, 1, 0, 0], { kind: 'at-most', value: 2 }],
  [[0, 0, 1, 0, 4], { kind: 'at-least', value: 4 }],
  [[0, 0, 5, 0, 0], { kind: 'exact', value: 3 }],
  [[0, 0, 0, 0, 8], { kind: 'exact', value: 5 }],
  [[1, 0, 0, 0, 4], { kind: 'exact', value: 4.2 }],
])('a mean of %j', (ratings, figure) => {
  expect(printMeanRating(ratings)).toEqual(figure);
});

test('an exact mean of a small bloc never tells that nobody supports, or that nobody opposes', () => {
  const LEVELS = [0, 1, 2, 3, 4, 5, 6, 7];
  const sums = new Map<string, Ratings[]>();
  for (const a of LEVELS)
    for (const b of LEVELS)
      for (const c of LEVELS)
        for (const d of LEVELS)
          for (const e of LEVELS) {
            if (a + b + c + d + e < 5 || a + b + c + d + e > 7) continue;
            const ratings: Ratings = [a, b, c, d, e];
            const figure = printMeanRating(ratings);
            if (figure.kind !== 'exact') continue;
            const key = `${a + b + c + d + e} ${figure.value}`;
            sums.set(key, [...(sums.get(key) ?? []), ratings]);
          }
  expect(sums.size).toBeGreaterThan(50);
  for (const all of sums.values()) {
    expect(all.every(([a, b]) => a + b === 0)).toBe(false);
    expect(all.every(([, , , d, e]) => d + e === 0)).toBe(false);
  }
});

test.each([
  [5, 5, 4, { kind: 'at-most', value: 1.6 }],
  [20, 5, 4, { kind: 'at-least', value: 3.4 }],
  [8, 8, 4, { kind: 'exact', value: 1 }],
  [12, 5, 4, { kind: 'exact', value: 2.4 }],
])('a rank sum of %i from %i papers on %i options', (sum, papers, options, figure) => {
  expect(printMeanRank(sum, papers, options)).toEqual(figure);
});

test.each([
  [0, 5, { kind: 'at-most', value: 0.4 }],
  [10, 5, { kind: 'at-least', value: 1.6 }],
  [0, 8, { kind: 'exact', value: 0 }],
  [6, 5, { kind: 'exact', value: 1.2 }],
])('%i dots from %i papers of which each may give two', (dots, papers, figure) => {
  expect(printMeanDots(dots, papers, 2)).toEqual(figure);
});
