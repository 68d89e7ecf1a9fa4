import { expect, test } from 'vitest';
import { wordDifference } from './word-difference.ts';

const CASES: [string, string, [kind: string, text: string][]][] = [
  ['', '', []],
  ['', 'new words', [['added', 'new words']]],
  ['old words', '', [['removed', 'old words']]],
  ['the same', 'the same', [['same', 'the same']]],
  [
    'open a school of three days',
    'open a school of two days',
    [
      ['same', 'open a school of'],
      ['removed', ' three'],
      ['added', ' two'],
      ['same', ' days'],
    ],
  ],
  [
    'Allies open schools.',
    'Allies and partners open schools.',
    [
      ['same', 'Allies'],
      ['added', ' and partners'],
      ['same', ' open schools.'],
    ],
  ],
  [
    'تدريب سنوي مشترك',
    'تدريب مشترك',
    [
      ['same', 'تدريب'],
      ['removed', ' سنوي'],
      ['same', ' مشترك'],
    ],
  ],
  // Where lines end is no change of a word.
  ['one\ntwo', 'one two', [['same', 'one two']]],
];

test.each(CASES)('from %j to %j', (before, after, parts) => {
  expect(wordDifference(before, after).map(({ kind, text }) => [kind, text])).toEqual(parts);
});

test.each(CASES)('what is kept and added is the later text: %j, %j', (before, after) => {
  const parts = wordDifference(before, after);
  expect(
    parts
      .filter(({ kind }) => kind !== 'removed')
      .map(({ text }) => text)
      .join(''),
  ).toBe(after);
});
