import { describe, expect, it } from 'vitest';
import { addCard } from '@rapport/board/add-card';
import { readBoard } from '@rapport/board/read-board';
import { boardDocument } from '@rapport/domain/document-id';
import type { CardId } from '@rapport/domain/ids';
import type { GroupRole } from '@rapport/domain/roles';
import { apply } from '@rapport/protocol/group-events';
import { bootServer, type TestServer } from '../testing/boot-server.ts';
import { must } from '../testing/http-client.ts';
import type { LiveClient } from '../testing/live-client.ts';
import { seedGroup, type Person } from '../testing/seed-group.ts';

const openGroup = async (server: TestServer) => {
  const group = await seedGroup(server, { template: [{ kind: 'clarify', minutes: 5 }] });
  const { groupId } = group;
  const [alice, bob] = group.voters as [Person, Person];
  const watch = async (token: string): Promise<LiveClient> => {
    const live = await server.live(token);
    await live.command('group.watch', { groupId });
    return live;
  };
  const organiser = await watch(server.organiser.token ?? '');
  const rolesNow = async (): Promise<Record<string, GroupRole>> => {
    const { seats } = await organiser.command('seat.list', { groupId });
    return Object.fromEntries(seats.map((seat) => [seat.displayName.split(' ')[0]?.toLowerCase() ?? '', seat.role]));
  };
  return { ...group, alice, bob, watch, organiser, rolesNow };
};

describe('giving roles', () => {
  it('an organiser gives any role; a group has one facilitator and one rapporteur', async () => {
    await using server = await bootServer();
    const { groupId, organiser, alice, bob, rolesNow } = await openGroup(server);
    await organiser.command('seat.role', { groupId, seatId: alice.seatId, role: 'facilitator' });
    await organiser.command('seat.role', { groupId, seatId: bob.seatId, role: 'rapporteur' });
    expect(await rolesNow()).toEqual({
      alice: 'facilitator',
      carol: 'cofacilitator',
      bob: 'rapporteur',
      rita: 'participant',
      otto: 'observer',
      dora: 'participant',
    });
  });

  it('a facilitator names a co-facilitator, and hands the group over; who was named can always take it over', async () => {
    await using server = await bootServer();
    const { groupId, carol, alice, rita, watch, rolesNow } = await openGroup(server);
    const facilitator = await watch(carol.token);
    const named = await watch(alice.token);
    await facilitator.command('seat.role', { groupId, seatId: alice.seatId, role: 'cofacilitator' });
    expect(await facilitator.send('seat.role', { groupId, seatId: rita.seatId, role: 'observer' })).toMatchObject({
      failure: { code: 'role-refused' },
    });
    // The facilitator loses the connection, not the role; the co-facilitator takes over.
    facilitator[Symbol.dispose]();
    expect(await rolesNow()).toMatchObject({ carol: 'facilitator', alice: 'cofacilitator' });
    await named.command('seat.role', { groupId, seatId: alice.seatId, role: 'facilitator' });
    expect(await rolesNow()).toMatchObject({ carol: 'cofacilitator', alice: 'facilitator' });
  });

  it.each(['alice', 'rita', 'otto', 'mallory'])('%s can neither give roles nor list seats', async (first) => {
    await using server = await bootServer();
    const { groupId, person, bob } = await openGroup(server);
    const live = await server.live(person(first).token);
    const code = first === 'mallory' ? 'not-found' : 'role-refused';
    expect(await live.send('seat.list', { groupId })).toMatchObject({ failure: { code } });
    expect(await live.send('seat.role', { groupId, seatId: bob.seatId, role: 'cofacilitator' })).toMatchObject({
      failure: { code },
    });
  });

  it('a seat of another group has no role here', async () => {
    await using server = await bootServer();
    const { groupId, organiser, mallory } = await openGroup(server);
    expect(await organiser.send('seat.role', { groupId, seatId: mallory.seatId, role: 'observer' })).toMatchObject({
      failure: { code: 'not-found', field: 'seatId' },
    });
  });
});

