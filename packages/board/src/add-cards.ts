import type * as Y from 'yjs';
import { addCard, type NewCard } from './add-card.ts';
import type { BoardDeed } from './board-deed.ts';

/** What one transaction holds at most, so that its update is one that a server takes in any script; a line is a paragraph. */
const TOGETHER = { cards: 50, characters: 60_000, lines: 5_000 } as const;

const inParts = (cards: readonly NewCard[]): NewCard[][] => {
  const parts: NewCard[][] = [];
  let characters = 0;
  let lines = 0;
  for (const card of cards) {
    const { title = '', body = '' } = card;
    const own = { characters: title.length + body.length, lines: body.split('\n').length };
    const part = parts.at(-1);
    characters += own.characters;
    lines += own.lines;
    const fits = characters <= TOGETHER.characters && lines <= TOGETHER.lines;
    if (part !== undefined && part.length < TOGETHER.cards && fits) part.push(card);
    else {
      parts.push([card]);
      ({ characters, lines } = own);
    }
  }
  return parts;
};

/**
 * Puts several cards on a board or into a draft document as one deed, in as many transactions as that takes. Cards that
 * are there already stay as they are. Its inverse bins them; null when there was none to add.
 */
export const addCards = (doc: Y.Doc, cards: readonly NewCard[], origin: unknown): BoardDeed | null => {
  const changes: BoardDeed['changes'] = [];
  for (const part of inParts(cards)) {
    doc.transact(() => {
      for (const card of part) changes.push(...(addCard(doc, card, origin)?.changes ?? []));
    }, origin);
  }
  return changes.length === 0 ? null : { name: 'add-card', changes };
};
