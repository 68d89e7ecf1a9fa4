import { expect, test } from 'vitest';
import { defaultDotSettings, PaperKey, refuseDots, type DotRefusal } from './ballots.ts';

test.each([
  [1, 3],
  [2, 3],
  [9, 3],
  [16, 4],
  [25, 5],
  [40, 6],
  [49, 7],
  [200, 7],
])('%i options make a budget of %i', (options, budget) => {
  expect(defaultDotSettings(options)).toEqual({ budget, cap: 2 });
});

const settings = { budget: 4, cap: 2 };
const options = new Set(['a', 'b', 'c']);

test.each<[Record<string, number>, DotRefusal | null]>([
  [{}, null],
  [{ a: 0 }, null],
  [{ a: 2, b: 2 }, null],
  [{ a: 2, b: 2, c: 0 }, null],
  [
    { a: 2, b: 2, c: 1 },
    { code: 'over-budget', used: 5, budget: 4 },
  ],
  [{ a: 3 }, { code: 'over-cap', optionId: 'a', dots: 3, cap: 2 }],
  [{ z: 0 }, { code: 'unknown-option', optionId: 'z' }],
  [{ constructor: 1 }, { code: 'unknown-option', optionId: 'constructor' }],
])('a paper of %j', (dots, refusal) => {
  expect(refuseDots({ dots }, settings, options)).toEqual(refusal);
});

test.each([
  ['x'.repeat(15), false],
  ['x'.repeat(16), true],
  ['x'.repeat(128), true],
  ['x'.repeat(129), false],
  ['a b c d e f g h i j', false],
  ['Az09_-Az09_-Az09', true],
])('the paper key %s: %s', (key, valid) => {
  expect(PaperKey.safeParse(key).success).toBe(valid);
});
