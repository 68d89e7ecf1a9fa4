import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { BallotResults } from '@rapport/domain/ballot-results';
import { DEFAULT_AXES, DEFAULT_THRESHOLDS, type BallotRules, type EndorsementLevel } from '@rapport/domain/ballots';
import { SMALL_CELL } from '@rapport/domain/blocs';
import type { BallotId, BallotOptionId } from '@rapport/domain/ids';
import type { Paper } from './count-papers.ts';
import { tallyBallot } from './tally-ballot.ts';

const A = 'a' as BallotOptionId;
const B = 'b' as BallotOptionId;
const ENDORSEMENT: BallotRules = { kind: 'endorsement', settings: { thresholds: DEFAULT_THRESHOLDS } };

const tally = (papers: readonly Paper[], rules: BallotRules = ENDORSEMENT): BallotResults =>
  tallyBallot({
    ballotId: 'ballot' as BallotId,
    options: [A, B].map((id) => ({ id, subject: { kind: 'option', id: `about-${id}` }, title: `Option ${id}` })),
    entitled: papers.length,
    blocs: ['allied', 'partner', 'organisation'],
    sides: ['allied', 'partner'],
    rules,
    papers,
    plenary: true,
  });

/** Papers of one delegation that say so of option a. */
const say = (delegation: string | null, levels: readonly EndorsementLevel[], bloc = 'allied'): Paper[] =>
  levels.map((level) => ({ bloc, delegation, proxy: false, choices: { levels: { [A]: { level } } } }));

const times = (count: number, level: EndorsementLevel): EndorsementLevel[] =>
  Array.from({ length: count }, () => level);

const support = (results: BallotResults, option = A) => {
  const found = results.byDelegation?.options.find(({ id }) => id === option)?.measures[0];
  if (found === undefined) throw new Error('nothing was counted by delegation');
  return found;
};

const papersOf = (choices: (first: boolean) => Paper['choices']): Paper[] =>
  [...Array.from({ length: 10 }, () => 'Norway'), ...Array.from({ length: 10 }, () => 'Italy')].map(
    (delegation, at) => ({ bloc: 'allied', delegation, proxy: false, choices: choices(at % 10 < 6) }),
  );
const meanOf = (papers: Paper[], rules: BallotRules): unknown => support(tally(papers, rules)).mean;

const measuresOf = (rules: BallotRules, choices: Paper['choices']) =>
  tally([{ bloc: 'allied', delegation: 'Norway', proxy: false, choices }], rules).byDelegation?.options.map(
    ({ id, measures }) => [id, ...measures.map(({ measure }) => measure)],
  );

