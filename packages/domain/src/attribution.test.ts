import { expect, test } from 'vitest';
import { Attribution, keepsAuthorship, leastTelling, namesCursors, purgesAtClose, tellsLess } from './attribution.ts';

test('the ratchet goes one way: named, bloc, non-attributed, sealed', () => {
  const allowed = Attribution.options.map((from) => Attribution.options.filter((to) => tellsLess(from, to)));
  expect(allowed).toEqual([['bloc', 'non-attributed', 'sealed'], ['non-attributed', 'sealed'], ['sealed'], []]);
});

test('sealed keeps no link after the reveal, non-attributed none after the close, and only named puts names on cursors', () => {
  expect(Attribution.options.filter(keepsAuthorship)).toEqual(['named', 'bloc', 'non-attributed']);
  expect(Attribution.options.filter(purgesAtClose)).toEqual(['non-attributed', 'sealed']);
  expect(Attribution.options.filter(namesCursors)).toEqual(['named']);
});

test('of two promises the one that tells less is kept', () => {
  const kept = Attribution.options.map((one) => Attribution.options.map((other) => leastTelling(one, other)));
  expect(kept).toEqual([
    ['named', 'bloc', 'non-attributed', 'sealed'],
    ['bloc', 'bloc', 'non-attributed', 'sealed'],
    ['non-attributed', 'non-attributed', 'non-attributed', 'sealed'],
    ['sealed', 'sealed', 'sealed', 'sealed'],
  ]);
});
