import type * as Y from 'yjs';
import { parseDocumentId, type DocumentId, type DocumentName } from '@rapport/domain/document-id';
import type { RandomBytes } from '@rapport/domain/ids';
import { CLOSE } from '@rapport/sync/close-codes';
import type { Peer, Prove } from '@rapport/sync/room';
import type { Clock } from '../clock.ts';
import type { Logger } from '../logger.ts';
import { Antechamber } from './antechamber.ts';
import type { DocumentLog } from './document-log.ts';
import type { DocumentAccess, DocumentRules } from './document-rules.ts';
import { Folding } from './folding.ts';
import { LiveDocument, type Membership } from './live-document.ts';
import { Places } from './places.ts';

/** Decoding a document keeps everybody waiting: after a restart rooms come back a few at a time. */
const LOADS_AT_ONCE = 4;
const SWEEP_MS = 5_000;
/** A document nobody has used for this long goes out of memory. */
const REST_MS = 60_000;
/** So many bytes are folded in one sweep: a round's end leaves many documents at rest together. */
const SWEEP_FOLD_BYTES = 256 * 1024;
const FOLD_AT_STOP_MS = 3_000;

export type DocumentsOptions = {
  log: DocumentLog;
  rules: DocumentRules;
  clock: Clock;
  random: RandomBytes;
  logger: Logger;
  /** Milliseconds that never go back, whatever happens to the wall clock. */
  elapsed?: () => number;
};

/** Figures for health and metrics; they name no document. */
export type DocumentStats = {
  open: number;
  members: number;
  /** Open documents with changes that are not durable yet. */
  unsaved: number;
  damaged: number;
  /** How often bytes were refused or a pipe was closed, by reason. */
  refusals: ReadonlyMap<string, number>;
};

type Opening = { antechamber: Antechamber; loading: Promise<LiveDocument>; live: LiveDocument | null };

/**
 * All documents of this server. A document is loaded once however many ask for it, lives while somebody is in it, is
 * put away when it has rested and never before everything in it is durable. What happens to one document as a whole
 * (load, purge, compaction, putting away) happens one after the other.
 */
export class Documents implements AsyncDisposable {
  readonly #options: DocumentsOptions;
  readonly #elapsed: () => number;
  readonly #open = new Map<DocumentId, Opening>();
  readonly #live = new Set<LiveDocument>();
  readonly #folding = new Folding();
  readonly #loads = new Places(LOADS_AT_ONCE);
  readonly #turns = new Map<DocumentId, Promise<unknown>>();
  readonly #refusals = new Map<string, number>();
  /** Documents that have been open in this process: nothing of theirs was lost since. */
  readonly #recovered = new Set<DocumentId>();
  readonly #changeListeners = new Set<(name: DocumentName) => void>();
  #stopSweep: () => void;
  #closed = false;

  constructor(options: DocumentsOptions) {
    this.#options = options;
    this.#elapsed = options.elapsed ?? (() => performance.now());
    this.#stopSweep = options.clock.after(SWEEP_MS, () => this.#sweep());
  }

