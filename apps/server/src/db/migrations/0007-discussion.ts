import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** What is said beside the board: comments, marks of likeness, and how many have opened a card. */
export const discussion = (kind: 'sqlite' | 'postgres'): Migration => ({
  up: async (db: Kysely<unknown>) => {
    const ofGroup = (name: string) =>
      db.schema
        .createTable(name)
        .addColumn('group_id', 'text', (c) => c.notNull().references('group.id').onDelete('cascade'));
    // Without a rowid, rows lie by their key and tell no order of their own.
    const keyed = (name: string) => (kind === 'postgres' ? ofGroup(name) : ofGroup(name).modifyEnd(sql`without rowid`));
    await keyed('comment')
      .addColumn('id', 'text', (c) => c.notNull())
      .addColumn('number', 'integer', (c) => c.notNull())
      .addColumn('subject_kind', 'text', (c) => c.notNull())
      .addColumn('subject_id', 'text', (c) => c.notNull())
      .addColumn('parent', 'text')
      .addColumn('text', 'text', (c) => c.notNull())
      .addColumn('resolved', 'integer', (c) => c.notNull())
      .addColumn('withdrawn', 'integer', (c) => c.notNull())
      .addPrimaryKeyConstraint('comment_key', ['group_id', 'id'])
      .addUniqueConstraint('comment_number', ['group_id', 'number'])
      .execute();
    await keyed('similar')
      .addColumn('one', 'text', (c) => c.notNull())
      .addColumn('other', 'text', (c) => c.notNull())
      .addPrimaryKeyConstraint('similar_key', ['group_id', 'one', 'other'])
      .execute();
    await keyed('opened_card')
      .addColumn('card_id', 'text', (c) => c.notNull())
      .addColumn('count', 'integer', (c) => c.notNull())
      .addPrimaryKeyConstraint('opened_card_key', ['group_id', 'card_id'])
      .execute();
  },
});
