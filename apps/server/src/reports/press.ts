import { Worker } from 'node:worker_threads';
import type { ProjectedRecord } from '@rapport/domain/group-record';
import type { Locale } from '@rapport/domain/languages';
import type { ProjectedSymposium } from '@rapport/domain/symposium-record';
import type { ReportFormat } from '@rapport/protocol/http';
import type { ProjectedDeck } from '@rapport/report/write-report';
import type { PaperJob, PressAnswer, PressJob, PressSettings, SheetJob } from './press-worker.ts';

/** Milliseconds after which a job has failed: a whole symposium takes a few seconds on a busy machine. */
const PATIENCE = 120_000;
/** Milliseconds without a job after which the thread ends and gives its memory back. */
const IDLE = 60_000;

/** How long a thread that was asked to leave may finish what it has in hand, ms. */
const LEAVING = 5_000;

type Asked = {
  worker: Worker;
  resolve: (result: Uint8Array<ArrayBuffer> | string[]) => void;
  reject: (error: Error) => void;
  patience: NodeJS.Timeout;
};

/**
 * Writes reports and sheets in a thread of the lowest priority, one after the other: setting pages takes tens of milliseconds, a
 * Word document of many cards more, and nobody in a room shall notice. The thread starts with the first job and ends
 * when there was none for a while.
 */
export class Press implements AsyncDisposable {
  readonly #settings: PressSettings;
  #worker: Worker | null = null;
  #idle: NodeJS.Timeout | null = null;
  readonly #asked = new Map<number, Asked>();
  #next = 1;

  constructor(settings: PressSettings) {
    this.#settings = settings;
  }

  file(record: ProjectedRecord, format: ReportFormat, language: Locale): Promise<Uint8Array<ArrayBuffer>> {
    return this.#askForFile({ kind: 'file', record, format, language });
  }

  /** The options paper of a symposium. */
  paper(record: ProjectedSymposium, format: PaperJob['format'], language: Locale): Promise<Uint8Array<ArrayBuffer>> {
    return this.#askForFile({ kind: 'paper', record, format, language });
  }

  /** The slides of all groups as one presentation. */
  deck(deck: ProjectedDeck, language: Locale): Promise<Uint8Array<ArrayBuffer>> {
    return this.#askForFile({ kind: 'deck', deck, language });
  }

  /** Sheets to be cut or filled in, as a PDF. */
  sheets(job: SheetJob): Promise<Uint8Array<ArrayBuffer>> {
    return this.#askForFile(job);
  }

  /** The pages of the report as they would be printed, each an SVG. */
  async pages(record: ProjectedRecord, language: Locale): Promise<string[]> {
    const result = await this.#ask({ kind: 'pages', record, language });
    if (result instanceof Uint8Array) throw new Error('the press answered with something else than pages');
    return result;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (this.#idle !== null) clearTimeout(this.#idle);
    if (this.#worker !== null) await leave(this.#worker);
  }

  async #askForFile(job: PressJob): Promise<Uint8Array<ArrayBuffer>> {
    const result = await this.#ask(job);
    if (!(result instanceof Uint8Array)) throw new Error('the press answered with something else than a file');
    return result;
  }

  #ask(job: PressJob): Promise<Uint8Array<ArrayBuffer> | string[]> {
    if (this.#idle !== null) clearTimeout(this.#idle);
    this.#worker ??= this.#start();
    const worker = this.#worker;
    return new Promise((resolve, reject) => {
      const id = this.#next++;
      // A thread that hangs cannot be asked to stop; the jobs behind it fail with it.
      const patience = setTimeout(() => this.#end(worker), PATIENCE).unref();
      this.#asked.set(id, { worker, resolve, reject, patience });
      worker.postMessage({ id, job });
    });
  }

  /** The next job goes to another thread, also while this one is still ending. */
  #end(worker: Worker): void {
    if (this.#worker === worker) this.#worker = null;
    void worker.terminate();
  }

  #start(): Worker {
    const worker = new Worker(new URL('./press-worker.ts', import.meta.url), { workerData: this.#settings });
    worker.on('message', (answer: PressAnswer) => {
      const asked = this.#asked.get(answer.id);
      if (asked === undefined) return;
      this.#asked.delete(answer.id);
      clearTimeout(asked.patience);
      if ('fault' in answer) asked.reject(new Error(answer.fault));
      else asked.resolve(answer.result);
      if (this.#asked.size > 0) return;
      this.#idle = setTimeout(() => {
        if (this.#asked.size > 0) return;
        if (this.#worker === worker) this.#worker = null;
        void leave(worker);
      }, IDLE).unref();
    });
    // What was asked of a thread that dies fails; the next job starts another one.
    worker.on('error', () => undefined);
    worker.once('exit', () => {
      if (this.#worker === worker) this.#worker = null;
      for (const [id, asked] of this.#asked) {
        if (asked.worker !== worker) continue;
        this.#asked.delete(id);
        clearTimeout(asked.patience);
        asked.reject(new Error('the thread that writes reports has ended'));
      }
    });
    // It must not keep a process alive that has nothing else to do.
    worker.unref();
    return worker;
  }
}

/** Lets the thread end by itself: one that is stopped in the middle of native code can take the process with it. */
const leave = (worker: Worker): Promise<void> =>
  new Promise((resolve) => {
    const force = setTimeout(() => void worker.terminate(), LEAVING);
    worker.once('exit', () => {
      clearTimeout(force);
      resolve();
    });
    worker.postMessage('leave');
  });
