import { expect, test } from 'vitest';
import { stemWord } from './stem-word.ts';

test.each([
  ['en', ['exercise', 'exercises', 'exercising', 'exercised'], 'exercis'],
  ['en', ['plan', 'plans', 'planned', 'planning'], 'plan'],
  ['en', ['country', 'countries'], 'countri'],
  ['fr', ['frontiere', 'frontieres'], 'frontier'],
  ['fr', ['national', 'nationaux'], 'national'],
  ['fr', ['eau', 'eaux'], 'eau'],
  ['de', ['ubung', 'ubungen'], 'ubung'],
  ['de', ['partner', 'partners', 'partnern'], 'partn'],
  ['ar', ['تدريب', 'التدريب', 'والتدريب', 'للتدريب'], 'تدريب'],
] as const)('%s: %j meet in %s', (language, forms, stem) => {
  expect(forms.map((form) => stemWord(form, language))).toEqual(forms.map(() => stem));
});

test('words of other languages, short ones and codes stay', () => {
  expect(stemWord('harjoitukset', null)).toBe('harjoitukset');
  expect(['bus', 'gas', 'eu'].map((word) => stemWord(word, 'en'))).toEqual(['bus', 'ga', 'eu']);
  expect(stemWord('1990s', 'en')).toBe('1990s');
});
