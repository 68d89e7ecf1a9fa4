import { addCard } from '@rapport/board/add-card';
import type { CardId } from '@rapport/domain/ids';
import { CLOSE } from '@rapport/sync/close-codes';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type * as Y from 'yjs';
import type { LiveDocument } from './live-document.ts';
import { Network, RoomServer, until } from './testing.ts';

let network: Network;
beforeEach(() => {
  network = new Network();
});
afterEach(() => network.close());

const write = (live: LiveDocument, id: string, title: string): void => {
  addCard(live.store.getState().doc, { id: id as CardId, title, position: [0, 0] }, 'test');
};
const titles = (doc: Y.Doc): string[] =>
  [...doc.getMap<Y.Map<Y.Text>>('cards').values()].map((card) => card.get('title')?.toJSON() ?? '').toSorted();

test('says Saved only once the change is on disk', async () => {
  network.server.autoCommit = false;
  const live = network.open('board.g1');
  await until(live, ({ loaded }) => loaded);
  const appended = new Promise<void>((resolve) => {
    network.server.onAppend = resolve;
  });
  write(live, 'c1', 'Joint training');
  expect(live.store.getState().saved).toEqual({ kind: 'saving', changes: 1 });
  await appended;
  expect(titles(network.server.room.doc)).toEqual(['Joint training']);
  expect(live.store.getState().saved.kind).toBe('saving');
  network.server.autoCommit = true;
  network.server.commit();
  await until(live, ({ saved }) => saved.kind === 'saved');
});

test('keeps what is written without a connection and brings it along', async () => {
  const live = network.open('board.g1');
  await until(live, ({ loaded }) => loaded);
  network.cut();
  await until(live, ({ connection }) => connection.kind === 'offline');
  write(live, 'c1', 'Written in the lift');
  write(live, 'c2', 'Written on the stairs');
  expect(live.store.getState().saved).toEqual({ kind: 'offline', changes: 2 });
  network.reachable = true;
  window.dispatchEvent(new Event('online'));
  await until(live, ({ saved }) => saved.kind === 'saved');
  expect(titles(network.server.room.doc)).toEqual(['Written in the lift', 'Written on the stairs']);
});

test('shows what others write, many changes in one transaction', async () => {
  const live = network.open('board.g1');
  const { doc } = await until(live, ({ loaded }) => loaded);
  let transactions = 0;
  doc.on('afterTransaction', () => (transactions += 1));
  const arrived = new Promise<void>((resolve) => {
    doc.getMap('cards').observe(() => resolve());
  });
  for (let i = 0; i < 20; i++) {
    network.server.room.edit((target) => {
      addCard(target, { id: `c${i}` as CardId, title: `Card ${i}`, position: [0, 0] }, 'server');
    }, performance.now());
    network.server.room.tick(performance.now());
  }
  await arrived;
  expect(titles(doc)).toHaveLength(20);
  expect(transactions).toBeLessThan(5);
});

test('a refusal is told, the text is kept to copy, and the page goes on with a fresh document', async () => {
  const live = network.open('board.g1');
  const before = await until(live, ({ loaded }) => loaded);
  const [member] = network.server.members;
  network.server.access = { mayWrite: false, refusal: { code: 'board-locked', text: 'The board is locked.' } };
  network.server.room.reconsider(member?.id ?? 0, network.server.access, performance.now());
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
  const live = network.open('board.g1');
  await until(live, ({ loaded }) => loaded);
  network.server.members[0]?.socket.hangUp(code, '');
  const { connection } = await until(live, (state) => state.connection.kind === 'ended');
  expect(connection).toEqual({ kind: 'ended', why });
  expect(network.pipes).toHaveLength(1);
});

test('what the server has dropped never comes back from here', async () => {
  const live = network.open('board.g1');
  await until(live, ({ loaded }) => loaded);
  write(live, 'c1', 'To be forgotten');
  await until(live, ({ saved }) => saved.kind === 'saved');
  const [member] = network.server.members;
  network.server = new RoomServer();
  member?.socket.hangUp(CLOSE.gone, '');
  const { doc } = await until(
    live,
    ({ loaded, connection }) => loaded && connection.kind === 'online' && network.pipes.length > 1,
  );
  expect(titles(doc)).toEqual([]);
  expect(titles(network.server.room.doc)).toEqual([]);
});
