import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import Sqlite from 'better-sqlite3';
import { Kysely, SqliteDialect } from 'kysely';
import { Migrator } from 'kysely/migration';
import { Database, type Transaction } from './database.ts';
import { session } from './migrations/0001-session.ts';
import { DATABASES, sqlitePlace } from './testing.ts';

const put = (tx: Transaction, name: string, value = ''): Promise<unknown> =>
  tx.insertInto('setting').values({ name, value }).execute();
const names = async (db: Pick<Database, 'query'>): Promise<string[]> =>
  (await db.query.selectFrom('setting').select('name').orderBy('name').execute()).map((row) => row.name);

describe.each(DATABASES)('on $kind', ({ place }) => {
  test('a fresh database has every table, and opening it again keeps what is there', async () => {
    await using somewhere = await place();
    {
      await using db = await Database.open(somewhere.location);
      const tables = (await db.query.introspection.getTables()).map((table) => table.name);
      expect(tables).toEqual(
        expect.arrayContaining([
          'symposium',
          'seat',
          'round',
          'group',
          'phase',
          'group_seat',
          'session',
          'authorship',
          'draft_promise',
          'announcement',
          'help_request',
          'reveal',
          'rescued_text',
          'ballot',
          'ballot_option',
          'ballot_seat',
          'ballot_paper',
          'checkpoint',
          'purge',
          'setting',
        ]),
      );
      await db.transaction((tx) => put(tx, 'kept'));
    }
    await using again = await Database.open(somewhere.location);
    expect(await names(again)).toEqual(['kept']);
    await again.ping();
  });

  test('hooks run in order, only after the commit, when the rows can be read', async () => {
    await using somewhere = await place();
    await using db = await Database.open(somewhere.location);
    const heard: string[] = [];
    const read: Promise<string[]>[] = [];
    await db.transaction(async (tx) => {
      tx.afterCommit(() => heard.push('first'));
      tx.afterCommit(() => {
        heard.push('second');
        read.push(names(db));
      });
      await put(tx, 'written');
      heard.push('work');
    });
    expect(heard).toEqual(['work', 'first', 'second']);
    expect(await Promise.all(read)).toEqual([['written']]);
  });

  test('after a rollback there are no rows and no hook has run, and the next transaction goes on', async () => {
    await using somewhere = await place();
    await using db = await Database.open(somewhere.location);
    const heard: string[] = [];
    const failed = db.transaction(async (tx) => {
      tx.afterCommit(() => heard.push('must not be heard'));
      await put(tx, 'undone');
      throw new Error('changed my mind');
    });
    const next = db.transaction((tx) => put(tx, 'next'));
    await expect(failed).rejects.toThrow('changed my mind');
    await next;
    expect(heard).toEqual([]);
    expect(await names(db)).toEqual(['next']);
  });

  test('a hook that fails keeps the later ones from nothing and undoes nothing', async () => {
    await using somewhere = await place();
    await using db = await Database.open(somewhere.location);
    const heard: string[] = [];
    const told = db.transaction(async (tx) => {
      tx.afterCommit(() => {
        throw new Error('deaf');
      });
      tx.afterCommit(() => heard.push('second'));
      await put(tx, 'written');
    });
    await expect(told).rejects.toThrow('committed');
    expect(heard).toEqual(['second']);
    expect(await names(db)).toEqual(['written']);
  });

  test('transactions run one after another: none reads what another is about to change', async () => {
    await using somewhere = await place();
    await using db = await Database.open(somewhere.location);
    await db.transaction((tx) => put(tx, 'counter', '0'));
    const increment = (): Promise<void> =>
      db.transaction(async (tx) => {
        const row = await tx
          .selectFrom('setting')
          .select('value')
          .where('name', '=', 'counter')
          .executeTakeFirstOrThrow();
        await tx
          .updateTable('setting')
          .set({ value: String(Number(row.value) + 1) })
          .where('name', '=', 'counter')
          .execute();
      });
    await Promise.all(Array.from({ length: 20 }, increment));
    const row = await db.query.selectFrom('setting').select('value').executeTakeFirstOrThrow();
    expect(row.value).toBe('20');
  });

  test('a transaction that has ended refuses queries', async () => {
    await using somewhere = await place();
    await using db = await Database.open(somewhere.location);
    const kept = await db.transaction(async (tx) => ({ tx }));
    await expect(put(kept.tx, 'too late')).rejects.toThrow('already committed');
    expect(await names(db)).toEqual([]);
  });

  test('rows go with what they belong to', async () => {
    await using somewhere = await place();
    await using db = await Database.open(somewhere.location);
    const orphan = db.transaction((tx) =>
      tx
        .insertInto('round')
        .values({ id: 'r1' as never, symposium_id: 'nowhere' as never, title: '', question: '', number: 1 })
        .execute(),
    );
    await expect(orphan).rejects.toThrow(/foreign key/i);
  });
});

test('after a purge the bytes of removed rows are in no file of SQLite', async () => {
  await using somewhere = await sqlitePlace();
  if (somewhere.location.kind !== 'sqlite') throw new Error('not a file');
  const { path } = somewhere.location;
  await using db = await Database.open(somewhere.location);
  const secret = 'never to be found again';
  const holds = async (): Promise<boolean[]> =>
    Promise.all(
      [path, `${path}-wal`].map(async (file) => (await readFile(file).catch(() => Buffer.alloc(0))).includes(secret)),
    );
  await db.transaction((tx) => put(tx, 'note', secret));
  expect(await holds()).toContain(true);
  await db.transaction((tx) => tx.deleteFrom('setting').execute());
  db.truncateLog();
  expect(await holds()).toEqual([false, false]);
});

test('a database from before promises were kept by card takes each group’s mode as the promise', async () => {
  await using somewhere = await sqlitePlace();
  if (somewhere.location.kind !== 'sqlite') throw new Error('not a file');
  const old = new Kysely<Record<string, never>>({
    dialect: new SqliteDialect({ database: new Sqlite(somewhere.location.path) }),
  });
  const provider = { getMigrations: async () => ({ '0001-session': session('sqlite') }) };
  expect((await new Migrator({ db: old, provider }).migrateToLatest()).error).toBeUndefined();
  await old.destroy();
  const file = new Sqlite(somewhere.location.path);
  file.exec(`
    insert into symposium values ('y1', 'y', 'Y', '2026-02-14', 'bloc', 1, '{}', '[]', '[]', '[]', 1, 'open', '00', '');
    insert into round values ('r1', 'y1', 'R', 'Q', 1);
    insert into seat values ('s1', 'y1', null, 'N', '', '', '', 'allied', '', '', '', 'participant', null, 'C', 'B');
    insert into "group" values ('g1', 'r1', 'y1', 1, 'G', 'bloc', 'K', 'open', 'p1', '{}', 0, 0, 0, null, 1);
    insert into authorship values ('g1', 'c1', 's1');
  `);
  file.close();
  await using db = await Database.open(somewhere.location);
  const links = await db.query.selectFrom('authorship').selectAll().execute();
  expect(links).toEqual([{ group_id: 'g1', card_id: 'c1', seat_id: 's1', mode: 'bloc', signed: 0 }]);
});
