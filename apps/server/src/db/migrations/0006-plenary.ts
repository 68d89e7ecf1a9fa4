import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** The plenary: ballots of a symposium beside those of groups, chairs, screens, and what was done with the register. */
export const plenary = (kind: 'sqlite' | 'postgres'): Migration => ({
  up: async (db: Kysely<unknown>) => {
    await (kind === 'postgres' ? freeBallotsFromGroups(db) : db.transaction().execute(rebuildBallots));
    // One row of a number in each plenary; those of groups have no symposium.
    await db.schema
      .createIndex('ballot_number_in_plenary')
      .unique()
      .on('ballot')
      .columns(['symposium_id', 'number'])
      .execute();
    await db.schema.alterTable('ballot_paper').addColumn('delegation', 'text').execute();
    await db.schema
      .alterTable('seat')
      .addColumn('chair', 'integer', (c) => c.notNull().defaultTo(0))
      .execute();
    await db.schema
      .alterTable('session')
      .addColumn('screen_of', 'text', (c) => c.references('symposium.id').onDelete('cascade'))
      .execute();
    await db.schema
      .createTable('plenary')
      .addColumn('symposium_id', 'text', (c) => c.primaryKey().references('symposium.id').onDelete('cascade'))
      .addColumn('status', 'text', (c) => c.notNull())
      .addColumn('timer', 'text', (c) => c.notNull())
      .addColumn('view', 'text', (c) => c.notNull())
      .addColumn('screen_code', 'text', (c) => c.unique())
      .execute();
    await db.schema
      .createTable('register_deed')
      .addColumn('symposium_id', 'text', (c) => c.notNull().references('symposium.id').onDelete('cascade'))
      .addColumn('number', 'integer', (c) => c.notNull())
      .addColumn('deed', 'text', (c) => c.notNull())
      .addColumn('content', 'text', (c) => c.notNull())
      .addColumn('undone', 'integer', (c) => c.notNull().defaultTo(0))
      .addPrimaryKeyConstraint('register_deed_key', ['symposium_id', 'number'])
      .execute();
  },
});

const freeBallotsFromGroups = async (db: Kysely<unknown>): Promise<void> => {
  await sql`alter table ballot alter column group_id drop not null`.execute(db);
  await db.schema
    .alterTable('ballot')
    .addColumn('symposium_id', 'text', (c) => c.references('symposium.id').onDelete('cascade'))
    .execute();
};

/** SQLite cannot free a column: the table is made anew. Foreign keys are off, else dropping it would empty others. */
const rebuildBallots = async (db: Kysely<unknown>): Promise<void> => {
  await db.schema
    .createTable('ballot_anew')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('group_id', 'text', (c) => c.references('group.id').onDelete('cascade'))
    .addColumn('symposium_id', 'text', (c) => c.references('symposium.id').onDelete('cascade'))
    .addColumn('number', 'integer', (c) => c.notNull())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('phase_id', 'text')
    .addColumn('status', 'text', (c) => c.notNull())
    .addColumn('settings', 'text', (c) => c.notNull().defaultTo('{}'))
    .addColumn('results', 'text')
    .addUniqueConstraint('ballot_number', ['group_id', 'number'])
    .execute();
  await sql`insert into ballot_anew (id, group_id, number, kind, phase_id, status, settings, results)
    select id, group_id, number, kind, phase_id, status, settings, results from ballot`.execute(db);
  await db.schema.dropTable('ballot').execute();
  await db.schema.alterTable('ballot_anew').renameTo('ballot').execute();
};
