import { addCard } from '@rapport/board/add-card';
import { BOARD_ROOTS } from '@rapport/board/layout';
import type { CardId } from '@rapport/domain/ids';
import { CLOSE } from '@rapport/sync/close-codes';
import { Room, type Access } from '@rapport/sync/room';
import { afterEach, beforeEach, expect, test } from 'vitest';
import * as Y from 'yjs';
import { LiveDocument, type LiveDocumentState } from './live-document.ts';

type Member = { access: Access; socket: Pipe; id: number };

/** The server's own room engine behind pipes of this page. Storage answers when the test says so. */
class Server {
  readonly room: Room<Access>;
  readonly members: Member[] = [];
  appended = 0;
  /** Called when the engine hands a change to storage. */
  onAppend: () => void = () => undefined;
  autoCommit = true;
  access: Access = { mayWrite: true };

  constructor(doc = new Y.Doc()) {
    let presence = 2 ** 32;
    this.room = new Room<Access>({
      doc,
      roots: BOARD_ROOTS,
      seq: 0,
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
    this.members.push({ access: this.access, socket, id: this.room.join(this.access, peer, performance.now()) });
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

let server: Server;
let reachable: boolean;
let pipes: Pipe[];

/** A WebSocket whose other end is the room above. Everything arrives in order, each piece in a task of its own. */
class Pipe extends EventTarget {
  static readonly CONNECTING = 0;
  static readonly OPEN = 1;
  static readonly CLOSING = 2;
  static readonly CLOSED = 3;
  binaryType = 'arraybuffer';
  readyState = 0;
  onopen: (() => void) | null = null;
  onmessage: ((event: { data: ArrayBuffer }) => void) | null = null;
  onclose: ((event: { code: number; reason: string }) => void) | null = null;
  onerror: ((event: Event) => void) | null = null;
  private readonly server = server;

  constructor() {
    super();
    pipes.push(this);
    setTimeout(() => {
      if (!reachable) return this.hangUp(1006, '');
      this.readyState = Pipe.OPEN;
      this.server.join(this);
      this.onopen?.();
    });
  }

  send(data: Uint8Array<ArrayBuffer>): void {
    const bytes = data.slice();
    setTimeout(() => {
      if (this.readyState === Pipe.OPEN) this.server.receive(this, bytes);
    });
  }

  deliver(frame: Uint8Array<ArrayBuffer>): void {
    setTimeout(() => this.onmessage?.({ data: frame.buffer }));
  }

  hangUp(code: number, reason: string): void {
    setTimeout(() => {
      if (this.readyState === Pipe.CLOSED) return;
      this.readyState = Pipe.CLOSED;
      this.server.leave(this);
      this.onclose?.({ code, reason });
    });
  }

  close(): void {
    this.hangUp(1000, '');
  }
}

const until = (live: LiveDocument, check: (state: LiveDocumentState) => boolean): Promise<LiveDocumentState> =>
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

const open: LiveDocument[] = [];
const openLive = (): LiveDocument => {
  const live = new LiveDocument({
    url: 'ws://127.0.0.1/sync',
    documentId: 'board.g1',
    params: { tab: 't' },
    socket: Pipe as unknown as typeof WebSocket,
  });
  open.push(live);
  return live;
};
const write = (live: LiveDocument, id: string, title: string): void => {
  addCard(live.store.getState().doc, { id: id as CardId, title, position: [0, 0] }, 'test');
};
const titles = (doc: Y.Doc): string[] =>
  [...doc.getMap<Y.Map<Y.Text>>('cards').values()].map((card) => card.get('title')?.toJSON() ?? '').toSorted();

beforeEach(() => {
  server = new Server();
  reachable = true;
  pipes = [];
});
afterEach(() => {
  for (const live of open.splice(0)) live.destroy();
});

test('says Saved only once the change is on disk', async () => {
  server.autoCommit = false;
  const live = openLive();
  await until(live, ({ loaded }) => loaded);
  const appended = new Promise<void>((resolve) => {
    server.onAppend = resolve;
  });
  write(live, 'c1', 'Joint training');
  expect(live.store.getState().saved).toEqual({ kind: 'saving', changes: 1 });
  await appended;
  expect(titles(server.room.doc)).toEqual(['Joint training']);
  expect(live.store.getState().saved.kind).toBe('saving');
  server.autoCommit = true;
  server.commit();
  await until(live, ({ saved }) => saved.kind === 'saved');
});

test('keeps what is written without a connection and brings it along', async () => {
  const live = openLive();
  await until(live, ({ loaded }) => loaded);
  reachable = false;
  server.members[0]?.socket.hangUp(1006, '');
  await until(live, ({ connection }) => connection.kind === 'offline');
  write(live, 'c1', 'Written in the lift');
  write(live, 'c2', 'Written on the stairs');
  expect(live.store.getState().saved).toEqual({ kind: 'offline', changes: 2 });
  reachable = true;
  window.dispatchEvent(new Event('online'));
  await until(live, ({ saved }) => saved.kind === 'saved');
  expect(titles(server.room.doc)).toEqual(['Written in the lift', 'Written on the stairs']);
});

test('shows what others write, many changes in one transaction', async () => {
  const live = openLive();
  const { doc } = await until(live, ({ loaded }) => loaded);
  let transactions = 0;
  doc.on('afterTransaction', () => (transactions += 1));
  const arrived = new Promise<void>((resolve) => {
    doc.getMap('cards').observe(() => resolve());
  });
  for (let i = 0; i < 20; i++) {
    server.room.edit((target) => {
      addCard(target, { id: `c${i}` as CardId, title: `Card ${i}`, position: [0, 0] }, 'server');
    }, performance.now());
    server.room.tick(performance.now());
  }
  await arrived;
  expect(titles(doc)).toHaveLength(20);
  expect(transactions).toBeLessThan(5);
});

test('a refusal is told, the text is kept to copy, and the page goes on with a fresh document', async () => {
  const live = openLive();
  const before = await until(live, ({ loaded }) => loaded);
  const [member] = server.members;
  server.access = { mayWrite: false, refusal: { code: 'board-locked', text: 'The board is locked.' } };
  server.room.reconsider(member?.id ?? 0, server.access, performance.now());
  write(live, 'c1', 'Too late');
  const state = await until(live, ({ refusal, loaded }) => refusal !== null && loaded);
  expect(state.refusal).toEqual({ code: 'board-locked', text: 'The board is locked.' });
  expect(state.rescued).toEqual([{ cardId: 'c1', title: 'Too late', body: '' }]);
  expect(state.doc).not.toBe(before.doc);
  expect(titles(state.doc)).toEqual([]);
  expect(state.saved).toEqual({ kind: 'saved' });
  live.dismissRefusal();
  expect(live.store.getState()).toMatchObject({ refusal: null, rescued: [] });
});

test.each([
  [CLOSE.sessionEnded, 'signed-out'],
  [CLOSE.refused, 'not-allowed'],
])('stays away after %d', async (code, why) => {
  const live = openLive();
  await until(live, ({ loaded }) => loaded);
  server.members[0]?.socket.hangUp(code, '');
  const { connection } = await until(live, (state) => state.connection.kind === 'ended');
  expect(connection).toEqual({ kind: 'ended', why });
  expect(pipes).toHaveLength(1);
});

test('what the server has dropped never comes back from here', async () => {
  const live = openLive();
  await until(live, ({ loaded }) => loaded);
  write(live, 'c1', 'To be forgotten');
  await until(live, ({ saved }) => saved.kind === 'saved');
  const [member] = server.members;
  server = new Server();
  member?.socket.hangUp(CLOSE.gone, '');
  const { doc } = await until(
    live,
    ({ loaded, connection }) => loaded && connection.kind === 'online' && pipes.length > 1,
  );
  expect(titles(doc)).toEqual([]);
  expect(titles(server.room.doc)).toEqual([]);
});
