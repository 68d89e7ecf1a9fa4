import type { Direction } from './weigh-features.ts';

/** Undirected, weighted; of each node its neighbours and the weights of these links, each link noted at both ends. */
export type Graph = { neighbours: Int32Array[]; weights: Float64Array[] };

/** Neighbours a text names: this many times the natural logarithm of the number of texts. */
const NEIGHBOURS = 2.5;
/** Cosine below which two texts have nothing in common but how words are spelt. */
const RELATED = 0.1;

/** Which texts hold a feature, with what weight: those of feature f stand from `starts[f]` to `starts[f + 1]`. */
type Holders = { starts: Int32Array; texts: Int32Array; weights: Float64Array };

/** Flat arrays: this is where large boards spend their time. */
const findHolders = (texts: readonly Direction[]): Holders => {
  const features = texts.reduce((most, { features: of }) => of.reduce((top, one) => Math.max(top, one + 1), most), 0);
  const starts = new Int32Array(features + 1);
  for (const { features: of } of texts) for (const feature of of) starts[feature + 1] = (starts[feature + 1] ?? 0) + 1;
  for (let feature = 1; feature <= features; feature += 1) {
    starts[feature] = (starts[feature] ?? 0) + (starts[feature - 1] ?? 0);
  }
  const next = starts.slice();
  const size = starts[features] ?? 0;
  const holders: Holders = { starts, texts: new Int32Array(size), weights: new Float64Array(size) };
  for (const [text, { features: of, weights }] of texts.entries()) {
    for (const [at, feature] of of.entries()) {
      const place = next[feature] ?? 0;
      next[feature] = place + 1;
      holders.texts[place] = text;
      holders.weights[place] = weights[at] ?? 0;
    }
  }
  return holders;
};

/** The cosine of one text with each; `cosines` is written over. */
const weighAgainstAll = ({ features, weights }: Direction, holders: Holders, cosines: Float64Array): void => {
  cosines.fill(0);
  for (let at = 0; at < features.length; at += 1) {
    const weight = weights[at] ?? 0;
    const feature = features[at] ?? 0;
    const end = holders.starts[feature + 1] ?? 0;
    for (let place = holders.starts[feature] ?? 0; place < end; place += 1) {
      const text = holders.texts[place] ?? 0;
      cosines[text] = (cosines[text] ?? 0) + weight * (holders.weights[place] ?? 0);
    }
  }
};

/**
 * Links each text to its nearest by cosine. A link named from both ends weighs the cosine, from one end half of it.
 * Equal cosines are taken in the order of the texts.
 */
export const linkNeighbours = (texts: readonly Direction[]): Graph => {
  const named = Math.max(3, Math.round(NEIGHBOURS * Math.log(texts.length)));
  const holders = findHolders(texts);
  const links = texts.map(() => new Map<number, number>());
  const cosines = new Float64Array(texts.length);
  for (const [text, direction] of texts.entries()) {
    weighAgainstAll(direction, holders, cosines);
    const nearest: { other: number; cosine: number }[] = [];
    for (let other = 0; other < cosines.length; other += 1) {
      const cosine = cosines[other] ?? 0;
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
