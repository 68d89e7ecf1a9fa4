import { expect, test } from 'vitest';
import type { CardId } from '@rapport/domain/ids';
import { ReadingTime } from './reading-time.ts';

const cards = (count: number): CardId[] => Array.from({ length: count }, (_, index) => `c${index}` as CardId);
const seconds = (time: ReadingTime, shown: CardId[], count: number): number[] =>
  Array.from({ length: count }, () => time.show(shown, 1000).length);

test.each([
  ['few cards are read at once', 6, [0, 6, 0]],
  ['of many each takes its share', 12, [0, 0, 0, 12, 0]],
])('%s', (_, count, expected) => {
  expect(seconds(new ReadingTime(), cards(count), expected.length)).toEqual(expected);
});

test('looks add up, and one that was opened is not counted again', () => {
  const time = new ReadingTime();
  const [one, other] = cards(2) as [CardId, CardId];
  expect(time.show([one], 1500)).toEqual([]);
  expect(time.show([other], 1500)).toEqual([]);
  expect(time.show([one], 500)).toEqual([one]);
  expect(time.open(other)).toBe(true);
  expect(time.open(other)).toBe(false);
  expect(time.show([one, other], 9000)).toEqual([]);
});
