import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { kendallsW } from './concordance.ts';

describe('Kendall’s W (docs/method.md §6)', () => {
  test('three rankings of four', () => {
    const result = kendallsW([
      [1, 2, 3, 4],
      [1, 3, 2, 4],
      [2, 1, 3, 4],
    ]);
    expect(result).toMatchObject({ kind: 'measured', s: 35, ties: 0, w: expect.closeTo(0.7778, 4) as number });
  });

  test('ties take their average rank', () => {
    const result = kendallsW([
      [1, 2.5, 2.5, 4],
      [1, 3, 2, 4],
      [2, 1, 3, 4],
    ]);
    expect(result).toMatchObject({ kind: 'measured', s: 33.5, ties: 6, w: expect.closeTo(0.7701, 4) as number });
  });

  test('six equal rankings are of one mind, two opposite ones have nothing in common', () => {
    expect(kendallsW(Array.from({ length: 6 }, () => [3, 1, 2, 4]))).toMatchObject({ w: 1 });
    expect(
      kendallsW([
        [1, 2, 3, 4, 5],
        [5, 4, 3, 2, 1],
      ]),
    ).toMatchObject({ w: 0 });
  });

  test.each<[string, number[][]]>([
    ['nobody', []],
    ['one voter', [[1, 2, 3]]],
    [
      'two options',
      [
        [1, 2],
        [2, 1],
      ],
    ],
  ])('too few: %s', (_, rankings) => {
    expect(kendallsW(rankings)).toEqual({ kind: 'too-few' });
  });

  test('everybody ties everything: no ranking expressed', () => {
    expect(kendallsW([2, 2].map(() => [2, 2, 2]))).toEqual({ kind: 'no-ranking' });
  });
});

test('W lies between 0 and 1 and knows neither the order of voters nor that of options', () => {
  /** A ranking of five that leaves some options out, which share the mean of the remaining ranks. */
  const someRanks = fc.shuffledSubarray([0, 1, 2, 3, 4]).map((ranked) => {
    const shared = (ranked.length + 1 + 5) / 2;
    return [0, 1, 2, 3, 4].map((option) => (ranked.includes(option) ? ranked.indexOf(option) + 1 : shared));
  });
  const rankings = fc.array(someRanks, { minLength: 2, maxLength: 12 });
  fc.assert(
    fc.property(rankings, fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 5 }), (papers, order) => {
      const result = kendallsW(papers);
      const turned = kendallsW(papers.toReversed().map((ranks) => order.map((option) => ranks[option] ?? 0)));
      expect(turned.kind).toBe(result.kind);
      if (result.kind !== 'measured' || turned.kind !== 'measured') return;
      expect(result.w).toBeGreaterThanOrEqual(0);
      expect(result.w).toBeLessThanOrEqual(1 + 1e-12);
      expect(turned.w).toBeCloseTo(result.w, 12);
    }),
  );
});
