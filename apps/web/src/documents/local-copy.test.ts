import { addCard } from '@rapport/board/add-card';
import { removeCards } from '@rapport/board/remove-cards';
import type { CardId } from '@rapport/domain/ids';
import { CLOSE } from '@rapport/sync/close-codes';
import { IDBFactory, IDBObjectStore } from 'fake-indexeddb';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import * as Y from 'yjs';
import { seatKey, wipeSeat } from '../session/seat-storage.ts';
import type { LiveDocument } from './live-document.ts';
import { Network, RoomServer, until } from './testing.ts';

const COPY = seatKey('seat1', 'document.board.g1');

let network: Network;
beforeEach(() => {
  network = new Network();
  vi.stubGlobal('indexedDB', new IDBFactory());
});
afterEach(() => {
  network.close();
  vi.unstubAllGlobals();
});

const open = (session = 't'): LiveDocument => network.open('board.g1', { copy: COPY, session });
const docOf = (live: LiveDocument): Y.Doc => live.store.getState().doc;
const write = (live: LiveDocument, id: string, title: string): void => {
  addCard(docOf(live), { id: id as CardId, title, position: [0, 0] }, 'test');
};
const titleOf = (doc: Y.Doc, id: string): Y.Text => {
  const title = doc.getMap<Y.Map<unknown>>('cards').get(id)?.get('title');
  if (!(title instanceof Y.Text)) throw new Error(`no card ${id}`);
  return title;
};
const titles = (doc: Y.Doc): string[] =>
  [...doc.getMap<Y.Map<Y.Text>>('cards').values()].map((card) => card.get('title')?.toJSON() ?? '').toSorted();
const changes = (live: LiveDocument): number => {
  const { saved } = live.store.getState();
  return saved.kind === 'saved' ? 0 : saved.changes;
};

/** A page that is here, has a copy, and whose writing so far is on the server's disk. */
const settled = async (session?: string): Promise<LiveDocument> => {
  const live = open(session);
  await until(live, ({ loaded, kept, saved }) => loaded && kept && saved.kind === 'saved');
  return live;
};

const cutOff = async (live: LiveDocument): Promise<void> => {
  network.cut();
  await until(live, ({ connection }) => connection.kind === 'offline');
};

/** Closes the page once everything written in it is on the device. */
const closePage = async (live: LiveDocument): Promise<void> => {
  await vi.waitFor(() => expect(live.mayLeave).toBe(true));
  live.destroy();
};

/** Everything this device holds, as one text to be searched. */
const bytesOnDevice = async (): Promise<string> => {
  const request = indexedDB.open(COPY);
  const database = await new Promise<IDBDatabase>((resolve) => {
    request.addEventListener('success', () => resolve(request.result));
  });
  const stores = [...database.objectStoreNames];
  const values = await Promise.all(
    stores.map(
      (name) =>
        new Promise<unknown[]>((resolve) => {
          const all = database.transaction(name).objectStore(name).getAll();
          all.addEventListener('success', () => resolve(all.result));
        }),
    ),
  );
  database.close();
  const text = (value: unknown): string =>
    ArrayBuffer.isView(value)
      ? Buffer.from(value.buffer).toString('latin1')
      : typeof value === 'object' && value !== null
        ? Object.values(value).map(text).join(' ')
        : String(value);
  return values.flat().map(text).join(' ');
};

test('what was written out of touch is there after the page was closed, and goes to the server', async () => {
  const first = await settled();
  write(first, 'c1', 'Written in the room');
  await until(first, ({ saved }) => saved.kind === 'saved');
  await cutOff(first);
  write(first, 'c2', 'Written in the lift');
  titleOf(docOf(first), 'c1').insert(0, 'Still ');
  expect(first.store.getState()).toMatchObject({ saved: { kind: 'offline', changes: 2 }, kept: true });
  await closePage(first);

  const second = open();
  await until(second, ({ loaded }) => loaded);
  expect(titles(docOf(second))).toEqual(['Still Written in the room', 'Written in the lift']);
  const offline = await until(second, ({ connection }) => connection.kind === 'offline');
  expect(offline).toMatchObject({ saved: { kind: 'offline', changes: 2 }, kept: true });
  network.reachable = true;
  window.dispatchEvent(new Event('online'));
  await until(second, ({ saved }) => saved.kind === 'saved');
  expect(titles(network.server.room.doc)).toEqual(['Still Written in the room', 'Written in the lift']);
  await closePage(second);

  const third = await settled();
  expect(changes(third)).toBe(0);
});

