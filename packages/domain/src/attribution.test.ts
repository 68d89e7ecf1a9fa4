import { expect, test } from 'vitest';
import { Attribution, keepsAuthorship, namesCursors, tellsLess } from './attribution.ts';

test('the ratchet goes one way: named, bloc, non-attributed, sealed', () => {
  const allowed = Attribution.options.map((from) => Attribution.options.filter((to) => tellsLess(from, to)));
  expect(allowed).toEqual([['bloc', 'non-attributed', 'sealed'], ['non-attributed', 'sealed'], ['sealed'], []]);
});

test('only sealed keeps no link after the reveal, only named puts names on cursors', () => {
  expect(Attribution.options.filter(keepsAuthorship)).toEqual(['named', 'bloc', 'non-attributed']);
  expect(Attribution.options.filter(namesCursors)).toEqual(['named']);
});
