/** Told after a transaction, with all keys it has touched. */
export type TouchListener = (touched: ReadonlySet<string>) => void;

/** Listeners by key. Keys are gathered while a transaction runs; each listener is then called once. */
export class Subscribers {
  readonly #listeners = new Map<string, Set<TouchListener>>();
  #dirty = new Set<string>();

  /** Returns how to stop listening. */
  add(key: string, listener: TouchListener): () => void {
    const listeners = this.#listeners.get(key) ?? new Set();
    this.#listeners.set(key, listeners.add(listener));
    return () => {
      listeners.delete(listener);
      if (listeners.size === 0 && this.#listeners.get(key) === listeners) this.#listeners.delete(key);
    };
  }

  touch(key: string): void {
    this.#dirty.add(key);
  }

  flush(): void {
    if (this.#dirty.size === 0) return;
    const touched = this.#dirty;
    this.#dirty = new Set();
    const due = new Set<TouchListener>();
    for (const key of touched) for (const listener of this.#listeners.get(key) ?? []) due.add(listener);
    for (const listener of this.#listeners.get('any') ?? []) due.add(listener);
    for (const listener of due) listener(touched);
  }
}
