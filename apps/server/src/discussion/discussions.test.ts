import { describe, expect, it } from 'vitest';
import { addCard } from '@rapport/board/add-card';
import { groupCards } from '@rapport/board/group-cards';
import { binCards } from '@rapport/board/bin-cards';
import type { Attribution } from '@rapport/domain/attribution';
import { boardDocument } from '@rapport/domain/document-id';
import type { CardId, ClusterId, CommentId } from '@rapport/domain/ids';
import { bootServer, type TestServer } from '../testing/boot-server.ts';
import { must } from '../testing/http-client.ts';
import { ManualClock } from '../testing/manual-clock.ts';
import { seedGroup, type Person } from '../testing/seed-group.ts';

const talking = async (server: TestServer, attribution: Attribution = 'non-attributed') => {
  const group = await seedGroup(server, {
    participants: 6,
    symposium: { attribution },
    template: [{ kind: 'clarify', minutes: 5 }],
  });
  const { groupId } = group;
  const watch = async ({ token }: { token: string }) => {
    const live = await server.live(token);
    await live.command('group.watch', { groupId });
    return live;
  };
  const [first, second] = group.voters as [Person, Person];
  const [carol, alice, bob] = [await watch(group.carol), await watch(first), await watch(second)];
  const { ids } = await must(
    server.organiser.post<{ ids: CardId[] }>(`/api/groups/${groupId}/cards`, [
      { title: 'Water' },
      { title: 'Fire' },
      { title: 'Earth' },
    ]),
  );
  const [water, fire, earth] = ids as [CardId, CardId, CardId];
  return { ...group, carol, alice, bob, water, fire, earth, watch };
};

