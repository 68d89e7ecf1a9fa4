import { describe, expect, test } from 'vitest';
import { findCommunities } from './find-communities.ts';
import type { Graph } from './link-neighbours.ts';

const graphOf = (nodes: number, links: readonly (readonly [number, number, number?])[]): Graph => {
  const of = Array.from({ length: nodes }, (): [number, number][] => []);
  for (const [one, other, weight = 1] of links) {
    of[one]?.push([other, weight]);
    of[other]?.push([one, weight]);
  }
  return {
    neighbours: of.map((list) => Int32Array.from(list, ([node]) => node)),
    weights: of.map((list) => Float64Array.from(list, ([, weight]) => weight)),
  };
};
const clique = (first: number, size: number): [number, number][] =>
  Array.from({ length: size }, (_, one) =>
    Array.from({ length: one }, (_unused, other): [number, number] => [first + one, first + other]),
  ).flat();
/** Groups as sorted lists of nodes. */
const sets = (groups: Int32Array): number[][] =>
  [...Map.groupBy(groups.keys(), (node) => groups[node])]
    .filter(([group]) => group !== -1)
    .map(([, nodes]) => nodes)
    .toSorted(([one = 0], [other = 0]) => one - other);

describe('findCommunities', () => {
  const bridged = graphOf(10, [...clique(0, 4), ...clique(4, 5), [3, 4]]);

  test('two cliques on a bridge are two groups; a node without links is in none', () => {
    const groups = findCommunities(bridged);
    expect(sets(groups)).toEqual([
      [0, 1, 2, 3],
      [4, 5, 6, 7, 8],
    ]);
    expect(groups[9]).toBe(-1);
  });

  test('a ring of cliques falls into its cliques', () => {
    const ring = Array.from({ length: 8 }, (_, at): [number, number] => [at * 5, ((at + 1) % 8) * 5 + 1]);
    const cliques = Array.from({ length: 8 }, (_, at) => clique(at * 5, 5)).flat();
    const groups = findCommunities(graphOf(40, [...cliques, ...ring]));
    expect(sets(groups)).toEqual(Array.from({ length: 8 }, (_, at) => [0, 1, 2, 3, 4].map((node) => at * 5 + node)));
  });

  test.each([1, 2, 3, 9])('gives %i groups when asked', (count) => {
    expect(sets(findCommunities(bridged, count))).toHaveLength(count);
  });

  test('joins parts that nothing links, when fewer are asked for', () => {
    const apart = graphOf(6, [
      [0, 1],
      [2, 3],
      [4, 5],
    ]);
    expect(sets(findCommunities(apart))).toHaveLength(3);
    expect(sets(findCommunities(apart, 2))).toHaveLength(2);
  });

  test('no nodes, no links, more groups than nodes', () => {
    expect([...findCommunities(graphOf(0, []))]).toEqual([]);
    expect([...findCommunities(graphOf(3, []), 2)]).toEqual([-1, -1, -1]);
    expect(sets(findCommunities(graphOf(3, clique(0, 3)), 7)).length).toBeLessThanOrEqual(3);
  });
});
