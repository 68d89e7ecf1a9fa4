import { expect, test } from 'vitest';
import { optionLetter } from './option-letter.ts';

test.each([
  [0, 'A'],
  [25, 'Z'],
  [26, 'AA'],
  [199, 'GR'],
])('option %i is %s', (place, letter) => {
  expect(optionLetter(place)).toBe(letter);
});
