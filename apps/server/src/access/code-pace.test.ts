import { expect, test } from 'vitest';
import { ManualClock } from '../testing/manual-clock.ts';
import { CodePace } from './code-pace.ts';

const settled = async (turn: Promise<boolean>): Promise<boolean | 'waiting'> =>
  Promise.race([turn, new Promise<'waiting'>((resolve) => setImmediate(() => resolve('waiting')))]);

test('a hall of people types codes at once without waiting', async () => {
  const pace = new CodePace(new ManualClock());
  const turns = await Promise.all(Array.from({ length: 500 }, () => settled(pace.turn())));
  expect(new Set(turns)).toEqual(new Set([true]));
});

test('after fifty wrong codes attempts go ten a second, and calm returns', async () => {
  const clock = new ManualClock();
  const pace = new CodePace(clock);
  for (let count = 0; count < 50; count += 1) pace.failed();
  const turn = pace.turn();
  expect(await settled(turn)).toBe('waiting');
  clock.advance(100);
  expect(await settled(turn)).toBe(true);
  clock.advance(60_000);
  expect(await settled(pace.turn())).toBe(true);
});

test('when a hundred wait, the next is refused instead of queued', async () => {
  const clock = new ManualClock();
  const pace = new CodePace(clock);
  for (let count = 0; count < 60; count += 1) pace.failed();
  const waiting = Array.from({ length: 100 }, () => pace.turn());
  expect(await settled(pace.turn())).toBe(false);
  clock.advance(10_000);
  expect(new Set(await Promise.all(waiting))).toEqual(new Set([true]));
});
