import { describe, expect, it } from 'vitest';
import { apply } from '@rapport/protocol/group-events';
import type { SymposiumState } from '@rapport/protocol/symposium-state';
import { bootServer, type TestServer } from '../testing/boot-server.ts';
import type { LiveClient } from '../testing/live-client.ts';
import { seedGroup, type Person } from '../testing/seed-group.ts';

const openGroup = async (server: TestServer) => {
  const group = await seedGroup(server, {
    template: [
      { kind: 'clarify', minutes: 5 },
      { kind: 'cluster', minutes: 5 },
    ],
  });
  const { groupId, otherGroupId } = group;
  const watch = async (token: string, id = groupId): Promise<LiveClient> => {
    const live = await server.live(token);
    await live.command('group.watch', { groupId: id });
    return live;
  };
  const organiser = await server.live(server.organiser.token ?? '');
  const carol = await watch(group.carol.token);
  const [first] = group.voters as [Person];
  const alice = await watch(first.token);
  const mallory = await watch(group.mallory.token, otherGroupId);
  return { ...group, symposiumId: group.symposium.id, organiser, carol, alice, mallory, watch };
};

describe('announcements', () => {
  it('a leader speaks to the own group, and who comes later reads the last of it', async () => {
    await using server = await bootServer();
    const { groupId, carol, alice, mallory, otherGroupId, watch, otto } = await openGroup(server);
    const heard = alice.nextEvent('announcement.sent');
    await carol.command('announcement.send', { groupId, text: '  Coffee is here.  ' });
    expect(await heard).toMatchObject({ announcement: { kind: 'text', from: 'leader', text: 'Coffee is here.' } });
    for (const text of ['Two', 'Three', 'Four']) await carol.command('announcement.send', { groupId, text });
    const late = await (await watch(otto.token)).command('group.watch', { groupId });
    expect(late.announcements.map((one) => one.kind === 'text' && one.text)).toEqual(['Two', 'Three', 'Four']);
    await mallory.command('group.watch', { groupId: otherGroupId });
    expect(mallory.events.map(({ type }) => type)).not.toContain('announcement.sent');
  });

  it('an organiser speaks to all groups that are not closed', async () => {
    await using server = await bootServer();
    const { groupId, symposiumId, organiser, carol, alice, mallory, otherGroupId } = await openGroup(server);
    const heard = [alice, mallory].map((live) => live.nextEvent('announcement.sent'));
    expect(await organiser.command('announcement.send', { symposiumId, text: 'Ten minutes.' })).toEqual({ groups: 2 });
    for (const event of await Promise.all(heard)) {
      expect(event).toMatchObject({ announcement: { kind: 'text', from: 'organiser', text: 'Ten minutes.' } });
    }
    await carol.command('group.close', { groupId });
    expect(await organiser.command('announcement.send', { symposiumId, text: 'Go on.' })).toEqual({ groups: 1 });
    expect((await alice.command('group.watch', { groupId })).announcements).toHaveLength(1);
    expect((await mallory.command('group.watch', { groupId: otherGroupId })).announcements).toHaveLength(2);
  });

  it('nobody else speaks, and not to nobody', async () => {
    await using server = await bootServer();
    const { groupId, otherGroupId, symposiumId, organiser, carol, alice } = await openGroup(server);
    const text = 'Hello';
    expect(await alice.send('announcement.send', { groupId, text })).toMatchObject({
      failure: { code: 'role-refused' },
    });
    expect(await carol.send('announcement.send', { groupId: otherGroupId, text })).toMatchObject({
      failure: { code: 'not-found' },
    });
    expect(await carol.send('announcement.send', { symposiumId, text })).toMatchObject({
      failure: { code: 'role-refused' },
    });
    for (const input of [{ text }, { groupId, symposiumId, text }, { groupId, text: '   ' }]) {
      expect(await organiser.send('announcement.send', input)).toMatchObject({ failure: { code: 'invalid-input' } });
    }
  });
});

describe('the spotlight', () => {
  it('offers a place to everybody, anew at every press, until it is put out', async () => {
    await using server = await bootServer();
    const { groupId, carol, alice, watch, otto } = await openGroup(server);
    const subject = { kind: 'card' as const, id: 'c1' };
    const offers = [];
    for (const press of [1, 2]) {
      const offered = alice.nextEvent('spotlight.changed');
      await carol.command('spotlight.set', { groupId, subject });
      offers.push((await offered).spotlight);
      expect(offers).toHaveLength(press);
    }
    expect(offers.map((one) => one?.subject)).toEqual([subject, subject]);
    expect(offers[0]?.id).not.toBe(offers[1]?.id);
    const late = await watch(otto.token);
    expect((await late.command('group.watch', { groupId })).spotlight).toEqual(offers[1]);
    const ended = alice.nextEvent('spotlight.changed');
    await carol.command('spotlight.set', { groupId, subject: null });
    expect((await ended).spotlight).toBeNull();
    expect(await alice.send('spotlight.set', { groupId, subject })).toMatchObject({
      failure: { code: 'role-refused' },
    });
  });

  it('goes out when the group moves on', async () => {
    await using server = await bootServer();
    const { groupId, carol, alice } = await openGroup(server);
    await carol.command('spotlight.set', { groupId, subject: { kind: 'card', id: 'c1' } });
    const before = await alice.command('group.watch', { groupId });
    const moved = alice.nextEvent('phase.moved');
    await carol.command('phase.move', { groupId, phaseId: before.phases[1]?.id ?? '' });
    expect(apply(before, await moved)).toMatchObject({ spotlight: null });
    expect(await alice.command('group.watch', { groupId })).toMatchObject({ spotlight: null });
  });
});

