import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** The seal of a symposium: every file as it was handed out, and the manifest that names them. */
export const seal = (kind: 'sqlite' | 'postgres'): Migration => ({
  up: async (db: Kysely<unknown>) => {
    await db.schema
      .createTable('seal')
      .addColumn('symposium_id', 'text', (c) => c.primaryKey().references('symposium.id').onDelete('cascade'))
      .addColumn('status', 'text', (c) => c.notNull())
      .addColumn('sealed_at', 'text', (c) => c.notNull())
      .addColumn('manifest', 'text')
      .execute();
    await db.schema
      .createTable('seal_file')
      .addColumn('symposium_id', 'text', (c) => c.notNull().references('seal.symposium_id').onDelete('cascade'))
      .addColumn('path', 'text', (c) => c.notNull())
      .addColumn('size', 'integer', (c) => c.notNull())
      .addColumn('sha256', 'text', (c) => c.notNull())
      .addColumn('bytes', kind === 'postgres' ? sql`bytea` : 'blob', (c) => c.notNull())
      .addPrimaryKeyConstraint('seal_file_key', ['symposium_id', 'path'])
      .execute();
  },
});
