import type * as Y from 'yjs';
import type { CardId } from '@rapport/domain/ids';
import { cardMap } from './layout.ts';

/**
 * Adds a draft to its author's cards, which puts it into the next reveal's set (P4), or takes it back to be written
 * on. Returns whether anything changed; false as well when there is no such draft.
 */
export const finishDraft = (doc: Y.Doc, id: CardId, finished: boolean, origin: unknown): boolean => {
  const map = cardMap(doc, id);
  if (map === null || (map.get('finished') === true) === finished) return false;
  doc.transact(() => {
    if (finished) map.set('finished', true);
    else map.delete('finished');
  }, origin);
  return true;
};
