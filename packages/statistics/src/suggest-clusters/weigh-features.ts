import type { CardWords } from './read-texts.ts';
import { isUnspaced } from './split-words.ts';

/** A text as a direction: ids of its features and their weights, of Euclidean length 1 (0 for a text without words). */
export type Direction = { features: Int32Array; weights: Float64Array };

/** A word in the title counts as much as this many in the body. */
const TITLE_TIMES = 2;
/** Lengths of the character sequences taken of a word with a space on either side. */
const LENGTHS = [3, 4, 5];

/** Character sequences of one word; of words in unspaced scripts its single characters and pairs. */
const sequencesOf = (word: string): string[] => {
  if (isUnspaced(word)) {
    const characters = Array.from(word);
    return [...characters, ...characters.slice(1).map((character, index) => `${characters[index]}${character}`)];
  }
  const padded = ` ${word} `;
  return LENGTHS.flatMap((length) =>
    Array.from({ length: Math.max(0, padded.length - length + 1) }, (_, at) => padded.slice(at, at + length)),
  );
};

type Counts = Map<string, number>;
const count = (counts: Counts, key: string, times: number): void =>
  void counts.set(key, (counts.get(key) ?? 0) + times);

/** How often each stem and each character sequence stands in a card. Small words give sequences only. */
const countFeatures = ({ words, titleWords }: CardWords): [stems: Counts, sequences: Counts] => {
  const [stems, sequences]: [Counts, Counts] = [new Map(), new Map()];
  for (const [index, { folded, stem, small }] of words.entries()) {
    const times = index < titleWords ? TITLE_TIMES : 1;
    if (!small) count(stems, stem, times);
    for (const sequence of sequencesOf(folded)) count(sequences, ` ${sequence}`, times);
  }
  return [stems, sequences];
};

/**
 * Texts as directions. Stems and character sequences form two blocks of equal length, each weighed by
 * (1 + ln tf) · (1 + ln((n + 1) / (df + 1))): repeated words count less than twice, rare ones more than common ones
 * (Salton & Buckley 1988, smoothed). Words say what a text is about; sequences let inflected, compound and misspelt
 * forms meet in any alphabet.
 */
export const weighFeatures = (texts: readonly CardWords[]): Direction[] => {
  const counted = texts.map(countFeatures);
  const frequency: Counts = new Map();
  for (const blocks of counted) for (const block of blocks) for (const key of block.keys()) count(frequency, key, 1);
  const ids = new Map([...frequency.keys()].map((key, id) => [key, id]));
  return counted.map((blocks) => {
    const features: number[] = [];
    const weights: number[] = [];
    const filled = blocks.filter((block) => block.size > 0).length;
    for (const block of blocks) {
      const raw = [...block].map(
        ([key, times]) => (1 + Math.log(times)) * (1 + Math.log((texts.length + 1) / ((frequency.get(key) ?? 0) + 1))),
      );
      const length = Math.sqrt(raw.reduce((sum, weight) => sum + weight * weight, 0) * filled);
      for (const key of block.keys()) features.push(ids.get(key) ?? 0);
      for (const weight of raw) weights.push(weight / length);
    }
    return { features: Int32Array.from(features), weights: Float64Array.from(weights) };
  });
};
