import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { Kysely, SqliteDialect } from 'kysely';
import { Migrator } from 'kysely/migration';
import { expect, test } from 'vitest';
import { BallotRules } from '@rapport/domain/ballots';
import { Database } from '../database.ts';
import { session } from './0001-session.ts';

test('budget and cap of ballots from before move into their settings', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'rapport-migration-'));
  try {
    const path = join(folder, 'rapport.sqlite');
    const sqlite = new Sqlite(path);
    // What the ballot belongs to is not of interest here.
    sqlite.pragma('foreign_keys = OFF');
    const before = new Kysely<{ ballot: Record<string, unknown> }>({
      dialect: new SqliteDialect({ database: sqlite }),
    });
    const migrator = new Migrator({
      db: before,
      provider: { getMigrations: async () => ({ '0001-session': session('sqlite') }) },
    });
    expect((await migrator.migrateToLatest()).error).toBeUndefined();
    await before
      .insertInto('ballot')
      .values({ id: 'b1', group_id: 'g1', number: 1, kind: 'dots', status: 'closed', budget: 5, cap: 2, results: '{}' })
      .execute();
    await before.destroy();

    await using after = await Database.open({ kind: 'sqlite', path });
    const row = await after.query.selectFrom('ballot').selectAll().executeTakeFirstOrThrow();
    expect(row).toMatchObject({ id: 'b1', number: 1, results: '{}' });
    expect(BallotRules.parse({ kind: row.kind, settings: JSON.parse(row.settings) as unknown })).toEqual({
      kind: 'dots',
      settings: { budget: 5, cap: 2 },
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
