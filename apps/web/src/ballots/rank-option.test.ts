import { describe, expect, it } from 'vitest';
import { moveRank, rankLast, unrank } from './rank-option.ts';

describe('ranking', () => {
  it.each([
    ['the last one up', 'c', -1, ['a', 'c', 'b']],
    ['the first one down', 'a', 1, ['b', 'a', 'c']],
    ['the first one up: nowhere', 'a', -1, ['a', 'b', 'c']],
    ['far down: to the end', 'a', 9, ['b', 'c', 'a']],
    ['one that is not ranked: nowhere', 'x', 1, ['a', 'b', 'c']],
  ])('moves %s', (_, id, by, expected) => {
    expect(moveRank(['a', 'b', 'c'], id, by)).toEqual(expected);
  });

  it('takes an option once, and seven at most', () => {
    expect(rankLast(['a'], 'a')).toEqual(['a']);
    expect(rankLast(['a'], 'b')).toEqual(['a', 'b']);
    const seven = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
    expect(rankLast(seven, 'h')).toBe(seven);
  });

  it('takes one out, the others close up', () => {
    expect(unrank(['a', 'b', 'c'], 'b')).toEqual(['a', 'c']);
  });
});
