/** A hash of 53 bits that spreads well (cyrb53, public domain); not for secrets. */
const hash = (text: string): number => {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    high = Math.imul(high ^ unit, 2_654_435_761);
    low = Math.imul(low ^ unit, 1_597_334_677);
  }
  high = Math.imul(high ^ (high >>> 16), 2_246_822_507) ^ Math.imul(low ^ (low >>> 13), 3_266_489_909);
  low = Math.imul(low ^ (low >>> 16), 2_246_822_507) ^ Math.imul(high ^ (high >>> 13), 3_266_489_909);
  return 4_294_967_296 * (2_097_151 & low) + (high >>> 0);
};

/**
 * The options in an order of this paper's own, the same whenever the paper is looked at: each option draws its place
 * from the paper's key, so nobody's option stands on top of every paper (docs/method.md §5).
 */
export const shuffleForPaper = <Option extends { id: string }>(
  options: readonly Option[],
  paperKey: string,
): Option[] =>
  options
    .map((option) => ({ option, place: hash(`${paperKey} ${option.id}`) }))
    .toSorted((a, b) => a.place - b.place)
    .map(({ option }) => option);
