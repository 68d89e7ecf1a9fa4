import type { Graph } from './link-neighbours.ts';
import { seededOrder } from './seeded-order.ts';

/** How fine groups are: 1 is plain modularity, more gives more groups. Found on the training part of Banking77. */
const FINENESS = 1.25;
/** Starts with different orders, of which the best is kept. */
const STARTS = 5;
/** Rounds after which moving nodes stops even if some still gain. */
const ROUNDS = 30;
/** Gains below this are rounding. */
const GAIN = 1e-12;
/** Steps of the search for a wanted number, and the finenesses between which it looks. */
const SEARCH = { steps: 14, least: 0.05, most: 20 };

/** A graph whose nodes may stand for many: `own` is the weight of links within a node, both ends counted. */
type Level = Graph & { own: Float64Array };

const sum = (values: Float64Array): number => values.reduce((total, value) => total + value, 0);
const degreesOf = ({ weights, own }: Level): Float64Array =>
  Float64Array.from(weights, (of, node) => sum(of) + (own[node] ?? 0));

/** Names groups 0, 1, 2 … in the order in which nodes first show them. */
const renumber = (groups: Int32Array): { groups: Int32Array; count: number } => {
  const names = new Map<number, number>();
  for (const group of groups) if (!names.has(group)) names.set(group, names.size);
  return { groups: groups.map((group) => names.get(group) ?? 0), count: names.size };
};

/** Moves nodes, in this order, to the neighbouring group in which modularity gains most, until none gains. */
const moveNodes = (level: Level, start: Int32Array, fineness: number, order: readonly number[]): Int32Array => {
  const groups = start.slice();
  const degrees = degreesOf(level);
  const total = sum(degrees);
  const groupDegrees = new Float64Array(groups.length);
  for (const [node, group] of groups.entries()) groupDegrees[group] = (groupDegrees[group] ?? 0) + (degrees[node] ?? 0);
  for (let round = 0, moved = true; moved && round < ROUNDS; round += 1) {
    moved = false;
    for (const node of order) {
      const degree = degrees[node] ?? 0;
      const from = groups[node] ?? 0;
      const linked = new Map<number, number>([[from, 0]]);
      for (const [at, other] of (level.neighbours[node] ?? []).entries()) {
        const group = groups[other] ?? 0;
        linked.set(group, (linked.get(group) ?? 0) + (level.weights[node]?.[at] ?? 0));
      }
      groupDegrees[from] = (groupDegrees[from] ?? 0) - degree;
      let best = from;
      let most = -Infinity;
      for (const [group, weight] of linked) {
        const gain = weight - (fineness * degree * (groupDegrees[group] ?? 0)) / total;
        if (gain > most + GAIN) [best, most] = [group, gain];
      }
      groupDegrees[best] = (groupDegrees[best] ?? 0) + degree;
      if (best === from) continue;
      groups[node] = best;
      moved = true;
    }
  }
  return groups;
};

/** The graph whose nodes are the groups. */
const gather = (level: Level, groups: Int32Array, count: number): Level => {
  const links = Array.from({ length: count }, () => new Map<number, number>());
  const own = new Float64Array(count);
  for (const [node, group] of groups.entries()) {
    own[group] = (own[group] ?? 0) + (level.own[node] ?? 0);
    for (const [at, other] of (level.neighbours[node] ?? []).entries()) {
      const weight = level.weights[node]?.[at] ?? 0;
      const target = groups[other] ?? 0;
      if (target === group) own[group] = (own[group] ?? 0) + weight;
      else links[group]?.set(target, (links[group].get(target) ?? 0) + weight);
    }
  }
  return {
    neighbours: links.map((of) => Int32Array.from(of.keys())),
    weights: links.map((of) => Float64Array.from(of.values())),
    own,
  };
};

const modularity = (gathered: Level, fineness: number): number => {
  const degrees = degreesOf(gathered);
  const total = sum(degrees);
  return gathered.own.reduce(
    (quality, own, group) => quality + own / total - fineness * ((degrees[group] ?? 0) / total) ** 2,
    0,
  );
};

type Partition = { groups: Int32Array; count: number; quality: number };

