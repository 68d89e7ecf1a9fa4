import { expect, test } from 'vitest';
import Sqlite from 'better-sqlite3';
import { Kysely, SqliteDialect } from 'kysely';
import { Migrator } from 'kysely/migration';
import { Database } from '../database.ts';
import { sqlitePlace } from '../testing.ts';
import { session } from './0001-session.ts';

test('what was destroyed before stays on record when its table is made anew, and later entries follow it', async () => {
  await using place = await sqlitePlace();
  if (place.location.kind !== 'sqlite') throw new Error('not a file');
  const sqlite = new Sqlite(place.location.path);
  // What the group belongs to is not of interest here.
  sqlite.pragma('foreign_keys = OFF');
  const before = new Kysely<Record<string, Record<string, unknown>>>({
    dialect: new SqliteDialect({ database: sqlite }),
  });
  const migrator = new Migrator({
    db: before,
    provider: { getMigrations: async () => ({ '0001-session': session('sqlite') }) },
  });
  expect((await migrator.migrateToLatest()).error).toBeUndefined();
  const rows = [
    { id: 3, group_id: 'g1', what: 'authorship', count: 12, at: '2026-11-30T10:00:00.000Z' },
    { id: 7, group_id: 'g1', what: 'drafts', count: 4, at: '2026-11-30T10:00:01.000Z' },
  ];
  await before.insertInto('purge').values(rows).execute();
  await before.destroy();

  await using after = await Database.open(place.location);
  expect(await after.query.selectFrom('purge').selectAll().orderBy('id').execute()).toEqual(
    rows.map((row) => ({ ...row, symposium_id: null })),
  );
  const added = await after.transaction((tx) =>
    tx
      .insertInto('purge')
      .values({ group_id: null, symposium_id: null, what: 'answers', count: 1, at: '2026-12-01T10:00:00.000Z' })
      .returning('id')
      .executeTakeFirstOrThrow(),
  );
  expect(added.id).toBe(8);
});
