import type { DocumentId } from '@rapport/domain/document-id';

/** One change of a document; `seq` counts from 1 without gaps. */
export type LogRecord = { seq: number; update: Uint8Array };

/** The whole document up to and with `seq`. */
export type Snapshot = { seq: number; state: Uint8Array };

export type StoredDocument = {
  snapshot: Snapshot | null;
  /** Everything after the snapshot, in order. */
  records: LogRecord[];
  /** Set when something stored could not be trusted: what follows it is left alone and not part of `records`. */
  damage: { seq: number; what: 'record' | 'snapshot' | 'gap' } | null;
};

/**
 * Where documents are kept. Calls for one document take effect in the order they were made. Every adapter passes
 * `contract.ts`.
 */
export interface DocumentLog extends AsyncDisposable {
  /** What is stored, after every append made before; an unknown document is empty. */
  load(id: DocumentId): Promise<StoredDocument>;
  /** Resolves when the record is durable. While the store cannot write, it waits and tries again: it never rejects. */
  append(id: DocumentId, record: LogRecord): Promise<void>;
  /** Stores the state, reads it back, then drops the records it covers. `keepPrevious: false` leaves no older bytes. */
  snapshot(id: DocumentId, snapshot: Snapshot, options?: { keepPrevious: boolean }): Promise<void>;
  /** Removes every byte of a document, free pages and journals included. */
  purge(id: DocumentId): Promise<void>;
  /** False while records wait because the store cannot write. */
  readonly healthy: boolean;
}
