import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DotChoices } from '@rapport/domain/ballots';
import { SMALL_CELL, type BlocId } from '@rapport/domain/blocs';
import type { BallotId, BallotOptionId } from '@rapport/domain/ids';
import { chooseShownBlocs } from './choose-shown-blocs.ts';
import type { Paper } from './count-papers.ts';
import { tallyDots, type DotBallot } from './tally-dots.ts';

const option = (name: string) => ({
  id: name as BallotOptionId,
  subject: { kind: 'cluster' as const, id: `about-${name}` },
  title: `Option ${name}`,
});

const paper = (bloc: BlocId, dots: Record<string, number>, proxy = false): Paper<DotChoices> => ({
  bloc,
  choices: { dots },
  proxy,
});

const ballot = (papers: Paper<DotChoices>[], options = ['a', 'b', 'c', 'd']): DotBallot => ({
  ballotId: 'ballot' as BallotId,
  settings: { budget: 3, cap: 2 },
  options: options.map(option),
  papers,
  entitled: 20,
  blocs: ['allied', 'partner', 'organisation'],
});

const order = (results: ReturnType<typeof tallyDots>) =>
  results.options.map(({ id, rank, tied, dots, voters }) => [id, rank, tied, dots, voters]);

describe('tally of dots', () => {
  test('orders by dots, then by voters; ties share a rank and stay in the ballot’s order', () => {
    const results = tallyDots(
      ballot([
        paper('allied', { a: 1, b: 2 }),
        paper('allied', { a: 1, c: 2 }),
        paper('partner', { d: 1, b: 1, c: 1 }),
        paper('partner', { d: 1 }, true),
        paper('partner', {}),
      ]),
    );
    // b and c: 3 dots from 2; a and d: 2 dots from 2.
    expect(order(results)).toEqual([
      ['b', 1, true, 3, 2],
      ['c', 1, true, 3, 2],
      ['a', 3, true, 2, 2],
      ['d', 3, true, 2, 2],
    ]);
    expect(results.base).toEqual({ valid: 5, entitled: 20, proxies: 1 });
  });

  test('equal dots from more voters rank higher: 1, 2, 2, 4', () => {
    const results = tallyDots(
      ballot([paper('allied', { a: 1, b: 2 }), paper('allied', { a: 1, d: 2 }), paper('allied', { c: 1 })]),
    );
    expect(order(results)).toEqual([
      ['a', 1, false, 2, 2],
      ['b', 2, true, 2, 1],
      ['d', 2, true, 2, 1],
      ['c', 4, false, 1, 1],
    ]);
  });

  test('papers over budget, over cap or about something else do not count', () => {
    const results = tallyDots(
      ballot([
        paper('allied', { a: 2, b: 2 }),
        paper('allied', { a: 3 }),
        paper('allied', { z: 1 }),
        paper('allied', { a: 1 }),
      ]),
    );
    expect(results.base.valid).toBe(1);
    expect(order(results)[0]).toEqual(['a', 1, false, 1, 1]);
  });

  test('nobody voted: every option is tied with none', () => {
    const results = tallyDots(ballot([]));
    expect(order(results)).toEqual(['a', 'b', 'c', 'd'].map((id) => [id, 1, true, 0, 0]));
    expect(results.options[0]?.blocs.every((cell) => !cell.shown)).toBe(true);
  });

  test('a bloc’s cell holds its own papers, dots and voters', () => {
    const results = tallyDots(
      ballot([
        ...Array.from({ length: 5 }, () => paper('allied', { a: 2 })),
        ...Array.from({ length: 6 }, (_, index) => paper('partner', index < 2 ? { a: 1 } : { b: 1 })),
      ]),
    );
    expect(results.options.find((line) => line.id === 'a')?.blocs).toEqual([
      { bloc: 'allied', shown: true, papers: 5, dots: 10, voters: 5 },
      { bloc: 'partner', shown: true, papers: 6, dots: 2, voters: 2 },
      { bloc: 'organisation', shown: false, reason: 'small-group' },
    ]);
  });
});

