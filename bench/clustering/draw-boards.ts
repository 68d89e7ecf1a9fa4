/** Numbers 0–1 that only the seed decides (mulberry32). */
const seeded = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
};

const shuffle = <T>(items: readonly T[], random: () => number): T[] =>
  items
    .map((item) => ({ item, at: random() }))
    .toSorted((one, other) => one.at - other.at)
    .map(({ item }) => item);

/**
 * Boards of about `size` cards drawn from a labelled list: as many labels as `labels` says, in turn, of uneven sizes
 * (the largest up to three and a half times the smallest), at least four cards each, in random order.
 */
export const drawBoards = <Card extends { label: string }>(
  cards: readonly Card[],
  options: { boards: number; labels: readonly number[]; size: number; seed: number },
): Card[][] => {
  const random = seeded(options.seed);
  const byLabel = [...Map.groupBy(cards, ({ label }) => label).values()];
  return Array.from({ length: options.boards }, (_, board) => {
    const labels = options.labels[board % options.labels.length] ?? 1;
    const chosen = shuffle(byLabel, random)
      .slice(0, labels)
      .map((of) => ({ of, weight: 0.4 + random() }));
    const weights = chosen.reduce((sum, { weight }) => sum + weight, 0);
    const drawn = chosen.flatMap(({ of, weight }) =>
      shuffle(of, random).slice(0, Math.max(4, Math.round((options.size * weight) / weights))),
    );
    return shuffle(drawn, random);
  });
};
