import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { GroupId, ID_PATTERN, newId, type RandomBytes } from './ids.ts';

/** Bytes that look random and are the same every time. */
const seeded = (): RandomBytes => {
  let count = 0;
  return (length) => new Uint8Array(createHash('sha512').update(String(count++)).digest().subarray(0, length));
};

test('an id has 16 characters that are safe everywhere, and no two are alike', () => {
  const random = seeded();
  const ids = Array.from({ length: 2000 }, () => newId(random));
  for (const id of ids) expect(id).toMatch(/^[A-Za-z0-9_-]{16}$/);
  expect(new Set(ids).size).toBe(2000);
});

test('every character comes from six bits of its own: no bias, 96 bits in all', () => {
  const seen = new Set<string>();
  for (let byte = 0; byte < 256; byte += 1) {
    const id = newId((length) => new Uint8Array(length).fill(byte));
    expect(id).toBe((id[0] ?? '').repeat(16));
    seen.add(id);
  }
  expect(seen.size).toBe(64);
});

test.each(['', 'a b', 'a.b', 'a/b', 'é', 'x'.repeat(65), "a'b", 'a\n'])('%j is no id', (text) => {
  expect(ID_PATTERN.test(text)).toBe(false);
  expect(GroupId.safeParse(text).success).toBe(false);
});

test.each(['a', 'A-b_9', 'x'.repeat(64)])('%j is an id', (text) => {
  expect(GroupId.parse(text)).toBe(text);
});
