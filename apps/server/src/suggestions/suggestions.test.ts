import { describe, expect, test } from 'vitest';
import { assignCards } from '@rapport/board/assign-cards';
import { binCards } from '@rapport/board/bin-cards';
import { groupCards } from '@rapport/board/group-cards';
import { readBoard } from '@rapport/board/read-board';
import { boardDocument } from '@rapport/domain/document-id';
import type { CardId, ClusterId } from '@rapport/domain/ids';
import { bootServer, type TestServer } from '../testing/boot-server.ts';
import { must } from '../testing/http-client.ts';
import { seedGroup } from '../testing/seed-group.ts';
import { suggestInWorker } from './suggest-in-worker.ts';

const TRAINING = ['Train officers together', 'Joint training of officers', 'Officers train every autumn'];
const WATER = ['Drinking water in dry areas', 'Protect drinking water', 'Drinking water after floods'];
const LONE = 'Zoning bylaws';

/** A group whose board holds two topics and a card apart, ids in the order of the texts. */
const topicsOnBoard = async (server: TestServer) => {
  const group = await seedGroup(server);
  const texts = [...TRAINING, ...WATER, LONE].map((title) => ({ title }));
  const { ids } = await must(group.carol.http.post<{ ids: CardId[] }>(`/api/groups/${group.groupId}/cards`, texts));
  const board = server.sync(group.carol.token, boardDocument(group.groupId));
  await board.until((doc) => readBoard(doc).cards.length === texts.length);
  return { ...group, ids, board, carolLive: await server.live(group.carol.token) };
};

/** Waits until what carol has done to the board has reached somebody else, so the server has it. */
const seenByRita = async (
  server: TestServer,
  group: Awaited<ReturnType<typeof topicsOnBoard>>,
  holds: (cards: ReturnType<typeof readBoard>['cards']) => boolean,
): Promise<void> => {
  const other = server.sync(group.rita.token, boardDocument(group.groupId));
  await other.until((doc) => holds(readBoard(doc).cards));
};

describe('cluster.suggest', () => {
  test('proposes clusters with titles, changes nothing, and gives everybody who leads the same', async () => {
    await using server = await bootServer();
    const group = await topicsOnBoard(server);
    const { groupId, ids, carolLive, board } = group;
    const before = readBoard(board.doc);
    const organiser = await server.live(server.organiser.token ?? '');
    const [value, other] = await Promise.all([
      carolLive.command('cluster.suggest', { groupId }),
      organiser.command('cluster.suggest', { groupId }),
    ]);
    expect(value.suggestions).toEqual([
      { title: 'Drinking, water', cardIds: ids.slice(3, 6).toSorted() },
      { title: 'Officers, train', cardIds: ids.slice(0, 3).toSorted() },
    ]);
    expect(value.left).toEqual(ids.slice(6));
    expect(other).toEqual(value);
    expect(readBoard(board.doc)).toEqual(before);
    expect(server.logLines.filter((line) => /drinking|officers|bylaws/i.test(line))).toEqual([]);
  });

  test('looks at cards in no cluster and out of the bin; at all of them when each has its cluster', async () => {
    await using server = await bootServer();
    const group = await topicsOnBoard(server);
    const { groupId, ids, carolLive, board } = group;
    const cluster = 'cluster-training' as ClusterId;
    groupCards(board.doc, { id: cluster, title: 'Training', cards: ids.slice(0, 3).map((id) => ({ id })) }, 'carol');
    binCards(board.doc, ids.slice(6), 'carol');
    await seenByRita(server, group, (cards) => cards.some((card) => card.binned));
    const loose = await carolLive.command('cluster.suggest', { groupId });
    expect(loose.suggestions.map(({ cardIds }) => cardIds)).toEqual([ids.slice(3, 6).toSorted()]);
    expect(loose.left).toEqual([]);

    assignCards(
      board.doc,
      cluster,
      ids.slice(3, 6).map((id) => ({ id })),
      'carol',
    );
    await seenByRita(server, group, (cards) => cards.every((card) => card.binned || card.cluster !== null));
    const all = await carolLive.command('cluster.suggest', { groupId });
    expect(all.suggestions.flatMap(({ cardIds }) => cardIds).toSorted()).toEqual(ids.slice(0, 6).toSorted());
  });

  test('is for those who lead, of an open group', async () => {
    await using server = await bootServer();
    const { groupId, carol, rita, otto, voters, mallory } = await seedGroup(server);
    const codes = await Promise.all(
      [rita, otto, voters[0], mallory].map(async (person) => {
        const live = await server.live(person?.token ?? '');
        const outcome = await live.send('cluster.suggest', { groupId });
        return outcome.ok ? 'ok' : outcome.failure.code;
      }),
    );
    expect(codes).toEqual(['role-refused', 'role-refused', 'role-refused', 'not-found']);
    const live = await server.live(carol.token);
    expect(await live.command('cluster.suggest', { groupId })).toEqual({ suggestions: [], left: [] });
    await live.command('group.watch', { groupId });
    await live.command('group.close', { groupId });
    expect(await live.send('cluster.suggest', { groupId })).toMatchObject({ failure: { code: 'group-closed' } });
  });
});

describe('suggestInWorker', () => {
  const cards = Array.from({ length: 800 }, (_, index) => ({
    id: `card-${index}` as CardId,
    title: `Words of card ${index % 97} and ${index % 31}`,
    body: '',
  }));

  test('is called off before and in the middle of its work', async () => {
    const stop = new AbortController();
    const found = suggestInWorker(cards, stop.signal);
    stop.abort();
    expect(await found).toBeNull();
    expect(await suggestInWorker(cards, stop.signal)).toBeNull();
  });

  test('leaves the loop free: other work is done before a large board is', async () => {
    let turns = 0;
    let done = false;
    const count = (): void => {
      turns += 1;
      if (!done) setImmediate(count);
    };
    setImmediate(count);
    const found = await suggestInWorker(cards, new AbortController().signal);
    done = true;
    expect(found?.suggestions.length).toBeGreaterThan(1);
    expect(turns).toBeGreaterThan(100);
  });

  test('says that its thread failed', async () => {
    const broken = [{ id: 'card-1' }] as unknown as typeof cards;
    await expect(suggestInWorker(broken, new AbortController().signal)).rejects.toThrow(TypeError);
  });
});