describe('a role holds at once', () => {
  it('a watching socket changes streams, and folds everything that comes after it has watched again', async () => {
    await using server = await bootServer();
    const { groupId, organiser, alice, watch } = await openGroup(server);
    const live = await watch(alice.token);
    // Something only leaders hear puts the two streams out of step.
    await live.command('help.ask', { groupId, text: 'It is cold.' });
    expect(live.events.filter(({ type }) => type === 'help.changed')).toEqual([]);

    const promoted = live.nextEvent('role.changed');
    await organiser.command('seat.role', { groupId, seatId: alice.seatId, role: 'cofacilitator' });
    expect(await promoted).toMatchObject({ groupId, me: { role: 'cofacilitator' } });
    const state = await live.command('group.watch', { groupId });
    expect(state).toMatchObject({ me: { role: 'cofacilitator' }, help: [{ text: 'It is cold.' }] });
    expect(state.code).not.toBeNull();
    const heard = live.nextEvent('help.changed');
    await organiser.command('help.answer', { groupId });
    expect(apply(state, await heard)).toMatchObject({ revision: state.revision + 1, help: [] });

    const demoted = live.nextEvent('role.changed');
    await organiser.command('seat.role', { groupId, seatId: alice.seatId, role: 'participant' });
    await demoted;
    const count = live.events.length;
    await organiser.command('timer.start', { groupId });
    const asked = organiser.nextEvent('help.changed');
    await live.command('help.ask', { groupId });
    await asked;
    expect(await live.command('group.watch', { groupId })).toMatchObject({ help: [], code: null });
    expect(live.events.slice(count).map(({ type }) => type)).not.toContain('help.changed');
  });

  it('an open board lets a new observer write no more, and a new leader through its lock', async () => {
    await using server = await bootServer();
    const { groupId, organiser, alice, bob, watch } = await openGroup(server);
    await watch(alice.token);
    await watch(bob.token);
    const [mine, theirs] = [alice, bob].map(({ token }) => server.sync(token, boardDocument(groupId)));
    if (mine === undefined || theirs === undefined) throw new Error('two boards were opened');
    await Promise.all([mine.synced(), theirs.synced()]);
    await organiser.command('board.lock', { groupId });
    await organiser.command('seat.role', { groupId, seatId: alice.seatId, role: 'cofacilitator' });
    addCard(mine.doc, { id: 'c1' as CardId, title: 'Through the lock', position: [0, 0] }, 'test');
    await theirs.until((doc) => readBoard(doc).cards.length === 1);

    await organiser.command('board.unlock', { groupId });
    await organiser.command('seat.role', { groupId, seatId: bob.seatId, role: 'observer' });
    const closed = theirs.closed();
    addCard(theirs.doc, { id: 'c2' as CardId, title: 'Not any more', position: [0, 0] }, 'test');
    expect(await closed).toBe(4403);
    expect(readBoard(mine.doc).cards.map(({ id }) => id)).toEqual(['c1']);
  });

  it('who becomes a participant votes in the ballot that is open', async () => {
    await using server = await bootServer();
    const { groupId, organiser, otto, carol, watch } = await openGroup(server);
    const { ids } = await must(
      server.organiser.post<{ ids: CardId[] }>(`/api/groups/${groupId}/cards`, [{ title: 'One' }]),
    );
    const live = await watch(otto.token);
    const leader = await watch(carol.token);
    const options = ids.map((id) => ({ kind: 'card' as const, id }));
    const opened = await leader.command('ballot.open', { groupId, kind: 'dots', options });
    const changed = live.nextEvent('role.changed');
    await organiser.command('seat.role', { groupId, seatId: otto.seatId, role: 'participant' });
    expect(await changed).toMatchObject({ me: { role: 'participant', entitled: [opened.ballotId] } });
  });
});
