import type { Clock } from '../clock.ts';

/**
 * Work that is asked for more often than it may run: at once when the key has been quiet for `everyMs`, else once at
 * the end of that time, however often it was asked for meanwhile.
 */
export class Batches<Key> implements AsyncDisposable {
  readonly #clock: Clock;
  readonly #everyMs: number;
  readonly #work: (key: Key) => Promise<void>;
  readonly #onFault: (fault: unknown) => void;
  /** When work for the key last began, and how to call off the next. */
  readonly #keys = new Map<Key, { at: number; callOff: (() => void) | null }>();
  readonly #running = new Set<Promise<void>>();
  #ended = false;

  constructor(options: {
    clock: Clock;
    everyMs: number;
    work: (key: Key) => Promise<void>;
    onFault: (fault: unknown) => void;
  }) {
    this.#clock = options.clock;
    this.#everyMs = options.everyMs;
    this.#work = options.work;
    this.#onFault = options.onFault;
  }

  ask(key: Key): void {
    if (this.#ended) return;
    const known = this.#keys.get(key);
    if (known !== undefined && known.callOff !== null) return;
    const wait = known === undefined ? 0 : known.at + this.#everyMs - this.#clock.now();
    if (wait <= 0) return this.#run(key);
    this.#keys.set(key, {
      at: known?.at ?? 0,
      callOff: this.#clock.after(wait, () => this.#run(key)),
    });
  }

  /** Waits for what runs; what was still to come is called off. */
  async [Symbol.asyncDispose](): Promise<void> {
    this.#ended = true;
    for (const { callOff } of this.#keys.values()) callOff?.();
    this.#keys.clear();
    await Promise.all(this.#running);
  }

  #run(key: Key): void {
    if (this.#ended) return;
    this.#keys.set(key, { at: this.#clock.now(), callOff: null });
    const run: Promise<void> = this.#work(key)
      .catch(this.#onFault)
      .finally(() => this.#running.delete(run));
    this.#running.add(run);
  }
}
