import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { RankingChoices } from '@rapport/domain/ballots';
import { SMALL_CELL } from '@rapport/domain/blocs';
import type { BallotOptionId } from '@rapport/domain/ids';
import type { Paper } from './count-papers.ts';
import { tallyRankings } from './tally-rankings.ts';
import { BALLOT, IDS, papersOf, shuffledPapers, somePapers } from './testing.ts';

const tally = (papers: Paper<RankingChoices>[]) => tallyRankings({ ...BALLOT, papers });
/** `rank('ba')`: b first, then a, the others left out. */
const rank = (order: string): RankingChoices => ({ ranking: order.split('').filter(Boolean) as BallotOptionId[] });

describe('tally of rankings', () => {
  test('orders by mean rank; what a paper leaves out shares the mean of its remaining ranks', () => {
    const results = tally(papersOf('allied', [rank('abcd'), rank('acbd'), rank('b')]));
    // b alone: the others share (2 + 3 + 4) / 3 = 3.
    expect(results.options.map(({ id, rank: place, tied, meanRank }) => [id, place, tied, meanRank])).toEqual([
      ['a', 1, false, 5 / 3],
      ['b', 2, false, 2],
      ['c', 3, false, 8 / 3],
      ['d', 4, false, 11 / 3],
    ]);
    expect(results.options[1]).toMatchObject({ places: [1, 1, 1, 0], unplaced: 0 });
    expect(results.options[0]).toMatchObject({ places: [2, 0, 0, 0], unplaced: 1 });
  });

  test('equal mean ranks are a tie', () => {
    const results = tally(papersOf('allied', [rank('abcd'), rank('bacd')]));
    expect(results.options.map(({ id, rank: place, tied }) => [id, place, tied])).toEqual([
      ['a', 1, true],
      ['b', 1, true],
      ['c', 3, false],
      ['d', 4, false],
    ]);
  });

  test('W stands beside the ranks: the fixture of the method', () => {
    const results = tally(papersOf('allied', [rank('abcd'), rank('acbd'), rank('bacd')]));
    expect(results.concordance).toEqual({ kind: 'measured', w: expect.closeTo(0.7778, 4) as number });
    expect(tally(papersOf('allied', [rank('abcd')])).concordance).toEqual({ kind: 'too-few' });
    expect(tally([]).concordance).toEqual({ kind: 'no-ranking' });
  });

  test('an empty paper is an abstention: valid, in no mean', () => {
    const results = tally(papersOf('allied', [rank('ab'), rank('')]));
    expect(results).toMatchObject({ base: { valid: 2 }, ranked: 1, options: [{ meanRank: 1 }, {}, {}, {}] });
    expect(tally(papersOf('allied', [rank('')]))).toMatchObject({
      ranked: 0,
      concordance: { kind: 'no-ranking' },
      options: IDS.map(() => ({ rank: 1, tied: true, meanRank: null })),
    });
  });

  test('papers that name an option twice, or another ballot’s, do not count', () => {
    expect(tally(papersOf('allied', [rank('aa'), rank('z'), rank('a')])).base.valid).toBe(1);
  });

  test('blocs by their own mean; a small one that puts an option first as one is printed as a bound', () => {
    const results = tally([
      ...papersOf(
        'allied',
        Array.from({ length: 5 }, () => rank('abcd')),
      ),
      ...papersOf(
        'partner',
        Array.from({ length: 8 }, () => rank('dcba')),
      ),
    ]);
    const cells = (id: string) => results.options.find((line) => line.id === id)?.blocs;
    expect(cells('a')).toEqual([
      { bloc: 'allied', shown: true, papers: 5, meanRank: { kind: 'at-most', value: 1.6 } },
      { bloc: 'partner', shown: true, papers: 8, meanRank: { kind: 'exact', value: 4 } },
      { bloc: 'organisation', shown: false, reason: 'small-group' },
    ]);
    expect(cells('d')?.[0]).toMatchObject({ meanRank: { kind: 'at-least', value: 3.4 } });
    expect(cells('b')?.[0]).toMatchObject({ meanRank: { kind: 'exact', value: 2 } });
  });
});

const someChoices = fc.shuffledSubarray(IDS).map((ranking): RankingChoices => ({ ranking }));

test('nothing hidden can be had by subtracting what is published', () => {
  fc.assert(
    fc.property(somePapers(someChoices), (papers) => {
      const results = tally(papers);
      for (const { blocs } of results.options) {
        const shown = blocs.filter((cell) => cell.shown);
        for (const cell of shown) expect(cell.papers).toBeGreaterThanOrEqual(SMALL_CELL);
        const rest = results.ranked - shown.reduce((sum, cell) => sum + cell.papers, 0);
        expect(shown.length === 0 || rest === 0 || rest >= SMALL_CELL).toBe(true);
        const known = new Set<string>(shown.map((cell) => cell.bloc));
        const others = papers.filter((paper) => !known.has(paper.bloc)).length;
        expect(shown.length === 0 || others === 0 || others >= SMALL_CELL).toBe(true);
      }
    }),
    { numRuns: 300 },
  );
});

test('ranks of all options add up, whatever was left out', () => {
  fc.assert(
    fc.property(somePapers(someChoices), (papers) => {
      const { options, ranked } = tally(papers);
      const sum = options.reduce((total, line) => total + (line.meanRank ?? 2.5), 0);
      expect(sum).toBeCloseTo(10, 9);
      for (const { meanRank, places, unplaced } of options) {
        expect(meanRank === null || (meanRank >= 1 && meanRank <= 4)).toBe(true);
        expect(places.reduce((total, count) => total + count, unplaced)).toBe(ranked);
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
