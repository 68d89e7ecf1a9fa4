import { fork, type ChildProcess } from 'node:child_process';
import type { ProjectedRecord } from '@rapport/domain/group-record';
import type { Locale } from '@rapport/domain/languages';
import type { ProjectedSymposium } from '@rapport/domain/symposium-record';
import type { ReportFormat } from '@rapport/protocol/http';
import type { ProjectedDeck } from '@rapport/report/write-report';
import type {
  PageRun,
  PaperJob,
  PaperPagesJob,
  PressAnswer,
  PressJob,
  PressResult,
  PressSettings,
  SheetJob,
} from './press-worker.ts';

/** Milliseconds after which a job has failed: a whole symposium takes a few seconds on a busy machine. */
const PATIENCE = 120_000;
/** Milliseconds without a job after which the process ends and gives its memory back. */
const IDLE = 60_000;
/** How long a job that is being written when the server stops may take to be finished, ms. */
const LEAVING = 10_000;
/** Most megabytes of JavaScript in the process; pages are set outside of them. */
const HEAP = 1_024;

type Asked = { id: number; job: PressJob; resolve: (result: PressResult) => void; reject: (error: Error) => void };

/** What the process has in hand. */
type Work = { asked: Asked; patience: NodeJS.Timeout };

const RUNS_LATE = 'the press took too long';

/**
 * Writes reports and sheets in a process of its own and of the lowest priority, one after the other: setting pages takes
 * tens of milliseconds, a Word document of many cards more, and nobody in a room shall notice. Pages are set by native
 * code: should it crash, only the job in hand fails, and the next one finds another process. The process starts with the
 * first job and ends when there was none for a while. It sees nothing of the server's environment.
 */
export class Press implements AsyncDisposable {
  readonly #settings: PressSettings;
  readonly #waiting: Asked[] = [];
  #child: ChildProcess | null = null;
  #work: Work | null = null;
  #idle: NodeJS.Timeout | null = null;
  #next = 1;
  #ending = false;

  constructor(settings: PressSettings) {
    this.#settings = settings;
  }

  /** Of the process that writes; null while there is none. */
  get pid(): number | null {
    return this.#child?.pid ?? null;
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
    if (!Array.isArray(result)) throw new Error('the press answered with something else than pages');
    return result;
  }

  /** At most `most` pages of the options paper, from `first` on. */
  async paperPages(job: Omit<PaperPagesJob, 'kind'>): Promise<PageRun> {
    const result = await this.#ask({ kind: 'paper-pages', ...job });
    if (result instanceof Uint8Array || Array.isArray(result)) {
      throw new Error('the press answered with something else than some pages');
    }
    return result;
  }

  /** Finishes what is in hand if that takes no longer than a moment; what waits fails. */
  async [Symbol.asyncDispose](): Promise<void> {
    this.#ending = true;
    for (const { reject } of this.#waiting.splice(0)) reject(new Error('the server is stopping'));
    const child = this.#child;
    if (child === null) return;
    const gone = new Promise<void>((resolve) => {
      child.once('exit', () => resolve());
    });
    if (this.#work === null) this.#retire(child);
    else setTimeout(() => child.kill('SIGKILL'), LEAVING).unref();
    await gone;
  }

  async #askForFile(job: PressJob): Promise<Uint8Array<ArrayBuffer>> {
    const result = await this.#ask(job);
    if (!(result instanceof Uint8Array)) throw new Error('the press answered with something else than a file');
    return result;
  }

  #ask(job: PressJob): Promise<PressResult> {
    return new Promise((resolve, reject) => {
      if (this.#ending) {
        reject(new Error('the server is stopping'));
        return;
      }
      this.#waiting.push({ id: this.#next++, job, resolve, reject });
      this.#goOn();
    });
  }

  /** One job at a time is in the other process: a crash takes no other with it. */
  #goOn(): void {
    if (this.#work !== null) return;
    const asked = this.#waiting.shift();
    if (asked === undefined) {
      this.#rest();
      return;
    }
    if (this.#idle !== null) clearTimeout(this.#idle);
    const child = (this.#child ??= this.#start());
    // One that hangs cannot be asked to stop.
    const patience = setTimeout(() => this.#lose(child, RUNS_LATE), PATIENCE).unref();
    this.#work = { asked, patience };
    child.send({ id: asked.id, job: asked.job }, (fault) => {
      if (fault !== null) this.#lose(child, 'the press could not be reached');
    });
  }

  #rest(): void {
    const child = this.#child;
    if (child === null) return;
    if (this.#ending) this.#retire(child);
    else this.#idle = setTimeout(() => this.#retire(child), IDLE).unref();
  }

  #take(): Asked | null {
    const work = this.#work;
    if (work === null) return null;
    this.#work = null;
    clearTimeout(work.patience);
    return work.asked;
  }

  /** Lets a process without work end by itself; the next job starts another one. */
  #retire(child: ChildProcess): void {
    if (this.#child === child) this.#child = null;
    if (child.connected) child.disconnect();
  }

  /** What was in hand has failed, and the process with it. */
  #lose(child: ChildProcess, why: string): void {
    if (this.#child !== child) return;
    this.#child = null;
    child.kill('SIGKILL');
    this.#take()?.reject(new Error(why));
    this.#goOn();
  }

  #start(): ChildProcess {
    const child = fork(new URL('./press-worker.ts', import.meta.url), [JSON.stringify(this.#settings)], {
      // Bytes cross as they are.
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      env: {},
      execArgv: [`--max-old-space-size=${HEAP}`],
    });
    child.on('message', (answer: PressAnswer) => {
      if (this.#child !== child || this.#work?.asked.id !== answer.id) return;
      const asked = this.#take();
      if ('fault' in answer) asked?.reject(new Error(answer.fault));
      else asked?.resolve(answer.result);
      this.#goOn();
    });
    child.once('error', (fault) => this.#lose(child, `the press could not start: ${fault.message}`));
    child.once('exit', (code, signal) => this.#lose(child, `the press has ended (${signal ?? code})`));
    // It must not keep a process alive that has nothing else to do.
    child.unref();
    child.channel?.unref();
    return child;
  }
}
