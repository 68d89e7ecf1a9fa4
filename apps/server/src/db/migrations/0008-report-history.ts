import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Texts of reports as they stood once. */
export const reportHistory: Migration = {
  up: async (db: Kysely<unknown>) => {
    await db.schema
      .createTable('report_checkpoint')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('group_id', 'text', (c) => c.notNull().references('group.id').onDelete('cascade'))
      .addColumn('number', 'integer', (c) => c.notNull())
      .addColumn('reason', 'text', (c) => c.notNull())
      .addColumn('phase_id', 'text', (c) => c.notNull())
      .addColumn('at', 'text')
      .addColumn('words', 'integer', (c) => c.notNull())
      .addColumn('report', 'text', (c) => c.notNull())
      .addUniqueConstraint('report_checkpoint_number', ['group_id', 'number'])
      .execute();
  },
};
