import { expect, test } from 'vitest';
import { warmUp } from './warm-up.ts';

test('a warm-up takes a board through the engine, twice', () => {
  expect(warmUp()).toBe(400);
});
