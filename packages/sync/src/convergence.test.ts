import { describe, expect, test } from 'vitest';
import { simulateSeeds } from './simulation.ts';

describe('R21, R28, R31, R34: whatever the order, members end equal and nothing acknowledged is lost', () => {
  test.each(Array.from({ length: 10 }, (_, block) => block * 20))('20 seeds from %i', (from) => {
    const { failed, figures } = simulateSeeds(from, 20);
    expect(failed).toEqual([]);
    // A run without kills or forgeries would prove nothing.
    expect(figures.kills).toBeGreaterThan(0);
    expect(figures.forgeries).toBeGreaterThan(0);
  });
});
