import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { turnPages } from './turn-pages.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

/** The page engine of these tests lays nothing out: heights are said. */
const wallOf = (height: number, content: number): HTMLElement => {
  const wall = document.createElement('main');
  Object.defineProperties(wall, { clientHeight: { value: height }, scrollHeight: { value: content } });
  return wall;
};

test.each<[string, number, [page: number, pages: number, at: number][]]>([
  [
    'what is taller than the wall is turned through and begins again',
    2500,
    [
      [1, 3, 0],
      [2, 3, 850],
      [3, 3, 1700],
      [1, 3, 0],
    ],
  ],
  [
    'what fits stands still',
    1000,
    [
      [1, 1, 0],
      [1, 1, 0],
    ],
  ],
])('%s', (_, content, expected) => {
  const wall = wallOf(1000, content);
  const seen: [number, number, number][] = [];
  const stop = turnPages(wall, ({ page, pages }) => seen.push([page, pages, Math.round(wall.scrollTop)]));
  vi.advanceTimersByTime(15_000 * (expected.length - 1));
  expect(seen).toEqual(expected);
  expect(wall.tabIndex).toBe(content > 1000 ? 0 : -1);
  stop();
  vi.advanceTimersByTime(60_000);
  expect(seen).toHaveLength(expected.length);
});
