import { describe, expect, test } from 'vitest';
import { cutToLines, fitLine, fitLists } from './fit-text.ts';
import { breakLines, measureText } from './measure-text.ts';

const words = (count: number): string => Array.from({ length: count }, (_, index) => `word${index}`).join(' ');

test.each([
  ['', 0],
  ['A', 6.67],
  ['Rapport', 35.57],
  ['é', 5.56],
  ['e\u0301', 5.56],
  ['سلام', 22.4],
  ['\u2068A\u2069', 6.67],
])('%j is %f points wide at 10 points', (text, width) => {
  expect(measureText(text, 10)).toBeCloseTo(width, 2);
});

test.each([
  ['one two three', 40, ['one', 'two', 'three']],
  ['one two three', 60, ['one two', 'three']],
  ['  one \n two ', 100, ['one two']],
  ['unbreakable', 30, ['unbr', 'eaka', 'ble']],
  ['', 40, []],
])('%j breaks at %f points into %j', (text, width, lines) => {
  expect(breakLines(text, width, 12)).toEqual(lines);
});

describe('a text that is too long', () => {
  const fit = { width: 100, size: 12 };
  test.each([
    [words(3), 3, words(3)],
    [words(20), 1, 'word0 word1…'],
    ['one, two, three, four, five', 1, 'one, two, three…'],
    ['x'.repeat(200), 1, `${'x'.repeat(14)}…`],
    ['👩'.repeat(40), 1, `${'👩'.repeat(6)}…`],
  ])('%j in %i lines is %j', (text, lines, cut) => {
    expect(cutToLines(text, lines, fit)).toBe(cut);
  });

  test.each([1, 2, 5, 9])('never takes more than %i lines', (lines) => {
    for (let count = 1; count < 60; count += 7) {
      expect(breakLines(cutToLines(words(count), lines, fit), fit.width, fit.size).length).toBeLessThanOrEqual(lines);
    }
  });
});

test.each([
  ['short', { text: 'short', size: 32 }],
  [words(4), { text: words(4), size: 18 }],
  [words(9), { text: 'word0 word1 word2 word3…', size: 18 }],
])('%j takes the largest size at which it fits a line', (text, fitted) => {
  expect(fitLine(text, { width: 240, sizes: [32, 24, 18] })).toEqual(fitted);
});

const list = (heading: string, items: string[]) => ({
  heading,
  items: items.map((text) => ({ text })),
  none: 'None.',
});

describe('lists', () => {
  const size = { width: 400, height: 200 };

  test('that fit are whole, in large letters', () => {
    const fitted = fitLists([list('A', ['one', 'two'])], size);
    expect(fitted).toEqual({ size: 24, lists: [{ ...list('A', ['one', 'two']), left: 0 }] });
  });

  test('with long items are shortened, all to as many lines', () => {
    const { size: letters, lists } = fitLists([list('A', [words(40), words(40), 'short'])], size);
    expect(letters).toBe(18);
    expect(lists[0]?.items.map(({ text }) => text.endsWith('…'))).toEqual([true, true, false]);
    expect(lists[0]?.left).toBe(0);
  });

  test('with many items leave out the last ones of the longest and count them', () => {
    const many = Array.from({ length: 12 }, (_, index) => `item ${index}`);
    const { lists } = fitLists([list('A', ['one']), list('B', many)], size);
    expect(lists.map(({ left }) => left)).toEqual([0, 9]);
    expect(lists[1]?.items.map(({ text }) => text)).toEqual(many.slice(0, 3));
  });

  test('keep mark and note of an item that is shortened', () => {
    const item = { mark: 'R1-G07-O1', text: words(60), note: '(edited)' };
    const { lists } = fitLists([{ heading: 'A', items: [item, item, item], none: '' }], size);
    expect(lists[0]?.items[0]).toMatchObject({ mark: 'R1-G07-O1', note: '(edited)' });
    expect(lists[0]?.items[0]?.text).toMatch(/^word0 .*…$/);
  });
});