/** One run over all levels, then once more over single nodes: one that was carried along may go back. */
const run = (ground: Level, fineness: number, seed: number): Partition => {
  let level = ground;
  let found = Int32Array.from(ground.own.keys());
  for (;;) {
    const size = level.own.length;
    const start = Int32Array.from(level.own.keys());
    const { groups, count } = renumber(moveNodes(level, start, fineness, seededOrder(size, seed)));
    found = found.map((node) => groups[node] ?? 0);
    if (count === size) break;
    level = gather(level, groups, count);
  }
  const order = seededOrder(ground.own.length, seed);
  const { groups, count } = renumber(moveNodes(ground, found, fineness, order));
  return { groups, count, quality: modularity(gather(ground, groups, count), fineness) };
};

const best = (ground: Level, fineness: number): Partition => {
  let kept = run(ground, fineness, 1);
  for (let seed = 2; seed <= STARTS; seed += 1) {
    const other = run(ground, fineness, seed);
    if (other.quality > kept.quality + GAIN) kept = other;
  }
  return kept;
};

/** Joins the two groups with the densest links between them until no more than `count` are left. */
const join = (ground: Level, partition: Partition, count: number): Partition => {
  let { groups, count: left } = partition;
  while (left > count) {
    const gathered = gather(ground, groups, left);
    const degrees = degreesOf(gathered);
    let pair: [number, number] = [0, 1];
    let densest = -1;
    for (let one = 0; one < left; one += 1) {
      const linked = new Map<number, number>();
      for (const [at, other] of (gathered.neighbours[one] ?? []).entries()) {
        linked.set(other, gathered.weights[one]?.[at] ?? 0);
      }
      for (let other = one + 1; other < left; other += 1) {
        const density = (linked.get(other) ?? 0) / ((degrees[one] ?? 0) * (degrees[other] ?? 0));
        if (density > densest) [pair, densest] = [[one, other], density];
      }
    }
    const [into, from] = pair;
    ({ groups, count: left } = renumber(groups.map((group) => (group === from ? into : group))));
  }
  return { ...partition, groups, count: left };
};

/** Looks for the fineness that gives `count` groups; when none does, joins groups of the nearest finer one. */
const search = (ground: Level, count: number): Partition => {
  let [least, most] = [SEARCH.least, SEARCH.most];
  let finer: Partition | null = null;
  let nearest = best(ground, FINENESS);
  let tried = nearest;
  for (let step = 0, fineness = FINENESS; tried.count !== count && step < SEARCH.steps; step += 1) {
    if (tried.count > count) {
      most = fineness;
      if (finer === null || tried.count <= finer.count) finer = tried;
    } else least = fineness;
    fineness = Math.sqrt(least * most);
    tried = best(ground, fineness);
    if (Math.abs(tried.count - count) < Math.abs(nearest.count - count)) nearest = tried;
  }
  if (tried.count === count) return tried;
  return finer === null ? nearest : join(ground, finer, count);
};

/**
 * Groups nodes so that links run within groups rather than between them: the Louvain method (Blondel et al. 2008) on
 * modularity with a resolution (Reichardt & Bornholdt 2006), the best of five seeded starts. Gives the group of each
 * node, 0 … groups − 1, and −1 for nodes without links. With `count` it aims at that number of groups; it gives fewer
 * only when there are fewer nodes with links. The same graph gives the same groups.
 */
export const findCommunities = (graph: Graph, count?: number): Int32Array => {
  const linked = [...graph.neighbours.keys()].filter((node) => (graph.neighbours[node]?.length ?? 0) > 0);
  const found = new Int32Array(graph.neighbours.length).fill(-1);
  if (linked.length === 0) return found;
  const place = new Map(linked.map((node, at) => [node, at]));
  const ground: Level = {
    neighbours: linked.map((node) =>
      (graph.neighbours[node] ?? new Int32Array()).map((other) => place.get(other) ?? 0),
    ),
    weights: linked.map((node) => graph.weights[node] ?? new Float64Array()),
    own: new Float64Array(linked.length),
  };
  const { groups } = count === undefined ? best(ground, FINENESS) : search(ground, Math.min(count, linked.length));
  for (const [at, node] of linked.entries()) found[node] = groups[at] ?? 0;
  return found;
};
