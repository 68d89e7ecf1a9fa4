/**
 * Figures of how far answers on an ordered scale lie apart. All take counts by level: `counts[0]` papers on level 1,
 * `counts[1]` on level 2 and so on, at least one paper in all.
 */

const sizeOf = (counts: readonly number[]): number => counts.reduce((sum, count) => sum + count, 0);

/** Mean level, counted from 1. */
export const meanOf = (counts: readonly number[]): number =>
  counts.reduce((sum, count, index) => sum + count * (index + 1), 0) / sizeOf(counts);

/** Population standard deviation in levels. */
export const deviationOf = (counts: readonly number[]): number => {
  const mean = meanOf(counts);
  const squares = counts.reduce((sum, count, index) => sum + count * (index + 1 - mean) ** 2, 0);
  return Math.sqrt(squares / sizeOf(counts));
};

/** Standard deviation by the width of the scale, 0–0.5 (docs/method.md §6). */
export const normalisedDeviationOf = (counts: readonly number[]): number => deviationOf(counts) / (counts.length - 1);

/**
 * Consensus Cns = 1 + Σ p log2(1 − |x − μ| / d), 0–1: 1 when all are on one level, 0 when half stand at either end.
 * Source: W. J. Tastle, M. J. Wierman, "Consensus and dissention: A measure of ordinal dispersion", International
 * Journal of Approximate Reasoning 45 (2007), 531–545.
 */
export const consensusOf = (counts: readonly number[]): number => {
  const mean = meanOf(counts);
  const size = sizeOf(counts);
  const width = counts.length - 1;
  const sum = counts.reduce(
    (total, count, index) =>
      count === 0 ? total : total + (count / size) * Math.log2(1 - Math.abs(index + 1 - mean) / width),
    0,
  );
  // Rounding must not lead out of the scale.
  return Math.min(1, Math.max(0, 1 + sum));
};

/** The level of the paper at `place` (counted from 0) when all stand in order. */
const levelAt = (counts: readonly number[], place: number): number => {
  let passed = 0;
  for (const [index, count] of counts.entries()) {
    passed += count;
    if (place < passed) return index + 1;
  }
  return counts.length;
};

/**
 * The level below which a share of the papers lies, linearly interpolated between neighbours (type 7 of R. J. Hyndman
 * and Y. Fan, "Sample quantiles in statistical packages", The American Statistician 50 (1996), 361–365).
 *
 * @param share 0–1; 0.5 is the median
 */
export const quantileOf = (counts: readonly number[], share: number): number => {
  const place = share * (sizeOf(counts) - 1);
  const below = levelAt(counts, Math.floor(place));
  const above = levelAt(counts, Math.ceil(place));
  return below + (place - Math.floor(place)) * (above - below);
};
