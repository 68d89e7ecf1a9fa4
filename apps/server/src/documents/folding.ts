import { Worker } from 'node:worker_threads';
import type { DocumentName } from '@rapport/domain/document-id';
import type { Snapshot, StoredDocument } from './document-log.ts';
import type { FoldAnswer, FoldRequest } from './fold-worker.ts';

type Asked = { resolve: (snapshot: Snapshot | null) => void; reject: (error: Error) => void };

/**
 * Folds snapshot and records of large documents into one snapshot, in a thread of the lowest priority: encoding two
 * thousand cards would keep everybody in every room waiting for some 20 ms.
 */
export class Folding implements AsyncDisposable {
  #worker: Worker | null = null;
  readonly #asked = new Map<number, Asked>();
  #next = 1;

  /** The whole document as stored; null when it cannot be read whole. */
  fold(kind: DocumentName['kind'], stored: StoredDocument): Promise<Snapshot | null> {
    this.#worker ??= this.#start();
    const worker = this.#worker;
    return new Promise((resolve, reject) => {
      const id = this.#next++;
      this.#asked.set(id, { resolve, reject });
      worker.postMessage({ id, kind, stored } satisfies FoldRequest);
    });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#worker?.terminate();
  }

  #start(): Worker {
    const worker = new Worker(new URL('./fold-worker.ts', import.meta.url));
    worker.on('message', ({ id, snapshot }: FoldAnswer) => {
      this.#asked.get(id)?.resolve(snapshot);
      this.#asked.delete(id);
    });
    // A thread that dies takes its work along; the next time a document is long enough another one is started.
    worker.on('error', () => undefined);
    worker.once('exit', () => {
      this.#worker = null;
      for (const { reject } of this.#asked.values()) reject(new Error('the thread that folds documents has ended'));
      this.#asked.clear();
    });
    // It must not keep a process alive that has nothing else to do.
    worker.unref();
    return worker;
  }
}
