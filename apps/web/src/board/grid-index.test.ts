import { describe, expect, test } from 'vitest';
import { cardRect, overlaps, rectBetween } from './geometry.ts';
import { CELL, cellsOf, GridIndex } from './grid-index.ts';

describe('grid index', () => {
  test('finds what overlaps, across cell borders and below zero', () => {
    const index = new GridIndex();
    index.set('a', cardRect([CELL - 10, CELL - 10]));
    index.set('b', cardRect([-300, -300]));
    index.set('c', cardRect([5000, 5000]));
    expect(index.query({ x: CELL, y: CELL, width: 5, height: 5 })).toEqual(new Set(['a']));
    expect(index.query({ x: -200, y: -200, width: 5, height: 5 })).toEqual(new Set(['b']));
    expect(index.query({ x: -1000, y: -1000, width: 10_000, height: 10_000 })).toEqual(new Set(['a', 'b', 'c']));
    expect(index.query({ x: 1200, y: 1200, width: 100, height: 100 })).toEqual(new Set());
  });

  test('follows moves and forgets what was taken away', () => {
    const index = new GridIndex();
    index.set('a', cardRect([0, 0]));
    index.set('a', cardRect([2000, 2000]));
    expect(index.query({ x: 0, y: 0, width: 300, height: 300 })).toEqual(new Set());
    expect(index.query({ x: 1990, y: 1990, width: 300, height: 300 })).toEqual(new Set(['a']));
    index.delete('a');
    expect(index.query({ x: 1990, y: 1990, width: 300, height: 300 })).toEqual(new Set());
    expect(index.rectOf('a')).toBeUndefined();
  });

  test('agrees with looking at everything', () => {
    const index = new GridIndex();
    const all = new Map<string, ReturnType<typeof cardRect>>();
    let seed = 7;
    const next = (): number => (seed = (seed * 48_271) % 2_147_483_647) % 6000;
    for (let i = 0; i < 300; i++) {
      const id = `card${i % 200}`;
      const rect = cardRect([next() - 3000, next() - 3000]);
      index.set(id, rect);
      all.set(id, rect);
    }
    for (let i = 0; i < 50; i++) {
      const view = rectBetween([next() - 3000, next() - 3000], [next() - 3000, next() - 3000]);
      const expected = [...all].filter(([, rect]) => overlaps(rect, view)).map(([id]) => id);
      expect([...index.query(view)].toSorted()).toEqual(expected.toSorted());
    }
  });

  test.each([
    [{ x: 0, y: 0, width: 10, height: 10 }, [0, 0, 0, 0]],
    [{ x: -1, y: 0, width: 10, height: CELL }, [-1, 0, 0, 1]],
  ])('%j lies in the cells %j', (rect, cells) => {
    expect(cellsOf(rect)).toEqual(cells);
  });
});
