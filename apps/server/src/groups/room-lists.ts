import type { GroupId } from '@rapport/domain/ids';
import { fail, succeed, type Outcome } from '@rapport/protocol/failures';
import { ROOM_EVERY_MS, type RoomList } from '@rapport/protocol/room-list';
import type { CommandParsed } from '@rapport/protocol/commands';
import type { Caller } from '../access/caller.ts';
import type { Clock } from '../clock.ts';
import type { Database } from '../db/database.ts';
import type { Announcements } from '../events/announcements.ts';
import type { Presence } from './presence.ts';
import { roleOf } from './role-of.ts';

/**
 * Who sits in a room, by name. A list is taken at most once in 60 s and everybody gets that one, asked for or not:
 * a list that followed every coming and going could be laid beside the cards that appear.
 */
export class RoomLists implements Disposable {
  readonly #db: Database;
  readonly #clock: Clock;
  readonly #presence: Presence;
  readonly #announcements: Announcements;
  readonly #onFault: (fault: unknown) => void;
  readonly #taken = new Map<GroupId, { at: number; list: Promise<RoomList> }>();
  /** What was told last, so that only a changed list is told again. */
  readonly #told = new Map<GroupId, string>();
  readonly #waiting = new Map<GroupId, () => void>();

  constructor(options: {
    db: Database;
    clock: Clock;
    presence: Presence;
    announcements: Announcements;
    onFault: (fault: unknown) => void;
  }) {
    this.#db = options.db;
    this.#clock = options.clock;
    this.#presence = options.presence;
    this.#announcements = options.announcements;
    this.#onFault = options.onFault;
    options.presence.onChange((groupId) => this.#changed(groupId));
  }

  /** `room.list` */
  async list(caller: Caller, { groupId }: CommandParsed<'room.list'>): Promise<Outcome<RoomList>> {
    if ((await roleOf(this.#db.query, caller, groupId)) === null) return fail('not-found', 'There is no such group.');
    return succeed(await this.#current(groupId));
  }

  [Symbol.dispose](): void {
    for (const callOff of this.#waiting.values()) callOff();
    this.#waiting.clear();
  }

  #changed(groupId: GroupId): void {
    if (this.#waiting.has(groupId)) return;
    const next = (this.#taken.get(groupId)?.at ?? Number.NEGATIVE_INFINITY) + ROOM_EVERY_MS;
    const callOff = this.#clock.after(Math.max(0, next - this.#clock.now()), () => {
      this.#waiting.delete(groupId);
      this.#tell(groupId).catch(this.#onFault);
    });
    this.#waiting.set(groupId, callOff);
  }

  async #tell(groupId: GroupId): Promise<void> {
    const list = await this.#current(groupId);
    const text = JSON.stringify(list);
    if (this.#told.get(groupId) === text) return;
    this.#told.set(groupId, text);
    this.#announcements.announce({ to: 'room', list });
  }

  #current(groupId: GroupId): Promise<RoomList> {
    const now = this.#clock.now();
    const taken = this.#taken.get(groupId);
    if (taken !== undefined && now - taken.at < ROOM_EVERY_MS) return taken.list;
    const list = this.#take(groupId);
    this.#taken.set(groupId, { at: now, list });
    // A list that could not be read is not kept.
    list.catch(() => this.#taken.delete(groupId));
    return list;
  }

  async #take(groupId: GroupId): Promise<RoomList> {
    const seats = await this.#db.query
      .selectFrom('group_seat')
      .innerJoin('seat', 'seat.id', 'group_seat.seat_id')
      .select(['seat.id', 'seat.display_name', 'seat.delegation', 'seat.bloc', 'group_seat.role'])
      .where('group_seat.group_id', '=', groupId)
      .orderBy('seat.display_name')
      .orderBy('seat.delegation')
      .execute();
    return {
      groupId,
      people: seats.map((seat) => ({
        displayName: seat.display_name,
        delegation: seat.delegation,
        bloc: seat.bloc,
        role: seat.role,
        present: this.#presence.isPresent(groupId, seat.id),
      })),
    };
  }
}
