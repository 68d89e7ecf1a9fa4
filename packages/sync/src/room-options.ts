import type * as Y from 'yjs';
import type { Claim } from './member.ts';
import type { Roots } from './open-roots.ts';
import type { Refusal } from './refusals.ts';
import type { TouchedEntry } from './touched-entries.ts';

/** What a room asks of its host. */
export type RoomPorts<A> = {
  /** Takes a change for storage; the host answers with `committed` once it is durable. */
  append(record: { seq: number; update: Uint8Array; claims: readonly Claim[] }): void;
  /**
   * The state others may see of this member; null shows nothing. `presenceId` is the number others know it by: another
   * one on every connection.
   */
  projectPresence(access: A, raw: unknown, presenceId: number): object | null;
  /** A fresh random number in [2^32, 2^53). */
  presenceId(): number;
  /** May edit `doc` in the tick's own transaction; nobody has seen the tick yet. */
  repair?(doc: Y.Doc, touched: readonly TouchedEntry<A>[]): void;
  /** New entries of root maps with who made them, before they are broadcast. */
  entriesAdded?(added: readonly TouchedEntry<A>[]): void;
  /** Time this thread has worked, ms: what a change costs is charged to who sent it. Absent: nothing is charged. */
  worked?(): number;
  /** Bytes were refused or a pipe was closed; for counters, without any content. */
  refused?(reason: string): void;
  /**
   * Yjs or a repair failed while bytes were being applied. Nothing of that tick was stored or spread, everybody is
   * being shown out, the room does nothing any more: the host has to drop it and load the document again.
   */
  fault(error: unknown): void;
};

/** What a room starts with. */
export type RoomOptions<A> = {
  doc: Y.Doc;
  roots: Roots;
  /** Sequence number of the last stored record, 0 for a new document. */
  seq: number;
  /** Content ids with their owners, as stored with the records; absent: ids are not bound in this document. */
  claims?: readonly Claim[] | undefined;
  /** True after an end that may have eaten changes which members had already received (R34, R35). */
  recovering?: boolean;
  /** When set, nothing may be written (a damaged store). */
  readOnly?: Refusal | undefined;
  ports: RoomPorts<A>;
};
