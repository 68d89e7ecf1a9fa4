import type { RegisterEntry } from './options.ts';
import type { RegisterFilter, RegisterSort } from './plenary.ts';

/** Agreement first, disagreement last; what nobody has judged after it. */
const CLASSES = [
  'shared-support',
  'led',
  'open',
  'split',
  'shared-rejection',
  null,
] as const satisfies readonly RegisterEntry['verdict'][];

/** The entries in another order; equal ones stay as they stood, which is the order of report-backs. */
export const sortRegister = (entries: readonly RegisterEntry[], sort: RegisterSort): RegisterEntry[] => {
  switch (sort) {
    case 'group':
      return [...entries];
    case 'class':
      return entries.toSorted((one, other) => CLASSES.indexOf(one.verdict) - CLASSES.indexOf(other.verdict));
    case 'convergence':
      return entries.toSorted((one, other) => other.convergence.groups - one.convergence.groups);
  }
};

export const filterRegister = (entries: readonly RegisterEntry[], filter: RegisterFilter): RegisterEntry[] =>
  entries.filter(({ state }) => (filter === 'living' ? state !== 'merged' : state === filter));
