import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DEFAULT_AXES, DEFAULT_THRESHOLDS, type RatingChoices } from '@rapport/domain/ballots';
import { SMALL_CELL } from '@rapport/domain/blocs';
import type { Paper } from './count-papers.ts';
import { tallyRatings } from './tally-ratings.ts';
import { BALLOT, IDS, papersOf, shuffledPapers, somePapers } from './testing.ts';

type Pair = [number | null, number | null];

const tally = (papers: Paper<RatingChoices>[]) =>
  tallyRatings({ ...BALLOT, settings: { axes: DEFAULT_AXES, thresholds: DEFAULT_THRESHOLDS }, papers });

const rate = (ratings: Record<string, Pair>): RatingChoices => ({ ratings });

const lineOf = (papers: Paper<RatingChoices>[], id: string) => {
  const line = tally(papers).options.find((one) => one.id === id);
  if (line === undefined) throw new Error('no such option');
  return line;
};

describe('tally of ratings', () => {
  test('counts, means, quartiles and spread of one axis; who cannot judge is a number and in no mean', () => {
    const papers = papersOf('allied', [
      ...([2, 3, 3, 3, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 5, 5, 5, 5, 5, 5] as const).map((rating) =>
        rate({ a: [rating, null] }),
      ),
      rate({ a: [null, null] }),
      rate({}),
    ]);
    const { axes, priority } = lineOf(papers, 'a');
    expect(axes[0]).toMatchObject({
      papers: 20,
      notJudged: 2,
      distribution: [0, 1, 3, 10, 6],
      spread: {
        median: 4,
        quartiles: [4, 5],
        mean: 4.05,
        deviation: expect.closeTo(0.8047, 4) as number,
        consensus: expect.closeTo(0.7559, 4) as number,
        normalisedDeviation: expect.closeTo(0.201, 3) as number,
        contested: false,
      },
    });
    expect(axes[1]).toMatchObject({ papers: 0, notJudged: 22, distribution: [0, 0, 0, 0, 0], spread: null });
    expect(priority).toBeNull();
  });

  test('flags what lies far apart', () => {
    const spread = ([6, 2, 0, 4, 8] as const).flatMap((count, index) =>
      Array.from({ length: count }, () => rate({ a: [index + 1, 3] })),
    );
    expect(lineOf(papersOf('allied', spread), 'a').axes.map((axis) => axis.spread?.contested)).toEqual([true, false]);
  });

  test('orders by priority, the geometric mean of rescaled axis means; ties stay ties, unjudged options are last', () => {
    const results = tally(
      papersOf('allied', [
        rate({ a: [5, 2], b: [3, 3], c: [2, 5] }),
        rate({ a: [5, 2], b: [3, 3], c: [2, 5] }),
        rate({ a: [5, null] }),
      ]),
    );
    expect(results.options.map(({ id, rank, tied, priority }) => [id, rank, tied, priority])).toEqual([
      ['a', 1, true, { value: 0.5, papers: 2 }],
      ['b', 1, true, { value: 0.5, papers: 2 }],
      ['c', 1, true, { value: 0.5, papers: 2 }],
      ['d', 4, false, null],
    ]);
    expect(results).toMatchObject({
      kind: 'rating',
      axes: DEFAULT_AXES,
      sides: ['allied', 'partner'],
      thresholds: DEFAULT_THRESHOLDS,
      base: { valid: 3, entitled: 20, proxies: 0 },
    });
  });

  test('one end of an axis makes the priority nothing', () => {
    expect(lineOf(papersOf('allied', [rate({ a: [1, 5] })]), 'a').priority).toEqual({ value: 0, papers: 1 });
  });

  test('shows both sides and what they have in common, by the fixtures', () => {
    const allied = Array.from({ length: 10 }, () => rate({ a: [5, 4] }));
    const partner = Array.from({ length: 9 }, (_, index) => rate({ a: [index === 0 ? 4 : 2, 4] }));
    const { axes } = lineOf([...papersOf('allied', allied), ...papersOf('partner', partner)], 'a');
    expect(axes[0].blocs).toEqual([
      {
        bloc: 'allied',
        shown: true,
        papers: 10,
        support: { kind: 'exact', value: 1 },
        opposition: { kind: 'exact', value: 0 },
        mean: { kind: 'exact', value: 5 },
      },
      {
        bloc: 'partner',
        shown: true,
        papers: 9,
        support: { kind: 'exact', value: 1 / 9 },
        opposition: { kind: 'exact', value: 8 / 9 },
        mean: { kind: 'exact', value: 20 / 9 },
      },
      { bloc: 'organisation', shown: false, reason: 'small-group' },
    ]);
    expect(axes[0].agreement).toMatchObject({
      kind: 'measured',
      verdict: { class: 'led', by: 'allied' },
      support: expect.closeTo(0.408, 3) as number,
    });
    expect(axes[1].agreement).toMatchObject({ kind: 'measured', verdict: { class: 'shared-support' } });
  });

  test('a small bloc of one mind is printed as a bound', () => {
    const { axes } = lineOf(
      [
        ...papersOf(
          'allied',
          Array.from({ length: 5 }, () => rate({ a: [5, 1] })),
        ),
        ...papersOf(
          'partner',
          Array.from({ length: 8 }, () => rate({ a: [3, 3] })),
        ),
      ],
      'a',
    );
    expect(axes[0].blocs[0]).toMatchObject({
      support: { kind: 'at-least', value: 0.8 },
      opposition: { kind: 'at-most', value: 0.2 },
      mean: { kind: 'at-least', value: 4 },
    });
    expect(axes[1].blocs[0]).toMatchObject({ mean: { kind: 'at-most', value: 2 } });
    expect(axes[0].blocs[1]).toMatchObject({ support: { kind: 'exact', value: 0 } });
  });

  test('a bloc of whom fewer than five judged the option is hidden there and shown elsewhere', () => {
    const allied = Array.from({ length: 6 }, (_, index) => rate({ a: [index < 4 ? 3 : null, 3] }));
    const partner = Array.from({ length: 8 }, () => rate({ a: [4, 3] }));
    const { axes } = lineOf([...papersOf('allied', allied), ...papersOf('partner', partner)], 'a');
    // With the eight shown, the four could be had by subtraction: both are hidden.
    expect(axes[0].blocs.map((cell) => cell.shown)).toEqual([false, false, false]);
    expect(axes[0].agreement).toEqual({ kind: 'not-shown' });
    expect(axes[1].blocs.map((cell) => cell.shown)).toEqual([true, true, false]);
  });

  test('papers about other options do not count', () => {
    expect(tally(papersOf('allied', [rate({ z: [3, 3] })])).base.valid).toBe(0);
  });
});

