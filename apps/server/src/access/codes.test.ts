import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { newBadgeCode, newTypedCode, normaliseTypedCode } from './codes.ts';

const random = (length: number) => new Uint8Array(randomBytes(length));

test.each([
  ['K7X9QM', 'K7X9QM'],
  ['k7x9qm', 'K7X9QM'],
  [' k7x-9qm ', 'K7X9QM'],
  ['K7X 9QM', 'K7X9QM'],
  ['K7X9Q', null],
  ['K7X9QM2', null],
  ['', null],
])('%j is stored as %j', (typed, stored) => {
  expect(normaliseTypedCode(typed)).toBe(stored);
});

test('typed codes avoid what is mistaken for something else; badge codes hold 128 bits', () => {
  const codes = Array.from({ length: 500 }, () => newTypedCode(random));
  for (const code of codes) expect(code).toMatch(/^[A-HJKMNP-Z2-9]{6}$/);
  expect(new Set(codes.join('')).size).toBe(31);
  expect(Buffer.from(newBadgeCode(random), 'base64url')).toHaveLength(16);
});

test('bytes that would favour some letters are thrown away', () => {
  const bytes = [255, 254, 248, 0, 0, 0, 0, 0];
  expect(newTypedCode(() => Uint8Array.from(bytes))).toBe('AAAAAA');
});
