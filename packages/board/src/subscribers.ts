/** Listeners by key. Keys are gathered while a transaction runs; each listener is then called once. */
export class Subscribers {
  readonly #listeners = new Map<string, Set<() => void>>();
  readonly #dirty = new Set<string>();

  /** Returns how to stop listening. */
  add(key: string, listener: () => void): () => void {
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
    const due = new Set<() => void>();
    for (const key of this.#dirty) for (const listener of this.#listeners.get(key) ?? []) due.add(listener);
    for (const listener of this.#listeners.get('any') ?? []) due.add(listener);
    this.#dirty.clear();
    for (const listener of due) listener();
  }
}
