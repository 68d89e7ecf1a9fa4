import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Boards as they stood once. */
export const history: Migration = {
  up: async (db: Kysely<unknown>) => {
    await db.schema
      .createTable('checkpoint')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('group_id', 'text', (c) => c.notNull().references('group.id').onDelete('cascade'))
      .addColumn('number', 'integer', (c) => c.notNull())
      .addColumn('reason', 'text', (c) => c.notNull())
      .addColumn('phase_id', 'text', (c) => c.notNull())
      .addColumn('at', 'text')
      .addColumn('cards', 'integer', (c) => c.notNull())
      .addColumn('board', 'text', (c) => c.notNull())
      .addUniqueConstraint('checkpoint_number', ['group_id', 'number'])
      .execute();
  },
};
