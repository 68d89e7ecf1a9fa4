import type * as Y from 'yjs';
import type { CardId } from '@rapport/domain/ids';
import type { BoardDeed } from './board-deed.ts';
import { performDeed } from './perform-deed.ts';

/** Takes cards out of the bin. Returns the inverse; null when none was in it. */
export const restoreCards = (doc: Y.Doc, ids: readonly CardId[], origin: unknown): BoardDeed | null =>
  performDeed(
    doc,
    { name: 'restore-cards', changes: ids.map((id) => ({ card: id, key: 'binned', from: true, to: false })) },
    origin,
  );
