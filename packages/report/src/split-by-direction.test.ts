import { describe, expect, test } from 'vitest';
import { isolate, runsRightToLeft, splitByDirection } from './split-by-direction.ts';

describe('which way a text runs', () => {
  test.each([
    ['Train together', false],
    ['تدريب مشترك', true],
    ['3. תרגיל', true],
    ['English ثم عربي', false],
    ['\u2068A school\u2069: يحظى بدعم الجانبين', true],
    ['\u2068A school\u2069', false],
  ])('%j', (text, rightToLeft) => {
    expect([runsRightToLeft(text), runsRightToLeft(text, true)]).toEqual([rightToLeft, rightToLeft]);
  });

  test.each(['', '12 / 3', '≥ 80%', '–'])('%j runs as what it stands in', (text) => {
    expect([runsRightToLeft(text), runsRightToLeft(text, true)]).toEqual([false, true]);
  });
});

test.each([
  ['Borduria', false, 'Borduria'],
  ['Borduria', true, '\u2068Borduria\u2069'],
  ['تدريب', true, 'تدريب'],
  ['تدريب', false, '\u2068تدريب\u2069'],
  ['80%', true, '80%'],
  ['R1-G07-O1', true, '\u2068R1-G07-O1\u2069'],
  // A title with the figure that belongs to it: the figure must not be drawn into the title's direction.
  ['“\u2068تدريب\u2069” (2 dots)', false, '“\u2068تدريب\u2069” (2 dots)'],
  ['“\u2068تدريب\u2069” (2 dots)', true, '\u2068“تدريب” (2 dots)\u2069'],
])('%j in a sentence that runs from the right (%j) is %j', (text, rightToLeft, isolated) => {
  expect(isolate(text, rightToLeft)).toBe(isolated);
});

test('stretches are the text, with marks of its direction where something is kept to itself', () => {
  const parts = splitByDirection('انبثق من \u2068R1-G07-O1\u2069 و3 بطاقات');
  expect(parts.map(({ text }) => text).join('')).toBe('انبثق من \u200FR1-G07-O1\u200F و3 بطاقات');
  expect(parts.find(({ text }) => text.includes('R1'))).toMatchObject({ rightToLeft: false });
});

test('in a paragraph that runs the other way, marks are of its direction', () => {
  const parts = splitByDirection('المجموعة \u2068R1-G07\u2069', false);
  expect(parts.map(({ text }) => text)).toEqual(['المجموعة', ' \u200ER1-G07\u200E']);
});

test.each([
  // Quotation marks belong to the sentence, also between a code and a title that run against it.
  [
    'في PL-O1 «\u2068One school\u2069»: نعم',
    ['في', ' PL-O1', ' «\u200F', 'One school', '\u200F»: ', 'نعم'],
    [1, 0, 1, 0, 1, 1],
  ],
  ['In “\u2068تدريب\u2069” (2 dots)', ['In “\u200E', 'تدريب', '\u200E” (2 dots)'], [0, 1, 0]],
  ['“\u2068A school\u2069”', ['“A school”'], [0]],
])('%j is set in stretches', (text, stretches, rightToLeft) => {
  const parts = splitByDirection(text);
  expect(parts.map((part) => part.text)).toEqual(stretches);
  expect(parts.map((part) => Number(part.rightToLeft))).toEqual(rightToLeft);
});
