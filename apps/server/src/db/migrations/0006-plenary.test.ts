import { expect, test } from 'vitest';
import Sqlite from 'better-sqlite3';
import { Kysely, SqliteDialect } from 'kysely';
import { Migrator } from 'kysely/migration';
import { Database } from '../database.ts';
import { sqlitePlace } from '../testing.ts';
import { session } from './0001-session.ts';
import { leading } from './0002-leading.ts';
import { ballots } from './0003-ballots.ts';

test('ballots from before keep their options, papers and voters when their table is made anew', async () => {
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
    provider: {
      getMigrations: async () => ({
        '0001-session': session('sqlite'),
        '0002-leading': leading('sqlite'),
        '0003-ballots': ballots,
      }),
    },
  });
  expect((await migrator.migrateToLatest()).error).toBeUndefined();
  const rows: [string, Record<string, unknown>][] = [
    ['ballot', { id: 'b1', group_id: 'g1', number: 1, kind: 'dots', status: 'open', settings: '{"budget":3,"cap":2}' }],
    [
      'ballot_option',
      { id: 'o1', ballot_id: 'b1', position: 0, subject_kind: 'card', subject_id: 'c1', title: 'T', body: '' },
    ],
    ['ballot_seat', { ballot_id: 'b1', seat_id: 's1', cast: 1 }],
    ['ballot_paper', { key_hash: 'k1', ballot_id: 'b1', bloc: 'allied', choices: '{"dots":{"o1":2}}' }],
  ];
  for (const [table, row] of rows) await before.insertInto(table).values(row).execute();
  await before.destroy();

  await using after = await Database.open(place.location);
  for (const [table, row] of rows) {
    const kept = await after.query
      .selectFrom(table as 'ballot')
      .selectAll()
      .execute();
    expect(kept).toMatchObject([row]);
  }
  expect(await after.query.selectFrom('ballot').select(['symposium_id', 'results']).execute()).toEqual([
    { symposium_id: null, results: null },
  ]);
  // What refers to a ballot still goes with it.
  await after.transaction(async (tx) => {
    await tx.deleteFrom('ballot').execute();
  });
  expect(await after.query.selectFrom('ballot_paper').selectAll().execute()).toEqual([]);
});
