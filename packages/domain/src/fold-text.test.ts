import { expect, test } from 'vitest';
import { foldText } from './fold-text.ts';

test.each([
  ['Économie', 'economie'],
  ['ＮＡＴＯ ﬁrst', 'nato first'],
  ['Straße', 'strasse'],
  ['Öl über ŁÓDŹ', 'ol uber lodz'],
  ['ΟΔΟΣ οδός', 'οδοσ οδοσ'],
  ['ёлка', 'елка'],
  // Alef with hamza, ta marbuta, final ya, vowel signs, tatweel.
  ['أُمَّة إلى', 'امه الي'],
  ['تـــدريب', 'تدريب'],
  // Vowels of Hindi and voicing of kana are letters.
  ['हिन्दी', 'हिन्दी'],
  ['がか', 'がか'],
  ['한국어', '한국어'],
])('%s folds to %s', (text, folded) => {
  expect(foldText(text)).toBe(folded);
  expect(foldText(folded)).toBe(folded);
});
