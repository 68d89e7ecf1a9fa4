import { expect, test } from 'vitest';
import type { OptionId } from '@rapport/domain/ids';
import type { RegisterEntry } from './options.ts';
import { filterRegister, sortRegister } from './order-register.ts';

const entry = (
  code: string,
  verdict: RegisterEntry['verdict'],
  groups: number,
  state: RegisterEntry['state'] = 'forwarded',
): RegisterEntry => ({
  id: code as OptionId,
  code,
  state,
  group: null,
  version: 1,
  text: { title: code, text: '', rationale: '', actors: '', resources: '', horizon: '' },
  parents: [],
  convergence: { groups, of: 4 },
  reservations: [],
  carried: [],
  sponsors: [],
  crossBloc: false,
  interest: 0,
  verdict,
  ledBy: null,
  judgedBy: null,
});

const ENTRIES = [
  entry('O1', null, 1),
  entry('O2', 'split', 3, 'merged'),
  entry('O3', 'shared-support', 1, 'paper'),
  entry('O4', 'shared-rejection', 2),
  entry('O5', 'led', 3, 'plenary'),
  entry('O6', 'split', 1),
];
const codesOf = (entries: readonly RegisterEntry[]): string => entries.map(({ code }) => code).join(' ');

test.each([
  ['group', 'O1 O2 O3 O4 O5 O6'],
  ['class', 'O3 O5 O2 O6 O4 O1'],
  ['convergence', 'O2 O5 O4 O1 O3 O6'],
] as const)('by %s, equal ones as they stood', (sort, codes) => {
  expect(codesOf(sortRegister(ENTRIES, sort))).toBe(codes);
});

test.each([
  ['living', 'O1 O3 O4 O5 O6'],
  ['forwarded', 'O1 O4 O6'],
  ['plenary', 'O5'],
  ['paper', 'O3'],
  ['merged', 'O2'],
] as const)('those that are %s', (filter, codes) => {
  expect(codesOf(filterRegister(ENTRIES, filter))).toBe(codes);
});
