import type { Server as HttpServer } from 'node:http';
import { Server, type Socket } from 'socket.io';
import type { GroupId, SymposiumId } from '@rapport/domain/ids';
import { COMMANDS, CommandMessage, type CommandName, type CommandParsed } from '@rapport/protocol/commands';
import { fail, succeed, type Failure, type FailureCode, type Outcome } from '@rapport/protocol/failures';
import type { SymposiumState } from '@rapport/protocol/symposium-state';
import { TUNNEL } from '@rapport/sync/tunnel';
import type { Access } from '../access/access.ts';
import type { Caller } from '../access/caller.ts';
import { isOwnOrigin } from '../access/credentials.ts';
import type { Attendance } from '../attendance.ts';
import type { Clock } from '../clock.ts';
import { describeFault } from '../describe-fault.ts';
import type { Announcement, Announcements, GroupNews } from '../events/announcements.ts';
import { Batches } from '../events/batches.ts';
import { STREAMS, streamOf, type Revisions, type Stream } from '../events/revisions.ts';
import type { Cockpit } from '../groups/cockpit.ts';
import type { Groups } from '../groups/groups.ts';
import type { Logger } from '../logger.ts';
import type { PlenaryBallots } from '../plenary/plenary-ballots.ts';
import type { PlenaryReader } from '../plenary/read-plenary.ts';
import { CommandPace } from './command-pace.ts';
import type { CommandTable } from './commands.ts';
import { credentialOf } from './handshake-credential.ts';
import { PlenaryStreams } from './plenary-streams.ts';
import { SyncTunnel } from './sync-tunnel.ts';

/** Commands and events are small; whoever sends more than this is cut off. */
const MESSAGE_BYTES = 64 * 1024;
/** What a projector may ask for. */
const FOR_SCREENS: ReadonlySet<CommandName> = new Set(['plenary.watch', 'plenary.unwatch']);
/** A cockpit is sent again at most once in this time, ms. */
const SYMPOSIUM_EVERY_MS = 1_000;

/** One connected socket and what it watches. */
type Watcher = {
  socket: Socket;
  token: string;
  watches: Map<GroupId, { stream: Stream; leave: () => void }>;
};

type Ack = (outcome: Outcome<unknown>) => void;

const room = {
  group: (groupId: GroupId, stream: Stream): string => `group:${groupId}:${stream}`,
  seat: (seatId: string): string => `seat:${seatId}`,
  session: (sessionId: string): string => `session:${sessionId}`,
  symposium: (symposiumId: SymposiumId): string => `symposium:${symposiumId}`,
};

export type LiveDoorOptions = {
  access: Access;
  announcements: Announcements;
  revisions: Revisions;
  groups: Groups;
  cockpit: Pick<Cockpit, 'read'>;
  plenary: { reader: PlenaryReader; ballots: PlenaryBallots; attendance: Attendance<SymposiumId> };
  commands: CommandTable;
  syncDoor: ConstructorParameters<typeof SyncTunnel>[0]['door'];
  clock: Clock;
  logger: Logger;
  publicUrl: string | null;
};

/** The live socket: takes commands, tells watchers what has happened. Knows no rule; those are the services'. */
export class LiveDoor implements AsyncDisposable {
  readonly #options: LiveDoorOptions;
  readonly #io: Server;
  readonly #pace: CommandPace;
  /** Signed in, not yet served. */
  readonly #admitted = new WeakMap<Socket, { caller: Caller; token: string }>();
  readonly #watchers = new Map<string, Watcher>();
  /** Which cockpit shows a group; learned from the states that were sent. */
  readonly #symposiumOf = new Map<GroupId, SymposiumId>();
  readonly #cockpits: Batches<SymposiumId>;
  readonly #plenaries: PlenaryStreams;
  readonly #stopListening: () => void;

