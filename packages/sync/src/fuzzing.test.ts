import { expect, test } from 'vitest';
import { fuzzBlock } from './fuzzing.ts';

test('R10, R14, R31: 5,000 hostile frames, mutated and forged, harm nobody', () => {
  const gauges = { now: () => 0, memory: () => 0 };
  const blocks = Array.from({ length: 20 }, (_, seed) => fuzzBlock(seed, gauges));
  const sum = (of: 'frames' | 'refused' | 'taken' | 'closed'): number =>
    blocks.reduce((total, block) => total + block[of], 0);
  expect(sum('frames')).toBe(5000);
  // Some of them must come through, or Yjs was never asked.
  expect([sum('taken') > 50, sum('refused') > 1000, sum('closed') > 200]).toEqual([true, true, true]);
});
