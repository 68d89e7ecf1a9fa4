import { describe, expect, it } from 'vitest';
import { addCard } from '@rapport/board/add-card';
import { readBoard } from '@rapport/board/read-board';
import type { Attribution } from '@rapport/domain/attribution';
import { boardDocument, draftDocument } from '@rapport/domain/document-id';
import type { CardId } from '@rapport/domain/ids';
import type { CardAuthors } from '@rapport/protocol/card-authors';
import type { Me } from '@rapport/protocol/http';
import { bootServer, type TestServer } from '../testing/boot-server.ts';
import { must } from '../testing/http-client.ts';
import type { LiveClient } from '../testing/live-client.ts';
import { seedGroup, type Person } from '../testing/seed-group.ts';

const card = (id: string): CardId => id as CardId;

/** Fifteen participants are five of each bloc; three leave every bloc too small for tags. */
const openGroup = async (server: TestServer, attribution: Attribution, participants = 15) => {
  const group = await seedGroup(server, {
    participants,
    symposium: { attribution },
    template: [
      { kind: 'clarify', minutes: 5 },
      { kind: 'write', minutes: 5 },
    ],
  });
  const [alice, bob] = group.voters as [Person, Person];
  const watch = async (person: Person): Promise<LiveClient> => {
    const live = await server.live(person.token);
    await live.command('group.watch', { groupId: group.groupId });
    return live;
  };
  const lives = { carol: await watch(group.carol), alice: await watch(alice), bob: await watch(bob) };
  const board = server.sync(alice.token, boardDocument(group.groupId));
  await board.synced();
  const seen = server.sync(bob.token, boardDocument(group.groupId));
  /** Writes a card as alice, until bob sees it and the server knows whose it is. */
  const write = async (id: string): Promise<void> => {
    addCard(board.doc, { id: card(id), title: `Idea ${id}`, position: [0, 0] }, 'test');
    await seen.until((doc) => readBoard(doc).cards.some((one) => one.id === id));
    await lives.alice.command('card.mine', { groupId: group.groupId });
  };
  const { seat } = await must(alice.http.get<Me>('/api/me'));
  if (seat === null) throw new Error('alice has no seat');
  const { id: _id, ...author } = seat;
  return { ...group, alice, bob, lives, write, author };
};

/** What was pushed to somebody about authors, in order. */
const pushed = (live: LiveClient): CardAuthors[] =>
  live.received.filter(({ name }) => name === 'authors').map(({ payload }) => payload as CardAuthors);

describe('who is behind a card', () => {
  it.each<[Attribution, number, 'author' | 'bloc' | 'nothing']>([
    ['named', 3, 'author'],
    ['bloc', 15, 'bloc'],
    ['bloc', 3, 'nothing'],
    ['non-attributed', 15, 'nothing'],
    ['sealed', 15, 'nothing'],
  ])('in `%s` with %i participants the room sees %s', async (attribution, participants, shown) => {
    await using server = await bootServer();
    const { groupId, lives, write, author } = await openGroup(server, attribution, participants);
    await write('c1');
    const expected = { author: { author }, bloc: { bloc: author.bloc }, nothing: null }[shown];
    const authors = expected === null ? [] : [{ cardId: 'c1', ...expected }];
    expect(await lives.bob.command('card.authors', { groupId })).toEqual({ groupId, authors });
    expect(pushed(lives.bob)).toEqual(expected === null ? [] : [{ groupId, authors }]);
  });

  it('is nobody’s business outside the group, and no seat id is ever part of it', async () => {
    await using server = await bootServer();
    const { groupId, lives, write, mallory, alice } = await openGroup(server, 'named', 3);
    await write('c1');
    const stranger = await server.live(mallory.token);
    expect(await stranger.send('card.authors', { groupId })).toMatchObject({ failure: { code: 'not-found' } });
    expect(JSON.stringify(await lives.bob.command('card.authors', { groupId }))).not.toContain(alice.seatId);
  });

  it('in `bloc` everybody asks again when somebody walks in: a bloc may be too small for tags now', async () => {
    await using server = await bootServer();
    const { groupId, groupCode, lives, write } = await openGroup(server, 'bloc');
    await write('c1');
    const stale = lives.bob.next('authors', (payload) => (payload as CardAuthors).authors === null);
    const walkIn = await server.stranger.post<{ token: string }>('/api/sessions', {
      groupCode,
      displayName: 'Wanda Walker',
    });
    const live = await server.live(walkIn.body.token);
    await live.command('group.watch', { groupId });
    expect(await stale).toEqual({ groupId, authors: null });
  });

  it('comes with the reveal in `named`', async () => {
    await using server = await bootServer();
    const { groupId, alice, lives, author } = await openGroup(server, 'named', 3);
    const { phases } = await lives.carol.command('group.watch', { groupId });
    await lives.carol.command('phase.move', { groupId, phaseId: phases[1]?.id ?? '' });
    const drafts = server.sync(alice.token, draftDocument(groupId, alice.seatId));
    await drafts.synced();
    const counted = lives.carol.nextEvent('drafts.counted', (event) => event.cardsWritten === 1);
    addCard(drafts.doc, { id: card('d1'), title: 'Mine', position: [0, 0], finished: true }, 'test');
    await counted;
    const told = lives.bob.next('authors');
    await lives.carol.command('drafts.reveal', { groupId, now: true });
    expect(await told).toEqual({ groupId, authors: [{ cardId: expect.any(String), author }] });
  });
});

