import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { refuseDots } from '@rapport/domain/ballots';
import { dotsUsed, giveDots } from './give-dot.ts';

const settings = { budget: 5, cap: 2 };

describe('giveDots', () => {
  it.each([
    ['gives a first dot', {}, 'a', 1, { a: 1 }],
    ['gives up to the cap', { a: 1 }, 'a', 3, { a: 2 }],
    ['gives what the budget leaves', { a: 2, b: 2 }, 'c', 2, { a: 2, b: 2, c: 1 }],
    ['gives nothing when all are spent', { a: 2, b: 2, c: 1 }, 'd', 1, { a: 2, b: 2, c: 1 }],
    ['takes the last dot away', { a: 1, b: 2 }, 'a', 0, { b: 2 }],
    ['never goes below none', { b: 2 }, 'a', -1, { b: 2 }],
  ])('%s', (_, before, option, wanted, after) => {
    expect(giveDots(before, option, wanted, settings)).toEqual(after);
  });

  it('makes only papers the server takes, whatever is pressed', () => {
    const options = ['a', 'b', 'c', 'd'];
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom(...options), fc.integer({ min: -3, max: 60 }))),
        fc.record({ budget: fc.integer({ min: 1, max: 9 }), cap: fc.integer({ min: 1, max: 9 }) }),
        (presses, rules) => {
          let dots = {};
          for (const [option, wanted] of presses) dots = giveDots(dots, option, wanted, rules);
          expect(dotsUsed(dots)).toBeLessThanOrEqual(rules.budget);
          expect(refuseDots({ dots }, rules, new Set(options))).toBeNull();
        },
      ),
    );
  });
});
