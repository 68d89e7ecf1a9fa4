import { BOARD_ROOTS } from '@rapport/board/layout';
import type { Roots } from '@rapport/sync/open-roots';
import { Room, type Access } from '@rapport/sync/room';
import * as Y from 'yjs';
import { LiveDocument, type WatchTouched, type LiveDocumentState } from './live-document.ts';

type Member = { access: Access; socket: Pipe; id: number };

/** The server's own room engine behind pipes of this page. Storage answers at once, or when the test says so. */
export class RoomServer {
  readonly room: Room<Access>;
  readonly members: Member[] = [];
  appended = 0;
  /** Called when the engine hands a change to storage. */
  onAppend: () => void = () => undefined;
  autoCommit = true;
  access: Access = { mayWrite: true };

  constructor(roots: Roots = BOARD_ROOTS) {
    let presence = 2 ** 32;
    this.room = new Room<Access>({
      doc: new Y.Doc(),
      roots,
      seq: 0,
      claims: [],
      ports: {
        append: ({ seq }) => {
          this.appended = seq;
          this.onAppend();
        },
        projectPresence: () => null,
        presenceId: () => presence++,
        fault: (error) => {
          throw error;
        },
      },
    });
  }

  join(socket: Pipe): void {
    const peer = {
      send: (frames: readonly Uint8Array[]) => frames.forEach((frame) => socket.deliver(frame.slice())),
      buffered: () => 0,
      close: (code: number, reason: string) => socket.hangUp(code, reason),
    };
    const prove = (client: number): string => `${socket.session} ${client}`;
    this.members.push({ access: this.access, socket, id: this.room.join(this.access, peer, performance.now(), prove) });
  }

  receive(socket: Pipe, bytes: Uint8Array): void {
    const member = this.members.find((one) => one.socket === socket);
    if (member === undefined) return;
    this.room.receive(member.id, bytes, performance.now());
    this.settle();
  }

  leave(socket: Pipe): void {
    const member = this.members.find((one) => one.socket === socket);
    if (member !== undefined) this.room.leave(member.id, performance.now());
  }

  settle(): void {
    if (this.room.nextTickAt !== null) this.room.tick(performance.now());
    if (this.autoCommit) this.commit();
  }

  commit(): void {
    this.room.committed(this.appended, performance.now());
    if (this.room.nextTickAt !== null) this.room.tick(performance.now());
  }
}

/** What lies between page and server: pipes that deliver in order, each piece in a task of its own. */
export class Network {
  /** Whom the next pipe leads to. */
  server: RoomServer;
  reachable = true;
  readonly pipes: Pipe[] = [];
  private readonly opened: LiveDocument[] = [];

  constructor(roots?: Roots) {
    this.server = new RoomServer(roots);
  }

  /** Opens a document of this page over the network; with `copy`, as a page that keeps one under that name. */
  open(
    documentId: string,
    { copy, session = 't', watchTouched }: { copy?: string; session?: string; watchTouched?: WatchTouched } = {},
  ): LiveDocument {
    const pipeOf = (): Pipe => new Pipe(this, session);
    // The provider asks for a class; everything it uses of one is here.
    const socket = Object.assign(
      function socket() {
        return pipeOf();
      },
      { CONNECTING: 0, OPEN: 1, CLOSING: 2, CLOSED: 3 },
    ) as unknown as typeof WebSocket;
    const live = new LiveDocument({
      url: 'ws://127.0.0.1/sync',
      documentId,
      params: { tab: session },
      socket,
      ...(copy !== undefined && { copy: { name: copy, tab: session } }),
      ...(watchTouched && { watchTouched }),
    });
    this.opened.push(live);
    return live;
  }

  /** Cuts every pipe; new ones fail until `reachable` is true again. */
  cut(): void {
    this.reachable = false;
    for (const pipe of this.pipes) pipe.hangUp(1006, '');
  }

  close(): void {
    for (const live of this.opened.splice(0)) live.destroy();
  }
}

/** A WebSocket whose other end is a room. */
class Pipe {
  binaryType = 'arraybuffer';
  readyState: number = WebSocket.CONNECTING;
  readonly OPEN = WebSocket.OPEN;
  onopen: (() => void) | null = null;
  onmessage: ((event: { data: ArrayBuffer }) => void) | null = null;
  onclose: ((event: { code: number; reason: string }) => void) | null = null;
  onerror: ((event: Event) => void) | null = null;
  readonly session: string;
  private readonly server: RoomServer;

  constructor(network: Network, session: string) {
    this.session = session;
    this.server = network.server;
    network.pipes.push(this);
    setTimeout(() => {
      if (!network.reachable) return this.hangUp(1006, '');
      this.readyState = WebSocket.OPEN;
      this.server.join(this);
      this.onopen?.();
    });
  }

  send(data: Uint8Array<ArrayBuffer>): void {
    const bytes = data.slice();
    setTimeout(() => {
      if (this.readyState === WebSocket.OPEN) this.server.receive(this, bytes);
    });
  }

  deliver(frame: Uint8Array<ArrayBuffer>): void {
    setTimeout(() => this.onmessage?.({ data: frame.buffer }));
  }

  hangUp(code: number, reason: string): void {
    setTimeout(() => {
      if (this.readyState === WebSocket.CLOSED) return;
      this.readyState = WebSocket.CLOSED;
      this.server.leave(this);
      this.onclose?.({ code, reason });
    });
  }

  close(): void {
    this.hangUp(1000, '');
  }
}

/** Waits for a state of the document; no clock decides. */
export const until = (live: LiveDocument, check: (state: LiveDocumentState) => boolean): Promise<LiveDocumentState> =>
  new Promise((resolve) => {
    const look = (): boolean => {
      const state = live.store.getState();
      if (!check(state)) return false;
      resolve(state);
      return true;
    };
    if (look()) return;
    const stop = live.store.subscribe(() => {
      if (look()) stop();
    });
  });
