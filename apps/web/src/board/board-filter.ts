import type { Card } from '@rapport/domain/card';
import { foldText } from '@rapport/domain/fold-text';
import type { CardId, ClusterId } from '@rapport/domain/ids';

/** What cards have to be like to be shown: one of the tags, in one of the clusters, and all the rest. */
export type BoardFilter = {
  /** Words, each of which its title or text holds. */
  text: string;
  tags: readonly string[];
  /** `loose` for cards in none. */
  clusters: readonly (ClusterId | 'loose')[];
  /** Nobody has looked at it or said anything about it. */
  untouched: boolean;
  /** Added after the reveal. */
  late: boolean;
  /** Something about it is open. */
  commented: boolean;
};

export const NO_FILTER: BoardFilter = {
  text: '',
  tags: [],
  clusters: [],
  untouched: false,
  late: false,
  commented: false,
};

/** What is known of a card beside the board. */
export type Known = { isUntouched: (card: CardId) => boolean; openComments: (card: CardId) => number };

/** How many things a filter asks for. */
export const countFilters = ({ text, tags, clusters, untouched, late, commented }: BoardFilter): number =>
  Number(text.trim() !== '') + tags.length + clusters.length + [untouched, late, commented].filter(Boolean).length;

/** Tells of each card whether the filter lets it through. */
export const passes = (filter: BoardFilter, known: Known): ((card: Card) => boolean) => {
  const words = foldText(filter.text).split(/\s+/).filter(Boolean);
  const tags = new Set(filter.tags);
  const clusters = new Set<string>(filter.clusters);
  return (card) => {
    if (filter.late && !card.late) return false;
    if (tags.size > 0 && !card.tags.some((tag) => tags.has(tag))) return false;
    if (clusters.size > 0 && !clusters.has(card.cluster ?? 'loose')) return false;
    if (filter.commented && known.openComments(card.id) === 0) return false;
    if (filter.untouched && !known.isUntouched(card.id)) return false;
    if (words.length === 0) return true;
    const text = foldText(`${card.title} ${card.body} ${card.tags.join(' ')}`);
    return words.every((word) => text.includes(word));
  };
};