describe('comments', () => {
  it('begin threads, are answered and settled, live for all and in order', async () => {
    await using server = await bootServer();
    const { groupId, alice, bob, carol, water } = await talking(server);
    const subject = { kind: 'card' as const, id: water };
    const heard = bob.nextEvent('comment.changed');
    const { commentId } = await alice.command('comment.add', { groupId, subject, text: '  Who pays?  ' });
    const first = {
      id: commentId,
      subject,
      parent: null,
      number: 1,
      text: 'Who pays?',
      resolved: false,
      withdrawn: false,
    };
    expect((await heard).comment).toEqual(first);
    await carol.command('comment.resolve', { groupId, commentId });
    // A reply opens it again.
    const reply = await bob.command('comment.add', { groupId, subject, parent: commentId, text: 'All of us.' });
    const { comments } = await carol.command('discussion.read', { groupId });
    expect(comments).toEqual([
      first,
      {
        id: reply.commentId,
        subject,
        parent: commentId,
        number: 2,
        text: 'All of us.',
        resolved: false,
        withdrawn: false,
      },
    ]);
    expect(await bob.send('comment.resolve', { groupId, commentId: reply.commentId })).toMatchObject({
      failure: { code: 'not-found' },
    });
  });

  it('stand on what is there: cards on the board, clusters, threads of the same place', async () => {
    await using server = await bootServer();
    const { groupId, alice, person, water, fire } = await talking(server);
    const carol = person('carol');
    const board = server.sync(carol.token, boardDocument(groupId));
    await board.synced();
    const cluster = 'cluster-elements' as ClusterId;
    groupCards(board.doc, { id: cluster, title: 'Elements', cards: [{ id: water }] }, 'test');
    binCards(board.doc, [fire], 'test');
    const seen = server.sync(carol.token, boardDocument(groupId));
    await seen.until((doc) => doc.getMap('clusters').size === 1);
    const on = (kind: 'card' | 'cluster' | 'option', id: string, parent?: CommentId) =>
      alice.send('comment.add', {
        groupId,
        subject: { kind, id },
        text: 'Hm',
        ...(parent !== undefined && { parent }),
      });
    const thread = await on('cluster', cluster);
    expect(thread.ok).toBe(true);
    const missing = { failure: { code: 'not-found', field: 'subject.id' } };
    expect(await on('card', fire)).toMatchObject(missing);
    expect(await on('card', 'nowhere')).toMatchObject(missing);
    expect(await on('option', 'nowhere')).toMatchObject(missing);
    const parent = thread.ok ? thread.value.commentId : ('' as CommentId);
    expect(await on('card', water, parent)).toMatchObject({ failure: { code: 'not-found', field: 'parent' } });
    expect((await on('cluster', cluster, parent)).ok).toBe(true);
  });

  it('are taken back by their author alone; a thread with replies keeps a gap', async () => {
    await using server = await bootServer();
    const { groupId, alice, bob, water } = await talking(server);
    const subject = { kind: 'card' as const, id: water };
    const { commentId } = await alice.command('comment.add', { groupId, subject, text: 'Secretissimo' });
    const reply = await bob.command('comment.add', { groupId, subject, parent: commentId, text: 'Really?' });
    expect(await bob.send('comment.withdraw', { groupId, commentId })).toMatchObject({
      failure: { code: 'not-author' },
    });
    const { cardIds } = await alice.command('card.mine', { groupId });
    expect(cardIds).toEqual([commentId]);
    await alice.command('comment.withdraw', { groupId, commentId });
    const left = await bob.command('discussion.read', { groupId });
    expect(left.comments.map(({ text, withdrawn }) => [text, withdrawn])).toEqual([
      ['', true],
      ['Really?', false],
    ]);
    const gone = alice.nextEvent('comment.withdrawn');
    await bob.command('comment.withdraw', { groupId, commentId: reply.commentId });
    expect((await gone).commentId).toBe(reply.commentId);
  });

  it('are not written by observers, by others, nor in a closed session', async () => {
    await using server = await bootServer();
    const { groupId, carol, alice, otto, mallory, water, watch } = await talking(server);
    const comment = { groupId, subject: { kind: 'card' as const, id: water }, text: 'Hm' };
    const observer = await watch(otto);
    expect(await observer.send('comment.add', comment)).toMatchObject({ failure: { code: 'role-refused' } });
    expect((await observer.command('discussion.read', { groupId })).comments).toEqual([]);
    const stranger = await server.live(mallory.token);
    expect(await stranger.send('comment.add', comment)).toMatchObject({ failure: { code: 'not-found' } });
    expect(await stranger.send('discussion.read', { groupId })).toMatchObject({ failure: { code: 'not-found' } });
    await carol.command('group.close', { groupId });
    expect(await alice.send('comment.add', comment)).toMatchObject({ failure: { code: 'group-closed' } });
  });

  it.each<[Attribution, shown: string, afterClose: boolean]>([
    ['named', 'author', true],
    ['bloc', 'nothing', true],
    ['non-attributed', 'nothing', false],
    ['sealed', 'nothing', false],
  ])('in `%s` say as much about their author as a card does', async (attribution, shown, afterClose) => {
    await using server = await bootServer();
    const { groupId, carol, alice, bob, water, voters } = await talking(server, attribution);
    const { commentId } = await alice.command('comment.add', {
      groupId,
      subject: { kind: 'card', id: water },
      text: 'Who pays?',
    });
    const { authors } = await bob.command('card.authors', { groupId });
    const name = voters[0]?.displayName ?? '';
    expect(JSON.stringify(authors).includes(name)).toBe(shown === 'author');
    expect(JSON.stringify(await bob.command('discussion.read', { groupId }))).not.toContain(name);
    await carol.command('group.close', { groupId });
    await carol.command('group.reopen', { groupId });
    const after = await alice.send('comment.withdraw', { groupId, commentId });
    expect(after.ok).toBe(afterClose);
  });

  it('go with the card they are about when its author withdraws it', async () => {
    await using server = await bootServer();
    const { groupId, alice, bob, earth, voters } = await talking(server);
    const own = server.sync(voters[0]?.token ?? '', boardDocument(groupId));
    await own.synced();
    const mine = 'card-of-alice' as CardId;
    addCard(own.doc, { id: mine, title: 'Mine', position: [0, 0] }, 'test');
    const seen = server.sync(voters[1]?.token ?? '', boardDocument(groupId));
    await seen.until((doc) => doc.getMap('cards').has(mine));
    const { commentId } = await bob.command('comment.add', {
      groupId,
      subject: { kind: 'card', id: mine },
      text: 'Good',
    });
    await bob.command('similar.mark', { groupId, cardIds: [mine, earth] });
    await bob.command('option.create', { groupId, sources: [{ kind: 'card', id: mine }] });
    const heard = [
      bob.nextEvent('comment.withdrawn', (event) => event.commentId === commentId),
      bob.nextEvent('similar.changed', ({ similar, pairs }) => !similar && pairs.flat().includes(mine)),
      bob.nextEvent('options.changed', ({ options }) => options[0]?.sources[0]?.title === ''),
    ];
    await alice.command('card.withdraw', { groupId, cardId: mine });
    // Who is in the room sees it go, not only who comes later.
    await Promise.all(heard);
    expect(await bob.command('discussion.read', { groupId })).toMatchObject({ comments: [], similar: [] });
  });
});

