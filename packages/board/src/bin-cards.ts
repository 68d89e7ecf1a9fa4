import type * as Y from 'yjs';
import type { CardId } from '@rapport/domain/ids';
import type { BoardDeed } from './board-deed.ts';
import { performDeed } from './perform-deed.ts';

/** Puts cards into the bin, where everybody can take them out again. Returns the inverse; null when none was there. */
export const binCards = (doc: Y.Doc, ids: readonly CardId[], origin: unknown): BoardDeed | null =>
  performDeed(
    doc,
    { name: 'bin-cards', changes: ids.map((id) => ({ card: id, key: 'binned', from: false, to: true })) },
    origin,
  );
