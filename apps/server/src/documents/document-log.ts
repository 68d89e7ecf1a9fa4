import type { DocumentId } from '@rapport/domain/document-id';
import type { Claim } from '@rapport/sync/room';

/**
 * One change of a document; `seq` counts from 1 without gaps. `claims`: content ids it brings for the first time, with
 * proofs of whose they are; they become durable together or not at all.
 */
export type LogRecord = { seq: number; update: Uint8Array; claims?: readonly Claim[] };

/** The whole document up to and with `seq`. */
export type Snapshot = { seq: number; state: Uint8Array };

export type StoredDocument = {
  snapshot: Snapshot | null;
  /** Everything after the snapshot, in order. */
  records: LogRecord[];
  /** Every content id with an owner, in no order. */
  claims: Claim[];
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
  /** Forgets whose the content ids of a document are, once what is appended by now is durable. */
  forgetClaims(id: DocumentId): Promise<void>;
  /** Removes every byte of a document, free pages and journals included. */
  purge(id: DocumentId): Promise<void>;
  /** False while records wait because the store cannot write. */
  readonly healthy: boolean;
  /** True when the last process to use the store ended without storing all it had taken, as far as one can know. */
  readonly unclean: boolean;
}
