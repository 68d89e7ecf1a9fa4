import type { Socket } from 'socket.io';
import type { GroupId, SeatId, SymposiumId } from '@rapport/domain/ids';
import { succeed, type Outcome } from '@rapport/protocol/failures';
import type { PlenaryNews, PlenaryState } from '@rapport/protocol/plenary';
import type { Caller } from '../access/caller.ts';
import type { Attendance } from '../attendance.ts';
import type { Clock } from '../clock.ts';
import type { Announcement } from '../events/announcements.ts';
import { Batches } from '../events/batches.ts';
import type { PlenaryBallots } from '../plenary/plenary-ballots.ts';
import { projectPlenary, type PlenaryFacts, type SharedState } from '../plenary/project-plenary.ts';
import type { PlenaryReader } from '../plenary/read-plenary.ts';
import { noSuchPlenary, type PlenaryRole } from '../plenary/role-in-plenary.ts';

/** A plenary is sent again at most once in this time, ms. */
const PLENARY_EVERY_MS = 1_000;

/** Parts of a state by name, each as its JSON; those that all of a role share are one and the same map. */
type Parts = { shared: ReadonlyMap<string, string>; me: string };

/** One socket that watches a plenary, and what it was sent last; null before the first time. */
type Watch = { socket: Socket; caller: Caller; leave: () => void; sent: Parts | null };

type Reading = { state: PlenaryState; parts: Parts };

const NOTHING_OWN = { entitled: [], cast: [], authorised: false, interested: [], sponsored: [] };

/**
 * Who watches which plenary, and what each of them knows. Whatever changes, the plenary is read once and each watcher is
 * sent those parts of what it may know that are other than what it was sent: a ballot's progress does not carry the
 * register along to three hundred phones.
 */
export class PlenaryStreams implements AsyncDisposable {
  readonly #reader: PlenaryReader;
  readonly #ballots: Pick<PlenaryBallots, 'checkIn'>;
  readonly #attendance: Attendance<SymposiumId>;
  readonly #watches = new Map<SymposiumId, Map<string, Watch>>();
  /** Which plenary shows a group; learned from what was read. */
  readonly #symposiumOf = new Map<GroupId, SymposiumId>();
  readonly #batches: Batches<SymposiumId>;
  readonly #emit: (socketIds: string[], news: PlenaryNews) => void;

