import { describe, expect, test } from 'vitest';
import { addCard } from '@rapport/board/add-card';
import { readBoard } from '@rapport/board/read-board';
import { boardDocument, draftDocument } from '@rapport/domain/document-id';
import type { CardId } from '@rapport/domain/ids';
import type { Phase } from '@rapport/domain/phases';
import { bootServer, type TestServer } from '../testing/boot-server.ts';
import { must } from '../testing/http-client.ts';
import type { LiveClient } from '../testing/live-client.ts';
import { seedGroup, type Person, type SeededGroup } from '../testing/seed-group.ts';

const template = [
  { kind: 'lobby' as const, minutes: 5 },
  { kind: 'write' as const, minutes: 10 },
  { kind: 'cluster' as const, minutes: 8 },
  { kind: 'shortlist' as const, minutes: 4 },
  { kind: 'readback' as const, minutes: 6 },
];

/** A group with carol and alice inside, and its phases by kind. */
const goIn = async (server: TestServer) => {
  const group = await seedGroup(server, { template });
  const [alice] = group.voters as [Person, ...Person[]];
  const carol = await server.live(group.carol.token);
  const { phases } = await carol.command('group.watch', { groupId: group.groupId });
  const aliceLive = await server.live(alice.token);
  await aliceLive.command('group.watch', { groupId: group.groupId });
  const phase = (kind: Phase['kind']): Phase => {
    const found = phases.find((one) => one.kind === kind);
    if (found === undefined) throw new Error(`there is no phase ${kind}`);
    return found;
  };
  return { ...group, alice, carol, aliceLive, phase };
};

/** A private card of this person, finished or not, on the server. */
const writePrivately = async (
  server: TestServer,
  { groupId }: Pick<SeededGroup, 'groupId'>,
  person: Person,
  live: LiveClient,
  card: { id: string; title: string; finished: boolean },
): Promise<void> => {
  const counted = live.nextEvent('drafts.counted');
  const client = server.sync(person.token, draftDocument(groupId, person.seatId));
  await client.synced();
  addCard(client.doc, { ...card, id: card.id as CardId, position: [0, 0] }, 'test');
  await counted;
};

const failure = (outcome: { ok: boolean; failure?: { code: string; field?: string } }): string =>
  outcome.ok ? 'ok' : (outcome.failure?.code ?? '');

