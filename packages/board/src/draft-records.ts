import type * as Y from 'yjs';
import type { CardId } from '@rapport/domain/ids';
import { EntryRecords } from './entry-records.ts';
import { cardsOf } from './layout.ts';
import { readDraft, type DraftCard } from './read-board.ts';
import { Subscribers } from './subscribers.ts';

/** Somebody's own draft document as immutable records, in the manner of `BoardRecords`. */
export class DraftRecords {
  readonly #doc: Y.Doc;
  readonly #entries: EntryRecords<DraftCard>;
  readonly #subscribers = new Subscribers();
  readonly #flush: () => void;
  #ids: readonly CardId[] | null = null;

  constructor(doc: Y.Doc) {
    this.#doc = doc;
    this.#entries = new EntryRecords(cardsOf(doc), readDraft, (id, now, before) => {
      this.#subscribers.touch(id);
      if (now?.binned === before?.binned && now?.finished === before?.finished) return;
      this.#ids = null;
      this.#subscribers.touch('ids');
    });
    this.#flush = () => this.#subscribers.flush();
    doc.on('afterTransaction', this.#flush);
  }

  /** The draft; null when there is none. */
  card(id: CardId): DraftCard | null {
    return this.#entries.get(id) ?? null;
  }

  /** Ids of live drafts, sorted by id; the same array until one comes, goes or is finished. */
  cardIds(): readonly CardId[] {
    this.#ids ??= [...this.#entries.values()]
      .filter((card) => !card.binned)
      .map((card) => card.id)
      .toSorted();
    return this.#ids;
  }

  /** Calls `listener` once after each transaction that changed the draft, or which there are; returns how to stop. */
  subscribe(topic: CardId | 'ids', listener: () => void): () => void {
    return this.#subscribers.add(topic, listener);
  }

  /** Stops following the document. */
  dispose(): void {
    this.#doc.off('afterTransaction', this.#flush);
    this.#entries.dispose();
  }
}