test('another session of the seat may bring what was written out of touch', async () => {
  const first = await settled('before');
  write(first, 'c1', 'Written in the room');
  await until(first, ({ saved }) => saved.kind === 'saved');
  await cutOff(first);
  titleOf(docOf(first), 'c1').insert(0, 'Still ');
  await closePage(first);
  network.reachable = true;
  const second = open('after signing in again');
  await until(second, ({ saved, connection }) => connection.kind === 'online' && saved.kind === 'saved');
  expect(second.store.getState().refusal).toBeNull();
  expect(titles(network.server.room.doc)).toEqual(['Still Written in the room']);
});

test('no page writes under an id of an earlier one, nor out of touch under one that is known', async () => {
  const first = await settled();
  write(first, 'c1', 'One');
  const online = docOf(first).clientID;
  await until(first, ({ saved }) => saved.kind === 'saved');
  await cutOff(first);
  write(first, 'c2', 'Two');
  const offline = docOf(first).clientID;
  await closePage(first);
  const second = open();
  await until(second, ({ loaded }) => loaded);
  expect(new Set([online, offline, docOf(second).clientID]).size).toBe(3);
});

test('what the server has dropped meanwhile does not come back; own texts it never had are set aside', async () => {
  const first = await settled();
  write(first, 'c1', 'Purged by the server');
  await until(first, ({ saved }) => saved.kind === 'saved');
  await cutOff(first);
  write(first, 'c2', 'Never sent');
  await closePage(first);

  network.server = new RoomServer();
  network.reachable = true;
  const second = open();
  const aside = {
    refusal: { code: 'gone', text: '' },
    rescued: [{ cardId: 'c2', title: 'Never sent', body: '' }],
  };
  expect(await until(second, ({ refusal, loaded }) => refusal !== null && loaded)).toMatchObject(aside);
  await until(second, ({ kept }) => kept);
  expect(titles(docOf(second))).toEqual([]);
  expect(titles(network.server.room.doc)).toEqual([]);
  await closePage(second);
  expect(await bytesOnDevice()).not.toContain('Purged by the server');

  const third = await settled();
  expect(third.store.getState()).toMatchObject(aside);
  third.dismissRefusal();
  await closePage(third);
  const fourth = await settled();
  expect(fourth.store.getState()).toMatchObject({ refusal: null, rescued: [] });
});

test('a page that was out of touch without a copy does not bring back what was dropped either', async () => {
  const live = network.open('board.g1');
  await until(live, ({ loaded }) => loaded);
  write(live, 'c1', 'Purged by the server');
  await until(live, ({ saved }) => saved.kind === 'saved');
  const before = docOf(live);
  await cutOff(live);
  network.server = new RoomServer();
  network.reachable = true;
  window.dispatchEvent(new Event('online'));
  await until(live, ({ doc, loaded }) => doc !== before && loaded);
  expect(titles(network.server.room.doc)).toEqual([]);
  expect(titles(docOf(live))).toEqual([]);
});

test('a card that was withdrawn meanwhile does not come back, and its bytes leave this device', async () => {
  const first = await settled();
  write(first, 'c1', 'Withdrawn by its author');
  write(first, 'c2', 'Stays');
  await until(first, ({ saved }) => saved.kind === 'saved');
  await cutOff(first);
  titleOf(docOf(first), 'c1').insert(0, 'Edited: ');
  await closePage(first);
  expect(await bytesOnDevice()).toContain('Withdrawn by its author');

  network.server.room.edit((doc) => removeCards(doc, ['c1' as CardId], 'server'), performance.now());
  network.server.settle();
  network.reachable = true;
  const second = await settled();
  expect(titles(docOf(second))).toEqual(['Stays']);
  expect(titles(network.server.room.doc)).toEqual(['Stays']);
  await vi.waitFor(async () => expect(await bytesOnDevice()).not.toContain('Withdrawn by its author'), 5000);
  expect(await bytesOnDevice()).toContain('Stays');
});

