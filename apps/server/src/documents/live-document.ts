import * as Y from 'yjs';
import type { DocumentId, DocumentName } from '@rapport/domain/document-id';
import { refusal, type Refusal } from '@rapport/sync/refusals';
import { Room, type Peer, type Prove } from '@rapport/sync/room';
import { CONTENT_ID_END } from '@rapport/sync/limits';
import type { RandomBytes } from '@rapport/domain/ids';
import type { Clock } from '../clock.ts';
import { maskAddress, type Logger } from '../logger.ts';
import type { DocumentLog, LogRecord, StoredDocument } from './document-log.ts';
import { documentRoots } from './document-roots.ts';
import type { DocumentAccess, DocumentRules } from './document-rules.ts';
import type { Folding } from './folding.ts';
import { recoverDocument } from './recover-document.ts';

/** A log that grows beyond this and beyond its snapshot is folded into a new snapshot. */
const SNAPSHOT_BYTES = 64 * 1024;
const SNAPSHOT_RECORDS = 5_000;
/** Documents beyond this are folded in a thread of their own: encoding them takes longer than a tick may. */
const FOLD_APART_BYTES = 256 * 1024;

/** A stored document cannot be read whole: nothing of it is changed before an operator has looked at it. */
export class DamagedDocument extends Error {}

/** One connection's place in a document. */
export type Membership = {
  /** Bytes of one frame from the member. */
  receive(bytes: Uint8Array): void;
  /** The pipe is gone. */
  leave(): void;
  /** What the member may do has changed; null shows it out. */
  reconsider(access: DocumentAccess | null): void;
  /** Closes the pipe. */
  dismiss(code: number, reason: string): void;
  /** Says why nothing is taken any more and closes the pipe for good. */
  refuse(reason: Refusal): void;
};

export type LiveDocumentOptions = {
  id: DocumentId;
  name: DocumentName;
  stored: StoredDocument;
  /** True when a crash may have eaten changes that members had received. */
  recovering: boolean;
  log: DocumentLog;
  folding: Pick<Folding, 'fold'>;
  rules: DocumentRules;
  clock: Clock;
  /** Milliseconds that never go back. */
  elapsed: () => number;
  random: RandomBytes;
  logger: Logger;
  /** Told after every tick that changed something. */
  changed: () => void;
  /** Told once when the document must not be used any more. */
  failed: () => void;
  /** Told why bytes were refused or a pipe was closed. */
  refused: (reason: string) => void;
};

/** A document in memory: its room, when the room ticks, and how its changes get to the log. */
export class LiveDocument {
  readonly id: DocumentId;
  readonly #options: LiveDocumentOptions;
  readonly #room: Room<DocumentAccess>;
  readonly #damaged: boolean;
  #over = false;
  #tick: { at: number; cancel: () => void } | null = null;
  /** Resolves when everything appended so far is durable. */
  #durable: Promise<void> = Promise.resolve();
  /** Size of the last snapshot, bytes. */
  #snapshotBytes: number;
  #tail: { bytes: number; records: number };
  #toldSeq: number;
  /** Up to where the log has been folded, or will be by what was asked for. */
  #foldedSeq = 0;
  /** Since when nothing happens here, ms. */
  #restingSince: number | null = null;

