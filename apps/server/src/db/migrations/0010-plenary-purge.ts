import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** The record of what was destroyed holds the plenary's too: no group, but a symposium. */
export const plenaryPurge = (kind: 'sqlite' | 'postgres'): Migration => ({
  up: async (db: Kysely<unknown>) => {
    await (kind === 'postgres' ? freePurgesFromGroups(db) : db.transaction().execute(rebuildPurges));
  },
});

const freePurgesFromGroups = async (db: Kysely<unknown>): Promise<void> => {
  await sql`alter table purge alter column group_id drop not null`.execute(db);
  await db.schema
    .alterTable('purge')
    .addColumn('symposium_id', 'text', (c) => c.references('symposium.id').onDelete('cascade'))
    .execute();
};

/** SQLite cannot free a column: the table is made anew. */
const rebuildPurges = async (db: Kysely<unknown>): Promise<void> => {
  await db.schema
    .createTable('purge_anew')
    .addColumn('id', 'integer', (c) => c.primaryKey().autoIncrement())
    .addColumn('group_id', 'text', (c) => c.references('group.id').onDelete('cascade'))
    .addColumn('symposium_id', 'text', (c) => c.references('symposium.id').onDelete('cascade'))
    .addColumn('what', 'text', (c) => c.notNull())
    .addColumn('count', 'integer', (c) => c.notNull())
    .addColumn('at', 'text', (c) => c.notNull())
    .execute();
  await sql`insert into purge_anew (id, group_id, what, count, at)
    select id, group_id, what, count, at from purge order by id`.execute(db);
  await db.schema.dropTable('purge').execute();
  await db.schema.alterTable('purge_anew').renameTo('purge').execute();
};