describe('phase.move', () => {
  test('moves everybody, sets the timer to the new phase and asks anew who is done', async () => {
    await using server = await bootServer();
    const { groupId, carol, aliceLive, phase } = await goIn(server);
    await aliceLive.command('seat.done', { groupId });
    await carol.command('timer.start', { groupId });
    const moved = aliceLive.nextEvent('phase.moved');
    expect(await carol.command('phase.move', { groupId, phaseId: phase('cluster').id })).toEqual({
      phaseId: phase('cluster').id,
    });
    expect(await moved).toMatchObject({
      phase: phase('cluster'),
      timer: { state: 'stopped', durationMs: 8 * 60_000, endsAt: null },
      ballots: [],
    });
    const state = await aliceLive.command('group.watch', { groupId });
    expect(state).toMatchObject({ phase: phase('cluster'), done: 0, me: { done: false, checkedIn: true } });
  });

  test('to the phase the group is in succeeds and tells nobody', async () => {
    await using server = await bootServer();
    const { groupId, carol, phase } = await goIn(server);
    const before = await carol.command('group.watch', { groupId });
    await carol.command('phase.move', { groupId, phaseId: phase('lobby').id });
    expect((await carol.command('group.watch', { groupId })).revision).toBe(before.revision);
  });

  test.each(['rita', 'otto', 'alice'])('is refused to %s, who does not lead', async (first) => {
    await using server = await bootServer();
    const { groupId, person, phase } = await goIn(server);
    const live = await server.live(person(first).token);
    expect(failure(await live.send('phase.move', { groupId, phaseId: phase('write').id }))).toBe('role-refused');
  });

  test('an organiser may move any group, a facilitator of another group may not', async () => {
    await using server = await bootServer();
    const { groupId, person, phase } = await goIn(server);
    const organiser = await server.live(server.organiser.token ?? '');
    const walter = await server.live(person('walter').token);
    expect(failure(await walter.send('phase.move', { groupId, phaseId: phase('write').id }))).toBe('not-found');
    await organiser.command('phase.move', { groupId, phaseId: phase('write').id });
  });

  test('to a phase of another group is refused', async () => {
    await using server = await bootServer();
    const { groupId, otherGroupId, person, carol } = await goIn(server);
    const walter = await server.live(person('walter').token);
    const foreign = (await walter.command('group.watch', { groupId: otherGroupId })).phases[2];
    expect(await carol.send('phase.move', { groupId, phaseId: foreign?.id ?? '' })).toMatchObject({
      ok: false,
      failure: { code: 'phase-unknown', field: 'phaseId' },
    });
  });

  test('out of writing with private cards asks what becomes of them', async () => {
    await using server = await bootServer();
    const { groupId, alice, aliceLive, carol, phase } = await goIn(server);
    await carol.command('phase.move', { groupId, phaseId: phase('write').id });
    await writePrivately(server, { groupId }, alice, aliceLive, { id: 'c1', title: 'Share ports', finished: true });
    const out = { groupId, phaseId: phase('cluster').id };
    expect(failure(await carol.send('phase.move', out))).toBe('cards-hidden');
    expect((await carol.command('group.watch', { groupId })).phase.kind).toBe('write');

    await carol.command('phase.move', { ...out, drafts: 'keep' });
    const kept = await carol.command('group.watch', { groupId });
    expect(kept).toMatchObject({ phase: { kind: 'cluster' }, revealed: false, cardsWritten: 1 });

    await carol.command('phase.move', { groupId, phaseId: phase('write').id });
    const revealed = aliceLive.nextEvent('drafts.revealed');
    await carol.command('phase.move', { ...out, drafts: 'reveal' });
    expect(await revealed).toMatchObject({ cards: 1, cardsWritten: 0 });
    const board = server.sync(alice.token, boardDocument(groupId));
    await board.until((doc) => readBoard(doc).cards.some((card) => card.title === 'Share ports'));
    expect(aliceLive.events.map((event) => event.type).slice(-2)).toEqual(['drafts.revealed', 'phase.moved']);
  });

  test('drafts that are not finished do not hold the group up', async () => {
    await using server = await bootServer();
    const { groupId, alice, aliceLive, carol, phase } = await goIn(server);
    await carol.command('phase.move', { groupId, phaseId: phase('write').id });
    await writePrivately(server, { groupId }, alice, aliceLive, { id: 'c1', title: 'Not yet', finished: false });
    await carol.command('phase.move', { groupId, phaseId: phase('cluster').id });
    expect(await carol.command('group.watch', { groupId })).toMatchObject({ cardsWritten: 1, revealed: false });
  });

  test('back over cast papers asks, keeps or archives, and destroys nothing', async () => {
    await using server = await bootServer();
    const { groupId, carol, aliceLive, phase } = await goIn(server);
    const cards = await must(
      server.organiser.post<{ ids: string[] }>(`/api/groups/${groupId}/cards`, [{ title: 'One' }, { title: 'Two' }]),
    );
    await carol.command('phase.move', { groupId, phaseId: phase('shortlist').id });
    const opened = await carol.command('ballot.open', {
      groupId,
      kind: 'dots',
      options: cards.ids.map((id) => ({ kind: 'card' as const, id })),
    });
    const { ballotId } = opened;
    const first = opened.options[0]?.id ?? '';
    const paper = { ballotId, paperKey: 'k'.repeat(32), choices: { dots: { [first]: 2 } } };
    await aliceLive.command('ballot.cast', paper);
    const back = { groupId, phaseId: phase('cluster').id };
    expect(failure(await carol.send('phase.move', back))).toBe('ballots-cast');
    // On, and back to where it was opened or later: not behind it.
    await carol.command('phase.move', { groupId, phaseId: phase('readback').id });
    expect(failure(await carol.send('phase.move', { groupId, phaseId: phase('shortlist').id }))).toBe('ballots-cast');

    await carol.command('phase.move', { ...back, ballots: 'keep' });
    expect((await aliceLive.command('group.watch', { groupId })).ballots).toMatchObject([
      { id: ballotId, status: 'open', progress: { cast: 1 } },
    ]);
    await carol.command('phase.move', { groupId, phaseId: phase('readback').id });
    const moved = aliceLive.nextEvent('phase.moved', (event) => event.phase.kind === 'cluster');
    await carol.command('phase.move', { ...back, ballots: 'archive' });
    expect((await moved).ballots).toMatchObject([{ id: ballotId, status: 'archived', progress: { cast: 1 } }]);
    expect(failure(await aliceLive.send('ballot.cast', paper))).toBe('ballot-closed');
    // An archived ballot is behind the group: nothing to ask any more, and the next ballot is the second.
    await carol.command('phase.move', { groupId, phaseId: phase('lobby').id });
    await carol.command('ballot.open', { groupId, kind: 'dots', options: [{ kind: 'card', id: cards.ids[0] ?? '' }] });
    const { ballots } = await carol.command('group.watch', { groupId });
    expect(ballots.map((ballot) => [ballot.number, ballot.status])).toEqual([
      [1, 'archived'],
      [2, 'open'],
    ]);
  });

  test('to and fro through all phases leaves board and drafts as they were', async () => {
    await using server = await bootServer();
    const { groupId, alice, aliceLive, carol, phase } = await goIn(server);
    await must(server.organiser.post(`/api/groups/${groupId}/cards`, [{ title: 'Stays', body: 'as it is' }]));
    await writePrivately(server, { groupId }, alice, aliceLive, { id: 'c1', title: 'Mine alone', finished: true });
    const board = server.sync(alice.token, boardDocument(groupId));
    await board.until((doc) => readBoard(doc).cards.length === 1);
    const before = readBoard(board.doc);
    const way = template.map(({ kind }) => kind);
    for (const kind of [...way, ...way.toReversed(), ...way]) {
      await carol.command('phase.move', { groupId, phaseId: phase(kind).id, drafts: 'keep' });
    }
    const state = await aliceLive.command('group.watch', { groupId });
    expect(state).toMatchObject({ phase: { kind: 'readback' }, cardsWritten: 1, revealed: false });
    expect(readBoard(board.doc)).toEqual(before);
    const drafts = server.sync(alice.token, draftDocument(groupId, alice.seatId));
    await drafts.until((doc) => readBoard(doc).cards.some((card) => card.title === 'Mine alone'));
  });
});
