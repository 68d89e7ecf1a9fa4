import type { Direction } from './weigh-features.ts';

/** Undirected, weighted; of each node its neighbours and the weights of these links, each link noted at both ends. */
export type Graph = { neighbours: Int32Array[]; weights: Float64Array[] };

/** Neighbours a text names: this many times the natural logarithm of the number of texts. */
const NEIGHBOURS = 2.5;
/** Cosine below which two texts have nothing in common but how words are spelt. */
const RELATED = 0.1;

/**
 * Links each text to its nearest by cosine. A link named from both ends weighs the cosine, from one end half of it.
 * Equal cosines are taken in the order of the texts.
 */
export const linkNeighbours = (texts: readonly Direction[]): Graph => {
  const named = Math.max(3, Math.round(NEIGHBOURS * Math.log(texts.length)));
  const holders = new Map<number, { text: number; weight: number }[]>();
  for (const [text, { features, weights }] of texts.entries()) {
    for (const [at, feature] of features.entries()) {
      const list = holders.get(feature) ?? [];
      if (list.length === 0) holders.set(feature, list);
      list.push({ text, weight: weights[at] ?? 0 });
    }
  }
  const links = texts.map(() => new Map<number, number>());
  const cosines = new Float64Array(texts.length);
  for (const [text, { features, weights }] of texts.entries()) {
    cosines.fill(0);
    for (const [at, feature] of features.entries()) {
      const weight = weights[at] ?? 0;
      for (const holder of holders.get(feature) ?? []) {
        cosines[holder.text] = (cosines[holder.text] ?? 0) + weight * holder.weight;
      }
    }
    const nearest: { other: number; cosine: number }[] = [];
    for (const [other, cosine] of cosines.entries()) {
      if (other !== text && cosine >= RELATED) nearest.push({ other, cosine });
    }
    nearest.sort((one, two) => two.cosine - one.cosine || one.other - two.other);
    for (const { other, cosine } of nearest.slice(0, named)) {
      links[text]?.set(other, (links[text].get(other) ?? 0) + cosine / 2);
      links[other]?.set(text, (links[other].get(text) ?? 0) + cosine / 2);
    }
  }
  const sorted = links.map((of) => [...of].toSorted(([one], [other]) => one - other));
  return {
    neighbours: sorted.map((of) => Int32Array.from(of, ([other]) => other)),
    weights: sorted.map((of) => Float64Array.from(of, ([, weight]) => weight)),
  };
};
