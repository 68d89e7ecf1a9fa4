import { describe, expect, it } from 'vitest';
import type { BlocId } from '@rapport/domain/blocs';
import { sentenceOf, shareOf } from './result-sentence.ts';

describe('sentenceOf', () => {
  it.each([
    [{ rank: 1, tied: false, dots: 9, voters: 7 }, 'results.say.first'],
    [{ rank: 1, tied: true, dots: 9, voters: 7 }, 'results.say.tiedFirst'],
    [{ rank: 2, tied: true, dots: 4, voters: 3 }, 'results.say.tied'],
    [{ rank: 2, tied: false, dots: 4, voters: 3 }, 'results.say.plain'],
    [{ rank: 5, tied: true, dots: 0, voters: 0 }, 'results.say.none'],
  ])('says of %o', (line, key) => {
    expect(sentenceOf(line, { valid: 12 })).toEqual({
      key,
      values: { rank: line.rank, dots: line.dots, voters: line.voters, valid: 12 },
    });
  });
});

describe('shareOf', () => {
  const bloc = 'allied' as BlocId;
  it.each([
    ['counts a divided bloc', 6, 4, { kind: 'counted', voters: 4, papers: 6, share: 4 / 6 }],
    ['tells a small bloc in favour roughly', 7, 7, { kind: 'at-least', papers: 7, share: 0.8 }],
    ['tells a small bloc against roughly', 5, 0, { kind: 'at-most', papers: 5, share: 0.2 }],
    ['counts a large bloc of one mind', 8, 8, { kind: 'counted', voters: 8, papers: 8, share: 1 }],
    ['divides nothing by nothing', 0, 0, { kind: 'counted', voters: 0, papers: 0, share: 0 }],
  ])('%s', (_, papers, voters, share) => {
    expect(shareOf({ bloc, shown: true, papers, voters, dots: voters })).toEqual(share);
  });
});
