import type * as Y from 'yjs';
import type { DocumentName } from '@rapport/domain/document-id';
import type { SeatId } from '@rapport/domain/ids';
import type { CallerRole } from '@rapport/domain/roles';
import type { Access, TouchedEntry } from '@rapport/sync/room';
import type { Caller } from '../access/caller.ts';

/** What one caller may do in one document, as the room keeps it for a member. */
export type DocumentAccess = Access & { caller: Caller; seatId: SeatId | null; role: CallerRole };

/**
 * What a document asks of the session truth. `documents` owns rooms and bytes and knows nothing of phases, locks or
 * authors; `groups` answers here. All but `prepare` and `admit` are called inside a tick and answer from memory.
 */
export type DocumentRules = {
  /** Loads what the other answers need; called before the document opens. */
  prepare(name: DocumentName): Promise<void>;
  /** What the caller may do now; null: for this caller the document does not exist. Asked again at every change of access. */
  admit(name: DocumentName, caller: Caller): Promise<DocumentAccess | null>;
  /** The presence state others may see of a member, who is `shownId` to them; null shows nothing. */
  showPresence(name: DocumentName, access: DocumentAccess, raw: unknown, shownId: number): object | null;
  /** Mends entries that members have touched, in the tick's own transaction, before anybody sees them. */
  repair(name: DocumentName, doc: Y.Doc, touched: readonly TouchedEntry<DocumentAccess>[]): void;
  /** New entries of root maps with who made them, before they are spread. */
  added(name: DocumentName, added: readonly TouchedEntry<DocumentAccess>[]): void;
  /** A tick has changed the document; for counts. */
  changed(name: DocumentName, doc: Y.Doc): void;
};
