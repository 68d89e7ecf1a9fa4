import { describe, expect, it } from 'vitest';
import { passedMark, timerText } from './timer-text.ts';

describe('timerText', () => {
  it.each([
    [462_000, '07:42'],
    [461_001, '07:42'],
    [600_000, '10:00'],
    [1, '00:01'],
    [0, '00:00'],
    [-999, '00:00'],
    [-1000, '+00:01'],
    [-72_400, '+01:12'],
    [3_600_000, '1:00:00'],
    [4_062_000, '1:07:42'],
    [-3_661_000, '+1:01:01'],
  ])('writes %d ms as %s', (left, text) => {
    expect(timerText(left)).toBe(text);
  });
});

describe('passedMark', () => {
  it.each([
    [301_000, 300_000, 300],
    [300_000, 299_000, null],
    [61_000, 59_000, 60],
    [10_500, 9_900, 10],
    [500, -20, 0],
    [-20, -1000, null],
    // A laptop that slept hears the latest mark only.
    [400_000, 5000, 10],
    // More time was given.
    [5000, 65_000, null],
  ])('from %d to %d ms passes %s', (before, after, mark) => {
    expect(passedMark(before, after)).toBe(mark);
  });
});
