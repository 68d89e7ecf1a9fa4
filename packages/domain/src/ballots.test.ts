import { expect, test } from 'vitest';
import {
  BallotRules,
  Choices,
  DEFAULT_AXES,
  DEFAULT_THRESHOLDS,
  defaultDotSettings,
  PaperKey,
  refuseDots,
  refusePaper,
  tidyPaper,
  type DotRefusal,
  type PaperRefusal,
} from './ballots.ts';

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

const RULES: Record<BallotRules['kind'], BallotRules> = {
  dots: { kind: 'dots', settings },
  rating: { kind: 'rating', settings: { axes: DEFAULT_AXES, thresholds: DEFAULT_THRESHOLDS } },
  ranking: { kind: 'ranking', settings: {} },
  endorsement: { kind: 'endorsement', settings: { thresholds: DEFAULT_THRESHOLDS } },
};

test.each<[BallotRules['kind'], object, PaperRefusal | null]>([
  ['dots', { dots: { a: 1 } }, null],
  ['dots', { dots: { a: 3 } }, { code: 'over-cap', optionId: 'a', dots: 3, cap: 2 }],
  ['dots', { ranking: ['a'] }, { code: 'wrong-kind', kind: 'dots' }],
  ['rating', { ratings: { a: [5, null], b: [null, null] } }, null],
  ['rating', { ratings: {} }, null],
  ['rating', { ratings: { z: [1, 1] } }, { code: 'unknown-option', optionId: 'z' }],
  ['rating', { dots: {} }, { code: 'wrong-kind', kind: 'rating' }],
  ['ranking', { ranking: ['c', 'a'] }, null],
  ['ranking', { ranking: [] }, null],
  ['ranking', { ranking: ['c', 'a', 'c'] }, { code: 'ranked-twice', optionId: 'c' }],
  ['ranking', { ranking: ['z', 'z'] }, { code: 'unknown-option', optionId: 'z' }],
  ['endorsement', { levels: { a: { level: 'oppose', text: 'No.' }, b: { level: 'reservation' } } }, null],
  ['endorsement', { levels: { a: { level: 'endorse', text: '  ' } } }, null],
  [
    'endorsement',
    { levels: { a: { level: 'stand-aside', text: 'Hm.' } } },
    { code: 'text-not-asked', optionId: 'a', level: 'stand-aside' },
  ],
  ['endorsement', { levels: { z: { level: 'endorse' } } }, { code: 'unknown-option', optionId: 'z' }],
])('a ballot of %s and the paper %j', (kind, paper, refusal) => {
  expect(refusePaper(Choices.parse(paper), RULES[kind], options)).toEqual(refusal);
});

test.each([
  { ratings: { a: [0, 1] } },
  { ratings: { a: [6, 1] } },
  { ratings: { a: [1.5, 1] } },
  { ratings: { a: [1] } },
  { ranking: ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'] },
  { levels: { a: { level: 'maybe' } } },
  { levels: { a: { level: 'oppose', text: 'x'.repeat(601) } } },
  { votes: {} },
])('%j is no paper of any kind', (paper) => {
  expect(Choices.safeParse(paper).success).toBe(false);
});

test.each([
  [{ dots: { a: 0, b: 1 } }, { dots: { b: 1 } }],
  [{ ratings: { a: [null, null], b: [null, 3] } }, { ratings: { b: [null, 3] } }],
  [{ ranking: ['b', 'a'] }, { ranking: ['b', 'a'] }],
  [
    { levels: { a: { level: 'oppose', text: ' No. ' }, b: { level: 'endorse', text: ' ' } } },
    { levels: { a: { level: 'oppose', text: 'No.' }, b: { level: 'endorse' } } },
  ],
])('%j is stored as %j', (paper, tidy) => {
  expect(tidyPaper(Choices.parse(paper))).toEqual(tidy);
});

test('rules survive being stored', () => {
  for (const rules of Object.values(RULES)) {
    expect(BallotRules.parse(JSON.parse(JSON.stringify(rules)))).toEqual(rules);
  }
});
