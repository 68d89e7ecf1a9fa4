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

/** Documents in one SQLite file, owned by a worker thread: syncing to disk never blocks the rooms. */
export class SqliteLog implements DocumentLog {
  private readonly worker: Worker;
  private readonly commits: GroupCommit;
  private readonly asked = new Map<number, { resolve: (result: unknown) => void; reject: (error: Error) => void }>();
  private nextId = 1;
  private fault: Error | null = null;
  private readonly exited: Promise<void>;

  private constructor(options: SqliteLogOptions) {
    const workerData: LogWorkerData = { file: options.file, synchronous: options.synchronous ?? 'FULL' };
    this.worker = new Worker(new URL('./sqlite-log-worker.ts', import.meta.url), { workerData });
    this.worker.on('message', (answer: LogAnswer) => this.settle(answer));
    this.exited = new Promise((resolve) => this.worker.once('exit', () => resolve()));
    this.worker.on('error', (error) => this.fail(error as Error));
    this.worker.on('exit', () => this.fail(new Error('the document log has ended')));
    this.commits = new GroupCommit({
      commit: (batch) => this.ask<void>({ call: 'commit', batch }),
      ...(options.onHealth && { onHealth: options.onHealth }),
    });
  }

  /** Opens or creates the file; rejects when it cannot. */
  static async open(options: SqliteLogOptions): Promise<SqliteLog> {
    const log = new SqliteLog(options);
    // The first answer proves that the file could be opened.
    await log.ask({ call: 'commit', batch: [] });
    return log;
  }

  get healthy(): boolean {
    return this.fault === null && this.commits.healthy;
  }

  async load(id: DocumentId): Promise<StoredDocument> {
    await this.commits.settled(id);
    return this.ask({ call: 'load', document: id });
  }

  append(id: DocumentId, record: LogRecord): Promise<void> {
    return this.commits.append({ document: id, ...record });
  }

  async snapshot(id: DocumentId, { seq, state }: Snapshot, { keepPrevious } = { keepPrevious: true }): Promise<void> {
    await this.commits.settled(id);
    await this.ask({ call: 'snapshot', document: id, seq, state, keepPrevious });
  }

  async purge(id: DocumentId): Promise<void> {
    await this.commits.forget(id);
    await this.ask({ call: 'purge', document: id });
  }

  /** Writes what waits; rejects when some of it could not be written. */
  async [Symbol.asyncDispose](): Promise<void> {
    const written = await this.commits.finish();
    if (this.fault === null) await this.ask({ call: 'close' });
    await this.exited;
    if (!written) throw new Error(`${this.commits.waiting} changes of documents could not be stored`);
  }

  private ask<T>(request: LogRequest): Promise<T> {
    if (this.fault !== null) return Promise.reject(this.fault);
    return new Promise((resolve, reject) => {
      const id = this.nextId++;
      this.asked.set(id, { resolve: resolve as (result: unknown) => void, reject });
      this.worker.postMessage({ id, request });
    });
  }

  private settle(answer: LogAnswer): void {
    const waiting = this.asked.get(answer.id);
    this.asked.delete(answer.id);
    if ('error' in answer) {
      waiting?.reject(Object.assign(new Error(answer.error.message), { code: answer.error.code }));
    } else waiting?.resolve(answer.result);
  }

  private fail(error: Error): void {
    this.fault ??= error;
    for (const { reject } of this.asked.values()) reject(this.fault);
    this.asked.clear();
  }
}
