import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { consensusOf, deviationOf, meanOf, normalisedDeviationOf, quantileOf } from './spread.ts';

describe('consensus Cns (docs/method.md §6)', () => {
  test.each<[number[], number, number]>([
    [[30, 40, 210, 130, 530, 50, 10], 0.725_687_6, 7],
    [[4, 4, 4, 4, 4], 434 / 1000, 4],
    [[0, 1, 3, 10, 6], 0.7559, 4],
    [[6, 2, 0, 4, 8], 0.1981, 4],
    [[10, 0, 0, 0, 10], 0, 10],
    [[0, 0, 7, 0, 0], 1, 10],
    [[7, 0, 0, 0, 0], 1, 10],
    [[0, 0, 0, 0, 1], 1, 10],
  ])('%j → %f', (counts, consensus, digits) => {
    expect(consensusOf(counts)).toBeCloseTo(consensus, digits);
  });
});

describe('normalised standard deviation', () => {
  test.each<[number[], number]>([
    [[4, 4, 4, 4, 4], 0.354],
    [[0, 1, 3, 10, 6], 0.201],
    [[6, 2, 0, 4, 8], 434 / 1000],
    [[10, 0, 0, 0, 10], 0.5],
  ])('%j → %f', (counts, deviation) => {
    expect(normalisedDeviationOf(counts)).toBeCloseTo(deviation, 3);
  });
});

describe('quartiles, interpolated', () => {
  test.each<[number[], [number, number, number]]>([
    [
      [0, 1, 3, 10, 6],
      [4, 4, 5],
    ],
    [
      [1, 0, 0, 1, 0],
      [1.75, 2.5, 3.25],
    ],
    [
      [0, 0, 0, 0, 1],
      [5, 5, 5],
    ],
    [
      [1, 1, 1, 1, 0],
      [1.75, 2.5, 3.25],
    ],
  ])('%j → %j', (counts, quartiles) => {
    expect([0.25, 0.5, 0.75].map((share) => quantileOf(counts, share))).toEqual(quartiles);
  });
});

/** Papers by level on scales of two to seven levels, at least one. */
const someCounts = fc
  .array(fc.integer({ min: 0, max: 30 }), { minLength: 2, maxLength: 7 })
  .filter((counts) => counts.some((count) => count > 0));

test('every figure stays on its scale', () => {
  fc.assert(
    fc.property(someCounts, (counts) => {
      const levels = counts.flatMap((count, index) => Array<number>(count).fill(index + 1));
      const [least, most] = [Math.min(...levels), Math.max(...levels)];
      for (const figure of [meanOf(counts), ...[0, 0.25, 0.5, 0.75, 1].map((share) => quantileOf(counts, share))]) {
        expect(figure).toBeGreaterThanOrEqual(least - 1e-12);
        expect(figure).toBeLessThanOrEqual(most + 1e-12);
      }
      expect(normalisedDeviationOf(counts)).toBeGreaterThanOrEqual(0);
      expect(normalisedDeviationOf(counts)).toBeLessThanOrEqual(0.5 + 1e-12);
      expect(consensusOf(counts)).toBeGreaterThanOrEqual(0);
      expect(consensusOf(counts)).toBeLessThanOrEqual(1);
      expect(quantileOf(counts, 0)).toBe(least);
      expect(quantileOf(counts, 1)).toBe(most);
    }),
  );
});

test('turning the scale round turns means and changes no measure of spread', () => {
  fc.assert(
    fc.property(someCounts, (counts) => {
      const turned = counts.toReversed();
      expect(meanOf(turned)).toBeCloseTo(counts.length + 1 - meanOf(counts), 9);
      expect(deviationOf(turned)).toBeCloseTo(deviationOf(counts), 9);
      expect(consensusOf(turned)).toBeCloseTo(consensusOf(counts), 9);
    }),
  );
});
