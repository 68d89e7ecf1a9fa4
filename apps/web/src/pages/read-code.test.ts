import { expect, test } from 'vitest';
import { readCode } from './read-code.ts';

test.each([
  ['K7M2QX', 'K7M2QX'],
  [' k7m 2qx ', 'k7m2qx'],
  ['K7M-2QX', 'K7M2QX'],
  ['https://rapport.example/j/AbC_d-9', 'AbC_d-9'],
  ['Your link: http://10.0.0.4:3000/j/AbC_d-9?x=1#y', 'AbC_d-9'],
  ['   ', null],
  ['', null],
])('%j → %j', (text, code) => {
  expect(readCode(text)).toBe(code);
});
