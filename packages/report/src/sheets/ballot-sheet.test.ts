import { describe, expect, test } from 'vitest';
import { DEFAULT_AXES, DEFAULT_THRESHOLDS, type BallotRules } from '@rapport/domain/ballots';
import type { Locale } from '@rapport/domain/languages';
import { Typesetter } from '../typst/typesetter.ts';
import { writeBallotPapers } from '../write-sheets.ts';
import { composeBallot, type BallotPrint } from './ballot-sheet.ts';

const RULES: readonly BallotRules[] = [
  { kind: 'dots', settings: { budget: 3, cap: 2 } },
  { kind: 'rating', settings: { axes: DEFAULT_AXES, thresholds: DEFAULT_THRESHOLDS } },
  { kind: 'ranking', settings: {} },
  { kind: 'endorsement', settings: { thresholds: DEFAULT_THRESHOLDS } },
];
const [dots] = RULES as [BallotRules];

const printOf = (rules: BallotRules, more: Partial<BallotPrint> = {}): BallotPrint => ({
  language: 'en',
  large: false,
  symposium: {
    title: 'Spring symposium',
    startsOn: '2026-02-14',
    marking: { en: 'UNMARKED' },
    blocs: ['north', 'south', 'observers'].map((id) => ({ id, name: { en: id } })),
  },
  group: { number: 7, name: '', question: 'What next?' },
  number: 2,
  rules,
  options: [
    { title: 'Water', body: 'Wet.' },
    { title: 'Fire', body: '' },
    { title: 'أرض', body: '#panic("x")' },
  ],
  sheets: [
    [2, 0, 1],
    [0, 1, 2],
  ],
  ...more,
});

const typesetter = new Typesetter();
const pagesOf = (pdf: Uint8Array): number =>
  Buffer.from(pdf)
    .toString('latin1')
    .match(/\/Type\s*\/Page\b/g)?.length ?? 0;

describe('a paper to be filled in by hand', () => {
  test('holds its own order under letters that are the same on every sheet', () => {
    const { sheets } = composeBallot(printOf(dots));
    expect(sheets.map((options) => options.map(({ letter, title }) => `${letter} ${title}`))).toEqual([
      ['C أرض', 'A Water', 'B Fire'],
      ['A Water', 'B Fire', 'C أرض'],
    ]);
  });

  test.each([
    [0, [{ kind: 'circles', label: 'Dots', marks: ['', ''] }]],
    [
      1,
      ['Contribution to security', 'Feasibility'].map((label) => ({
        kind: 'circles',
        label,
        marks: ['1', '2', '3', '4', '5', 'cannot judge'],
      })),
    ],
    [2, [{ kind: 'place', label: 'Place: 1 is the best' }]],
    [3, [{ kind: 'circles' }, { kind: 'line' }]],
  ])('asks what its kind asks: %i', (at, answers) => {
    const sheet = composeBallot(printOf(RULES[at] ?? dots));
    expect(sheet.sheets[0]?.[0]?.answers).toMatchObject(answers);
  });

  test('carries the bloc, in the plenary the delegation too, and nothing else about anybody', () => {
    expect(composeBallot(printOf(dots)).face).toEqual({
      label: 'My bloc:',
      blocs: [
        { name: 'north', shape: 'circle' },
        { name: 'south', shape: 'diamond' },
        { name: 'observers', shape: 'square' },
      ],
      delegation: null,
    });
    expect(composeBallot(printOf(dots, { group: null })).face.delegation).toBe('My delegation:');
  });

  test.each(
    RULES.flatMap((rules) =>
      (['en', 'fr', 'ar'] as const).map((language): [string, Locale, BallotRules] => [rules.kind, language, rules]),
    ),
  )('%s in %s: a page for each sheet, read aloud as it looks', (_, language, rules) => {
    const pdf = writeBallotPapers(printOf(rules, { language }), typesetter);
    expect(pagesOf(pdf)).toBe(2);
    expect(Buffer.from(pdf).toString('latin1')).toContain('<pdfuaid:part>1</pdfuaid:part>');
  });

  test('each sheet begins on a page of its own, in large letters too', () => {
    const options = Array.from({ length: 12 }, (_, at) => ({
      title: `Option ${at}`,
      body: 'Every autumn. '.repeat(20),
    }));
    const sheets = [options.map((_, at) => at), options.map((_, at) => 11 - at)];
    const [small, large] = [false, true].map((size) =>
      pagesOf(writeBallotPapers(printOf(dots, { options, sheets, large: size }), typesetter)),
    );
    expect([small, large].map((pages = 1) => pages % 2)).toEqual([0, 0]);
    expect(small).toBeGreaterThan(2);
    expect(large).toBeGreaterThan(small ?? 0);
  });
});
