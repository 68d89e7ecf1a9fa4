import { expect, test } from 'vitest';
import { latinKey } from './latin-key.ts';

test.each([
  ['a Latin letter', 'n', 'KeyN', 'n'],
  ['a Latin letter where another layout has another', 'a', 'KeyQ', 'a'],
  ['a named key', 'Enter', 'Enter', 'Enter'],
  ['an arrow', 'ArrowLeft', 'ArrowLeft', 'ArrowLeft'],
  ['blank', ' ', 'Space', ' '],
  ['Arabic N', 'ى', 'KeyN', 'n'],
  ['Arabic M with Shift', 'ّ', 'KeyM', 'm'],
  ['Greek G', 'γ', 'KeyG', 'g'],
  ['Cyrillic Z', 'я', 'KeyZ', 'z'],
  ['an Arabic-Indic digit', '١', 'Digit1', '1'],
  ['the slash of an Arabic layout', 'ظ', 'Slash', '/'],
  ['the Arabic question mark', '؟', 'Slash', '?'],
  ['a letter whose place nobody knows', 'ж', '', 'ж'],
])('%s', (_, key, code, latin) => {
  expect(latinKey({ key, code })).toBe(latin);
});
