import { describe, expect, it } from 'vitest';
import { addCard } from '@rapport/board/add-card';
import { readBoard } from '@rapport/board/read-board';
import { setCardText } from '@rapport/board/set-card-text';
import { boardDocument } from '@rapport/domain/document-id';
import { CardId } from '@rapport/domain/ids';
import { CardTexts, EarlierBoard, History, Restored } from '@rapport/protocol/history';
import { bootServer, type TestServer } from '../testing/boot-server.ts';
import { must } from '../testing/http-client.ts';
import { ManualClock } from '../testing/manual-clock.ts';
import { seedGroup } from '../testing/seed-group.ts';

const cardId = (letter: string): CardId => CardId.parse(letter.repeat(16));

/** A group in its second phase whose board was kept when that began, with one card then and two now. */
const open = async (server: TestServer, chathamHouse: boolean) => {
  const group = await seedGroup(server, {
    symposium: { chathamHouse },
    template: [
      { kind: 'clarify', minutes: 5 },
      { kind: 'cluster', minutes: 5 },
    ],
  });
  const { groupId, carol, voters } = group;
  const [alice] = voters;
  if (alice === undefined) throw new Error('a group without voters');
  const path = `/api/groups/${groupId}/history`;
  const http = server.http(carol.token);
  const board = server.sync(alice.token, boardDocument(groupId));
  await board.synced();
  const write = async (letter: string, title: string): Promise<void> => {
    addCard(board.doc, { id: cardId(letter), title, position: [0, 0] }, 'test');
    await must(server.http(alice.token).get(`/api/groups/${groupId}`));
  };
  const list = async () => History.parse(await must(http.get(path))).checkpoints;
  /** The newest checkpoint once there are so many: they are made after the deed that asks for them. */
  const kept = async (count: number): ReturnType<typeof list> => {
    const checkpoints = await list();
    return checkpoints.length >= count ? checkpoints : kept(count);
  };
  const leader = await server.live(carol.token);
  const state = await leader.command('group.watch', { groupId });
  await write('a', 'Ports');
  const [, second] = state.phases;
  if (second === undefined) throw new Error('a group with one phase');
  await leader.command('phase.move', { groupId, phaseId: second.id });
  await kept(1);
  await write('b', 'Ferries');
  return { ...group, alice, path, http, board, write, list, kept, leader };
};

describe('earlier boards', () => {
  it('are kept when a phase begins and after some minutes of work, without times under the Rule', async () => {
    const clock = new ManualClock();
    await using server = await bootServer({ clock });
    const { list } = await open(server, true);
    // A minute at a time: the board changes when the next tick is due, and is kept five minutes after that.
    const work = async (minutes: number): Promise<number> => {
      clock.advance(60_000);
      return (await list()).length >= 2 ? minutes : work(minutes + 1);
    };
    expect(await work(1)).toBeGreaterThanOrEqual(5);
    expect(await list()).toMatchObject([
      { number: 2, reason: 'activity', phase: { kind: 'cluster', index: 1 }, at: null, cards: 2 },
      { number: 1, reason: 'phase', phase: { kind: 'cluster', index: 1 }, at: null, cards: 1 },
    ]);
    // Nobody has worked since.
    clock.advance(5 * 60_000);
    expect(await list()).toHaveLength(2);
  });

  it('carry their time where the Rule is off', async () => {
    await using server = await bootServer();
    const { list } = await open(server, false);
    expect(Date.parse((await list())[0]?.at ?? '')).not.toBeNaN();
  });

  it('can be looked at by those who lead and by nobody else', async () => {
    await using server = await bootServer();
    const { path, http, list, alice, mallory, rita } = await open(server, true);
    const [first] = await list();
    const seen = EarlierBoard.parse(await must(http.get(`${path}/${first?.id}`)));
    expect(seen.cards).toMatchObject([{ id: cardId('a'), title: 'Ports' }]);
    for (const person of [alice, rita]) {
      expect((await server.http(person.token).get(path)).status).toBe(403);
      expect((await server.http(person.token).get(`${path}/${first?.id}`)).status).toBe(403);
      expect((await server.http(person.token).post(`${path}/${first?.id}/restore`, {})).status).toBe(403);
    }
    expect((await server.http(mallory.token).get(path)).status).toBe(404);
    expect((await http.get(`${path}/nowhere`)).status).toBe(404);
  });

  it('are restored for everybody by an ordinary edit, and that can be taken back', async () => {
    await using server = await bootServer();
    const { path, http, list, board } = await open(server, true);
    const [first] = await list();
    const restored = Restored.parse(await must(http.post(`${path}/${first?.id}/restore`, {})));
    expect(restored.cards).toBe(1);
    await board.until((doc) => readBoard(doc).cards.some((card) => card.binned));
    expect(readBoard(board.doc).cards).toMatchObject([
      { id: cardId('a'), binned: false },
      { id: cardId('b'), binned: true, title: 'Ferries' },
    ]);
    await must(http.post(`${path}/${restored.keptAs}/restore`, {}));
    await board.until((doc) => readBoard(doc).cards.every((card) => !card.binned));
    expect((await list()).map(({ reason }) => reason)).toEqual(['restore', 'restore', 'phase']);
  });

  it('lose a card that its author withdraws', async () => {
    await using server = await bootServer();
    const { groupId, path, http, list, alice, board } = await open(server, true);
    const live = await server.live(alice.token);
    await live.command('card.withdraw', { groupId, cardId: cardId('a') });
    const [first] = await list();
    expect(first?.cards).toBe(0);
    expect(JSON.stringify(await must(http.get(`${path}/${first?.id}`)))).not.toContain('Ports');
    await must(http.post(`${path}/${first?.id}/restore`, {}));
    await board.until((doc) => readBoard(doc).cards.every((card) => card.binned));
    expect(readBoard(board.doc).cards.map(({ id }) => id)).toEqual([cardId('b')]);
  });

  it('tell what one card said, each text with the first board that held it', async () => {
    await using server = await bootServer();
    const { path, http, kept, board, leader, groupId, alice, mallory } = await open(server, true);
    const state = await leader.command('group.watch', { groupId });
    const move = async (kind: string, count: number): Promise<void> => {
      const phase = state.phases.find((one) => one.kind === kind);
      if (phase === undefined) throw new Error(`no phase ${kind}`);
      await leader.command('phase.move', { groupId, phaseId: phase.id });
      await kept(count);
    };
    await move('clarify', 2);
    setCardText(board.doc, { id: cardId('a'), title: 'Ports', body: 'Both sides' }, 'test');
    await must(server.http(alice.token).get(`/api/groups/${groupId}`));
    await move('cluster', 3);
    const texts = async () => CardTexts.parse(await must(http.get(`${path}/cards/${cardId('a')}`))).texts;
    expect(await texts()).toMatchObject([
      { title: 'Ports', body: 'Both sides', checkpoint: { number: 3, phase: { kind: 'cluster' }, at: null } },
      { title: 'Ports', body: '', checkpoint: { number: 1, phase: { kind: 'cluster' }, at: null } },
    ]);
    expect((await server.http(alice.token).get(`${path}/cards/${cardId('a')}`)).status).toBe(403);
    expect((await server.http(mallory.token).get(`${path}/cards/${cardId('a')}`)).status).toBe(404);
    const live = await server.live(alice.token);
    await live.command('card.withdraw', { groupId, cardId: cardId('a') });
    expect((await http.get(`${path}/cards/${cardId('a')}`)).status).toBe(404);
  });
});
