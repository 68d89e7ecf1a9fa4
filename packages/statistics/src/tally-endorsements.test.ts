import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DEFAULT_THRESHOLDS, EndorsementLevel, type EndorsementChoices } from '@rapport/domain/ballots';
import { SMALL_CELL } from '@rapport/domain/blocs';
import type { Paper } from './count-papers.ts';
import { tallyEndorsements } from './tally-endorsements.ts';
import { BALLOT, IDS, papersOf, shuffledPapers, somePapers } from './testing.ts';

const tally = (papers: Paper<EndorsementChoices>[]) =>
  tallyEndorsements({ ...BALLOT, settings: { thresholds: DEFAULT_THRESHOLDS }, papers });

const say = (level: EndorsementLevel, text?: string): EndorsementChoices => ({
  levels: { [IDS[0] as string]: text === undefined ? { level } : { level, text } },
});

const times = (count: number, level: EndorsementLevel): EndorsementChoices[] =>
  Array.from({ length: count }, () => say(level));

describe('tally of endorsements', () => {
  test('counts by level in the ballot’s own order; a text left out is not judged', () => {
    const results = tally(
      papersOf('allied', [
        ...times(3, 'endorse'),
        ...times(2, 'abstain'),
        say('reservation', 'Only with funds.'),
        say('stand-aside'),
        say('oppose', 'Too costly.'),
        { levels: { b: { level: 'oppose' } } },
        { levels: {} },
      ]),
    );
    expect(results.options.map((line) => line.id)).toEqual(IDS);
    expect(results.options[0]).toMatchObject({
      levels: { endorse: 3, reservation: 1, abstain: 2, 'stand-aside': 1, oppose: 1 },
      notJudged: 2,
    });
    expect(results.options[1]).toMatchObject({ levels: { oppose: 1 }, notJudged: 9 });
    expect(results.base).toEqual({ valid: 10, entitled: 20, proxies: 0 });
  });

  test('reasons stand by level and then by their words alone', () => {
    const papers = papersOf('allied', [
      say('oppose', 'b'),
      say('reservation', 'z'),
      say('oppose', 'a'),
      say('reservation', 'y'),
      say('oppose'),
    ]);
    expect(tally(papers).options[0]?.texts).toEqual([
      { level: 'reservation', text: 'y' },
      { level: 'reservation', text: 'z' },
      { level: 'oppose', text: 'a' },
      { level: 'oppose', text: 'b' },
    ]);
  });

  test('both ways to endorse support; an abstention and a stand-aside are part of the base alone', () => {
    const results = tally([
      ...papersOf('allied', [...times(5, 'endorse'), ...times(3, 'reservation'), ...times(2, 'abstain')]),
      ...papersOf('partner', [...times(2, 'endorse'), ...times(2, 'stand-aside'), ...times(6, 'oppose')]),
    ]);
    expect(results.options[0]?.blocs).toEqual([
      {
        bloc: 'allied',
        shown: true,
        papers: 10,
        support: { kind: 'exact', value: 0.8 },
        opposition: { kind: 'exact', value: 0 },
      },
      {
        bloc: 'partner',
        shown: true,
        papers: 10,
        support: { kind: 'exact', value: 0.2 },
        opposition: { kind: 'exact', value: 0.6 },
      },
      { bloc: 'organisation', shown: false, reason: 'small-group' },
    ]);
    expect(results.options[0]?.agreement).toMatchObject({
      verdict: { class: 'led', by: 'allied' },
      divergence: expect.closeTo(60, 9) as number,
    });
    // Nobody judged the others: hidden like any cell of fewer than five.
    expect(results.options[1]?.agreement).toEqual({ kind: 'not-shown' });
  });

  test('halves that endorse and oppose on both sides are split inside', () => {
    const half = [...times(5, 'endorse'), ...times(5, 'oppose')];
    const results = tally([...papersOf('allied', half), ...papersOf('partner', half)]);
    expect(results.options[0]?.agreement).toMatchObject({ verdict: { class: 'split' } });
    const aside = [...times(5, 'endorse'), ...times(5, 'stand-aside')];
    expect(tally([...papersOf('allied', aside), ...papersOf('partner', aside)]).options[0]?.agreement).toMatchObject({
      verdict: { class: 'open' },
    });
  });

  test('no partner papers: named, no score', () => {
    expect(tally(papersOf('allied', times(10, 'endorse'))).options[0]?.agreement).toEqual({
      kind: 'no-papers',
      blocs: ['partner'],
    });
  });

  test('papers about other options, or with a text where none is asked, do not count', () => {
    const papers = papersOf('allied', [{ levels: { z: { level: 'endorse' } } }, say('endorse', 'but')]);
    expect(tally(papers).base.valid).toBe(0);
  });
});

const someChoices = fc
  .dictionary(
    fc.constantFrom(...IDS),
    fc.oneof(
      fc.constantFrom<EndorsementLevel>('endorse', 'abstain', 'stand-aside').map((level) => ({ level })),
      fc.record({
        level: fc.constantFrom<EndorsementLevel>('reservation', 'oppose'),
        text: fc.constantFrom('', 'why', 'why not'),
      }),
    ),
  )
  .map((levels): EndorsementChoices => ({ levels }));

test('levels add up to the valid papers, recounted one by one', () => {
  fc.assert(
    fc.property(somePapers(someChoices), (papers) => {
      const results = tally(papers);
      for (const line of results.options) {
        for (const level of EndorsementLevel.options) {
          expect(line.levels[level]).toBe(
            papers.filter(({ choices }) => choices.levels[line.id]?.level === level).length,
          );
        }
        const judged = Object.values(line.levels).reduce((sum, count) => sum + count, 0);
        expect(judged + line.notJudged).toBe(results.base.valid);
      }
    }),
  );
});

test('nothing hidden can be had by subtracting what is published', () => {
  fc.assert(
    fc.property(somePapers(someChoices), (papers) => {
      for (const { blocs, levels, agreement } of tally(papers).options) {
        const shown = blocs.filter((cell) => cell.shown);
        for (const cell of shown) expect(cell.papers).toBeGreaterThanOrEqual(SMALL_CELL);
        const judged = Object.values(levels).reduce((sum, count) => sum + count, 0);
        const rest = judged - shown.reduce((sum, cell) => sum + cell.papers, 0);
        expect(shown.length === 0 || rest === 0 || rest >= SMALL_CELL).toBe(true);
        const known = new Set<string>(shown.map((cell) => cell.bloc));
        const others = papers.filter((paper) => !known.has(paper.bloc)).length;
        expect(shown.length === 0 || others === 0 || others >= SMALL_CELL).toBe(true);
        expect(agreement.kind !== 'measured' || (known.has('allied') && known.has('partner'))).toBe(true);
      }
    }),
    { numRuns: 300 },
  );
});

test('the order of papers makes no difference', () => {
  fc.assert(
    fc.property(shuffledPapers(somePapers(someChoices)), ([papers, shuffled]) => {
      expect(tally(shuffled)).toEqual(tally(papers));
    }),
  );
});
