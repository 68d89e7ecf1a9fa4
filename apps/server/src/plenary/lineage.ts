import type { GroupId, OptionId } from '@rapport/domain/ids';

/** An option as far as its descent is concerned. */
export type Descent = { id: OptionId; groupId: GroupId | null; parents: readonly OptionId[] };

/** Everything an option grew out of, over all generations, each once and itself not among them. */
export const ancestorsOf = (id: OptionId, options: ReadonlyMap<OptionId, Descent>): OptionId[] => {
  const found = new Set<OptionId>();
  const waiting = [...(options.get(id)?.parents ?? [])];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (next === id || found.has(next)) continue;
    found.add(next);
    waiting.push(...(options.get(next)?.parents ?? []));
  }
  return [...found];
};

/**
 * Independent convergence (docs/method.md §8): how many groups have proposed an option, or something it grew out of.
 * A group counts once, however many of its options it was.
 */
export const countGroups = (id: OptionId, options: ReadonlyMap<OptionId, Descent>): number =>
  new Set([id, ...ancestorsOf(id, options)].flatMap((one) => options.get(one)?.groupId ?? [])).size;
