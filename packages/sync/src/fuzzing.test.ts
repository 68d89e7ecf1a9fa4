import { expect, test } from 'vitest';
import { fuzzBlock } from './fuzzing.ts';

test.each([0, 5, 10, 15])(
  'R10, R14, R31: hostile frames, mutated and forged, harm nobody (1,250 from seed %i)',
  (from) => {
    const gauges = { now: () => 0, memory: () => 0 };
    const blocks = Array.from({ length: 5 }, (_, seed) => fuzzBlock(from + seed, gauges));
    const sum = (of: 'frames' | 'refused' | 'taken' | 'closed'): number =>
      blocks.reduce((total, block) => total + block[of], 0);
    expect(sum('frames')).toBe(1250);
    // Some of them must come through, or Yjs was never asked.
    expect([sum('taken') > 5, sum('refused') > 250, sum('closed') > 50]).toEqual([true, true, true]);
  },
  30_000,
);
