import type { GroupId, SeatId, SymposiumId } from '@rapport/domain/ids';
import type { CardAuthors } from '@rapport/protocol/card-authors';
import type { GroupEvent } from '@rapport/protocol/group-events';
import type { RoomList } from '@rapport/protocol/room-list';

/** A group event before it is numbered: the live door numbers it for each stream it goes to. */
export type GroupNews = {
  [T in GroupEvent['type']]: Omit<Extract<GroupEvent, { type: T }>, 'revision'>;
}[GroupEvent['type']];

/** What a service says once its rows are on disk. */
export type Announcement =
  /** To everybody who watches the group. */
  | { to: 'group'; news: GroupNews }
  /** To one seat's own sockets (`me.changed`, `role.changed`, `text.rescued`, `seat.moved`); takes no number. */
  | { to: 'seat'; seatId: SeatId; news: GroupNews }
  /** What somebody may do with a group's documents may have changed; sockets read it again. */
  | { to: 'documents'; groupId: GroupId; seatId?: SeatId }
  /** Who sits here, to everybody who watches the group; apart from all events, for it holds names. */
  | { to: 'room'; list: RoomList }
  /** Who is behind which cards, to everybody who watches the group; apart from all events, for it holds names. */
  | { to: 'authors'; list: CardAuthors }
  /** To those who lead the group; takes a number in their stream only. */
  | { to: 'leaders'; news: GroupNews }
  /** Something a symposium's cockpit shows has changed. */
  | { to: 'symposium'; symposiumId: SymposiumId }
  /** Something of a symposium's plenary has changed; each watcher is sent what it may know of it. */
  | { to: 'plenary'; symposiumId: SymposiumId };

type Listener = (announcement: Announcement) => void;

/** Carries announcements from services to doors, at once and in order. Speak only from `afterCommit`. */
export class Announcements {
  readonly #listeners = new Set<Listener>();

  announce(announcement: Announcement): void {
    for (const listener of this.#listeners) listener(announcement);
  }

  /** Returns how to stop listening. */
  listen(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}
