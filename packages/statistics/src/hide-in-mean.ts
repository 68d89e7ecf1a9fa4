/** A paper of a delegation that is not named, or of none (`null`); its scores, one for each published mean. */
export type HiddenPaper = {
  /** The bloc whose figure by heads is published, or null for all blocs whose is not. */
  within: string | null;
  delegation: string | null;
  scores: readonly number[];
};

/** Steps a mean may be rounded to, as shares of the scale's width; the finest first. */
const STEPS = [0.01, 0.02, 0.05, 0.1, 0.2];

/** `value` in whole steps, without the crumbs of binary fractions. */
export const roundTo = (value: number, step: number): number =>
  Math.round(Math.round(value / step + 1e-9) * step * 1e6) / 1e6;

/** Delegations that are the same to an exchange: within one published figure, of one size, with papers of the same kinds. */
type Alike = {
  within: string | null;
  /** Whether it is a delegation, which enters the mean, or papers of none. */
  named: boolean;
  kinds: readonly (readonly number[])[];
  /** By how much one paper's score weighs in the mean over delegations. */
  weight: number;
  count: number;
};

/** Two papers of different delegations change places: what is then other on `from`'s, and by how much the means change. */
type Exchange = { from: Alike; to: Alike; difference: readonly number[]; changes: readonly number[] };

const groupAlike = (hidden: readonly HiddenPaper[], delegations: number): Alike[] => {
  const groups = new Map<string, Alike>();
  const own = Map.groupBy(hidden, ({ within, delegation }) => JSON.stringify([within, delegation]));
  for (const papers of own.values()) {
    const [first] = papers;
    if (first === undefined) continue;
    const { within } = first;
    const named = first.delegation !== null;
    const kinds = new Map(papers.map(({ scores }) => [scores.join(), scores]));
    const weight = named ? 1 / (papers.length * delegations) : 0;
    const key = JSON.stringify([within, named, weight, [...kinds.keys()].toSorted()]);
    const known = groups.get(key);
    if (known === undefined) groups.set(key, { within, named, kinds: [...kinds.values()], weight, count: 1 });
    else known.count += 1;
  }
  return [...groups.values()];
};

/** Every exchange of unlike papers, once for each difference it makes. */
const listExchanges = (groups: readonly Alike[]): Exchange[] =>
  groups.flatMap((from) =>
    groups
      .filter((to) => to.within === from.within && (to !== from || from.count > 1))
      .flatMap((to) => {
        const differences = new Map<string, readonly number[]>();
        for (const own of from.kinds) {
          for (const theirs of to.kinds) {
            const difference = own.map((score, at) => (theirs[at] ?? 0) - score);
            if (difference.some((one) => one !== 0)) differences.set(difference.join(), difference);
          }
        }
        return [...differences.values()].map((difference): Exchange => {
          return { from, to, difference, changes: difference.map((one) => one * (from.weight - to.weight)) };
        });
      }),
  );

/** Whether the delegations of two exchanges can be four different ones. */
const apart = (one: Exchange, other: Exchange): boolean => {
  const used = [one.from, one.to, other.from, other.to];
  return used.every((group) => used.filter((same) => same === group).length <= group.count);
};

/**
 * The finest step at which no mean over delegations tells how one of them voted. Figures by heads say how many papers
 * of each kind there are, not which delegation they are of; an exact mean of means would often say that, because each
 * delegation enters it divided by its own size. So for every delegation that is not named there must be another vote
 * of it that fits all that is published: one of its papers changes places with one of another delegation within the
 * same published figure, two further delegations may do the same to make up for it, and no rounded mean changes. A
 * delegation that is known from the figures by heads already (all papers there are alike) is not made better or worse.
 *
 * The step itself depends on the papers; it is one of five, the same for all measures of the option.
 *
 * @param means exact means over delegations, null when there is none
 * @param scale delegations that judged the option; width of the scale in the scores' unit
 * @returns the step in the scores' unit; null when none is coarse enough
 */
export const hideInMean = (
  hidden: readonly HiddenPaper[],
  means: readonly (number | null)[],
  scale: { delegations: number; width: number },
): number | null => {
  const groups = groupAlike(hidden, scale.delegations);
  const exchanges = listExchanges(groups);
  const known = (group: Alike, measure: number): boolean => {
    const there = groups.filter(({ within }) => within === group.within).flatMap(({ kinds }) => kinds);
    return new Set(there.map((scores) => scores[measure])).size <= 1;
  };
  const inDoubt = groups
    .filter(({ named }) => named)
    .flatMap((group) => means.map((_, measure) => ({ group, measure })))
    .filter(({ group, measure }) => !known(group, measure));
  for (const share of STEPS) {
    const step = share * scale.width;
    const unchanged = (...both: readonly (readonly number[])[]): boolean =>
      means.every((mean, at) => {
        if (mean === null) return true;
        const change = both.reduce((total, changes) => total + (changes[at] ?? 0), 0);
        return roundTo(mean, step) === roundTo(mean + change, step);
      });
    const mayVary = ({ group, measure }: (typeof inDoubt)[number]): boolean => {
      const own = exchanges.filter((one) => one.from === group && one.difference[measure] !== 0);
      return (
        own.some(({ changes }) => unchanged(changes)) ||
        own.some((one) => exchanges.some((other) => unchanged(one.changes, other.changes) && apart(one, other)))
      );
    };
    if (inDoubt.every(mayVary)) return step;
  }
  return null;
};