  constructor(options: LiveDocumentOptions) {
    this.#options = options;
    this.id = options.id;
    const { stored, name, rules } = options;
    const roots = documentRoots(name.kind);
    const { doc, seq, sound } = recoverDocument(stored, roots, options.random);
    this.#damaged = !sound;
    if (!sound) {
      options.logger.error(
        { document: maskAddress(this.id), damage: stored.damage, seq },
        'a stored document is damaged: it is open read-only',
      );
    }
    this.#toldSeq = seq;
    this.#snapshotBytes = stored.snapshot?.state.length ?? 0;
    this.#tail = {
      bytes: stored.records.reduce((sum, record) => sum + record.update.length, 0),
      records: stored.records.length,
    };
    this.#room = new Room<DocumentAccess>({
      doc,
      roots,
      seq,
      // A private document has one author.
      ...(name.kind !== 'draft' && { claims: stored.claims, recovering: options.recovering }),
      ...(!sound && { readOnly: refusal('storage-damaged') }),
      ports: {
        append: (record) => this.#append(record),
        projectPresence: (access, raw, shownId) => this.#showPresence(access, raw, shownId),
        presenceId: () => presenceId(options.random),
        repair: (live, touched) => rules.repair(name, live, touched),
        entriesAdded: (added) => rules.added(name, added),
        worked: threadTime,
        refused: options.refused,
        fault: (error) => this.#fail(error),
      },
    });
  }

  /** True once it must not be used any more: it has failed, was purged or was put away. */
  get over(): boolean {
    return this.#over;
  }

  get damaged(): boolean {
    return this.#damaged;
  }

  get members(): number {
    return this.#room.size;
  }

  /** True when there is something that is not durable yet. */
  get unsaved(): boolean {
    return !this.#room.saved;
  }

  /** Takes in what has been received; afterwards look whether it is `over`. */
  settle(): void {
    this.#room.settle(this.#now());
    this.#after();
  }

  /** The document, for looking only. */
  get doc(): Y.Doc {
    return this.#room.doc;
  }

  /** One transaction of the server's own. */
  edit<T>(deed: (doc: Y.Doc) => T): { value: T; durable: Promise<void> } {
    try {
      const value = this.#room.edit(deed, this.#now());
      return { value, durable: this.#durable };
    } finally {
      this.#after();
    }
  }

  join(access: DocumentAccess, peer: Peer, prove: Prove): Membership {
    const room = this.#room;
    const id = room.join(access, peer, this.#now(), prove);
    this.#after();
    const called =
      <Args extends unknown[]>(call: (...args: Args) => void) =>
      (...args: Args): void => {
        call(...args);
        this.#after();
      };
    return {
      receive: called((bytes: Uint8Array) => room.receive(id, bytes, this.#now())),
      leave: called(() => room.leave(id, this.#now())),
      reconsider: called((now: DocumentAccess | null) => room.reconsider(id, now, this.#now())),
      dismiss: (code, reason) => room.dismiss(id, code, reason),
      refuse: (reason) => room.turnAway(id, reason),
    };
  }

  /** Says something to members who have heard nothing for long. */
  keepAlive(): void {
    this.#room.keepAlive(this.#now());
  }

  /** How long it could have been put away without losing anything, ms. */
  restsFor(): number {
    if (!this.#room.atRest) {
      this.#restingSince = null;
      return 0;
    }
    this.#restingSince ??= this.#now();
    return this.#now() - this.#restingSince;
  }

  /**
   * Leaves one snapshot of what is here now and no older bytes; false when it was over before. Rejects for a damaged
   * document.
   */
  async compact(): Promise<boolean> {
    if (this.#damaged) throw new DamagedDocument('a damaged document cannot be compacted');
    if (!this.#over) this.settle();
    if (this.#over) return false;
    await this.#takeSnapshot(false);
    return true;
  }

  /** Shows everybody out; afterwards nothing it still does reaches the log. */
  shut(code: number, reason: string): void {
    if (this.#over) return;
    this.#room.drain(code, reason, this.#now());
    if (!this.#over) this.#end();
  }

  /** Bytes that `shutFolded` would encode; 0 when the store needs no folding. */
  get foldBytes(): number {
    return this.#tail.records === 0 || this.#damaged ? 0 : this.#snapshotBytes + this.#tail.bytes;
  }

  /** `shut`, leaving one snapshot in the store; resolves when it is there, or could not be stored. */
  async shutFolded(code: number, reason: string): Promise<void> {
    if (this.#over) return;
    this.#room.drain(code, reason, this.#now());
    if (this.#over) return;
    const folded = this.foldBytes === 0 ? null : this.#takeSnapshot(this.#options.name.kind !== 'draft');
    this.#end();
    await folded?.catch((error: unknown) => this.#notFolded(error));
  }

  #now(): number {
    return this.#options.elapsed();
  }

  #append(record: LogRecord): void {
    this.#tail.bytes += record.update.length;
    this.#tail.records += 1;
    this.#durable = this.#store(record);
  }

  async #store(record: LogRecord): Promise<void> {
    await this.#options.log.append(this.id, record);
    if (this.#over) return;
    this.#room.committed(record.seq, this.#now());
    this.#after();
    this.#foldIfLong();
  }

  #foldIfLong(): void {
    const { bytes, records } = this.#tail;
    if (bytes < Math.max(SNAPSHOT_BYTES, this.#snapshotBytes) && records < SNAPSHOT_RECORDS) return;
    const isLarge = bytes + this.#snapshotBytes > FOLD_APART_BYTES && this.#options.name.kind !== 'draft';
    const folded = isLarge ? this.#foldApart() : this.#takeSnapshot(this.#options.name.kind !== 'draft');
    folded.catch((error: unknown) => this.#notFolded(error));
  }

  #notFolded(error: unknown): void {
    this.#options.logger.error({ err: error, document: maskAddress(this.id) }, 'a snapshot could not be stored');
  }

  /** From what is on disk; what comes meanwhile stays behind the snapshot. */
  async #foldApart(): Promise<void> {
    const { log, folding, name } = this.#options;
    this.#tail = { bytes: 0, records: 0 };
    const snapshot = await folding.fold(name.kind, await log.load(this.id));
    // A purge or a compaction that came in between has the last word.
    if (this.#over || snapshot === null || snapshot.seq < this.#foldedSeq) return;
    this.#foldedSeq = snapshot.seq;
    this.#snapshotBytes = snapshot.state.length;
    await log.snapshot(this.id, snapshot, { keepPrevious: true });
  }

  /** Keeps the previous snapshot for the day the new one cannot be read, except where old bytes must not stay. */
  #takeSnapshot(keepPrevious: boolean): Promise<void> {
    const state = Y.encodeStateAsUpdate(this.#room.doc);
    const seq = this.#room.lastSeq;
    this.#snapshotBytes = state.length;
    this.#foldedSeq = seq;
    this.#tail = { bytes: 0, records: 0 };
    return this.#options.log.snapshot(this.id, { seq, state }, { keepPrevious });
  }

  #showPresence(access: DocumentAccess, raw: unknown, shownId: number): object | null {
    try {
      return this.#options.rules.showPresence(this.#options.name, access, raw, shownId);
    } catch (error) {
      this.#options.logger.error({ err: error }, 'a presence state could not be shown');
      return null;
    }
  }

  /** After every call into the room: tells of changes and sees to the next tick. */
  #after(): void {
    if (this.#over) return;
    if (this.#room.lastSeq !== this.#toldSeq) {
      this.#toldSeq = this.#room.lastSeq;
      try {
        this.#options.rules.changed(this.#options.name, this.#room.doc);
        this.#options.changed();
      } catch (error) {
        this.#options.logger.error({ err: error }, 'a changed document could not be looked at');
      }
    }
    const at = this.#room.nextTickAt;
    if (at === null || (this.#tick !== null && this.#tick.at <= at)) return;
    this.#tick?.cancel();
    this.#tick = { at, cancel: this.#soon(at - this.#now(), () => this.#runTick()) };
  }

  #runTick(): void {
    this.#tick = null;
    if (this.#over) return;
    this.#room.tick(this.#now());
    this.#after();
  }

  /** At once means: when the frames that have arrived together have all been read. */
  #soon(ms: number, work: () => void): () => void {
    if (ms > 0) return this.#options.clock.after(ms, work);
    const immediate = setImmediate(work);
    return () => clearImmediate(immediate);
  }

  #fail(error: unknown): void {
    if (this.#over) return;
    this.#options.logger.error(
      { err: error, document: maskAddress(this.id) },
      'a live document failed and is loaded again',
    );
    this.#end();
    this.#options.failed();
  }

  #end(): void {
    this.#over = true;
    this.#tick?.cancel();
    this.#tick = null;
    this.#room.destroy();
  }
}

/** Time this thread has had a core, ms: what other threads and processes take is nobody's fault. */
const threadTime = (): number => {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
};

/** A number no content id can be. */
const presenceId = (random: RandomBytes): number => {
  const bytes = random(7);
  let id = 0;
  for (const byte of bytes) id = id * 256 + byte;
  return CONTENT_ID_END + (id % (Number.MAX_SAFE_INTEGER - CONTENT_ID_END));
};
