import { LIMITS } from '@rapport/domain/limits';
import type { CardWords, Word } from './read-texts.ts';
import { isUnspaced } from './split-words.ts';

const MOST_WORDS = 3;
/** A word that tells less than this share of the best one is left out. */
const TELLING = 0.4;

const order = (one: string, other: string): number => (one < other ? -1 : Number(one > other));
const isTelling = ({ written, small }: Word): boolean =>
  !small && /\p{L}/u.test(written) && (written.length > 1 || isUnspaced(written));

/** The way most cards write it; of equals the shorter, then the first. */
const usualForm = (forms: ReadonlyMap<string, number>): string => {
  const [usual] = [...forms].toSorted(
    ([one, many], [other, more]) => more - many || one.length - other.length || order(one, other),
  );
  return usual?.[0] ?? '';
};

const separatorFor = (word: string): string => {
  if (isUnspaced(word)) return '、';
  return /\p{Script=Arabic}/u.test(word) ? '، ' : ', ';
};

/** Words in one line, the first with a capital, no longer than a cluster's title may be. */
const write = (words: readonly string[]): string => {
  const [first = ''] = words;
  let title = '';
  for (const word of words) {
    const longer = title === '' ? word : `${title}${separatorFor(first)}${word}`;
    if (longer.length <= LIMITS.clusterTitle) title = longer;
  }
  return title.replace(/^\p{Ll}/u, (initial) => initial.toUpperCase());
};

/**
 * A title for each cluster of at least one card, from the words that tell it from the others, as its cards write them:
 * at most three, by the share of its cards that hold the word times ln(1 + A / f), where f is how many cards of all
 * clusters hold it and A the mean number of words a cluster has (class-based TF-IDF, Grootendorst 2022, on cards instead
 * of occurrences). A cluster without a telling word is called as its first card begins. At most 120 characters.
 */
export const nameClusters = (clusters: readonly (readonly CardWords[])[]): string[] => {
  const counted = clusters.map((cards) => {
    const held = new Map<string, { cards: number; forms: Map<string, number> }>();
    for (const { words } of cards) {
      const own = new Set<string>();
      for (const word of words) {
        if (!isTelling(word)) continue;
        const entry = held.get(word.stem) ?? { cards: 0, forms: new Map<string, number>() };
        held.set(word.stem, entry);
        if (!own.has(word.stem)) entry.cards += 1;
        own.add(word.stem);
        // A capital at the beginning of a sentence is no form of its own.
        const form = word.written === word.written.toUpperCase() ? word.written : word.written.toLowerCase();
        entry.forms.set(form, (entry.forms.get(form) ?? 0) + 1);
      }
    }
    return held;
  });
  const everywhere = new Map<string, number>();
  let words = 0;
  for (const held of counted) {
    for (const [stem, { cards }] of held) {
      everywhere.set(stem, (everywhere.get(stem) ?? 0) + cards);
      words += cards;
    }
  }
  const mean = words / Math.max(1, clusters.length);
  return counted.map((held, index) => {
    const cards = clusters[index] ?? [];
    const scored = [...held]
      .map(([stem, entry]) => ({
        ...entry,
        stem,
        score: (entry.cards / cards.length) * Math.log(1 + mean / (everywhere.get(stem) ?? 1)),
      }))
      .toSorted((one, other) => other.score - one.score || order(one.stem, other.stem));
    const [most] = scored;
    const telling = scored
      .filter((one) => one.score >= TELLING * (most?.score ?? 0) && (one.cards > 1 || most?.cards === 1))
      .slice(0, MOST_WORDS)
      .map(({ forms }) => usualForm(forms));
    const beginning = (cards[0]?.words ?? []).slice(0, MOST_WORDS).map(({ written }) => written);
    return write(telling.length > 0 ? telling : beginning);
  });
};
