import { describe, expect, test } from 'vitest';
import type { GroupState } from '@rapport/protocol/group-state';
import type { SymposiumState } from '@rapport/protocol/symposium-state';
import { DATABASES } from '../db/testing.ts';
import { bootServer } from '../testing/boot-server.ts';
import { must } from '../testing/http-client.ts';
import { seedGroup, type Person } from '../testing/seed-group.ts';

/** One session from going in to the close, as everything that reads and writes rows meets it. */
describe.each(DATABASES)('on $kind', ({ place }) => {
  test('a group goes in, moves, votes, closes, and is found like that after a restart', async () => {
    await using somewhere = await place();
    const { location } = somewhere;
    const env: Record<string, string> = location.kind === 'postgres' ? { DATABASE_URL: location.url } : {};
    await using server = await bootServer({ env });
    const { groupId, symposium, carol, voters, otto } = await seedGroup(server);
    const [alice, bob] = voters as [Person, Person];
    const leader = await server.live(carol.token);
    const { phases } = await leader.command('group.watch', { groupId });
    const live = await server.live(alice.token);
    await live.command('group.watch', { groupId });
    const cards = await must(
      server.organiser.post<{ ids: string[] }>(`/api/groups/${groupId}/cards`, [{ title: 'One' }, { title: 'Two' }]),
    );
    const shortlist = phases.find((phase) => phase.kind === 'shortlist');
    await leader.command('phase.move', { groupId, phaseId: shortlist?.id ?? '' });
    await leader.command('timer.start', { groupId });
    const { ballotId, options } = await leader.command('ballot.open', {
      groupId,
      kind: 'dots',
      options: cards.ids.map((id) => ({ kind: 'card' as const, id })),
    });
    expect(await live.command('group.watch', { groupId })).toMatchObject({ me: { entitled: [ballotId], cast: [] } });

    // Bob goes in late and may vote; otto observes and may not.
    const late = leader.nextEvent('ballot.progressed', (event) => event.progress.entitled === 2);
    const bobLive = await server.live(bob.token);
    expect(await bobLive.command('group.watch', { groupId })).toMatchObject({ me: { entitled: [ballotId] } });
    expect(await late).toMatchObject({ ballotId, progress: { cast: 0, entitled: 2 } });
    const observer = await server.live(otto.token);
    expect(await observer.command('group.watch', { groupId })).toMatchObject({ me: { entitled: [] } });

    const choices = { dots: { [options[0]?.id ?? '']: 1 } };
    expect(await live.command('ballot.cast', { ballotId, paperKey: 'a'.repeat(16), choices })).toEqual({
      cast: 1,
      entitled: 2,
    });
    expect(await live.command('group.watch', { groupId })).toMatchObject({ me: { cast: [ballotId] } });
    await live.command('seat.done', { groupId });
    const organiser = await server.live(server.organiser.token ?? '');
    const cockpit: SymposiumState = await organiser.command('symposium.watch', { symposiumId: symposium.id });
    expect(cockpit.groups[0]).toMatchObject({
      id: groupId,
      phase: { kind: 'shortlist', index: 6, of: 11 },
      timer: { state: 'running' },
      seats: 6,
      present: 4,
      done: 1,
      cards: 2,
      ballot: { cast: 1, entitled: 2 },
    });
    expect(cockpit.groups[1]).toMatchObject({ present: 0, cards: 0, ballot: null });
    await leader.command('board.lock', { groupId, what: 'clusters' });
    await leader.command('ballot.close', { ballotId });
    await leader.command('group.close', { groupId });
    const before = await must(carol.http.get<GroupState>(`/api/groups/${groupId}`));
    expect(before).toMatchObject({
      status: 'closed',
      clustersLocked: true,
      ballots: [{ id: ballotId, status: 'closed', progress: { cast: 1, entitled: 2 } }],
    });
    await server.stop();

    const again = await bootServer({ env, dataDir: server.dataDir });
    try {
      const after = await must(again.http(carol.token).get<GroupState>(`/api/groups/${groupId}`));
      const { serverTime: _then, revision: _count, present: _gone, done: _done, ...kept } = before;
      expect(after).toMatchObject({ ...kept, revision: 0, present: 0, done: 0 });
      await (await again.live(carol.token)).command('group.reopen', { groupId });
    } finally {
      await again.stop();
    }
  });
});
