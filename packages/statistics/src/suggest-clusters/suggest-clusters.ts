import { findCommunities } from './find-communities.ts';
import { linkNeighbours, type Graph } from './link-neighbours.ts';
import { nameClusters } from './name-clusters.ts';
import { readTexts, type CardWords } from './read-texts.ts';
import { weighFeatures } from './weigh-features.ts';

/** A proposed cluster: at most four telling words of its cards as title, and at least two cards. */
export type ClusterSuggestion<Id extends string> = { title: string; cardIds: Id[] };
export type ClusterSuggestions<Id extends string> = {
  /** The largest first; no card is in two. */
  suggestions: ClusterSuggestion<Id>[];
  /** Cards that fit nowhere. */
  left: Id[];
};

/** A card is left out when its links into its group weigh less than this share of what the median card's weigh. */
const FITTING = 0.25;

/** What two texts have in common that a reader calls the same. */
const keyOf = ({ words }: CardWords): string => words.map(({ folded }) => folded).join(' ');
const order = (one: string, other: string): number => (one < other ? -1 : Number(one > other));

/** Weight of each text's links to texts of its own group. */
const weighFit = ({ neighbours, weights }: Graph, groups: Int32Array): Float64Array =>
  Float64Array.from(neighbours, (of, text) =>
    of.reduce((fit, other, at) => fit + (groups[other] === groups[text] ? (weights[text]?.[at] ?? 0) : 0), 0),
  );

const medianOf = (values: Float64Array): number => values.toSorted()[Math.floor(values.length / 2)] ?? 0;

/**
 * Groups of texts by number, each text in one; a text that fits nowhere is alone. `count` as in `suggestClusters`.
 */
const groupTexts = (texts: readonly CardWords[], count: number | undefined): number[][] => {
  const graph = linkNeighbours(weighFeatures(texts));
  const groups = findCommunities(graph, count);
  const fit = weighFit(graph, groups);
  const least = count === undefined ? FITTING * medianOf(fit.filter((weight) => weight > 0)) : 0;
  const fits = (text: number): boolean => (fit[text] ?? 0) > least;
  const together = Map.groupBy([...texts.keys()].filter(fits), (text) => groups[text]);
  return [...together.values(), ...[...texts.keys()].filter((text) => !fits(text)).map((text) => [text])];
};

/**
 * Proposes clusters of cards with like words (docs/clustering.md). Only texts are looked at; the same cards give the
 * same clusters in any order and under any ids. `count` aims at that many clusters and leaves out only cards that share
 * nothing with any other; without it the number follows from the cards, and what fits badly is left out. Ids must
 * differ. Nothing is refused: no cards give no suggestions. 500 cards take well under a second, and time grows with the
 * pairs of cards that share something: run it off the event loop.
 */
export const suggestClusters = <Id extends string>(
  cards: readonly { id: Id; title: string; body: string }[],
  options: { count?: number } = {},
): ClusterSuggestions<Id> => {
  const sorted = cards.toSorted(
    (one, other) => order(one.title, other.title) || order(one.body, other.body) || order(one.id, other.id),
  );
  const read = readTexts(sorted).map((text, card) => ({ text, card, key: keyOf(text) }));
  // Equal texts are one to the grouping: many copies would outweigh all else.
  const alike = [...Map.groupBy(read, ({ key }) => key)].filter(([key]) => key !== '').map(([, copies]) => copies);
  const texts = alike.flatMap(([first]) => first?.text ?? []);
  const kept = groupTexts(texts, options.count)
    .map((group) => group.flatMap((text) => alike[text] ?? []))
    .filter((group) => group.length > 1);
  const titles = nameClusters(kept.map((group) => group.map(({ text }) => text)));
  const placed = new Set(kept.flat().map(({ card }) => card));
  const idsOf = (of: readonly number[]): Id[] => of.flatMap((card) => sorted[card]?.id ?? []).toSorted(order);
  return {
    suggestions: kept
      .map((group, index) => ({ title: titles[index] ?? '', cardIds: idsOf(group.map(({ card }) => card)) }))
      .toSorted(
        (one, other) =>
          other.cardIds.length - one.cardIds.length ||
          order(one.title, other.title) ||
          order(one.cardIds[0] ?? '', other.cardIds[0] ?? ''),
      ),
    left: idsOf([...sorted.keys()].filter((card) => !placed.has(card))),
  };
};
