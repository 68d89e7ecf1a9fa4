import type { DocumentId } from '@rapport/domain/document-id';
import type { LogRecord } from './document-log.ts';

export type PendingRecord = LogRecord & { document: DocumentId };

/** `done`: whoever wants to know when the record is durable. */
type Waiting = { record: PendingRecord; done: (() => void)[] };

export type GroupCommitOptions = {
  /** Makes a batch durable as a whole or not at all. */
  commit: (batch: readonly PendingRecord[]) => Promise<void>;
  /** Told when writing fails and when it works again; `error` holds no content. */
  onHealth?: (healthy: boolean, error?: unknown) => void;
  /**
   * Least time from one commit to the next, ms, by how many documents the last one held: what gathers meanwhile shares
   * one sync to disk.
   */
  gatherMs?: (documents: number) => number;
  /** First wait after a failure, ms; it doubles up to five seconds. */
  retryFromMs?: number;
};

const RETRY_FROM_MS = 100;
const RETRY_TO_MS = 5_000;
/**
 * A room that is alone on the disk does not gather: its ticks do that. Where many rooms write, each commit costs the
 * same however little it holds: they wait for each other a little longer and share it.
 */
export const gatherMs = (documents: number): number => (documents <= 1 ? 4 : Math.min(32, 8 * documents));

/** More bytes than this are not put into one transaction. */
const BATCH_BYTES = 8 * 1024 * 1024;

/**
 * Records of all documents share one commit; while it runs, the next ones gather. A failed batch stays at the head of
 * the queue and is tried again, so order holds and nothing is refused silently.
 */
export class GroupCommit {
  private readonly options: GroupCommitOptions;
  private queue: Waiting[] = [];
  /** What is being written now. */
  private batch: Waiting[] = [];
  private timer: NodeJS.Timeout | null = null;
  /** From when on the next batch may be written. */
  private nextStart = Number.NEGATIVE_INFINITY;
  private retryMs = 0;
  private afterBatch: (() => void)[] = [];
  private finishing = false;

  constructor(options: GroupCommitOptions) {
    this.options = options;
  }

  get healthy(): boolean {
    return this.retryMs === 0;
  }

  /** Records that are not durable yet. */
  get waiting(): number {
    return this.queue.length + this.batch.length;
  }

  /** Resolves when the record is durable. */
  append(record: PendingRecord): Promise<void> {
    return new Promise((resolve) => {
      this.queue.push({ record, done: [resolve] });
      this.arm();
    });
  }

  /** Resolves when every record of this document that has been appended by now is durable. */
  settled(document: DocumentId): Promise<void> {
    const ofDocument = ({ record }: Waiting): boolean => record.document === document;
    const last = this.queue.findLast(ofDocument) ?? this.batch.findLast(ofDocument);
    if (last === undefined) return Promise.resolve();
    return new Promise((resolve) => last.done.push(resolve));
  }

  /** Resolves when no record of this document waits, having dropped those that were not being written. */
  async forget(document: DocumentId): Promise<void> {
    const drop = (): void => {
      const dropped = this.queue.filter(({ record }) => record.document === document);
      this.queue = this.queue.filter(({ record }) => record.document !== document);
      for (const { done } of dropped) for (const tell of done) tell();
    };
    drop();
    if (this.batch.length === 0) return;
    await new Promise<void>((resolve) => this.afterBatch.push(resolve));
    // A batch that failed is back in the queue.
    drop();
  }

  /** Writes what waits, once more and no longer: true when everything is durable. Nothing may be appended afterwards. */
  async finish(): Promise<boolean> {
    this.finishing = true;
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
    if (this.batch.length > 0) await new Promise<void>((resolve) => this.afterBatch.push(resolve));
    return this.writeAll();
  }

  private async writeAll(): Promise<boolean> {
    if (this.queue.length === 0) return true;
    return (await this.run()) && this.writeAll();
  }

  private arm(): void {
    if (this.finishing || this.batch.length > 0 || this.timer !== null || this.queue.length === 0) return;
    const wait = this.retryMs > 0 ? this.retryMs : this.nextStart - performance.now();
    this.timer = setTimeout(
      () => {
        this.timer = null;
        void this.run();
      },
      Math.max(0, wait),
    );
  }

  /** Writes one batch; false when it could not be written and waits again. */
  private async run(): Promise<boolean> {
    const batch = this.takeBatch();
    const documents = new Set(batch.map(({ record }) => record.document)).size;
    this.nextStart = performance.now() + (this.options.gatherMs ?? gatherMs)(documents);
    this.batch = batch;
    let written = true;
    try {
      await this.options.commit(batch.map(({ record }) => record));
    } catch (error) {
      written = false;
      this.queue = [...batch, ...this.queue];
      const wasHealthy = this.healthy;
      const first = this.options.retryFromMs ?? RETRY_FROM_MS;
      this.retryMs = Math.min(RETRY_TO_MS, Math.max(first, this.retryMs * 2));
      if (wasHealthy) this.options.onHealth?.(false, error);
    }
    this.batch = [];
    if (written) {
      const wasHealthy = this.healthy;
      this.retryMs = 0;
      if (!wasHealthy) this.options.onHealth?.(true);
      for (const { done } of batch) for (const tell of done) tell();
    }
    for (const resolve of this.afterBatch.splice(0)) resolve();
    this.arm();
    return written;
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
