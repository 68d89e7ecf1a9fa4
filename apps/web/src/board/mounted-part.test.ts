import { expect, test } from 'vitest';
import { partToMount, stillFits } from './mounted-part.ts';

const seen = { x: 0, y: 0, width: 1440, height: 800 };

test('less is mounted ahead where many cards are in view', () => {
  expect(partToMount(seen, 1)).toEqual({ x: -256, y: -256, width: 1952, height: 1312 });
  expect(partToMount(seen, 0.45)).toEqual({ x: -128, y: -128, width: 1696, height: 1056 });
});

test.each([
  ['nothing has moved', seen, true],
  ['to the edge of what is mounted', { ...seen, x: 256, y: -256 }, true],
  ['a px beyond it, to the right', { ...seen, x: 257 }, false],
  ['a px beyond it, to the top', { ...seen, y: -257 }, false],
  ['further out', { x: -300, y: -200, width: 2040, height: 1200 }, false],
  ['a little closer', { x: 200, y: 100, width: 1000, height: 556 }, true],
  ['so close that most of it is out of view', { x: 600, y: 300, width: 480, height: 267 }, false],
])('what is mounted still fits, or not: %s', (_, now, fits) => {
  expect(stillFits(partToMount(seen, 1), now)).toBe(fits);
});
