import type * as Y from 'yjs';
import type { OptionId } from '@rapport/domain/ids';
import { EntryRecords } from './entry-records.ts';
import { optionsOf } from './layout.ts';
import { readOption, type BoardOption } from './read-options.ts';
import { Subscribers } from './subscribers.ts';

/** What to listen to: one option by id, or `any`. */
export type OptionTopic = OptionId | 'any';

/**
 * The live texts of a board's options as immutable records, made for `useSyncExternalStore`: a record is the same object
 * until what it says has changed, and all listeners of a transaction are called once, after it.
 */
export class OptionRecords {
  readonly #doc: Y.Doc;
  readonly #entries: EntryRecords<BoardOption>;
  readonly #subscribers = new Subscribers();
  readonly #flush: () => void;

  constructor(doc: Y.Doc) {
    this.#doc = doc;
    this.#entries = new EntryRecords(optionsOf(doc), readOption, (id) => this.#subscribers.touch(id));
    this.#flush = () => this.#subscribers.flush();
    doc.on('afterTransaction', this.#flush);
  }

  /** The live text; null when it is not (or not yet) there. */
  option(id: OptionId): BoardOption | null {
    return this.#entries.get(id) ?? null;
  }

  /** Calls `listener` once after each transaction that changed the topic; returns how to stop. */
  subscribe(topic: OptionTopic, listener: () => void): () => void {
    return this.#subscribers.add(topic, listener);
  }

  /** Stops following the document. */
  dispose(): void {
    this.#doc.off('afterTransaction', this.#flush);
    this.#entries.dispose();
  }
}