  /** Looks at a document, everything received so far included. `look` must not write. */
  async read<T>(id: DocumentId, look: (doc: Y.Doc) => T): Promise<T> {
    return look((await this.#ready(id)).doc);
  }

  /**
   * The server's own change, in one transaction. `durable` resolves when it is on disk. Rejects when the stored
   * document is damaged; what `deed` has done before it throws stays done.
   */
  async edit<T>(id: DocumentId, deed: (doc: Y.Doc) => T): Promise<{ value: T; durable: Promise<void> }> {
    return (await this.#ready(id)).edit(deed);
  }

  /** Drops every byte of a document and shows its members out; who comes later finds an empty one. */
  purge(id: DocumentId): Promise<void> {
    const opening = this.#open.get(id);
    this.#open.delete(id);
    return this.#inTurn(id, async () => {
      // Its load came before this turn, so it is no longer under way.
      opening?.live?.shut(CLOSE.gone, 'purged');
      if (opening?.live) this.#live.delete(opening.live);
      await this.#options.log.purge(id);
    });
  }

  /** Leaves one snapshot of what a document holds and no older bytes. */
  async compact(id: DocumentId): Promise<void> {
    const live = await this.#ready(id);
    const done = await this.#inTurn(id, () => live.compact());
    if (!done) await this.compact(id);
  }

  /** Forgets in the store whose the content ids of a document are; who is in it goes on. */
  forgetClaims(id: DocumentId): Promise<void> {
    return this.#inTurn(id, () => this.#options.log.forgetClaims(id));
  }

  /** Lets somebody in. `access` is what the rules said of them, `prove` makes their session's proofs. */
  async join(id: DocumentId, access: DocumentAccess, peer: Peer, prove: Prove): Promise<Membership> {
    const early = await this.#opening(id).antechamber.enter({ access, peer, prove });
    return early ?? (await this.#ready(id)).join(access, peer, prove);
  }

  /** Tells whenever a document has changed, whoever changed it; returns how to stop. */
  onChanged(listener: (name: DocumentName) => void): () => void {
    this.#changeListeners.add(listener);
    return () => this.#changeListeners.delete(listener);
  }

  stats(): DocumentStats {
    const live = [...this.#live];
    return {
      open: live.length,
      members: live.reduce((sum, document) => sum + document.members, 0),
      unsaved: live.filter((document) => document.unsaved).length,
      damaged: live.filter((document) => document.damaged).length,
      refusals: this.#refusals,
    };
  }

  /** Applies and appends what has come in and shows everybody out for a while; the log makes it durable. */
  async [Symbol.asyncDispose](): Promise<void> {
    this.#closed = true;
    this.#stopSweep();
    const away = [...this.#live].map((live) => this.#putAway(live, 'restart'));
    this.#live.clear();
    this.#open.clear();
    await this.#within(FOLD_AT_STOP_MS, Promise.allSettled(away));
    await this.#folding[Symbol.asyncDispose]();
  }

  /** The live document with everything received so far taken in. */
  async #ready(id: DocumentId): Promise<LiveDocument> {
    const live = await this.#opening(id).loading;
    if (!live.over) live.settle();
    return live.over ? this.#ready(id) : live;
  }

  #opening(id: DocumentId): Opening {
    if (this.#closed) throw new Error('the documents are closed');
    const known = this.#open.get(id);
    if (known !== undefined) return known;
    const antechamber = new Antechamber();
    const loading = this.#inTurn(id, () => this.#loads.take(() => this.#load(id, antechamber)));
    const opening: Opening = { antechamber, loading, live: null };
    this.#open.set(id, opening);
    loading.then(
      (live) => (opening.live = live),
      () => {
        if (this.#open.get(id) === opening) this.#open.delete(id);
        antechamber.fail();
      },
    );
    return opening;
  }

  async #load(id: DocumentId, antechamber: Antechamber): Promise<LiveDocument> {
    const name = parseDocumentId(id);
    if (name === null) throw new Error('this is no id of a document');
    const { log, rules, clock, random, logger } = this.#options;
    await rules.prepare(name);
    const stored = await log.load(id);
    await antechamber.serve(stored);
    if (this.#closed) throw new Error('the documents are closed');
    const live: LiveDocument = new LiveDocument({
      id,
      name,
      stored,
      folding: this.#folding,
      recovering: log.unclean && !this.#recovered.has(id),
      log,
      rules,
      clock,
      elapsed: this.#elapsed,
      random,
      logger,
      changed: () => {
        for (const listener of this.#changeListeners) listener(name);
      },
      failed: () => this.#drop(live),
      refused: (reason) => this.#refusals.set(reason, (this.#refusals.get(reason) ?? 0) + 1),
    });
    this.#recovered.add(id);
    this.#live.add(live);
    antechamber.open(live);
    return live;
  }

  #drop(live: LiveDocument): void {
    this.#live.delete(live);
    if (this.#open.get(live.id)?.live === live) this.#open.delete(live.id);
  }

  /** One after the other for one document; a failure is its caller's alone. */
  #inTurn<T>(id: DocumentId, work: () => Promise<T>): Promise<T> {
    const turn = after(this.#turns.get(id), work);
    this.#turns.set(id, turn);
    const clear = (): void => {
      if (this.#turns.get(id) === turn) this.#turns.delete(id);
    };
    turn.then(clear, clear);
    return turn;
  }

  /** Shows everybody out and leaves one snapshot, so that the next who come can be served before it is decoded. */
  #putAway(live: LiveDocument, reason: string): Promise<void> {
    const folded = live.shutFolded(CLOSE.restart, reason);
    return this.#inTurn(live.id, () => folded);
  }

  /** What is folded at a stop is a convenience: a store that cannot write must not keep the process. */
  async #within(ms: number, work: Promise<unknown>): Promise<void> {
    const { promise: late, resolve } = Promise.withResolvers<void>();
    const stop = this.#options.clock.after(ms, resolve);
    await Promise.race([work, late]);
    stop();
  }

  #sweep(): void {
    let folded = 0;
    for (const live of this.#live) {
      live.keepAlive();
      if (live.restsFor() < REST_MS || (folded > 0 && folded + live.foldBytes > SWEEP_FOLD_BYTES)) continue;
      folded += live.foldBytes;
      this.#putAway(live, 'rest').catch(() => undefined);
      this.#drop(live);
    }
    this.#stopSweep = this.#options.clock.after(SWEEP_MS, () => this.#sweep());
  }
}

const after = async <T>(before: Promise<unknown> | undefined, work: () => Promise<T>): Promise<T> => {
  await before?.catch(() => undefined);
  return work();
};