  constructor(options: LiveDoorOptions) {
    this.#options = options;
    this.#pace = new CommandPace(options.clock);
    this.#cockpits = new Batches({
      clock: options.clock,
      everyMs: SYMPOSIUM_EVERY_MS,
      work: (symposiumId) => this.#sendCockpit(symposiumId),
      onFault: (fault) => options.logger.error(describeFault(fault), 'a cockpit could not be read'),
    });
    this.#plenaries = new PlenaryStreams({
      ...options.plenary,
      clock: options.clock,
      emit: (socketIds, news) => this.#io.to(socketIds).emit('plenary', news),
      onFault: (fault) => options.logger.error(describeFault(fault), 'a plenary could not be read'),
    });
    this.#io = new Server({
      path: '/live',
      serveClient: false,
      maxHttpBufferSize: MESSAGE_BYTES,
      // Present means connected: a connection that is gone has to be noticed well within a minute.
      pingInterval: 15_000,
      pingTimeout: 10_000,
      // Other doors take upgrades too; only what nobody has answered is cut off.
      destroyUpgradeTimeout: 10_000,
    });
    this.#io.use((socket, next) => void this.#answerHandshake(socket, next));
    this.#io.on('connection', (socket) => this.#serve(socket));
    const tunnel = new SyncTunnel({ door: options.syncDoor, clock: options.clock });
    this.#io.of(TUNNEL.namespace).on('connection', (socket) => tunnel.serve(socket));
    this.#stopListening = options.announcements.listen((announcement) => this.#hear(announcement));
    options.access.onSessionEnded((sessionId) => this.#io.in(room.session(sessionId)).disconnectSockets(true));
  }

  /** Answers under `/live` on this server. */
  attach(server: HttpServer): void {
    this.#io.attach(server);
  }

  /** Closes all connections in a way after which clients come back by themselves. Leaves the HTTP server alone. */
  async [Symbol.asyncDispose](): Promise<void> {
    this.#stopListening();
    // A disconnect packet would tell clients to stay away; closing the transport does not.
    this.#io.engine?.close();
    await this.#cockpits[Symbol.asyncDispose]();
    await this.#plenaries[Symbol.asyncDispose]();
  }

  async #answerHandshake(socket: Socket, next: (refusal?: Refusal) => void): Promise<void> {
    next(await this.#admit(socket));
  }

  /** Signs the socket in by token, bearer or the cookie its tab names; gives why it may not come in. */
  async #admit(socket: Socket): Promise<Refusal | undefined> {
    const credential = credentialOf(socket);
    if (credential.source === 'cookie' && !isOwnOrigin(socket.request, this.#options.publicUrl)) {
      return new Refusal('role-refused', 'This page may not call Rapport.');
    }
    try {
      const caller = await this.#options.access.resolve(credential.token);
      if (caller === null || credential.token === null) {
        return new Refusal('unauthenticated', 'Sign in first: with a badge, a code or the organiser key.');
      }
      this.#admitted.set(socket, { caller, token: credential.token });
      return undefined;
    } catch (fault) {
      this.#options.logger.error(describeFault(fault), 'a socket could not be signed in');
      return new Refusal('internal', 'Something went wrong on the server. It has been noted.');
    }
  }

  #serve(socket: Socket): void {
    const admitted = this.#admitted.get(socket);
    if (admitted === undefined) throw new Error('a socket was let in without being signed in');
    const { caller, token } = admitted;
    const watcher: Watcher = { socket, token, watches: new Map() };
    this.#watchers.set(socket.id, watcher);
    void socket.join(room.session(caller.sessionId));
    if (caller.kind === 'seat') void socket.join(room.seat(caller.seatId));
    socket.on('disconnect', () => {
      this.#watchers.delete(socket.id);
      for (const { leave } of watcher.watches.values()) leave();
      watcher.watches.clear();
      this.#plenaries.drop(socket);
    });
    socket.on('command', (...args: unknown[]) => {
      const ack = args.findLast((arg) => typeof arg === 'function') as Ack | undefined;
      let answered = false;
      const answer: Ack = (outcome) => {
        if (answered) return;
        answered = true;
        ack?.(outcome);
      };
      const message = typeof args[0] === 'function' ? undefined : args[0];
      this.#run(watcher, message, answer).then(answer, (fault: unknown) => {
        this.#options.logger.error({ ...describeFault(fault), command: nameOf(message) }, 'a command failed');
        answer(fail('internal', 'Something went wrong on the server. It has been noted.'));
      });
    });
  }

  /** Runs one command; `answer` is for those whose answer must leave before the next event does. */
  async #run(watcher: Watcher, message: unknown, answer: Ack): Promise<Outcome<unknown>> {
    const parsed = CommandMessage.safeParse(message);
    if (!parsed.success) return fail('invalid-input', 'A command is {name, input}.');
    const { name, input } = parsed.data;
    // Who the token belongs to is read at every command: a session may have ended since.
    const caller = await this.#options.access.resolve(watcher.token);
    if (caller === null) {
      answer(fail('unauthenticated', 'Your session has ended. Sign in again.'));
      watcher.socket.disconnect(true);
      return fail('unauthenticated', 'Your session has ended. Sign in again.');
    }
    if (!this.#pace.take(caller.sessionId)) {
      return fail('too-many-attempts', 'Too many commands at once. Wait a moment.');
    }
    if (!Object.hasOwn(COMMANDS, name)) return fail('invalid-input', 'There is no command of this name.', 'name');
    const command = name as CommandName;
    if (caller.kind === 'screen' && !FOR_SCREENS.has(command)) {
      return fail('role-refused', 'A screen may only watch the plenary.');
    }
    const checked = COMMANDS[command].safeParse(input);
    if (!checked.success) {
      const issue = checked.error.issues[0];
      const field = issue?.path.join('.') ?? '';
      return fail('invalid-input', `${field === '' ? 'The input' : field}: ${issue?.message ?? 'is not valid'}`, field);
    }
    switch (command) {
      case 'group.watch':
        return this.#watch(watcher, caller, checked.data as CommandParsed<'group.watch'>, answer);
      case 'group.unwatch':
        this.#unwatch(watcher, (checked.data as CommandParsed<'group.unwatch'>).groupId);
        return succeed(null);
      case 'symposium.watch':
        return this.#watchSymposium(watcher, caller, checked.data as CommandParsed<'symposium.watch'>);
      case 'plenary.watch':
        return this.#plenaries.watch(
          watcher.socket,
          caller,
          (checked.data as CommandParsed<'plenary.watch'>).symposiumId,
        );
      case 'plenary.unwatch':
        this.#plenaries.unwatch(watcher.socket, (checked.data as CommandParsed<'plenary.unwatch'>).symposiumId);
        return succeed(null);
      default: {
        // The table's own type says that every schema fits its method; a union of names cannot say it.
        const run = this.#options.commands[command] as (caller: Caller, input: unknown) => Promise<Outcome<unknown>>;
        return run(caller, checked.data);
      }
    }
  }

  #watch(
    watcher: Watcher,
    caller: Caller,
    input: CommandParsed<'group.watch'>,
    answer: Ack,
  ): Promise<Outcome<unknown>> {
    return this.#options.groups.watch(caller, input, ({ state, leave }) => {
      if (!watcher.socket.connected) return leave();
      const stream = streamOf(state.me.role);
      const before = watcher.watches.get(state.id);
      const watch = { stream: before?.stream ?? stream, leave };
      watcher.watches.set(state.id, watch);
      before?.leave();
      this.#follow(watcher, state.id, watch, stream);
      // Now, not a turn later: the next event may follow at once and must find the state there.
      answer(succeed(state));
    });
  }

  #follow(watcher: Watcher, groupId: GroupId, watch: { stream: Stream }, stream: Stream): void {
    if (watch.stream !== stream) void watcher.socket.leave(room.group(groupId, watch.stream));
    watch.stream = stream;
    void watcher.socket.join(room.group(groupId, stream));
  }

  #unwatch(watcher: Watcher, groupId: GroupId): void {
    const watch = watcher.watches.get(groupId);
    if (watch === undefined) return;
    watcher.watches.delete(groupId);
    void watcher.socket.leave(room.group(groupId, watch.stream));
    watch.leave();
  }

  async #watchSymposium(
    watcher: Watcher,
    caller: Caller,
    { symposiumId }: CommandParsed<'symposium.watch'>,
  ): Promise<Outcome<SymposiumState>> {
    if (caller.kind !== 'organiser') return fail('role-refused', 'Only an organiser may watch all groups.');
    const state = await this.#readCockpit(symposiumId);
    if (state === null) return fail('not-found', 'There is no such symposium.');
    await watcher.socket.join(room.symposium(symposiumId));
    // What changed between reading and joining is in the next one.
    this.#cockpits.ask(symposiumId);
    return succeed(state);
  }

  async #readCockpit(symposiumId: SymposiumId): Promise<SymposiumState | null> {
    const state = await this.#options.cockpit.read(symposiumId);
    for (const group of state?.groups ?? []) this.#symposiumOf.set(group.id, symposiumId);
    return state;
  }

  async #sendCockpit(symposiumId: SymposiumId): Promise<void> {
    if (!this.#io.of('/').adapter.rooms.has(room.symposium(symposiumId))) return;
    const state = await this.#readCockpit(symposiumId);
    if (state !== null) this.#io.to(room.symposium(symposiumId)).emit('symposium', state);
  }

  #hear(announcement: Announcement): void {
    this.#plenaries.hear(announcement);
    switch (announcement.to) {
      case 'group':
        return this.#tellStreams(announcement.news, STREAMS);
      case 'leaders':
        return this.#tellStreams(announcement.news, ['leaders']);
      case 'seat':
        return this.#tellSeat(announcement);
      case 'room':
        for (const stream of STREAMS) {
          this.#io.to(room.group(announcement.list.groupId, stream)).emit('room', announcement.list);
        }
        return;
      case 'authors':
        for (const stream of STREAMS) {
          this.#io.to(room.group(announcement.list.groupId, stream)).emit('authors', announcement.list);
        }
        return;
      case 'symposium':
        return this.#cockpits.ask(announcement.symposiumId);
      case 'documents':
      case 'plenary':
        return;
    }
  }

  #tellStreams(news: GroupNews, streams: readonly Stream[]): void {
    const { groupId } = news;
    for (const stream of streams) {
      const revision = this.#options.revisions.next(groupId, stream);
      this.#io.to(room.group(groupId, stream)).emit('event', { ...news, revision });
    }
    const symposiumId = this.#symposiumOf.get(groupId);
    if (symposiumId !== undefined) this.#cockpits.ask(symposiumId);
  }

  /** To a seat's own sockets, with the last number of the stream each of them follows. */
  #tellSeat({ seatId, news }: Extract<Announcement, { to: 'seat' }>): void {
    for (const id of this.#io.of('/').adapter.rooms.get(room.seat(seatId)) ?? []) {
      const watcher = this.#watchers.get(id);
      if (watcher === undefined) continue;
      const watch = watcher.watches.get(news.groupId);
      // Without a state there is nothing to fold it into; the state to come will hold it.
      if (watch === undefined && (news.type === 'me.changed' || news.type === 'role.changed')) continue;
      // At once, not when it next asks: who leads no longer hears nothing more that is for leaders.
      if (watch !== undefined && news.type === 'role.changed') {
        this.#follow(watcher, news.groupId, watch, streamOf(news.me.role));
      }
      const stream = watch?.stream ?? 'room';
      watcher.socket.emit('event', { ...news, revision: this.#options.revisions.current(news.groupId, stream) });
      if (news.type === 'seat.moved') this.#unwatch(watcher, news.groupId);
    }
  }
}

/** Why a socket is not let in: the client's `connect_error` has the code as message and the failure as `data`. */
class Refusal extends Error {
  readonly data: Failure;

  constructor(code: FailureCode, message: string) {
    super(code);
    this.data = { code, message };
  }
}

/** A command's name for the log, if it is one of ours. */
const nameOf = (message: unknown): string => {
  const name = CommandMessage.safeParse(message).data?.name ?? '';
  return Object.hasOwn(COMMANDS, name) ? name : 'unknown';
};