describe('each delegation counts once', () => {
  test('a delegation is the mean of its papers, the event the mean of delegations', () => {
    // By heads 12 of 16; by delegations (9/10 + 2/2 + 1/2 + 0/2) / 4.
    const results = tally([
      ...say('Norway', [...times(9, 'endorse'), 'oppose']),
      ...say('Italy', times(2, 'reservation')),
      ...say('Spain', ['endorse', 'oppose']),
      ...say('Malta', times(2, 'oppose')),
    ]);
    expect(results.byDelegation).toMatchObject({ delegations: 4, unassigned: 0 });
    expect(support(results)).toEqual({
      measure: 'support',
      delegations: 4,
      // The three others are of one size: which of them it is that supports cannot be told.
      mean: { shown: true, value: 0.6, step: 0.01 },
      cells: [{ delegation: 'Norway', bloc: 'allied', papers: 10, value: { kind: 'exact', value: 0.9 } }],
    });
  });

  test('a delegation of five papers or more is named where the rest of its bloc has as many', () => {
    const papers = [
      ...say('Norway', [...times(4, 'endorse'), 'oppose']),
      ...say('Italy', [...times(6, 'oppose'), ...times(2, 'endorse')]),
      ...say('Spain', ['endorse', 'oppose', 'oppose']),
      ...say('Malta', ['endorse', 'oppose']),
    ];
    expect(support(tally(papers)).cells).toEqual([
      { delegation: 'Italy', bloc: 'allied', papers: 8, value: { kind: 'exact', value: 0.25 } },
      { delegation: 'Norway', bloc: 'allied', papers: 5, value: { kind: 'exact', value: 0.8 } },
    ]);
    // Without Malta three papers of Spain would be what is left: the smaller of the two is withheld with them.
    expect(support(tally(papers.slice(0, -2))).cells.map(({ delegation }) => delegation)).toEqual(['Italy']);
  });

  test('unanimity of a small delegation is a bound', () => {
    const papers = [...say('Norway', times(5, 'endorse')), ...say('Italy', times(9, 'oppose'))];
    expect(support(tally(papers)).cells.map(({ value }) => value)).toEqual([
      { kind: 'exact', value: 0 },
      { kind: 'at-least', value: 0.8 },
    ]);
  });

  test('no delegation of a bloc that is itself withheld', () => {
    const papers = [
      ...say('Norway', times(8, 'endorse')),
      ...say('Jordan', times(6, 'endorse'), 'partner'),
      ...say('OSCE', ['oppose', 'endorse'], 'organisation'),
    ];
    expect(support(tally(papers)).cells.map(({ delegation }) => delegation)).toEqual(['Norway']);
  });

  test('papers without a delegation count by heads only', () => {
    const results = tally([...say('Norway', times(5, 'endorse')), ...say(null, times(5, 'oppose'))]);
    expect(results.byDelegation).toMatchObject({ delegations: 1, unassigned: 5 });
    expect(results.base.valid).toBe(10);
    expect(support(results)).toMatchObject({ delegations: 1, mean: { shown: true, value: 1 } });
  });

  test('nobody judged it: no mean', () => {
    expect(support(tally(say('Norway', times(6, 'endorse'))), B)).toEqual({
      measure: 'support',
      delegations: 0,
      mean: { shown: false },
      cells: [],
    });
  });

  test('a mean that would tell how the one small delegation voted is withheld', () => {
    const papers = [
      ...say('Norway', [...times(5, 'endorse'), ...times(4, 'oppose')]),
      ...say('Italy', [...times(4, 'endorse'), ...times(3, 'oppose')]),
      ...say('OSCE', ['oppose'], 'organisation'),
    ];
    expect(support(tally(papers))).toMatchObject({ mean: { shown: false }, cells: [] });
  });

  test('every kind of ballot has its measures, in the order of its own result', () => {
    expect(measuresOf({ kind: 'dots', settings: { budget: 3, cap: 2 } }, { dots: { [B]: 1 } })).toEqual([
      [B, 'dots'],
      [A, 'dots'],
    ]);
    expect(
      measuresOf({ kind: 'rating', settings: { axes: DEFAULT_AXES, thresholds: DEFAULT_THRESHOLDS } }, { ratings: {} }),
    ).toEqual([
      [A, 'first-axis', 'second-axis'],
      [B, 'first-axis', 'second-axis'],
    ]);
    expect(measuresOf({ kind: 'ranking', settings: {} }, { ranking: [B] })).toEqual([
      [B, 'rank'],
      [A, 'rank'],
    ]);
    expect(measuresOf(ENDORSEMENT, { levels: {} })).toEqual([
      [A, 'support', 'opposition'],
      [B, 'support', 'opposition'],
    ]);
  });

  test('ratings, ranks and dots are means of means', () => {
    expect(
      meanOf(
        papersOf((first) => ({ ratings: { [A]: [first ? 5 : 2, null] } })),
        { kind: 'rating', settings: { axes: DEFAULT_AXES, thresholds: DEFAULT_THRESHOLDS } },
      ),
    ).toEqual({ shown: true, value: 3.8, step: 0.04 });
    expect(
      meanOf(
        papersOf((first) => ({ ranking: first ? [A, B] : [B, A] })),
        { kind: 'ranking', settings: {} },
      ),
    ).toEqual({ shown: true, value: 1.4, step: 0.01 });
    expect(
      meanOf(
        papersOf((first) => ({ dots: first ? { [A]: 2 } : {} })),
        { kind: 'dots', settings: { budget: 3, cap: 2 } },
      ),
    ).toEqual({ shown: true, value: 1.2, step: 0.02 });
  });

  test('a ballot of a group has nothing of this', () => {
    const { byDelegation } = tallyBallot({
      ballotId: 'ballot' as BallotId,
      options: [],
      entitled: 0,
      blocs: [],
      sides: ['allied', 'partner'],
      rules: ENDORSEMENT,
      papers: [],
    });
    expect(byDelegation).toBeUndefined();
  });
});