describe('signing a card', () => {
  it('puts a name on that card only, for the room only, once', async () => {
    await using server = await bootServer();
    const { groupId, alice, carol, lives, write, author } = await openGroup(server, 'non-attributed', 3);
    await write('c1');
    await write('c2');
    const told = lives.bob.next('authors');
    await lives.alice.command('card.sign', { groupId, cardId: card('c1') });
    const list = { groupId, authors: [{ cardId: 'c1', author }] };
    expect(await told).toEqual(list);
    await lives.alice.command('card.sign', { groupId, cardId: card('c1') });
    expect(await lives.bob.command('card.authors', { groupId })).toEqual(list);
    expect(pushed(lives.bob)).toEqual([list]);
    // Not in a file, with the Rule or without.
    for (const format of ['md', 'json']) {
      const file = await carol.http.get(`/api/groups/${groupId}/report?format=${format}&lang=en`);
      expect(file.status).toBe(200);
      expect(file.text).toContain('Idea c1');
      expect(file.text).not.toContain(alice.displayName);
    }
  });

  it('is for authors, while the group is open and it is known whose the card is', async () => {
    await using server = await bootServer();
    const { groupId, otto, lives, write } = await openGroup(server, 'non-attributed', 3);
    await write('c1');
    const cardId = card('c1');
    expect(await lives.bob.send('card.sign', { groupId, cardId })).toMatchObject({ failure: { code: 'not-author' } });
    const observer = await server.live(otto.token);
    expect(await observer.send('card.sign', { groupId, cardId })).toMatchObject({ failure: { code: 'role-refused' } });
    const organiser = await server.live(server.organiser.token ?? '');
    expect(await organiser.send('card.sign', { groupId, cardId })).toMatchObject({ failure: { code: 'role-refused' } });
    await lives.carol.command('group.close', { groupId });
    expect(await lives.alice.send('card.sign', { groupId, cardId })).toMatchObject({
      failure: { code: 'group-closed' },
    });
    await lives.carol.command('group.reopen', { groupId });
    // The links have gone with the close.
    expect(await lives.alice.send('card.sign', { groupId, cardId })).toMatchObject({ failure: { code: 'not-author' } });
  });

  it.each<[Attribution, boolean]>([
    ['non-attributed', false],
    ['bloc', true],
  ])('in `%s` the signature outlives the close: %s', async (attribution, stays) => {
    await using server = await bootServer();
    const { groupId, lives, write, author } = await openGroup(server, attribution, 3);
    await write('c1');
    await lives.alice.command('card.sign', { groupId, cardId: card('c1') });
    await lives.carol.command('group.close', { groupId });
    const { authors } = await lives.bob.command('card.authors', { groupId });
    expect(authors).toEqual(stays ? [{ cardId: 'c1', author }] : []);
    expect(pushed(lives.bob).at(-1)?.authors === null).toBe(!stays);
  });
});
