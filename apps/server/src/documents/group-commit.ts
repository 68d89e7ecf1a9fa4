import type { DocumentId } from '@rapport/domain/document-id';
import type { LogRecord } from './document-log.ts';

export type PendingRecord = LogRecord & { document: DocumentId };

type Waiting = { record: PendingRecord; done: () => void };

export type GroupCommitOptions = {
  /** Makes a batch durable as a whole or not at all. */
  commit: (batch: readonly PendingRecord[]) => Promise<void>;
  /** Told when writing fails and when it works again; `error` holds no content. */
  onHealth?: (healthy: boolean, error?: unknown) => void;
  /** Least time from one commit to the next, ms: what gathers meanwhile shares one sync to disk. */
  everyMs?: number;
};

const RETRY_FROM_MS = 100;
const RETRY_TO_MS = 5_000;
/** More bytes than this are not put into one transaction. */
const BATCH_BYTES = 8 * 1024 * 1024;

/**
 * Records of all documents share one commit; while it runs, the next ones gather. A failed batch stays at the head of
 * the queue and is tried again, so order holds and nothing is refused silently.
 */
export class GroupCommit {
  private readonly options: GroupCommitOptions;
  private queue: Waiting[] = [];
  private running = false;
  private timer: NodeJS.Timeout | null = null;
  private lastStart = Number.NEGATIVE_INFINITY;
  private retryMs = 0;
  private idle: (() => void)[] = [];
  private afterBatch: (() => void)[] = [];

  constructor(options: GroupCommitOptions) {
    this.options = options;
  }

  get healthy(): boolean {
    return this.retryMs === 0;
  }

  /** Resolves when the record is durable. */
  append(record: PendingRecord): Promise<void> {
    return new Promise((done) => {
      this.queue.push({ record, done });
      this.arm();
    });
  }

  /** Resolves when nothing is waiting. */
  settled(): Promise<void> {
    if (this.queue.length === 0 && !this.running) return Promise.resolve();
    return new Promise((resolve) => this.idle.push(resolve));
  }

  /** Resolves when no record of this document waits, having dropped those that were not being written. */
  async forget(document: DocumentId): Promise<void> {
    const drop = (): void => {
      const dropped = this.queue.filter(({ record }) => record.document === document);
      this.queue = this.queue.filter(({ record }) => record.document !== document);
      for (const { done } of dropped) done();
    };
    drop();
    if (!this.running) return;
    await new Promise<void>((resolve) => this.afterBatch.push(resolve));
    // A batch that failed is back in the queue.
    drop();
  }

  private arm(): void {
    if (this.running || this.timer !== null || this.queue.length === 0) return;
    const wait = this.retryMs > 0 ? this.retryMs : this.lastStart + (this.options.everyMs ?? 4) - performance.now();
    this.timer = setTimeout(() => void this.run(), Math.max(0, wait));
  }

  private async run(): Promise<void> {
    this.timer = null;
    this.running = true;
    this.lastStart = performance.now();
    const batch = this.takeBatch();
    try {
      await this.options.commit(batch.map(({ record }) => record));
      if (this.retryMs > 0) {
        this.retryMs = 0;
        this.options.onHealth?.(true);
      }
      for (const { done } of batch) done();
    } catch (error) {
      this.queue = [...batch, ...this.queue];
      if (this.retryMs === 0) this.options.onHealth?.(false, error);
      this.retryMs = Math.min(RETRY_TO_MS, Math.max(RETRY_FROM_MS, this.retryMs * 2));
    }
    this.running = false;
    for (const resolve of this.afterBatch.splice(0)) resolve();
    if (this.queue.length === 0) for (const resolve of this.idle.splice(0)) resolve();
    this.arm();
  }

  private takeBatch(): Waiting[] {
    let bytes = 0;
    let count = 0;
    for (const { record } of this.queue) {
      bytes += record.update.length;
      if (count > 0 && bytes > BATCH_BYTES) break;
      count += 1;
    }
    return this.queue.splice(0, count);
  }
}
