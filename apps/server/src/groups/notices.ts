import { newId, type AnnouncementId, type GroupId, type RandomBytes } from '@rapport/domain/ids';
import { LIMITS } from '@rapport/domain/limits';
import type { Announcement } from '@rapport/protocol/announcement';
import type { CommandParsed, CommandValue } from '@rapport/protocol/commands';
import { fail, succeed, type Outcome } from '@rapport/protocol/failures';
import type { Caller } from '../access/caller.ts';
import type { Database, Transaction } from '../db/database.ts';
import type { Announcements } from '../events/announcements.ts';
import { allow } from './allow.ts';

type Query = Database['query'];
type Content<One = Announcement> = One extends Announcement ? Omit<One, 'id'> : never;

/** The last announcements of a group, the newest last. */
export const readAnnouncements = async (query: Query, groupId: GroupId): Promise<Announcement[]> => {
  const rows = await query
    .selectFrom('announcement')
    .select('content')
    .where('group_id', '=', groupId)
    .orderBy('number', 'desc')
    .limit(LIMITS.announcementsKept)
    .execute();
  return rows.map(({ content }) => JSON.parse(content) as Announcement).toReversed();
};

/** What is said to whole groups, by who leads them or by an organiser; kept for those who come later. */
export class Notices {
  readonly #db: Database;
  readonly #announcements: Announcements;
  readonly #random: RandomBytes;

  constructor(options: { db: Database; announcements: Announcements; random: RandomBytes }) {
    this.#db = options.db;
    this.#announcements = options.announcements;
    this.#random = options.random;
  }

  /** `announcement.send` */
  send(
    caller: Caller,
    { groupId, symposiumId, text }: CommandParsed<'announcement.send'>,
  ): Promise<Outcome<CommandValue['announcement.send']>> {
    return this.#db.transaction(async (tx) => {
      if (groupId !== undefined) {
        const allowed = await allow(tx, 'announcement.send', caller, groupId);
        if (!allowed.ok) return allowed;
        const from = allowed.value.role === 'organiser' ? 'organiser' : 'leader';
        await this.add(tx, groupId, { kind: 'text', from, text });
        return succeed({ groups: 1 });
      }
      if (symposiumId === undefined) return fail('invalid-input', 'Say to which group, or to which symposium.');
      if (caller.kind !== 'organiser') return fail('role-refused', 'Only an organiser may speak to all groups.');
      const groups = await tx
        .selectFrom('group')
        .select('id')
        .where('symposium_id', '=', symposiumId)
        .where('status', '=', 'open')
        .execute();
      if (groups.length === 0) return fail('not-found', 'This symposium has no group that is open.');
      for (const group of groups) await this.add(tx, group.id, { kind: 'text', from: 'organiser', text });
      return succeed({ groups: groups.length });
    });
  }

  /** Says something to one group as part of a larger deed; told once that is on disk. */
  async add(tx: Transaction, groupId: GroupId, content: Content): Promise<void> {
    const announcement: Announcement = { ...content, id: newId(this.#random) as AnnouncementId };
    const last = await tx
      .selectFrom('announcement')
      .select((eb) => eb.fn.max('number').as('number'))
      .where('group_id', '=', groupId)
      .executeTakeFirst();
    await tx
      .insertInto('announcement')
      .values({ group_id: groupId, number: (last?.number ?? 0) + 1, content: JSON.stringify(announcement) })
      .execute();
    tx.afterCommit(() =>
      this.#announcements.announce({ to: 'group', news: { type: 'announcement.sent', groupId, announcement } }),
    );
  }
}
