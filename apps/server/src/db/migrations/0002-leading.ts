import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Promises kept by card, signatures, and what leaders and organisers say and are asked. */
export const leading = (kind: 'sqlite' | 'postgres'): Migration => ({
  up: async (db: Kysely<unknown>) => {
    const postgres = kind === 'postgres';
    const table = (name: string) => db.schema.createTable(name);
    // Without a rowid, rows lie by their key and tell no order in which they were made.
    const keyed = (name: string) => (postgres ? table(name) : table(name).modifyEnd(sql`without rowid`));
    await db.schema
      .alterTable('authorship')
      .addColumn('mode', 'text', (c) => c.notNull().defaultTo('sealed'))
      .execute();
    await db.schema
      .alterTable('authorship')
      .addColumn('signed', 'integer', (c) => c.notNull().defaultTo(0))
      .execute();
    // Until now a group's mode never changed: it is the one every card of it was written under.
    await sql`update authorship set mode =
      (select "group".attribution from "group" where "group".id = authorship.group_id)`.execute(db);
    await keyed('draft_promise')
      .addColumn('group_id', 'text', (c) => c.notNull().references('group.id').onDelete('cascade'))
      .addColumn('seat_id', 'text', (c) => c.notNull().references('seat.id').onDelete('cascade'))
      .addColumn('card_id', 'text', (c) => c.notNull())
      .addColumn('mode', 'text', (c) => c.notNull())
      .addPrimaryKeyConstraint('draft_promise_key', ['group_id', 'seat_id', 'card_id'])
      .execute();
    await db.schema.alterTable('group').addColumn('spotlight', 'text').execute();
    await table('announcement')
      .addColumn('group_id', 'text', (c) => c.notNull().references('group.id').onDelete('cascade'))
      .addColumn('number', 'integer', (c) => c.notNull())
      .addColumn('content', 'text', (c) => c.notNull())
      .addPrimaryKeyConstraint('announcement_key', ['group_id', 'number'])
      .execute();
    await table('help_request')
      .addColumn('group_id', 'text', (c) => c.notNull().references('group.id').onDelete('cascade'))
      .addColumn('number', 'integer', (c) => c.notNull())
      .addColumn('text', 'text', (c) => c.notNull())
      .addColumn('asked_at', 'text', (c) => c.notNull())
      .addPrimaryKeyConstraint('help_request_key', ['group_id', 'number'])
      .execute();
  },
});
