import { describe, expect, test } from 'vitest';
import { changeBetween, mapPosition, type TextChange, type TextDelta } from './text-change.ts';

describe('change between two texts', () => {
  test.each<[string, string, number, TextChange | null]>([
    ['', 'a', 1, { at: 0, remove: 0, insert: 'a' }],
    ['abc', 'abc', 1, null],
    ['abc', 'abXc', 3, { at: 2, remove: 0, insert: 'X' }],
    ['abc', 'ac', 1, { at: 1, remove: 1, insert: '' }],
    ['abc', '', 0, { at: 0, remove: 3, insert: '' }],
    // the same letter twice: the caret says which one is new
    ['aa', 'aaa', 1, { at: 0, remove: 0, insert: 'a' }],
    ['aa', 'aaa', 3, { at: 2, remove: 0, insert: 'a' }],
    ['one two', 'one, two', 4, { at: 3, remove: 0, insert: ',' }],
    ['one two three', 'one 2 three', 5, { at: 4, remove: 3, insert: '2' }],
    // pairs are replaced whole
    ['😀', '😁', 2, { at: 0, remove: 2, insert: '😁' }],
  ])('from %j to %j with the caret at %d', (before, after, caret, change) => {
    expect(changeBetween(before, after, caret)).toEqual(change);
    const { at, remove, insert } = change ?? { at: 0, remove: 0, insert: '' };
    expect(before.slice(0, at) + insert + before.slice(at + remove)).toBe(after);
  });
});

describe('position after a change', () => {
  test.each<[number, TextDelta, number]>([
    [3, [{ insert: 'ab' }], 5],
    [3, [{ retain: 5 }, { insert: 'ab' }], 3],
    [3, [{ retain: 3 }, { insert: 'ab' }], 5],
    [3, [{ delete: 2 }], 1],
    [3, [{ retain: 2 }, { delete: 4 }], 2],
    [3, [{ retain: 1 }, { insert: 'x' }, { delete: 1 }], 3],
    [0, [{ retain: 1 }, { delete: 1 }], 0],
  ])('%d, changed by %j, lies at %d', (position, delta, after) => {
    expect(mapPosition(position, delta)).toBe(after);
  });
});
