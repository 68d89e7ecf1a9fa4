import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Options of groups and of the plenary: the register's entries, their frozen texts, and what is said of them. */
export const options = (kind: 'sqlite' | 'postgres'): Migration => ({
  up: async (db: Kysely<unknown>) => {
    const postgres = kind === 'postgres';
    const table = (name: string) => db.schema.createTable(name);
    // Without a rowid, rows lie by their key: who answers cannot be joined to reasons by the order they came in.
    const keyed = (name: string) => (postgres ? table(name) : table(name).modifyEnd(sql`without rowid`));
    await db.schema
      .alterTable('symposium')
      .addColumn('forward_limit', 'integer', (c) => c.notNull().defaultTo(3))
      .execute();
    await db.schema
      .alterTable('seat')
      .addColumn('authorised', 'integer', (c) => c.notNull().defaultTo(0))
      .execute();
    await table('option')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('symposium_id', 'text', (c) => c.notNull().references('symposium.id').onDelete('cascade'))
      .addColumn('group_id', 'text', (c) => c.references('group.id').onDelete('cascade'))
      .addColumn('number', 'integer', (c) => c.notNull())
      .addColumn('code', 'text', (c) => c.notNull())
      .addColumn('state', 'text', (c) => c.notNull())
      .addColumn('frozen', 'integer', (c) => c.notNull().defaultTo(0))
      .addColumn('version', 'integer')
      .addColumn('interest_kept', 'integer', (c) => c.notNull().defaultTo(0))
      .addUniqueConstraint('option_code', ['symposium_id', 'code'])
      .addUniqueConstraint('option_number', ['group_id', 'number'])
      .execute();
    const ofOption = (name: string) =>
      keyed(name).addColumn('option_id', 'text', (c) => c.notNull().references('option.id').onDelete('cascade'));
    await ofOption('option_version')
      .addColumn('number', 'integer', (c) => c.notNull())
      .addColumn('title', 'text', (c) => c.notNull())
      .addColumn('text', 'text', (c) => c.notNull())
      .addColumn('rationale', 'text', (c) => c.notNull())
      .addColumn('actors', 'text', (c) => c.notNull())
      .addColumn('resources', 'text', (c) => c.notNull())
      .addColumn('horizon', 'text', (c) => c.notNull())
      .addColumn('hash', 'text', (c) => c.notNull())
      .addPrimaryKeyConstraint('option_version_key', ['option_id', 'number'])
      .execute();
    await ofOption('option_source')
      .addColumn('position', 'integer', (c) => c.notNull())
      .addColumn('kind', 'text', (c) => c.notNull())
      .addColumn('source_id', 'text', (c) => c.notNull())
      .addColumn('title', 'text', (c) => c.notNull())
      .addPrimaryKeyConstraint('option_source_key', ['option_id', 'position'])
      .execute();
    await ofOption('option_parent')
      .addColumn('parent_id', 'text', (c) => c.notNull().references('option.id').onDelete('cascade'))
      .addPrimaryKeyConstraint('option_parent_key', ['option_id', 'parent_id'])
      .execute();
    await ofOption('option_reservation')
      .addColumn('id', 'text', (c) => c.notNull())
      .addColumn('kind', 'text', (c) => c.notNull())
      .addColumn('text', 'text', (c) => c.notNull())
      .addPrimaryKeyConstraint('option_reservation_key', ['option_id', 'id'])
      .execute();
    await ofOption('option_readback')
      .addColumn('version', 'integer', (c) => c.notNull())
      .addColumn('counted', 'integer', (c) => c.notNull().defaultTo(0))
      .addColumn('accepted', 'integer', (c) => c.notNull().defaultTo(0))
      .addColumn('objected', 'integer', (c) => c.notNull().defaultTo(0))
      .addPrimaryKeyConstraint('option_readback_key', ['option_id', 'version'])
      .execute();
    await ofOption('readback_answer')
      .addColumn('version', 'integer', (c) => c.notNull())
      .addColumn('seat_id', 'text', (c) => c.notNull().references('seat.id').onDelete('cascade'))
      .addColumn('answer', 'text', (c) => c.notNull())
      .addPrimaryKeyConstraint('readback_answer_key', ['option_id', 'version', 'seat_id'])
      .execute();
    await ofOption('readback_reason')
      .addColumn('id', 'text', (c) => c.notNull())
      .addColumn('version', 'integer', (c) => c.notNull())
      .addColumn('text', 'text', (c) => c.notNull())
      .addPrimaryKeyConstraint('readback_reason_key', ['option_id', 'id'])
      .execute();
    await ofOption('option_sponsor')
      .addColumn('delegation', 'text', (c) => c.notNull())
      .addColumn('bloc', 'text', (c) => c.notNull())
      .addColumn('seat_id', 'text', (c) => c.references('seat.id').onDelete('set null'))
      .addColumn('version', 'integer', (c) => c.notNull())
      .addPrimaryKeyConstraint('option_sponsor_key', ['option_id', 'delegation'])
      .execute();
    await ofOption('option_interest')
      .addColumn('seat_id', 'text', (c) => c.notNull().references('seat.id').onDelete('cascade'))
      .addPrimaryKeyConstraint('option_interest_key', ['option_id', 'seat_id'])
      .execute();
  },
});
