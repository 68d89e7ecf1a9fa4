import type { OptionId } from '@rapport/domain/ids';
import type { RegisterEntry } from '@rapport/protocol/options';
import type { RegisterFilter, RegisterSort } from '@rapport/protocol/plenary';

/** From what both sides want to what neither does; what was not judged comes last. */
const CLASSES: readonly RegisterEntry['verdict'][] = [
  'shared-support',
  'led',
  'split',
  'open',
  'shared-rejection',
  null,
];

/** What the plenary made stands before what it was made of. */
const place = ({ group }: RegisterEntry): [number, number] => (group === null ? [-1, 0] : [group.round, group.number]);

const byGroup = (one: RegisterEntry, other: RegisterEntry): number => {
  const [oneRound, oneNumber] = place(one);
  const [otherRound, otherNumber] = place(other);
  return (
    oneRound - otherRound || oneNumber - otherNumber || one.code.localeCompare(other.code, 'en', { numeric: true })
  );
};

const comparers: Record<RegisterSort, (one: RegisterEntry, other: RegisterEntry) => number> = {
  group: byGroup,
  class: (one, other) => CLASSES.indexOf(one.verdict) - CLASSES.indexOf(other.verdict) || byGroup(one, other),
  convergence: (one, other) => other.convergence.groups - one.convergence.groups || byGroup(one, other),
};

const passes = (entry: RegisterEntry, filter: RegisterFilter): boolean =>
  filter === 'living' ? entry.state !== 'merged' : entry.state === filter;

/** The entries of a filter in the order somebody asked for. */
export const orderRegister = (
  entries: readonly RegisterEntry[],
  { sort, filter }: { sort: RegisterSort; filter: RegisterFilter },
): RegisterEntry[] => entries.filter((entry) => passes(entry, filter)).toSorted(comparers[sort]);

/** Of chosen entries those that still stand: a choice does not outlive a merge by another hand. */
export const standing = (entries: readonly RegisterEntry[], chosen: ReadonlySet<OptionId>): RegisterEntry[] =>
  entries.filter((entry) => chosen.has(entry.id) && entry.state !== 'merged');
