import type * as Y from 'yjs';
import type { Point } from '@rapport/domain/card';
import type { CardId } from '@rapport/domain/ids';
import type { BoardChange, BoardDeed } from './board-deed.ts';
import { cardMap } from './layout.ts';
import { performDeed } from './perform-deed.ts';
import { readCard } from './read-board.ts';
import { wholePoint } from './whole-point.ts';

/** Moves cards to new positions (board px, rounded). Returns the inverse; null when nothing moved. */
export const moveCards = (
  doc: Y.Doc,
  moves: readonly { id: CardId; position: Point }[],
  origin: unknown,
): BoardDeed | null => performDeed(doc, { name: 'move-cards', changes: positionChanges(doc, moves) }, origin);

/** The changes that bring cards to where they shall stand; cards that do not exist are left out. */
export const positionChanges = (doc: Y.Doc, moves: readonly { id: CardId; position?: Point }[]): BoardChange[] =>
  moves.flatMap(({ id, position }) => {
    const card = position === undefined ? null : readCard(cardMap(doc, id), id);
    if (card === null || position === undefined) return [];
    return [{ card: id, key: 'position' as const, from: card.position, to: wholePoint(position) }];
  });