const someRating = fc.option(fc.integer({ min: 1, max: 5 }), { freq: 3 });
const someChoices = fc
  .dictionary(fc.constantFrom(...IDS), fc.tuple(someRating, someRating))
  .map((ratings): RatingChoices => ({ ratings }));

test('nothing hidden can be had by subtracting what is published', () => {
  fc.assert(
    fc.property(somePapers(someChoices), (papers) => {
      const results = tally(papers);
      for (const { axes } of results.options) {
        for (const { blocs, papers: judged, agreement } of axes) {
          const shown = blocs.filter((cell) => cell.shown);
          for (const cell of shown) expect(cell.papers).toBeGreaterThanOrEqual(SMALL_CELL);
          const rest = judged - shown.reduce((sum, cell) => sum + cell.papers, 0);
          expect(shown.length === 0 || rest === 0 || rest >= SMALL_CELL).toBe(true);
          for (const cell of blocs.filter((one) => !one.shown)) {
            expect(Object.values(cell)).not.toContainEqual(expect.any(Number));
          }
          // Who of a hidden bloc abstained is not to be had either: the rest of all valid papers is as large.
          const known = new Set<string>(shown.map((cell) => cell.bloc));
          const others = papers.filter((paper) => !known.has(paper.bloc)).length;
          expect(shown.length === 0 || others === 0 || others >= SMALL_CELL).toBe(true);
          expect(agreement.kind !== 'measured' || ['allied', 'partner'].every((side) => known.has(side))).toBe(true);
          const absent = agreement.kind === 'no-papers' ? agreement.blocs : [];
          expect(papers.some((paper) => absent.includes(paper.bloc))).toBe(false);
        }
      }
    }),
    { numRuns: 300 },
  );
});

test('every figure agrees with one counted by hand, paper by paper', () => {
  fc.assert(
    fc.property(somePapers(someChoices), (papers) => {
      for (const line of tally(papers).options) {
        for (const axis of [0, 1] as const) {
          const ratings = papers.map(({ choices }) => choices.ratings[line.id]?.[axis] ?? null);
          const judged = ratings.filter((rating) => rating !== null).toSorted((one, other) => one - other);
          const { spread, distribution, papers: count, notJudged } = line.axes[axis];
          expect([count, notJudged]).toEqual([judged.length, papers.length - judged.length]);
          for (const level of [1, 2, 3, 4, 5]) {
            expect(distribution[level - 1]).toBe(judged.filter((rating) => rating === level).length);
          }
          expect(spread === null).toBe(judged.length === 0);
          if (spread === null) continue;
          const mean = judged.reduce((sum, rating) => sum + rating, 0) / judged.length;
          expect(spread.mean).toBeCloseTo(mean, 12);
          const middle = [judged[Math.floor((judged.length - 1) / 2)], judged[Math.ceil((judged.length - 1) / 2)]];
          expect(spread.median).toBe(((middle[0] ?? 0) + (middle[1] ?? 0)) / 2);
          const variance = judged.reduce((sum, rating) => sum + (rating - mean) ** 2, 0) / judged.length;
          expect(spread.deviation).toBeCloseTo(Math.sqrt(variance), 12);
        }
      }
    }),
  );
});

test('the order of papers makes no difference', () => {
  fc.assert(
    fc.property(shuffledPapers(somePapers(someChoices)), ([papers, shuffled]) => {
      expect(tally(shuffled)).toEqual(tally(papers));
    }),
  );
});
