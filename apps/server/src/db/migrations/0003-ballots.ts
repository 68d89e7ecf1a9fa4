import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Settings of every kind of ballot in one column; those of dots move there. */
export const ballots: Migration = {
  up: async (db: Kysely<unknown>) => {
    await db.schema
      .alterTable('ballot')
      .addColumn('settings', 'text', (c) => c.notNull().defaultTo('{}'))
      .execute();
    await sql`update ballot set settings = '{"budget":' || budget || ',"cap":' || cap || '}'`.execute(db);
    await db.schema.alterTable('ballot').dropColumn('budget').execute();
    await db.schema.alterTable('ballot').dropColumn('cap').execute();
  },
};
