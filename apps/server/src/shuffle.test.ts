import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { shuffle } from './shuffle.ts';

const random = (length: number): Uint8Array => new Uint8Array(randomBytes(length));

describe('shuffle', () => {
  it('keeps what there is and leaves its argument alone', () => {
    const items = [1, 2, 3, 3, 5];
    expect(shuffle(items, random).toSorted((one, other) => one - other)).toEqual([1, 2, 3, 3, 5]);
    expect(items).toEqual([1, 2, 3, 3, 5]);
    expect(shuffle([], random)).toEqual([]);
  });

  it('takes every order about equally often', () => {
    const runs = 6_000;
    const counts = new Map<string, number>();
    for (let run = 0; run < runs; run += 1) {
      const order = shuffle(['a', 'b', 'c'], random).join('');
      counts.set(order, (counts.get(order) ?? 0) + 1);
    }
    expect(counts.size).toBe(6);
    // A thousand each; 150 is more than five standard deviations off.
    for (const count of counts.values()) expect(Math.abs(count - runs / 6)).toBeLessThan(150);
  });

  it('draws again what would favour some places', () => {
    const drawn = [0xff, 0x00];
    const bytes = (length: number): Uint8Array => new Uint8Array(length).fill(drawn.shift() ?? 0);
    // 2^32 − 1 lies beyond the last whole multiple of three; then zero moves the first item to the end, twice.
    expect(shuffle(['a', 'b', 'c'], bytes)).toEqual(['b', 'c', 'a']);
    expect(drawn).toEqual([]);
  });
});