  constructor(options: {
    reader: PlenaryReader;
    ballots: Pick<PlenaryBallots, 'checkIn'>;
    attendance: Attendance<SymposiumId>;
    clock: Clock;
    /** To several sockets at once: the same news is written once for all of them. */
    emit: (socketIds: string[], news: PlenaryNews) => void;
    onFault: (fault: unknown) => void;
  }) {
    this.#emit = options.emit;
    this.#reader = options.reader;
    this.#ballots = options.ballots;
    this.#attendance = options.attendance;
    this.#batches = new Batches({
      clock: options.clock,
      everyMs: PLENARY_EVERY_MS,
      work: (symposiumId) => this.#send(symposiumId),
      onFault: options.onFault,
    });
  }

  /** `plenary.watch`: the state of this moment; what changed while it was read follows as news. */
  async watch(socket: Socket, caller: Caller, symposiumId: SymposiumId): Promise<Outcome<PlenaryState>> {
    const foreign = caller.kind !== 'organiser' && caller.symposiumId !== symposiumId;
    if (foreign) return noSuchPlenary();
    if (caller.kind === 'seat') await this.#ballots.checkIn(symposiumId, caller.seatId);
    const leave = caller.kind === 'seat' ? this.#attendance.enter(symposiumId, caller.seatId) : () => undefined;
    // A second watch of the same socket replaces the first, whose stay ends only now: the seat was there all along.
    const before = this.#watches.get(symposiumId)?.get(socket.id);
    const watch: Watch = { socket, caller, leave, sent: null };
    if (!this.#watches.has(symposiumId)) this.#watches.set(symposiumId, new Map());
    this.#watches.get(symposiumId)?.set(socket.id, watch);
    before?.leave();
    const facts = await this.#read(symposiumId);
    if (facts === null || !socket.connected) {
      this.unwatch(socket, symposiumId);
      return noSuchPlenary();
    }
    const [reading] = await this.#statesOf(facts, [watch]);
    if (reading === undefined) return noSuchPlenary();
    watch.sent = reading.parts;
    this.#batches.ask(symposiumId);
    return succeed(reading.state);
  }

  /** `plenary.unwatch` */
  unwatch(socket: Socket, symposiumId: SymposiumId): void {
    const watches = this.#watches.get(symposiumId);
    const watch = watches?.get(socket.id);
    if (watches === undefined || watch === undefined) return;
    watches.delete(socket.id);
    if (watches.size === 0) this.#watches.delete(symposiumId);
    watch.leave();
    this.#batches.ask(symposiumId);
  }

  /** The socket is gone. */
  drop(socket: Socket): void {
    for (const symposiumId of this.#watches.keys()) this.unwatch(socket, symposiumId);
  }

  hear(announcement: Announcement): void {
    switch (announcement.to) {
      case 'plenary':
      case 'symposium':
        return this.changed(announcement.symposiumId);
      case 'group':
      case 'leaders': {
        const symposiumId = this.#symposiumOf.get(announcement.news.groupId);
        return symposiumId === undefined ? undefined : this.changed(symposiumId);
      }
      case 'seat':
      case 'room':
      case 'authors':
      case 'documents':
        return;
    }
  }

  /** Something of this plenary may be other than it was. */
  changed(symposiumId: SymposiumId): void {
    if (this.#watches.has(symposiumId)) this.#batches.ask(symposiumId);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#batches[Symbol.asyncDispose]();
  }

  async #send(symposiumId: SymposiumId): Promise<void> {
    // Who joins while this is read is sent what it was read for itself.
    const watches = [...(this.#watches.get(symposiumId)?.values() ?? [])].filter(({ sent }) => sent !== null);
    if (watches.length === 0) return;
    const facts = await this.#read(symposiumId);
    if (facts === null) return;
    const readings = await this.#statesOf(facts, watches);
    const messages = new Map<string, { socketIds: string[]; news: PlenaryNews }>();
    for (const [at, watch] of watches.entries()) {
      const reading = readings[at];
      if (reading === undefined || watch.sent === null) continue;
      const names = changedIn(watch.sent, reading.parts);
      watch.sent = reading.parts;
      if (names.length === 0) continue;
      const key = [reading.state.me.role, ...names, names.includes('me') ? reading.parts.me : ''].join();
      const known = messages.get(key);
      if (known !== undefined) {
        known.socketIds.push(watch.socket.id);
        continue;
      }
      const told = new Set(['serverTime', ...names]);
      const news = Object.fromEntries(Object.entries(reading.state).filter(([name]) => told.has(name)));
      messages.set(key, { socketIds: [watch.socket.id], news: { ...news, symposiumId } });
    }
    for (const { socketIds, news } of messages.values()) this.#emit(socketIds, news);
  }

  async #read(symposiumId: SymposiumId): Promise<PlenaryFacts | null> {
    const watches = [...(this.#watches.get(symposiumId)?.values() ?? [])];
    const screens = watches.filter(({ caller }) => caller.kind === 'screen').length;
    const facts = await this.#reader.read(symposiumId, screens);
    for (const group of facts?.groups ?? []) this.#symposiumOf.set(group.id, symposiumId);
    return facts;
  }

  /** For each watch the state as it is for its caller; roles are read again each time, for they may have changed. */
  async #statesOf(facts: PlenaryFacts, watches: readonly Watch[]): Promise<Reading[]> {
    const symposiumId = facts.symposium.id;
    const seatIds = watches.flatMap(({ caller }): SeatId[] => (caller.kind === 'seat' ? [caller.seatId] : []));
    const chairs = await this.#reader.readChairs(symposiumId);
    const own = await this.#reader.readOwn(symposiumId, [...new Set(seatIds)]);
    const byRole = new Map<PlenaryRole, { state: SharedState; parts: ReadonlyMap<string, string> }>();
    const sharedBy = (role: PlenaryRole) => {
      const known = byRole.get(role);
      if (known !== undefined) return known;
      const state = projectPlenary(facts, role);
      const parts = new Map(Object.entries(state).map(([name, part]) => [name, JSON.stringify(part)]));
      const shared = { state, parts };
      byRole.set(role, shared);
      return shared;
    };
    return watches.map(({ caller }) => {
      const role = roleOf(caller, chairs);
      const mine = caller.kind === 'seat' ? (own.get(caller.seatId) ?? NOTHING_OWN) : NOTHING_OWN;
      const me = { role, ...mine };
      const { state, parts } = sharedBy(role);
      return { state: { ...state, me }, parts: { shared: parts, me: JSON.stringify(me) } };
    });
  }
}

const roleOf = (caller: Caller, chairs: ReadonlySet<SeatId>): PlenaryRole => {
  switch (caller.kind) {
    case 'organiser':
      return 'chair';
    case 'screen':
      return 'screen';
    case 'seat':
      return chairs.has(caller.seatId) ? 'chair' : 'seat';
  }
};

/** Names of the parts that are other than they were; the time alone is no change. */
const changedIn = (before: Parts, after: Parts): string[] => {
  const shared = [...after.shared].filter(([name, text]) => name !== 'serverTime' && before.shared.get(name) !== text);
  return [...shared.map(([name]) => name), ...(before.me === after.me ? [] : ['me'])];
};