test('a refusal leaves nothing of the document on this device but the texts to copy out', async () => {
  const first = await settled();
  await cutOff(first);
  write(first, 'c1', 'Too late');
  await closePage(first);
  network.server.access = { mayWrite: false, refusal: { code: 'board-locked', text: 'The board is locked.' } };
  network.reachable = true;
  const second = open();
  const state = await until(
    second,
    ({ refusal, loaded, doc }) => refusal !== null && loaded && titles(doc).length === 0,
  );
  expect(state.rescued).toEqual([{ cardId: 'c1', title: 'Too late', body: '' }]);
  expect(state.saved).toEqual({ kind: 'saved' });
  expect(state.kept).toBe(false);
});

test.each([
  [CLOSE.sessionEnded, true],
  [CLOSE.refused, false],
])('after %d unsent writing stays on this device: %s', async (code, stays) => {
  const first = await settled();
  await cutOff(first);
  write(first, 'c1', 'Only here');
  await closePage(first);
  network.reachable = true;
  const join = network.server.join.bind(network.server);
  network.server.join = (socket) => socket.hangUp(code, '');
  const second = open();
  await until(second, ({ connection }) => connection.kind === 'ended');
  await closePage(second);
  network.server.join = join;
  const third = open();
  await until(third, ({ saved, loaded }) => loaded && saved.kind === 'saved');
  expect(titles(docOf(third))).toEqual(stays ? ['Only here'] : []);
  expect(third.store.getState().rescued).toEqual(stays ? [] : [{ cardId: 'c1', title: 'Only here', body: '' }]);
});

test('two pages of a seat share the copy', async () => {
  const one = await settled();
  const other = await settled();
  network.cut();
  await until(one, ({ connection }) => connection.kind === 'offline');
  await until(other, ({ connection }) => connection.kind === 'offline');
  write(one, 'c1', 'From one');
  write(other, 'c2', 'From the other');
  await closePage(one);
  await closePage(other);
  network.reachable = true;
  const third = await settled();
  expect(titles(network.server.room.doc)).toEqual(['From one', 'From the other']);
  expect(titles(docOf(third))).toEqual(['From one', 'From the other']);
});

test('a copy that one page has thrown away is not written on by another; it begins again', async () => {
  const one = await settled();
  const other = await settled();
  const before = docOf(one);
  const [member] = network.server.members;
  network.server.room.turnAway(member?.id ?? 0, { code: 'too-fast', text: '' });
  await until(one, ({ doc, kept }) => doc !== before && kept);
  write(other, 'c1', 'Written beside it');
  await until(other, ({ saved }) => saved.kind === 'saved');
  await until(other, ({ kept }) => kept);
  await cutOff(other);
  write(other, 'c2', 'And out of touch');
  await closePage(other);
  await closePage(one);
  network.reachable = true;
  await settled();
  expect(titles(network.server.room.doc)).toEqual(['And out of touch', 'Written beside it']);
});

test('signing out takes the copy from pages that have it open', async () => {
  const live = await settled();
  write(live, 'c1', 'Private');
  await wipeSeat('seat1');
  await until(live, ({ kept }) => !kept);
  write(live, 'c2', 'Private too');
  expect(await indexedDB.databases()).toEqual([]);
});

test.each<[string, () => void]>([
  ['there is no storage', () => vi.stubGlobal('indexedDB', undefined)],
  [
    'the storage cannot be opened',
    () =>
      vi.stubGlobal('indexedDB', {
        open: () => {
          throw new DOMException('private mode', 'InvalidStateError');
        },
      }),
  ],
])('goes on in memory, and says so, where %s', async (_, take) => {
  take();
  const live = open();
  await until(live, ({ loaded }) => loaded);
  await cutOff(live);
  write(live, 'c1', 'Only in this window');
  expect(live.store.getState()).toMatchObject({ saved: { kind: 'offline', changes: 1 }, kept: false });
  expect(live.mayLeave).toBe(false);
});

test('a full storage is told, and what is written goes on in memory', async () => {
  const live = await settled();
  await cutOff(live);
  const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError');
  });
  write(live, 'c1', 'One too many');
  await until(live, ({ kept }) => !kept);
  expect(live.mayLeave).toBe(false);
  put.mockRestore();
  network.reachable = true;
  window.dispatchEvent(new Event('online'));
  await until(live, ({ saved }) => saved.kind === 'saved');
  expect(titles(network.server.room.doc)).toEqual(['One too many']);
});
