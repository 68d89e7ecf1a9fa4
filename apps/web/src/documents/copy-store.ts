import type { Refusal } from '@rapport/sync/refusals';
import { joinVectors, type StateVector } from './state-vectors.ts';
import type { RescuedText } from './touched-cards.ts';

/** Order of a change among those of all pages, and the page that wrote it. */
export type RowKey = [order: number, page: string];

/** A change made here that is not known to be on the server's disk. `tab` names the session it was made in. */
export type UnsavedRow = { key: RowKey; update: Uint8Array; tab: string };

/** Texts the server did not take, until their author has seen them. */
export type SetAside = { refusal: Refusal; rescued: RescuedText[] };

/** What this device has of a document. */
export type FoundCopy = {
  /** Changes the server has, or had when they were written down. */
  rows: { key: RowKey; update: Uint8Array }[];
  unsaved: UnsavedRow[];
  /** What the server is known to have on disk. */
  durable: StateVector;
  setAside: SetAside | null;
};

/** Another page has thrown the copy away meanwhile. */
export class CopyGone extends Error {}

const ROWS = 'rows';
const UNSAVED = 'unsaved';
const FACTS = 'facts';
const ALL = [ROWS, UNSAVED, FACTS];
const [ERA, DURABLE, SET_ASIDE] = ['era', 'durable', 'set-aside'];

/**
 * One document's database on this device. Several pages of a seat may have it open: whoever throws the copy away ends
 * its era, and a page of an older era writes nothing into it any more.
 */
export class CopyStore {
  /** True when there is a copy: changes can be added to it. */
  begun = false;
  private readonly database: IDBDatabase;
  private era = 0;

  private constructor(database: IDBDatabase) {
    this.database = database;
  }

  /** Opens the database `name`; `onGone` hears when it has been deleted, by signing out for instance. */
  static async open(name: string, onGone: () => void): Promise<CopyStore> {
    const request = indexedDB.open(name, 1);
    request.addEventListener('upgradeneeded', () => {
      for (const store of ALL) request.result.createObjectStore(store);
    });
    const database = await answer(request);
    const gone = (): void => {
      database.close();
      onGone();
    };
    database.addEventListener('versionchange', gone);
    database.addEventListener('close', gone);
    return new CopyStore(database);
  }

  close(): void {
    this.database.close();
  }

  async read(): Promise<FoundCopy> {
    const transaction = this.database.transaction(ALL, 'readonly');
    const [rows, unsaved, facts] = ALL.map((name) => transaction.objectStore(name)) as [Store, Store, Store];
    const [keys, updates, unsavedKeys, written, era, durable, setAside] = await Promise.all([
      answer(rows.getAllKeys()),
      answer(rows.getAll()),
      answer(unsaved.getAllKeys()),
      answer(unsaved.getAll()),
      answer(facts.get(ERA)),
      answer(facts.get(DURABLE)),
      answer(facts.get(SET_ASIDE)),
    ]);
    this.era = (era as number | undefined) ?? 0;
    this.begun = durable !== undefined;
    return {
      rows: keys.map((key, index) => ({ key: key as RowKey, update: updates[index] as Uint8Array })),
      unsaved: unsavedKeys.map((key, index) => ({
        key: key as RowKey,
        ...(written[index] as { update: Uint8Array; tab: string }),
      })),
      durable: (durable as StateVector | undefined) ?? new Map(),
      setAside: (setAside as SetAside | undefined) ?? null,
    };
  }

  /** Begins a copy with a whole document; joins the one another page may have begun. */
  async begin(key: RowKey, whole: Uint8Array, unsaved: readonly UnsavedRow[], durable: StateVector): Promise<void> {
    this.begun = true;
    await this.writeInEra(async ([rows, own, facts]) => {
      rows.put(whole, key);
      putUnsaved(own, unsaved);
      await addDurable(facts, durable);
    });
  }

  /** Adds what came from the server and what was written here. */
  async add(rows: readonly [RowKey, Uint8Array][], unsaved: readonly UnsavedRow[]): Promise<void> {
    await this.writeInEra(([saved, own]) => {
      for (const [key, update] of rows) saved.put(update, key);
      putUnsaved(own, unsaved);
    });
  }

  /** These changes of ours are on the server's disk, and so is everything `durable` speaks of. */
  async acknowledge(unsaved: readonly UnsavedRow[], durable: StateVector): Promise<void> {
    await this.writeInEra(async ([saved, own, facts]) => {
      for (const { key, update } of unsaved) {
        own.delete(key);
        saved.put(update, key);
      }
      await addDurable(facts, durable);
    });
  }

  /** One row in place of those it holds already; bytes that were deleted since go with them. */
  async compact(replaced: readonly RowKey[], key: RowKey, whole: Uint8Array): Promise<void> {
    await this.writeInEra(([saved]) => {
      for (const old of replaced) saved.delete(old);
      saved.put(whole, key);
    });
  }

  /** Throws the copy away; texts the server did not take stay until `forgetSetAside`. */
  async discard(setAside: SetAside | null): Promise<void> {
    this.begun = false;
    this.era += 1;
    await this.write(async ([rows, own, facts]) => {
      this.era = (await readEra(facts)) + 1;
      rows.clear();
      own.clear();
      facts.delete(DURABLE);
      facts.put(this.era, ERA);
      if (setAside !== null) facts.put(setAside, SET_ASIDE);
    });
  }

  async forgetSetAside(): Promise<void> {
    await this.write(([, , facts]) => void facts.delete(SET_ASIDE));
  }

  private async writeInEra(work: Work): Promise<void> {
    const { era } = this;
    await this.write(async (stores) => {
      const now = await readEra(stores[2]);
      if (now !== era) {
        this.begun = false;
        this.era = now;
        throw new CopyGone('the copy has been discarded');
      }
      await work(stores);
    });
  }

  /** Everything or nothing. */
  private async write(work: Work): Promise<void> {
    const transaction = this.database.transaction(ALL, 'readwrite');
    const ended = end(transaction);
    try {
      await work(ALL.map((name) => transaction.objectStore(name)) as [Store, Store, Store]);
    } catch (error) {
      ended.catch(() => undefined);
      try {
        transaction.abort();
      } catch {
        // It has ended by itself: that is what went wrong.
      }
      throw error;
    }
    await ended;
  }
}

type Store = IDBObjectStore;
type Work = (stores: [rows: Store, unsaved: Store, facts: Store]) => void | Promise<void>;

const readEra = async (facts: Store): Promise<number> => ((await answer(facts.get(ERA))) as number | undefined) ?? 0;

const putUnsaved = (own: Store, unsaved: readonly UnsavedRow[]): void => {
  for (const { key, update, tab } of unsaved) own.put({ update, tab }, key);
};

const addDurable = async (facts: Store, durable: StateVector): Promise<void> => {
  const known = ((await answer(facts.get(DURABLE))) as StateVector | undefined) ?? new Map();
  facts.put(joinVectors(known, durable), DURABLE);
};

const answer = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error ?? new Error('the database did not answer')));
  });

const end = (transaction: IDBTransaction): Promise<void> =>
  new Promise((resolve, reject) => {
    transaction.addEventListener('complete', () => resolve());
    transaction.addEventListener('abort', () => reject(transaction.error ?? new Error('the database took nothing')));
  });
