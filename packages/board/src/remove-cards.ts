import type * as Y from 'yjs';
import type { CardId } from '@rapport/domain/ids';
import { cardsOf } from './layout.ts';

/**
 * Takes cards off a board or out of a draft document for good: no bin, no inverse. For withdrawals and reveals, on
 * the server; their bytes go at the next compaction. Returns how many were there.
 */
export const removeCards = (doc: Y.Doc, ids: readonly CardId[], origin: unknown): number => {
  const cards = cardsOf(doc);
  const present = ids.filter((id) => cards.has(id));
  if (present.length > 0) {
    doc.transact(() => {
      for (const id of present) cards.delete(id);
    }, origin);
  }
  return present.length;
};