const DELEGATIONS = ['Norway', 'Italy', 'Spain', 'Jordan', 'OSCE', ''];
const somePlenary = fc.array(
  fc.record({
    bloc: fc.constantFrom('allied', 'partner', 'organisation', 'elsewhere'),
    delegation: fc.constantFrom(...DELEGATIONS),
    proxy: fc.boolean(),
    choices: fc
      .dictionary(
        fc.constantFrom(A, B),
        fc.constantFrom<EndorsementLevel>('endorse', 'abstain', 'oppose').map((level) => ({ level })),
      )
      .map((levels) => ({ levels })),
  }),
  { maxLength: 60 },
);

test('the order of papers makes no difference', () => {
  fc.assert(
    fc.property(
      somePlenary.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
      ([papers, shuffled]) => {
        expect(tally(shuffled)).toEqual(tally(papers));
      },
    ),
    { numRuns: 200 },
  );
});

test('no delegation of fewer than five papers is named, nor left over by subtraction from its bloc or the total', () => {
  fc.assert(
    fc.property(somePlenary, (papers) => {
      const results = tally(papers);
      if (results.kind !== 'endorsement') throw new Error('another kind of result');
      for (const { id, measures } of results.byDelegation?.options ?? []) {
        const line = results.options.find((one) => one.id === id);
        for (const { cells } of measures) {
          const restOf = (own: readonly Paper[], named: typeof cells): number =>
            own.length - named.reduce((sum, cell) => sum + cell.papers, 0);
          const judging = papers.filter(({ choices }) => 'levels' in choices && choices.levels[id] !== undefined);
          for (const cell of cells) {
            expect(cell.papers).toBeGreaterThanOrEqual(SMALL_CELL);
            expect(line?.blocs.find(({ bloc }) => bloc === cell.bloc)?.shown).toBe(true);
          }
          for (const bloc of new Set(cells.map((cell) => cell.bloc))) {
            const rest = restOf(
              judging.filter((paper) => paper.bloc === bloc),
              cells.filter((cell) => cell.bloc === bloc),
            );
            expect(rest === 0 || rest >= SMALL_CELL).toBe(true);
          }
          const rest = restOf(judging, cells);
          expect(cells.length === 0 || rest === 0 || rest >= SMALL_CELL).toBe(true);
        }
      }
    }),
    { numRuns: 300 },
  );
});

/** Every way in which delegations of these sizes can support or oppose. */
const everyVote = (sizes: readonly number[]): number[][] =>
  sizes.reduce<number[][]>(
    (votes, size) => votes.flatMap((vote) => Array.from({ length: size + 1 }, (_, count) => [...vote, count])),
    [[]],
  );

const plenaryOf = (sizes: readonly number[], votes: readonly number[]): Paper[] =>
  sizes.flatMap((size, at) =>
    say(`Delegation ${at}`, [...times(votes[at] ?? 0, 'endorse'), ...times(size - (votes[at] ?? 0), 'oppose')]),
  );

test('whoever knows every delegation’s size learns no withheld vote that figures by heads do not tell', () => {
  const someEvent = fc
    .array(fc.integer({ min: 1, max: 3 }), { minLength: 2, maxLength: 6 })
    .chain((sizes) => fc.tuple(fc.constant(sizes), fc.tuple(...sizes.map((size) => fc.nat({ max: size })))));
  fc.assert(
    fc.property(someEvent, ([sizes, votes]) => {
      const published = tally(plenaryOf(sizes, votes));
      const total = votes.reduce((sum, count) => sum + count, 0);
      const { mean, cells } = support(published);
      expect(cells).toEqual([]);
      const byHeads = everyVote(sizes).filter((other) => other.reduce((sum, count) => sum + count, 0) === total);
      const fitting = byHeads.filter((other) => {
        if (!mean.shown) return true;
        const exact = other.reduce((sum, count, at) => sum + count / (sizes[at] ?? 1), 0) / sizes.length;
        return Math.abs(exact - mean.value) <= mean.step / 2 + 1e-9;
      });
      for (const at of sizes.keys()) {
        const possible = (all: readonly number[][]): number => new Set(all.map((vote) => vote[at])).size;
        expect(possible(byHeads) === 1 || possible(fitting) > 1).toBe(true);
      }
    }),
    { numRuns: 300 },
  );
});
