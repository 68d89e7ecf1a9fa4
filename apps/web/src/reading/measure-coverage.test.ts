import { expect, test } from 'vitest';
import type { CardId } from '@rapport/domain/ids';
import { talkOf } from '../comments/fold-discussion.ts';
import { comment, fire, water } from '../comments/testing.ts';
import { measureCoverage, untouchedIn } from './measure-coverage.ts';

const earth = 'earth' as CardId;
const cards = [water.id, fire.id, earth];
const said = (comments: Parameters<typeof talkOf>[0]['comments'], opened: CardId[] = []) =>
  talkOf({ comments, similar: [], opened });

test.each([
  ['nothing', said([]), { opened: 0, discussed: 0, untouched: cards }],
  ['looks', said([], [fire.id, 'gone' as CardId]), { opened: 1, discussed: 0, untouched: [water.id, earth] }],
  [
    'a settled thread',
    said([comment(1, { resolved: true })]),
    { opened: 1, discussed: 1, untouched: [fire.id, earth] },
  ],
  ['a comment taken back', said([comment(1, { withdrawn: true })]), { opened: 0, discussed: 0, untouched: cards }],
  [
    'looks and words on one card',
    said([comment(1), comment(2)], [water.id]),
    { opened: 1, discussed: 1, untouched: [fire.id, earth] },
  ],
])('%s counts', (_, talk, expected) => {
  expect(measureCoverage(talk, cards)).toEqual({ cards: 3, ...expected });
  expect(cards.filter(untouchedIn(talk))).toEqual(expected.untouched);
});
