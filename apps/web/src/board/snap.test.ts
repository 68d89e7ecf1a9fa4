import { expect, test } from 'vitest';
import { snap } from './snap.ts';

const at = (x: number, y: number) => ({ x, y, width: 208, height: 128 });

test.each([
  ['level with its left and top edge', at(4, 503), [at(0, 1000), at(600, 500)], [-4, -3]],
  ['beside it, a gap away', at(221, 2), [at(0, 0)], [3, -2]],
  ['below it, a gap away', at(-3, 147), [at(0, 0)], [3, -3]],
  ['to the nearest of several', at(5, 400), [at(0, 0), at(6, 900)], [1, 0]],
  ['nowhere when nothing is near', at(50, 300), [at(0, 0)], [0, 0]],
  ['nowhere on an empty board', at(50, 300), [], [0, 0]],
])('snaps %s', (_, moving, others, expected) => {
  const { dx, dy } = snap(moving, others, 6);
  expect([dx, dy]).toEqual(expected);
});

test('the guide leads to the nearest of what it is level with', () => {
  const [guide] = snap(at(2, 900), [at(0, 0), at(0, 300), at(0, 100)], 6).guides;
  expect(guide).toEqual({ axis: 'x', at: 0, from: 300, to: 1028 });
});

test('a guide reaches from what is dragged to what it is level with', () => {
  expect(snap(at(3, 500), [at(0, 0)], 6).guides).toEqual([{ axis: 'x', at: 0, from: 0, to: 628 }]);
  expect(snap(at(50, 300), [at(0, 0)], 6).guides).toEqual([]);
});
