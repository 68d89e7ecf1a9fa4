import { afterEach, expect, test, vi } from 'vitest';
import { hashFile } from './hash-file.ts';

afterEach(() => vi.unstubAllGlobals());

const CASES = [
  ['', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
  ['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
] as const;

test.each(CASES)('%j has the hash everybody computes', async (text, hash) => {
  expect(await hashFile(new Blob([text]))).toBe(hash);
});

test.each(CASES)('%j has the same hash where there is no secure context', async (text, hash) => {
  vi.stubGlobal('crypto', { subtle: undefined });
  expect(await hashFile(new Blob([text]))).toBe(hash);
});