describe('small cells', () => {
  test.each<{ name: string; papers: [number, number, number]; shown: BlocId[] }>([
    { name: 'all large', papers: [5, 6, 7], shown: ['allied', 'partner', 'organisation'] },
    { name: 'an empty rest is safe', papers: [5, 5, 0], shown: ['allied', 'partner'] },
    { name: 'one bloc alone is the total', papers: [5, 0, 0], shown: ['allied'] },
    { name: 'a small third bloc takes the smaller of the others along', papers: [9, 6, 2], shown: ['allied'] },
    { name: 'of equals the last named', papers: [6, 6, 1], shown: ['allied'] },
    { name: 'one large and one small bloc hide each other', papers: [9, 4, 0], shown: [] },
    { name: 'two small blocs make a rest that is large enough', papers: [9, 3, 2], shown: ['allied'] },
    { name: 'all small', papers: [4, 4, 4], shown: [] },
    { name: 'nobody', papers: [0, 0, 0], shown: [] },
  ])('$name', ({ papers, shown }) => {
    const blocs = ['allied', 'partner', 'organisation'];
    const counts = new Map(blocs.map((bloc, index) => [bloc, papers[index] ?? 0]));
    expect([...chooseShownBlocs(counts, blocs)]).toEqual(shown);
  });

  test('papers of a bloc that is not on the list belong to the rest', () => {
    expect([
      ...chooseShownBlocs(
        new Map([
          ['allied', 8],
          ['other', 2],
        ]),
        ['allied'],
      ),
    ]).toEqual([]);
  });
});

const somePaper = fc
  .tuple(
    fc.constantFrom('allied', 'partner', 'organisation', 'elsewhere'),
    fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd'), fc.integer({ min: 0, max: 3 })),
    fc.boolean(),
  )
  .map(([bloc, dots, proxy]) => paper(bloc, dots, proxy));

test('nothing hidden can be had by subtracting what is published', () => {
  fc.assert(
    fc.property(fc.array(somePaper, { maxLength: 40 }), (papers) => {
      const results = tallyDots(ballot(papers));
      for (const line of results.options) {
        const shown = line.blocs.filter((cell) => cell.shown);
        for (const cell of shown) expect(cell.papers).toBeGreaterThanOrEqual(SMALL_CELL);
        const rest = results.base.valid - shown.reduce((sum, cell) => sum + cell.papers, 0);
        // With nothing shown there is only the total, which is published anyway.
        expect(shown.length === 0 || rest === 0 || rest >= SMALL_CELL).toBe(true);
        // A hidden cell carries no figure at all.
        for (const cell of line.blocs.filter((one) => !one.shown))
          expect(Object.values(cell)).not.toContainEqual(expect.any(Number));
        // The same blocs for every option: two splits of one total would give a third.
        expect(shown.map((cell) => cell.bloc)).toEqual(
          results.options[0]?.blocs.filter((cell) => cell.shown).map((cell) => cell.bloc),
        );
      }
    }),
    { numRuns: 400 },
  );
});

test('the order of papers makes no difference', () => {
  fc.assert(
    fc.property(
      fc
        .array(somePaper, { maxLength: 25 })
        .chain((papers) => fc.tuple(fc.constant(papers), fc.shuffledSubarray(papers, { minLength: papers.length }))),
      ([papers, shuffled]) => {
        expect(tallyDots(ballot(shuffled))).toEqual(tallyDots(ballot(papers)));
      },
    ),
  );
});

test('dots and voters of all options add up to the valid papers', () => {
  fc.assert(
    fc.property(fc.array(somePaper, { maxLength: 25 }), (papers) => {
      const results = tallyDots(ballot(papers));
      const dots = results.options.reduce((sum, line) => sum + line.dots, 0);
      expect(dots).toBeLessThanOrEqual(results.base.valid * results.budget);
      for (const line of results.options) {
        expect(line.dots).toBeLessThanOrEqual(line.voters * results.cap);
        expect(line.dots).toBeGreaterThanOrEqual(line.voters);
      }
    }),
  );
});
