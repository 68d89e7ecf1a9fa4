import { Worker } from 'node:worker_threads';
import type { DocumentId } from '@rapport/domain/document-id';
import type { DocumentLog, LogRecord, Snapshot, StoredDocument } from './document-log.ts';
import { GroupCommit } from './group-commit.ts';
import type { LogAnswer, LogRequest, LogWorkerData } from './sqlite-log-worker.ts';

export type SqliteLogOptions = {
  /** Path of the database file, `documents.sqlite` in the data directory. */
  file: string;
  /** `NORMAL` survives a killed process but not a power cut. */
  synchronous?: 'FULL' | 'NORMAL';
  onHealth?: (healthy: boolean, error?: unknown) => void;
};

/** The thread ended before it answered: what it was asked may or may not have been done. */
class ThreadEnded extends Error {}

const REVIVE_FROM_MS = 50;
const REVIVE_TO_MS = 5_000;
/** How often a call is made again to a new thread before its caller is told. */
const CALLS = 3;

type Asked = { resolve: (result: unknown) => void; reject: (error: Error) => void };

/**
 * Documents in one SQLite file, owned by a worker thread: syncing to disk never blocks the rooms. A thread that dies is
 * replaced; what was not on disk yet waits here and is written by the next one.
 */
export class SqliteLog implements DocumentLog {
  /** The thread that owns the file now; null until somebody asks the next one. */
  protected worker: Worker | null = null;
  private readonly options: SqliteLogOptions;
  private readonly commits: GroupCommit;
  private readonly asked = new Map<number, Asked>();
  private nextId = 1;
  private opened = false;
  private closing = false;
  /** True from a thread's end to the next one's first answer. */
  private down = false;
  private reviveMs = REVIVE_FROM_MS;
  private reviving: NodeJS.Timeout | null = null;
  private leftByCrash = false;
  private toldHealthy = true;

  protected constructor(options: SqliteLogOptions) {
    this.options = options;
    this.commits = new GroupCommit({
      commit: (batch) => this.ask<void>({ call: 'commit', batch }),
      onHealth: (_healthy, error) => this.tellHealth(error),
    });
  }

  /** Opens or creates the file; rejects when it cannot. */
  static async open(options: SqliteLogOptions): Promise<SqliteLog> {
    const log = new this(options);
    // The first answer proves that the file could be opened.
    log.leftByCrash = await log.ask<boolean>({ call: 'open' });
    log.opened = true;
    return log;
  }

  get healthy(): boolean {
    return !this.down && this.commits.healthy;
  }

  get unclean(): boolean {
    return this.leftByCrash;
  }

  async load(id: DocumentId): Promise<StoredDocument> {
    await this.commits.settled(id);
    return this.insist({ call: 'load', document: id });
  }

  append(id: DocumentId, record: LogRecord): Promise<void> {
    return this.commits.append({ document: id, ...record });
  }

  async snapshot(id: DocumentId, { seq, state }: Snapshot, { keepPrevious } = { keepPrevious: true }): Promise<void> {
    await this.commits.settled(id);
    await this.insist({ call: 'snapshot', document: id, seq, state, keepPrevious });
  }

  async forgetClaims(id: DocumentId): Promise<void> {
    await this.commits.settled(id);
    await this.insist({ call: 'forgetClaims', document: id });
  }

  async purge(id: DocumentId): Promise<void> {
    await this.commits.forget(id);
    await this.insist({ call: 'purge', document: id });
  }

  /** Writes what waits; rejects when some of it could not be written. */
  async [Symbol.asyncDispose](): Promise<void> {
    const written = await this.commits.finish();
    this.closing = true;
    if (this.reviving !== null) clearTimeout(this.reviving);
    const { worker } = this;
    if (worker !== null) {
      const exited = new Promise<void>((resolve) => worker.once('exit', () => resolve()));
      await this.ask({ call: 'close', clean: written });
      await exited;
    }
    if (!written) throw new Error(`${this.commits.waiting} changes of documents could not be stored`);
  }

  /** Asks again when the thread dies meanwhile; every call but a commit may be made twice without harm. */
  private async insist<T>(request: LogRequest, calls = CALLS): Promise<T> {
    try {
      return await this.ask<T>(request);
    } catch (error) {
      if (!(error instanceof ThreadEnded) || calls <= 1 || this.closing) throw error;
      return this.insist(request, calls - 1);
    }
  }

  private ask<T>(request: LogRequest): Promise<T> {
    this.worker ??= this.start();
    const { worker } = this;
    return new Promise((resolve, reject) => {
      const id = this.nextId++;
      this.asked.set(id, { resolve: resolve as (result: unknown) => void, reject });
      worker.postMessage({ id, request });
    });
  }

  private start(): Worker {
    const workerData: LogWorkerData = { file: this.options.file, synchronous: this.options.synchronous ?? 'FULL' };
    const worker = new Worker(new URL('./sqlite-log-worker.ts', import.meta.url), { workerData });
    let fault: unknown = null;
    worker.on('message', (answer: LogAnswer) => this.settle(answer));
    worker.on('error', (error) => (fault = error));
    worker.once('exit', () => this.ended(fault));
    return worker;
  }

  private settle(answer: LogAnswer): void {
    if (this.down) {
      this.down = false;
      this.reviveMs = REVIVE_FROM_MS;
      this.tellHealth();
    }
    const waiting = this.asked.get(answer.id);
    this.asked.delete(answer.id);
    if ('error' in answer) {
      waiting?.reject(Object.assign(new Error(answer.error.message), { code: answer.error.code }));
    } else waiting?.resolve(answer.result);
  }

  private ended(fault: unknown): void {
    this.worker = null;
    if (this.opened && !this.closing) {
      this.down = true;
      this.tellHealth(fault ?? new Error('the thread of the document log has ended'));
      this.revive();
    }
    const asked = [...this.asked.values()];
    this.asked.clear();
    for (const { reject } of asked) {
      // Whoever opens the log wants to know why it cannot be opened.
      reject(!this.opened && fault instanceof Error ? fault : new ThreadEnded('the document log has ended'));
    }
  }

  /** The thread and what it writes fail and recover apart; whoever listens hears of the sum. */
  private tellHealth(error?: unknown): void {
    if (this.healthy === this.toldHealthy) return;
    this.toldHealthy = this.healthy;
    this.options.onHealth?.(this.healthy, error);
  }

  /** Asks for a new thread even when nobody writes: else a quiet server would stay unhealthy. */
  private revive(): void {
    if (this.reviving !== null) return;
    this.reviving = setTimeout(() => {
      this.reviving = null;
      // Its end comes back here; an answer, whichever, is a sign of life.
      this.ask({ call: 'commit', batch: [] }).catch(() => undefined);
    }, this.reviveMs);
    this.reviveMs = Math.min(REVIVE_TO_MS, this.reviveMs * 2);
  }
}
