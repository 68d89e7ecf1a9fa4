import type * as Y from 'yjs';
import type { CardId } from '@rapport/domain/ids';
import type { BoardDeed } from './board-deed.ts';
import { cardMap } from './layout.ts';
import { performDeed } from './perform-deed.ts';
import { readCard, readTag } from './read-board.ts';

/**
 * Gives cards a tag, or takes it from them. The word is kept composed and without spaces at its ends. Returns the
 * inverse; null when nothing changed: no such word, no such card, a card with all the tags it may have.
 */
export const tagCards = (
  doc: Y.Doc,
  { cards, tag, tagged = true }: { cards: readonly CardId[]; tag: string; tagged?: boolean },
  origin: unknown,
): BoardDeed | null => {
  const word = readTag(tag);
  if (word === null) return null;
  const changes = cards.map((card) => ({ card, key: 'tag' as const, tag: word, from: !tagged, to: tagged }));
  return performDeed(doc, { name: 'tag-cards', changes }, origin);
};

/** Gives a tag another word on every card that has it. Returns the inverse; null when no card has it. */
export const renameTag = (
  doc: Y.Doc,
  { cards, from, to }: { cards: readonly CardId[]; from: string; to: string },
  origin: unknown,
): BoardDeed | null => {
  const word = readTag(to);
  if (word === null || word === from) return null;
  const tagged = cards.filter((id) => readCard(cardMap(doc, id), id)?.tags.includes(from) === true);
  const changes = tagged.flatMap((card) => [
    { card, key: 'tag' as const, tag: from, from: true, to: false },
    { card, key: 'tag' as const, tag: word, from: false, to: true },
  ]);
  return performDeed(doc, { name: 'tag-cards', changes }, origin);
};
