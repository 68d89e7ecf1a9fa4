import { describe, expect, test } from 'vitest';
import { LIMITS } from './limits.ts';
import { canonicalOption, countWords, OPTION_FIELDS, optionCode, type OptionText, refuseFreeze } from './options.ts';

const text = (more: Partial<OptionText> = {}): OptionText => ({
  title: 'Joint exercise',
  text: 'Every spring.',
  rationale: '',
  actors: '',
  resources: '',
  horizon: '',
  ...more,
});
const words = (count: number): string => Array.from({ length: count }, (_, at) => `word${at}`).join(' ');

describe('words are counted as a reader counts them', () => {
  test.each([
    ['', 0],
    ['  \n ', 0],
    ['Two words', 2],
    ['well-known, isn’t it?', 3],
    ['Un guichet — jour et nuit', 5],
    ['مركز إقليمي للتدريب', 3],
    ['مُدَرِّبٌ واحد', 2],
    ['– • …', 0],
    ['one\ntwo\n\nthree', 3],
  ])('%j', (written, count) => {
    expect(countWords(written)).toBe(count);
  });
});

describe('what can be frozen', () => {
  test.each([
    ['a title and a text', {}, null],
    ['a title alone', { text: '' }, null],
    ['no title', { title: '' }, 'title-missing'],
    ['a title of spaces', { title: ' \u00a0 ' }, 'title-missing'],
    ['as many words as there may be', { text: words(LIMITS.optionWords) }, null],
    ['one word more', { text: words(LIMITS.optionWords + 1) }, 'too-many-words'],
    ['many words elsewhere', { rationale: words(150) }, null],
  ] as const)('%s', (_, more, refusal) => {
    expect(refuseFreeze(text(more))).toBe(refusal);
  });
});

describe('the canonical form', () => {
  test('does not depend on the order of keys', () => {
    const written = text({ horizon: 'By 2027', actors: '“Navies”' });
    const turned = Object.fromEntries(Object.entries(written).toReversed()) as OptionText;
    expect(canonicalOption(turned)).toBe(canonicalOption(written));
    expect(canonicalOption(written)).toBe(
      '{"actors":"“Navies”","horizon":"By 2027","rationale":"","resources":"","text":"Every spring.","title":"Joint exercise"}',
    );
  });

  test('differs wherever a field differs, and holds nothing else', () => {
    const forms = OPTION_FIELDS.map((field) => canonicalOption(text({ [field]: 'changed' })));
    expect(new Set([canonicalOption(text()), ...forms]).size).toBe(OPTION_FIELDS.length + 1);
    const more = { ...text(), id: 'option-1' };
    expect(canonicalOption(more)).toBe(canonicalOption(text()));
  });
});

test.each([
  [{ round: 1, group: 7 }, 3, 'R1-G07-O3'],
  [{ round: 2, group: 112 }, 12, 'R2-G112-O12'],
  [null, 4, 'PL-O4'],
])('the code of %j and %i', (place, number, code) => {
  expect(optionCode(place, number)).toBe(code);
});
