import { expect, test } from 'vitest';
import type { RegisterEntry } from '@rapport/protocol/options';
import { orderRegister, standing } from './register-order.ts';
import { entry } from './testing.ts';

const place = (number: number, round = 1): RegisterEntry['group'] => ({
  ...(entry('x').group as NonNullable<RegisterEntry['group']>),
  number,
  round,
});
const entries = [
  entry('R1-G10-O1', { group: place(10), verdict: 'shared-support', state: 'paper' }),
  entry('R1-G02-O10', { group: place(2), convergence: { groups: 3, of: 4 } }),
  entry('R1-G02-O2', { group: place(2), verdict: 'shared-rejection', state: 'merged' }),
  entry('PL-O1', { group: null, verdict: 'led', state: 'plenary' }),
];
const codes = (list: readonly RegisterEntry[]): string[] => list.map(({ code }) => code);

test('by group the plenary comes first, then groups and numbers as people count them', () => {
  expect(codes(orderRegister(entries, { sort: 'group', filter: 'living' }))).toEqual([
    'PL-O1',
    'R1-G02-O10',
    'R1-G10-O1',
  ]);
});

test('by class what both sides want comes first and what nobody judged last; by convergence what most proposed', () => {
  expect(codes(orderRegister(entries, { sort: 'class', filter: 'living' }))).toEqual([
    'R1-G10-O1',
    'PL-O1',
    'R1-G02-O10',
  ]);
  expect(codes(orderRegister(entries, { sort: 'convergence', filter: 'living' }))[0]).toBe('R1-G02-O10');
});

test('filters and what is left of a choice', () => {
  expect(codes(orderRegister(entries, { sort: 'group', filter: 'merged' }))).toEqual(['R1-G02-O2']);
  expect(codes(orderRegister(entries, { sort: 'group', filter: 'paper' }))).toEqual(['R1-G10-O1']);
  const chosen = new Set(entries.map(({ id }) => id));
  expect(codes(standing(entries, chosen))).not.toContain('R1-G02-O2');
});
