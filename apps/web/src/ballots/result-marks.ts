/**
 * What stands before each line and in its dot of the scatter: its rank, and a letter behind it where a rank is shared,
 * so that two dots never have the same mark: 1, 2a, 2b, 4.
 */
export const marksOf = (lines: readonly { rank: number; tied: boolean }[]): string[] => {
  const seen = new Map<number, number>();
  return lines.map(({ rank, tied }) => {
    if (!tied) return String(rank);
    const before = seen.get(rank) ?? 0;
    seen.set(rank, before + 1);
    return `${rank}${letters(before)}`;
  });
};

/** a to z, then aa, ab and so on. */
const letters = (index: number): string =>
  (index >= 26 ? letters(Math.floor(index / 26) - 1) : '') + String.fromCharCode(97 + (index % 26));