describe('calling for help', () => {
  it('reaches those who lead and the cockpit, and says nowhere who called', async () => {
    await using server = await bootServer();
    const { groupId, symposiumId, organiser, carol, alice, voters } = await openGroup(server);
    await organiser.command('symposium.watch', { symposiumId });
    const helpOf = (payload: unknown) => (payload as SymposiumState).groups.find(({ id }) => id === groupId)?.help;
    const shown = organiser.next('symposium', (payload) => helpOf(payload)?.length === 1);
    const heard = carol.nextEvent('help.changed');
    await alice.command('help.ask', { groupId, text: 'The projector is dark.' });
    const { help } = await heard;
    expect(help).toEqual([{ text: 'The projector is dark.', askedAt: expect.any(String) }]);
    expect(helpOf(await shown)).toEqual(help);
    expect((await carol.command('group.watch', { groupId })).help).toEqual(help);
    // Not for the room: somebody may have called because of the room.
    expect((await alice.command('group.watch', { groupId })).help).toEqual([]);
    expect(alice.events.map(({ type }) => type)).not.toContain('help.changed');
    const [person] = voters as [Person];
    const everything = JSON.stringify([...carol.received, ...organiser.received].filter(({ name }) => name !== 'room'));
    for (const secret of [person.seatId, person.displayName]) expect(everything).not.toContain(secret);

    const answered = carol.nextEvent('help.changed');
    await organiser.command('help.answer', { groupId });
    expect((await answered).help).toEqual([]);
    const before = carol.events.length;
    await organiser.command('help.answer', { groupId });
    await carol.command('group.watch', { groupId });
    expect(carol.events.slice(before).map(({ type }) => type)).not.toContain('help.changed');
  });

  it('is for those who work here, and not without end', async () => {
    await using server = await bootServer();
    const { groupId, organiser, alice, otto, watch } = await openGroup(server);
    expect(await (await watch(otto.token)).send('help.ask', { groupId })).toMatchObject({
      failure: { code: 'role-refused' },
    });
    expect(await organiser.send('help.ask', { groupId })).toMatchObject({ failure: { code: 'role-refused' } });
    expect(await alice.send('help.answer', { groupId })).toMatchObject({ failure: { code: 'role-refused' } });
    for (let call = 0; call < 5; call += 1) await alice.command('help.ask', { groupId });
    expect(await alice.send('help.ask', { groupId })).toMatchObject({ failure: { code: 'conflict' } });
  });
});

describe('all timers at once', () => {
  it('an organiser gives every open group more time, of one round or of all', async () => {
    await using server = await bootServer();
    const { groupId, symposiumId, otherGroupId, round, organiser, carol, alice, mallory } = await openGroup(server);
    const changed = [alice, mallory].map((live) => live.nextEvent('timer.changed'));
    expect(await organiser.command('timer.adjustAll', { symposiumId, deltaMs: 120_000 })).toEqual({ groups: 2 });
    for (const { timer } of await Promise.all(changed)) expect(timer.durationMs).toBe(420_000);
    const ofRound = { symposiumId, roundId: round.id, deltaMs: -60_000 };
    expect(await organiser.command('timer.adjustAll', ofRound)).toEqual({ groups: 2 });
    await carol.command('group.close', { groupId });
    expect(await organiser.command('timer.adjustAll', ofRound)).toEqual({ groups: 1 });
    const timer = async (live: LiveClient, id: typeof groupId) =>
      (await live.command('group.watch', { groupId: id })).timer;
    expect((await timer(carol, groupId)).durationMs).toBe(360_000);
    expect((await timer(mallory, otherGroupId)).durationMs).toBe(300_000);
    expect(await organiser.send('timer.adjustAll', { symposiumId, roundId: 'nowhere', deltaMs: 1 })).toMatchObject({
      failure: { code: 'not-found' },
    });
    expect(await carol.send('timer.adjustAll', { symposiumId, deltaMs: 1 })).toMatchObject({
      failure: { code: 'role-refused' },
    });
  });
});
