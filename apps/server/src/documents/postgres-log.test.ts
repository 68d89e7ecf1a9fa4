import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { once } from 'node:events';
import { Client } from 'pg';
import { describe, expect, test } from 'vitest';
import type { DocumentId } from '@rapport/domain/document-id';
import { DATABASES } from '../db/testing.ts';
import { BOARD, bytesOf, describeDocumentLog, recordOf, storedIn } from './contract.ts';
import type { DocumentLog } from './document-log.ts';
import { PostgresLog, type PostgresLogOptions } from './postgres-log.ts';

const postgres = DATABASES.filter(({ kind }) => kind === 'postgres');

/** An empty database with the means to look into it and to do it harm. */
class Base implements AsyncDisposable {
  readonly url: string;
  readonly #place: AsyncDisposable;
  readonly #client: Client;
  /** Through which connections can be cut. */
  readonly #gate: Server;
  readonly #sockets = new Set<Socket>();
  #shut = false;

  private constructor(url: string, place: AsyncDisposable, client: Client) {
    this.url = url;
    this.#place = place;
    this.#client = client;
    const { hostname, port } = new URL(url);
    this.#gate = createServer((socket) => {
      if (this.#shut) return void socket.destroy();
      const onward = connect(Number(port), hostname);
      for (const [one, other] of [
        [socket, onward],
        [onward, socket],
      ] as const) {
        this.#sockets.add(one);
        one.pipe(other);
        one.on('error', () => other.destroy());
        one.on('close', () => other.destroy());
      }
    });
  }

  static async make(place: (typeof DATABASES)[number]['place']): Promise<Base> {
    const own = await place();
    if (own.location.kind !== 'postgres') throw new Error('not a Postgres');
    const client = new Client({ connectionString: own.location.url });
    await client.connect();
    const base = new Base(own.location.url, own, client);
    base.#gate.listen(0, '127.0.0.1');
    await once(base.#gate, 'listening');
    return base;
  }

  /** The same database by a way that can be cut. */
  get cuttableUrl(): string {
    const url = new URL(this.url);
    url.port = String((this.#gate.address() as AddressInfo).port);
    return url.href;
  }

  cut(): void {
    this.#shut = true;
    for (const socket of this.#sockets) socket.destroy();
    this.#sockets.clear();
  }

  mend(): void {
    this.#shut = false;
  }

  open(options: Partial<PostgresLogOptions> = {}): Promise<PostgresLog> {
    return PostgresLog.open({ url: this.url, owner: 'this server', ...options });
  }

  async ask(sql: string): Promise<unknown[]> {
    const { rows } = await this.#client.query<Record<string, unknown>>(sql);
    return rows.map((row) => Object.values(row)[0]);
  }

  /** Whether a file of the tables holds this text; the database has to write them first. */
  async holds(text: string): Promise<boolean> {
    await this.#client.query('CHECKPOINT');
    const { rows } = await this.#client.query<{ bytes: Buffer }>(`
      SELECT pg_read_binary_file(pg_relation_filepath(c.oid)) AS bytes FROM pg_class c
      WHERE c.relkind IN ('r', 't', 'i') AND (c.relname LIKE 'document\\_%'
        OR c.oid IN (SELECT reltoastrelid FROM pg_class WHERE relname LIKE 'document\\_%'))`);
    return rows.some(({ bytes }) => bytes.includes(text));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.cut();
    this.#gate.close();
    await this.#client.end();
    await this.#place[Symbol.asyncDispose]();
  }
}

const both = (log: AsyncDisposable, base: AsyncDisposable) => async (): Promise<void> => {
  await log[Symbol.asyncDispose]();
  await base[Symbol.asyncDispose]();
};

for (const { place } of postgres) {
  describeDocumentLog('PostgresLog', async (): Promise<DocumentLog> => {
    const base = await Base.make(place);
    const log = await base.open();
    const close = both({ [Symbol.asyncDispose]: log[Symbol.asyncDispose].bind(log) }, base);
    log[Symbol.asyncDispose] = close;
    return log;
  });
}

/** Stores five records with a snapshot at two and one at three, and closes the log. */
const fill = async (base: Base): Promise<void> => {
  await using log = await base.open();
  for (const seq of [1, 2]) await log.append(BOARD, recordOf(seq));
  await log.snapshot(BOARD, { seq: 2, state: bytesOf('two') });
  await log.append(BOARD, recordOf(3));
  await log.snapshot(BOARD, { seq: 3, state: bytesOf('three') });
  for (const seq of [4, 5]) await log.append(BOARD, recordOf(seq));
};

/** Collects what a log says of its health, and waits for a word. */
const listening = () => {
  const told: boolean[] = [];
  const waiting: { for: boolean; tell: () => void }[] = [];
  return {
    told,
    onHealth: (healthy: boolean): void => {
      told.push(healthy);
      for (const one of waiting) if (one.for === healthy) one.tell();
    },
    hears: (healthy: boolean): Promise<void> =>
      told.at(-1) === healthy ? Promise.resolve() : new Promise((tell) => waiting.push({ for: healthy, tell })),
  };
};

describe.each(postgres)('PostgresLog', ({ place }) => {
  test.each<[string, string, Awaited<ReturnType<typeof storedIn>>]>([
    ['nothing', '', { snapshot: '3: three', records: ['4: change 4', '5: change 5'], damage: null }],
    [
      'a changed record',
      `UPDATE document_record SET bytes = '\\x00' WHERE seq = 5`,
      { snapshot: '3: three', records: ['4: change 4'], damage: { seq: 5, what: 'record' } },
    ],
    [
      'a missing record',
      `DELETE FROM document_record WHERE seq = 4`,
      { snapshot: '3: three', records: [], damage: { seq: 5, what: 'gap' } },
    ],
    [
      'a changed snapshot: the previous one stands',
      `UPDATE document_snapshot SET bytes = '\\x00' WHERE seq = 3`,
      { snapshot: '2: two', records: [], damage: { seq: 3, what: 'snapshot' } },
    ],
    [
      'a changed older snapshot, which nobody needs',
      `UPDATE document_snapshot SET crc = crc + 1 WHERE seq = 2`,
      { snapshot: '3: three', records: ['4: change 4', '5: change 5'], damage: null },
    ],
  ])('damage: %s', async (_title, sql, expected) => {
    await using base = await Base.make(place);
    await fill(base);
    await base.ask(sql);
    await using log = await base.open();
    expect(await storedIn(log)).toEqual(expected);
    expect(await storedIn(log)).toEqual(expected);
  });

  test('one previous snapshot is kept, and none where no older bytes may stay', async () => {
    await using base = await Base.make(place);
    await fill(base);
    const seqs = 'SELECT seq FROM document_snapshot ORDER BY seq';
    expect(await base.ask(seqs)).toEqual([2, 3]);
    await using log = await base.open();
    await log.snapshot(BOARD, { seq: 5, state: bytesOf('five') }, { keepPrevious: false });
    expect(await base.ask(seqs)).toEqual([5]);
    expect(await base.ask('SELECT seq FROM document_record')).toEqual([]);
  });

  test.each<[string, (log: DocumentLog) => Promise<void>]>([
    ['a purge', (log) => log.purge(BOARD)],
    [
      'a snapshot without older bytes',
      (log) => log.snapshot(BOARD, { seq: 300, state: bytesOf('nothing of it') }, { keepPrevious: false }),
    ],
  ])('after %s the tables are written anew and hold none of its bytes', async (_title, remove) => {
    await using base = await Base.make(place);
    const erased = Promise.withResolvers<unknown>();
    await using log = await base.open({ onErased: erased.resolve });
    const secret = 'quillfeather-said-this';
    const draft = 'draft.g1.other' as DocumentId;
    for (let seq = 1; seq <= 300; seq++) {
      void log.append(BOARD, { seq, update: bytesOf(`${secret} ${'x'.repeat(seq * 7)}`) });
      void log.append(draft, { seq, update: bytesOf(`kept ${seq}`) });
    }
    await log.snapshot(BOARD, { seq: 100, state: bytesOf(secret.repeat(500)) });
    expect(await base.holds(secret)).toBe(true);
    await remove(log);
    expect(await erased.promise).toBeUndefined();
    expect(await base.holds(secret)).toBe(false);
    expect((await log.load(draft)).records).toHaveLength(300);
  });

  test('a purge whose bytes a stop left in the files is made up for at the next start', async () => {
    await using base = await Base.make(place);
    const secret = 'quillfeather-said-this';
    {
      await using log = await base.open();
      await log.append(BOARD, { seq: 1, update: bytesOf(secret) });
      await log.purge(BOARD);
    }
    expect(await base.holds(secret)).toBe(true);
    const erased = Promise.withResolvers<unknown>();
    await using _ = await base.open({ onErased: erased.resolve });
    await erased.promise;
    expect(await base.holds(secret)).toBe(false);
    expect(await base.ask('SELECT times FROM document_erasure')).toEqual([]);
  });

  test('while the database is away it says so and keeps everything in order; then it goes on by itself', async () => {
    await using base = await Base.make(place);
    const health = listening();
    await using log = await base.open({ url: base.cuttableUrl, onHealth: health.onHealth });
    await log.append(BOARD, recordOf(1));
    base.cut();
    await health.hears(false);
    expect(log.healthy).toBe(false);
    const waiting = [log.append(BOARD, recordOf(2)), log.append(BOARD, recordOf(3))];
    await expect(log.purge('board.other' as DocumentId)).rejects.toThrow(/./);
    base.mend();
    await Promise.all(waiting);
    expect(health.told).toEqual([false, true]);
    expect((await storedIn(log)).records).toEqual(['1: change 1', '2: change 2', '3: change 3']);
  });

  test('a connection that is ended while nobody writes is replaced', async () => {
    await using base = await Base.make(place);
    const health = listening();
    await using log = await base.open({ onHealth: health.onHealth });
    await base.ask(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE datname = current_database() AND pid <> pg_backend_pid()`);
    await health.hears(false);
    await health.hears(true);
    await log.append(BOARD, recordOf(1));
    expect((await storedIn(log)).records).toEqual(['1: change 1']);
  });

  test('a connection the database still believes in does not keep its own server out', async () => {
    await using base = await Base.make(place);
    const health = listening();
    await using log = await base.open({ onHealth: health.onHealth, answerMs: 300 });
    await log.append(BOARD, recordOf(1));
    // It hangs: the statement is answered by nobody, and the lock stays with it.
    await base.ask('BEGIN');
    await base.ask('LOCK TABLE document_record IN ACCESS EXCLUSIVE MODE');
    const written = log.append(BOARD, recordOf(2));
    await health.hears(false);
    await base.ask('COMMIT');
    await written;
    expect((await storedIn(log)).records).toEqual(['1: change 1', '2: change 2']);
  });

  test('a record whose answer was lost is written once; another one with its number is not', async () => {
    await using base = await Base.make(place);
    const health = listening();
    const log = await base.open({ onHealth: health.onHealth });
    await log.append(BOARD, { ...recordOf(1), claims: [{ client: 7, proof: 'of one' }] });
    await Promise.all([log.append(BOARD, recordOf(1)), log.append(BOARD, recordOf(2))]);
    expect((await storedIn(log)).records).toEqual(['1: change 1', '2: change 2']);
    const other = { seq: 2, update: bytesOf('another'), claims: [{ client: 8, proof: 'of another' }] };
    void log.append(BOARD, other);
    await health.hears(false);
    await expect(log[Symbol.asyncDispose]()).rejects.toThrow('1 changes of documents could not be stored');
    await using again = await base.open();
    expect((await storedIn(again)).records).toEqual(['1: change 1', '2: change 2']);
    expect((await again.load(BOARD)).claims).toEqual([{ client: 7, proof: 'of one' }]);
  });

  test('two servers never have the same documents', async () => {
    await using base = await Base.make(place);
    await using log = await base.open();
    await expect(base.open({ owner: 'another server', patienceMs: 1 })).rejects.toThrow('Another server uses');
    await log.append(BOARD, recordOf(1));
    expect(log.healthy).toBe(true);
  });

  test('a server whose place was taken while it was cut off writes nothing any more', async () => {
    await using base = await Base.make(place);
    const health = listening();
    const log = await base.open({ url: base.cuttableUrl, onHealth: health.onHealth });
    await log.append(BOARD, recordOf(1));
    base.cut();
    await health.hears(false);
    void log.append(BOARD, { seq: 2, update: bytesOf('too late') });
    {
      await using other = await base.open({ owner: 'another server' });
      await other.append(BOARD, recordOf(2));
      await other.snapshot(BOARD, { seq: 2, state: bytesOf('two') });
    }
    base.mend();
    await expect(log[Symbol.asyncDispose]()).rejects.toThrow('1 changes of documents could not be stored');
    await using again = await base.open();
    expect(await storedIn(again)).toEqual({ snapshot: '2: two', records: [], damage: null });
  });

  test('it knows whether the last server has stored all it had taken', async () => {
    await using base = await Base.make(place);
    {
      await using log = await base.open();
      expect(log.unclean).toBe(false);
    }
    {
      await using log = await base.open();
      expect(log.unclean).toBe(false);
    }
    await base.ask(`INSERT INTO document_use (owner) VALUES ('a server that crashed')`);
    await using log = await base.open();
    expect(log.unclean).toBe(true);
  });
});

test('a database that cannot be reached is refused at the start', async () => {
  const nobody = createServer().listen(0, '127.0.0.1');
  await once(nobody, 'listening');
  const { port } = nobody.address() as AddressInfo;
  nobody.close();
  await once(nobody, 'close');
  const url = `postgres://somebody@127.0.0.1:${port}/rapport`;
  await expect(PostgresLog.open({ url, owner: 'this server' })).rejects.toMatchObject({ code: 'ECONNREFUSED' });
});
