import { describe, expect, it } from 'vitest';
import { DEFAULT_BLOCS } from '@rapport/domain/blocs';
import { translateNow as t } from '../messages/use-t.ts';
import { agreementNote, concordanceText, linesOf } from './result-lines.ts';
import { endorsementResults, rankingResults, ratingResults } from './testing.ts';

const words = { t, locale: 'en', blocs: DEFAULT_BLOCS } as const;

describe('a rating', () => {
  it('says the class in the report’s words, then the figures with their base', () => {
    const [first] = linesOf(words, ratingResults());
    expect(first).toMatchObject({
      mark: '1',
      say: 'Priority 0.73 (0–1), from 13 papers on both axes.',
      parts: [
        {
          title: 'Contribution to security',
          tags: [{ text: 'Both sides support it', tone: 'agree' }],
          say: '11 of 13 give it 4 or 5. Median 4 (middle half 3–5), mean 3.92.',
          bars: [
            { name: 'All', figure: '11 of 13' },
            { name: 'Allied', figure: '7 of 8', pieces: [{ share: 7 / 8, tone: 'bloc1', rough: false }] },
            { name: 'Partner', figure: '4 of 5' },
          ],
          lead: { points: 7.5, text: 'Allied ahead by 7.5 points, common ground 0.83' },
          note: null,
        },
        { title: 'Feasibility' },
      ],
    });
  });

  it('says that sides are alike whose lead would be printed as nothing', () => {
    const results = ratingResults();
    const agreement = results.options[0]?.axes[0].agreement;
    if (agreement?.kind !== 'measured') throw new Error('the sample is measured');
    agreement.divergence = 0.04;
    expect(linesOf(words, results)[0]?.parts[0]?.lead?.text).toBe('Both sides alike, common ground 0.83');
  });

  it('flags what is contested, and prints unanimity in a small bloc as a bound', () => {
    const part = linesOf(words, ratingResults())[1]?.parts[0];
    expect(part?.tags).toEqual([
      { text: 'Allied leads in support', tone: 'bloc1' },
      { text: 'Contested', tone: 'warn' },
    ]);
    expect(part?.bars.at(-1)).toMatchObject({
      figure: '≤ 20% of 5',
      pieces: [{ share: 0.2, tone: 'bloc2', rough: true }],
    });
    expect(part?.lead?.text).toBe('Allied ahead by 67.5 points, common ground 0.83 (computed from bounds)');
  });

  it('tells what is held back on one option only, and says nothing of agreement there', () => {
    const line = linesOf(words, ratingResults())[2];
    expect(line?.say).toBe('No priority: nobody judged one of the axes.');
    expect(line?.parts[0]).toMatchObject({
      tags: [],
      say: 'Nobody rated it on this axis.',
      note: 'Agreement between the sides is not shown (small group).',
    });
    expect(agreementNote(words, ratingResults())).toBeNull();
  });
});

describe('a ranking', () => {
  it('says mean ranks and first places, marks ties apart, and how much rankings are alike', () => {
    const lines = linesOf(words, rankingResults());
    expect(lines.map(({ mark, isTied }) => [mark, isTied])).toEqual([
      ['1', false],
      ['2a', true],
      ['2b', true],
    ]);
    expect(lines.map(({ parts }) => parts[0]?.say)).toEqual([
      'Mean rank 1.25. First on 9 of 12 rankings.',
      'Mean rank 2.38. First on 2 of 12 rankings, left out on 1.',
      'Mean rank 2.38. First on 1 of 12 rankings, left out on 1.',
    ]);
    expect(lines[0]?.parts[0]?.bars.map(({ figure }) => figure)).toEqual(['1.25 (12)', '≤ 1.4 (7)', '1.6 (5)']);
    // At most rank 1.4 of three: the bar reaches to there for sure, and perhaps to the end.
    expect(lines[0]?.parts[0]?.bars[1]?.pieces.map(({ share, rough }) => [Math.round(share * 10) / 10, rough])).toEqual(
      [
        [0.8, false],
        [0.2, true],
      ],
    );
    expect(concordanceText(words, rankingResults())).toMatch(/^Kendall’s W is 0.78:/);
  });

  it('says so where no ranking was expressed', () => {
    const results = rankingResults();
    results.concordance = { kind: 'no-ranking' };
    expect(concordanceText(words, results)).toBe('No ranking was expressed.');
  });
});

describe('an endorsement', () => {
  it('counts, and says that a side has no ballots instead of a score', () => {
    const [line] = linesOf(words, endorsementResults());
    expect(line?.mark).toBeNull();
    expect(line?.parts[0]?.say).toBe('7 of 9 endorse it, 1 with a reservation; 1 opposes, 1 abstains.');
    expect(line?.parts[0]?.lead).toBeNull();
    expect(line?.parts[0]?.bars.map(({ name }) => name)).toEqual(['All', 'Allied']);
    expect(line?.reasons).toEqual([{ level: 'Oppose', text: '=Not before the summit' }]);
    expect(agreementNote(words, endorsementResults())).toBe('No Partner ballots: agreement was not measured.');
  });
});
