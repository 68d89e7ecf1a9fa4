/** One piece of work at a time for each key, in the order in which it was asked for. */
export class Turns<Key> {
  readonly #tails = new Map<Key, Promise<void>>();

  /** Runs `work` when all earlier work of the key has ended, however it ended. */
  take<T>(key: Key, work: () => Promise<T>): Promise<T> {
    const run = (this.#tails.get(key) ?? Promise.resolve()).then(work);
    const tail = run.then(
      () => undefined,
      () => undefined,
    );
    this.#tails.set(key, tail);
    void tail.finally(() => {
      if (this.#tails.get(key) === tail) this.#tails.delete(key);
    });
    return run;
  }

  /** Resolves when nothing runs or waits. */
  async settled(): Promise<void> {
    while (this.#tails.size > 0) await Promise.all(this.#tails.values());
  }
}
