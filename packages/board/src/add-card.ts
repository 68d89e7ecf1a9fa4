import * as Y from 'yjs';
import type { Point } from '@rapport/domain/card';
import type { CardId, ClusterId } from '@rapport/domain/ids';
import type { BoardDeed } from './board-deed.ts';
import { writeBodyText } from './body-text.ts';
import { cutText } from './cut-text.ts';
import { cardsOf } from './layout.ts';
import { wholePoint } from './whole-point.ts';

export type NewCard = {
  id: CardId;
  title?: string;
  /** Plain text, one paragraph a line. */
  body?: string;
  position: Point;
  cluster?: ClusterId | null;
  late?: boolean;
  proxy?: boolean;
  /** Only in a draft document. */
  finished?: boolean;
};

/**
 * Puts a card on a board or into a draft document. A card that is there already stays as it is (null), so that a
 * reveal can be resumed. Its inverse bins it: others may have written into it since.
 */
export const addCard = (doc: Y.Doc, card: NewCard, origin: unknown): BoardDeed | null => {
  const cards = cardsOf(doc);
  if (cards.has(card.id)) return null;
  doc.transact(() => {
    const body = new Y.XmlFragment();
    const map = new Y.Map<unknown>([
      ['title', new Y.Text(cutText(card.title ?? ''))],
      ['body', body],
      ['position', wholePoint(card.position)],
    ]);
    if (card.cluster !== undefined && card.cluster !== null) map.set('cluster', card.cluster);
    for (const mark of ['late', 'proxy', 'finished'] as const) if (card[mark] === true) map.set(mark, true);
    cards.set(card.id, map);
    writeBodyText(body, card.body ?? '');
  }, origin);
  return { name: 'add-card', changes: [{ card: card.id, key: 'binned', from: false, to: true }] };
};
