/** What Kendall's W came to, or why there is none. `s`: squared deviations of rank sums; `ties`: Σ T. */
export type KendallsW = { kind: 'measured'; w: number; s: number; ties: number } | { kind: 'no-ranking' | 'too-few' };

/** T of one voter: Σ (t³ − t) over groups of options with equal rank. */
const tiesOf = (ranks: readonly number[]): number => {
  const groups = Map.groupBy(ranks, (rank) => rank);
  return [...groups.values()].reduce((sum, group) => sum + group.length ** 3 - group.length, 0);
};

/**
 * Kendall's coefficient of concordance with ties: W = 12 S / (m² (n³ − n) − m Σ T), 0 when rankings have nothing in
 * common, 1 when they are equal. `too-few` for fewer than two voters or three options; `no-ranking` when every voter
 * ties everything. Source: M. G. Kendall, *Rank Correlation Methods*, 4th ed., Griffin 1970, ch. 6.
 *
 * @param rankings for each voter the ranks of all options, counted from 1, average ranks for ties
 */
export const kendallsW = (rankings: readonly (readonly number[])[]): KendallsW => {
  const voters = rankings.length;
  const options = rankings[0]?.length ?? 0;
  if (voters < 2 || options < 3) return { kind: 'too-few' };
  const sums = Array.from({ length: options }, (_, index) =>
    rankings.reduce((sum, ranks) => sum + (ranks[index] ?? 0), 0),
  );
  const mean = (voters * (options + 1)) / 2;
  const s = sums.reduce((sum, rankSum) => sum + (rankSum - mean) ** 2, 0);
  const ties = rankings.reduce((sum, ranks) => sum + tiesOf(ranks), 0);
  const most = voters ** 2 * (options ** 3 - options) - voters * ties;
  return most === 0 ? { kind: 'no-ranking' } : { kind: 'measured', w: (12 * s) / most, s, ties };
};
