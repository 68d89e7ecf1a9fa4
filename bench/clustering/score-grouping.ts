/** How well a grouping meets labels people gave, each 0–1: see `scoreGrouping`. */
export type Score = { acc: number; nmi: number; ari: number };

/** The largest sum of a one-to-one choice of columns for rows of a square table: the Hungarian method, O(n³). */
const bestMatching = (table: readonly Float64Array[]): number => {
  const size = table.length;
  const [rowPrice, columnPrice] = [new Float64Array(size + 1), new Float64Array(size + 1)];
  const [rowOf, cameFrom] = [new Int32Array(size + 1), new Int32Array(size + 1)];
  for (let row = 1; row <= size; row += 1) {
    rowOf[0] = row;
    let column = 0;
    const slack = new Float64Array(size + 1).fill(Infinity);
    const seen = new Uint8Array(size + 1);
    do {
      seen[column] = 1;
      const from = rowOf[column] ?? 0;
      let [step, next] = [Infinity, 0];
      for (let other = 1; other <= size; other += 1) {
        if (seen[other] === 1) continue;
        const cost = -(table[from - 1]?.[other - 1] ?? 0) - (rowPrice[from] ?? 0) - (columnPrice[other] ?? 0);
        if (cost < (slack[other] ?? 0)) {
          slack[other] = cost;
          cameFrom[other] = column;
        }
        if ((slack[other] ?? 0) < step) [step, next] = [slack[other] ?? 0, other];
      }
      for (let other = 0; other <= size; other += 1) {
        if (seen[other] === 1) {
          rowPrice[rowOf[other] ?? 0] = (rowPrice[rowOf[other] ?? 0] ?? 0) + step;
          columnPrice[other] = (columnPrice[other] ?? 0) - step;
        } else slack[other] = (slack[other] ?? 0) - step;
      }
      column = next;
    } while ((rowOf[column] ?? 0) !== 0);
    do {
      const before = cameFrom[column] ?? 0;
      rowOf[column] = rowOf[before] ?? 0;
      column = before;
    } while (column !== 0);
  }
  let sum = 0;
  for (let column = 1; column <= size; column += 1) sum += table[(rowOf[column] ?? 1) - 1]?.[column - 1] ?? 0;
  return sum;
};

const pairs = (count: number): number => (count * (count - 1)) / 2;

/**
 * ACC: share of items in the best one-to-one matching of groups to labels. NMI: mutual information over the arithmetic
 * mean of both entropies. ARI: agreement of pairs corrected for chance (Hubert & Arabie 1985). `groups` and `labels`
 * name the group and the label of each item.
 */
export const scoreGrouping = (groups: readonly (string | number)[], labels: readonly string[]): Score => {
  const groupNames = [...new Set(groups)];
  const labelNames = [...new Set(labels)];
  const groupAt = new Map(groupNames.map((name, at) => [name, at]));
  const labelAt = new Map(labelNames.map((name, at) => [name, at]));
  const size = Math.max(groupNames.length, labelNames.length);
  const table = Array.from({ length: size }, () => new Float64Array(size));
  for (const [item, group] of groups.entries()) {
    const row = table[groupAt.get(group) ?? 0];
    const column = labelAt.get(labels[item] ?? '') ?? 0;
    if (row !== undefined) row[column] = (row[column] ?? 0) + 1;
  }
  const total = groups.length;
  const ofGroup = table.map((row) => row.reduce((sum, count) => sum + count, 0));
  const ofLabel = table.map((_, column) => table.reduce((sum, row) => sum + (row[column] ?? 0), 0));
  const entropy = (counts: readonly number[]): number =>
    -counts.reduce((sum, count) => sum + (count === 0 ? 0 : (count / total) * Math.log(count / total)), 0);
  let shared = 0;
  let samePairs = 0;
  for (const [group, row] of table.entries()) {
    for (const [label, count] of row.entries()) {
      samePairs += pairs(count);
      if (count === 0) continue;
      shared += (count / total) * Math.log((count * total) / ((ofGroup[group] ?? 0) * (ofLabel[label] ?? 0)));
    }
  }
  const meanEntropy = (entropy(ofGroup) + entropy(ofLabel)) / 2;
  const groupPairs = ofGroup.reduce((sum, count) => sum + pairs(count), 0);
  const labelPairs = ofLabel.reduce((sum, count) => sum + pairs(count), 0);
  const byChance = (groupPairs * labelPairs) / pairs(total);
  const most = (groupPairs + labelPairs) / 2;
  return {
    acc: bestMatching(table) / total,
    nmi: meanEntropy === 0 ? 1 : shared / meanEntropy,
    ari: most === byChance ? 1 : (samePairs - byChance) / (most - byChance),
  };
};
