import type * as Y from 'yjs';

/**
 * Keeps one immutable record per entry of a root map, up to date by one deep observer. A record that reads the same
 * as before keeps its identity, so that React leaves what shows it alone.
 */
export class EntryRecords<T extends { id: string }> {
  readonly #map: Y.Map<unknown>;
  readonly #read: (entry: unknown, id: string) => T | null;
  readonly #records = new Map<string, T>();
  readonly #observe: (events: Y.YEvent<Y.AbstractType<unknown>>[]) => void;

  /** `changed` hears, inside the transaction's end, of every record that is new, different or gone. */
  constructor(
    map: Y.Map<unknown>,
    read: (entry: unknown, id: string) => T | null,
    changed: (id: string, now: T | null, before: T | null) => void,
  ) {
    this.#map = map;
    this.#read = read;
    for (const [id, entry] of map) {
      const record = read(entry, id);
      if (record !== null) this.#records.set(id, record);
    }
    this.#observe = (events) => {
      const touched = new Set<string>();
      for (const event of events) {
        if (event.target === map) for (const key of event.changes.keys.keys()) touched.add(key);
        else touched.add(String(event.path[0]));
      }
      for (const id of touched) this.#refresh(id, changed);
    };
    map.observeDeep(this.#observe);
  }

  get(id: string): T | undefined {
    return this.#records.get(id);
  }

  values(): MapIterator<T> {
    return this.#records.values();
  }

  #refresh(id: string, changed: (id: string, now: T | null, before: T | null) => void): void {
    const before = this.#records.get(id) ?? null;
    const now = this.#map.has(id) ? this.#read(this.#map.get(id), id) : null;
    if (now === null) {
      if (before === null) return;
      this.#records.delete(id);
    } else {
      if (before !== null && same(before, now)) return;
      if (before !== null) keepLists(before, now);
      this.#records.set(id, now);
    }
    changed(id, now, before);
  }

  dispose(): void {
    this.#map.unobserveDeep(this.#observe);
  }
}

const sameList = (one: readonly unknown[], other: readonly unknown[]): boolean =>
  one.length === other.length && one.every((value, index) => value === other[index]);

/** Records are flat but for points and lists of words. */
const same = <T extends object>(one: T, other: T): boolean =>
  (Object.keys(one) as (keyof T)[]).every((key) => {
    const [a, b] = [one[key] as unknown, other[key] as unknown];
    return Object.is(a, b) || (Array.isArray(a) && Array.isArray(b) && sameList(a, b));
  });

/** A list that reads the same stays the same list: who shows only that is left alone. */
const keepLists = <T extends object>(before: T, now: T): void => {
  for (const key of Object.keys(now) as (keyof T)[]) {
    const [a, b] = [before[key] as unknown, now[key] as unknown];
    if (Array.isArray(a) && Array.isArray(b) && sameList(a, b)) now[key] = before[key];
  }
};