describe('marks of likeness', () => {
  it('hold for each pair once, are told as they change and can be taken away', async () => {
    await using server = await bootServer();
    const { groupId, alice, bob, water, fire, earth } = await talking(server);
    const heard = bob.nextEvent('similar.changed');
    expect(await alice.command('similar.mark', { groupId, cardIds: [water, fire, earth] })).toEqual({ pairs: 3 });
    expect(await heard).toMatchObject({ similar: true, pairs: { length: 3 } });
    expect(await bob.command('similar.mark', { groupId, cardIds: [earth, water] })).toEqual({ pairs: 0 });
    expect(await bob.command('similar.mark', { groupId, cardIds: [earth, water], similar: false })).toEqual({
      pairs: 1,
    });
    expect((await alice.command('discussion.read', { groupId })).similar).toHaveLength(2);
    expect(await alice.send('similar.mark', { groupId, cardIds: [water, 'nowhere'] })).toMatchObject({
      failure: { code: 'not-found', field: 'cardIds.1' },
    });
  });
});

const reading = async (server: TestServer) => {
  const group = await talking(server);
  const dana = await group.watch(group.voters[2] as Person);
  const { groupId, carol } = group;
  return {
    ...group,
    dana,
    told: async () => (await carol.command('discussion.read', { groupId })).opened.toSorted(),
  };
};

describe('what has been opened', () => {
  it('is told a minute late, together, and only once three people read', async () => {
    const clock = new ManualClock();
    await using server = await bootServer({ clock });
    const { groupId, alice, bob, carol, dana, water, fire, earth, told } = await reading(server);
    const heard: string[][] = [];
    const first = carol.nextEvent('coverage.changed', ({ opened }) => heard.push(opened) > 0);
    await alice.command('card.opened', { groupId, cardIds: [water, 'nowhere'] });
    await bob.command('card.opened', { groupId, cardIds: [fire, water] });
    clock.advance(60_000);
    // Two readers: each would know of the other.
    expect(await told()).toEqual([]);
    await dana.command('card.opened', { groupId, cardIds: [water] });
    clock.advance(59_000);
    expect(await told()).toEqual([]);
    clock.advance(1_000);
    await first;
    expect(heard).toEqual([[water, fire].toSorted()]);
    expect(await told()).toEqual([water, fire].toSorted());
    const second = carol.nextEvent('coverage.changed');
    await alice.command('card.opened', { groupId, cardIds: [earth, water] });
    clock.advance(60_000);
    expect((await second).opened).toEqual([earth]);
  });

  it('is not what those who lead look at', async () => {
    const clock = new ManualClock();
    await using server = await bootServer({ clock });
    const { groupId, alice, bob, carol, dana, water, fire } = await reading(server);
    await carol.command('card.opened', { groupId, cardIds: [fire] });
    const first = carol.nextEvent('coverage.changed');
    for (const one of [alice, bob, dana]) await one.command('card.opened', { groupId, cardIds: [water] });
    clock.advance(60_000);
    expect((await first).opened).toEqual([water]);
  });

  it('is told for every card, however many were opened at once', async () => {
    const clock = new ManualClock();
    await using server = await bootServer({ clock });
    const { groupId, alice, bob, carol, dana, water } = await reading(server);
    const { ids } = await must(
      server.organiser.post<{ ids: CardId[] }>(
        `/api/groups/${groupId}/cards`,
        Array.from({ length: 600 }, (_, number) => ({ title: `Idea ${number}` })),
      ),
    );
    for (const one of [bob, dana]) await one.command('card.opened', { groupId, cardIds: [water] });
    for (let from = 0; from < ids.length; from += 200) {
      await alice.command('card.opened', { groupId, cardIds: ids.slice(from, from + 200) });
    }
    const told = new Set<string>();
    const all = carol.nextEvent('coverage.changed', ({ opened }) => {
      for (const id of opened) told.add(id);
      return told.size === 601;
    });
    clock.advance(60_000);
    await all;
    expect(told).toEqual(new Set<string>([water, ...ids]));
  });

  it('who reads is forgotten at the close; what was told stays', async () => {
    const clock = new ManualClock();
    await using server = await bootServer({ clock });
    const { groupId, alice, bob, carol, dana, water, fire, told } = await reading(server);
    const first = carol.nextEvent('coverage.changed');
    for (const one of [alice, bob, dana]) await one.command('card.opened', { groupId, cardIds: [water] });
    clock.advance(60_000);
    await first;
    await alice.command('card.opened', { groupId, cardIds: [fire] });
    await carol.command('group.close', { groupId });
    await carol.command('group.reopen', { groupId });
    clock.advance(60_000);
    expect(await told()).toEqual([water]);
  });
});
