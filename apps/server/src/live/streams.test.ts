import { isDeepStrictEqual } from 'node:util';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { GroupId } from '@rapport/domain/ids';
import type { CommandInput, CommandName } from '@rapport/protocol/commands';
import { apply, countsInStream, GAP, type GroupEvent } from '@rapport/protocol/group-events';
import type { Outcome } from '@rapport/protocol/failures';
import type { GroupState } from '@rapport/protocol/group-state';
import { bootServer, type TestServer } from '../testing/boot-server.ts';
import { must } from '../testing/http-client.ts';
import type { LiveClient } from '../testing/live-client.ts';
import { seedGroup, type Person } from '../testing/seed-group.ts';

/** All a client may know by folding: everything but the clock of the moment. */
const known = (state: GroupState): GroupState => ({ ...state, serverTime: '' });

/** What is told at once: counts come in batches, so they may lag behind by a second. */
const toldAtOnce = (state: GroupState): GroupState => ({
  ...known(state),
  revision: 0,
  present: 0,
  done: 0,
  ballots: state.ballots.map((ballot) => ({ ...ballot, progress: { cast: 0, entitled: 0 } })),
});

/**
 * The state, and where it came among the events. Taken in the ack's own callback: a promise would go on only after
 * later messages of the same packet.
 */
const watch = (live: LiveClient, groupId: GroupId): Promise<{ state: GroupState; from: number }> =>
  new Promise((resolve, reject) => {
    const take = (outcome: Outcome<GroupState>): void => {
      if (outcome.ok) resolve({ state: outcome.value, from: live.events.length });
      else reject(new Error(outcome.failure.code));
    };
    live.socket.emit('command', { name: 'group.watch', input: { groupId } }, take);
  });

/** Watches and folds every event that comes later, as a client does. */
const follow = async (live: LiveClient, groupId: GroupId) => {
  const { state: first, from } = await watch(live, groupId);
  /** The state after every event so far, or after those up to a revision. */
  const fold = (upTo = Number.POSITIVE_INFINITY): GroupState | typeof GAP => {
    let state: GroupState | typeof GAP = first;
    for (const event of live.events.slice(from)) {
      if (state !== GAP && event.revision <= upTo) state = apply(state, event);
    }
    return state;
  };
  const until = async (holds: (state: GroupState) => boolean): Promise<void> => {
    for (;;) {
      const state = fold();
      if (state === GAP) throw new Error('a gap in the stream');
      if (holds(state)) return;
      await live.next('event');
    }
  };
  return {
    live,
    first,
    fold,
    events: () => live.events.slice(from),
    until,
    /** Asks again after every event until what was folded is what is. */
    settled: async (): Promise<{ folded: GroupState; fresh: GroupState }> => {
      for (;;) {
        const next = live.next('event');
        const { state: fresh } = await watch(live, groupId);
        await until((state) => state.revision >= fresh.revision);
        const folded = fold();
        if (folded === GAP) throw new Error('a gap in the stream');
        if (isDeepStrictEqual(known(folded), known(fresh))) return { folded, fresh };
        await next;
      }
    },
  };
};

/** With a session of its own: the server holds back who sends too much in one. */
const enterAnew = async (server: TestServer, person: Person): Promise<LiveClient> =>
  server.live((await server.signIn(person.joinCode)).token);

const revisions = (events: readonly GroupEvent[]): number[] =>
  events.filter((event) => countsInStream(event.type)).map((event) => event.revision);

type Deed = {
  [Name in CommandName]: [by: 'carol' | 'alice' | 'bob', name: Name, input: CommandInput<Name>];
}[CommandName];

test('invariants 2 and 3: whatever happens, leaders and participants hear everything once, and it folds to the state', async () => {
  await using server = await bootServer();
  const { groupId, carol, voters } = await seedGroup(server);
  const [alice, bob] = voters as [Person, Person];
  const cards = await must(
    server.organiser.post<{ ids: string[] }>(`/api/groups/${groupId}/cards`, [{ title: 'One' }, { title: 'Two' }]),
  );
  const { phases } = await must(carol.http.get<GroupState>(`/api/groups/${groupId}`));
  const phaseId = fc.constantFrom(...phases.map((phase) => phase.id));
  const options = cards.ids.map((id) => ({ kind: 'card' as const, id }));
  const anybody = fc.constantFrom('carol' as const, 'alice' as const, 'bob' as const);

  /** Deeds of everybody; many are refused, which must not show either. */
  const deed: fc.Arbitrary<Deed | 'cast' | 'close ballot'> = fc.oneof(
    fc.tuple(fc.constant('carol' as const), fc.constant('timer.start' as const), fc.constant({ groupId })),
    fc.tuple(anybody, fc.constant('timer.pause' as const), fc.constant({ groupId })),
    fc.tuple(
      anybody,
      fc.constant('timer.adjust' as const),
      fc.constantFrom({ groupId, deltaMs: 60_000 }, { groupId, deltaMs: -60_000 }),
    ),
    fc.tuple(
      anybody,
      fc.constant('phase.move' as const),
      fc.record({
        groupId: fc.constant(groupId),
        phaseId,
        ballots: fc.constantFrom('keep' as const, 'archive' as const),
      }),
    ),
    fc.tuple(
      anybody,
      fc.constant('seat.done' as const),
      fc.record({ groupId: fc.constant(groupId), done: fc.boolean() }),
    ),
    fc.tuple(
      fc.constant('carol' as const),
      fc.constantFrom('board.lock' as const, 'board.unlock' as const),
      fc.record({ groupId: fc.constant(groupId), what: fc.constantFrom('board' as const, 'clusters' as const) }),
    ) as fc.Arbitrary<Deed>,
    fc.tuple(
      fc.constant('carol' as const),
      fc.constant('ballot.open' as const),
      fc.constant({ groupId, kind: 'dots' as const, options }),
    ),
    fc.constant('cast' as const),
    fc.constant('close ballot' as const),
    fc.tuple(fc.constant('bob' as const), fc.constant('group.watch' as const), fc.constant({ groupId })),
    fc.tuple(fc.constant('bob' as const), fc.constant('group.unwatch' as const), fc.constant({ groupId })),
    fc.tuple(
      fc.constant('carol' as const),
      fc.constantFrom('group.close' as const, 'group.reopen' as const),
      fc.constant({ groupId }),
    ) as fc.Arbitrary<Deed>,
  );

  const doIt = async (people: Record<'carol' | 'alice' | 'bob', LiveClient>, one: Deed | 'cast' | 'close ballot') => {
    if (typeof one !== 'string') {
      const [by, name, input] = one;
      await people[by].send(name, input);
      return;
    }
    const { ballots } = await must(carol.http.get<GroupState>(`/api/groups/${groupId}`));
    const open = ballots.find((ballot) => ballot.status === 'open');
    if (open === undefined) return;
    if (one === 'close ballot') {
      await people.carol.send('ballot.close', { ballotId: open.id });
      return;
    }
    const choices = { dots: { [open.options[0]?.id ?? '']: 1 } };
    await people.alice.send('ballot.cast', { ballotId: open.id, paperKey: `${open.id}-alice-key`, choices });
  };

  await fc.assert(
    fc.asyncProperty(fc.array(deed, { minLength: 1, maxLength: 25 }), async (deeds) => {
      const people = {
        carol: await enterAnew(server, carol),
        alice: await enterAnew(server, alice),
        bob: await enterAnew(server, bob),
      };
      const followers = [await follow(people.carol, groupId), await follow(people.alice, groupId)];
      // All at once: commands of different people overlap.
      await Promise.all(deeds.map((one) => doIt(people, one)));
      for (const follower of followers) {
        const { state: fresh } = await watch(follower.live, groupId);
        await follower.until((folded) => folded.revision >= fresh.revision);
        const folded = follower.fold(fresh.revision);
        if (folded === GAP) throw new Error('a gap in the stream');
        expect(toldAtOnce(folded)).toEqual(toldAtOnce(fresh));
        // The counts follow, and then nothing is left that a client would know only by asking again.
        const settled = await follower.settled();
        expect(known(settled.folded)).toEqual(known(settled.fresh));
        const numbers = revisions(follower.events());
        expect(numbers).toEqual(numbers.map((_, at) => follower.first.revision + 1 + at));
      }
      await people.carol.command('group.reopen', { groupId });
      for (const live of Object.values(people)) live[Symbol.dispose]();
    }),
    { numRuns: 20, seed: 20260214, endOnFailure: true },
  );
}, 60_000);

test('a push after a reconnect continues from a fresh state', async () => {
  await using server = await bootServer();
  const { groupId, carol, voters } = await seedGroup(server);
  const [alice] = voters as [Person];
  const leader = await server.live(carol.token);
  const before = await follow(await server.live(alice.token), groupId);
  await leader.command('timer.start', { groupId });
  await before.until((state) => state.timer.state === 'running');

  const gone = await server.live(alice.token);
  await gone.command('group.watch', { groupId });
  gone.socket.disconnect();
  await leader.command('timer.pause', { groupId });

  const back = await server.live(alice.token, { transports: ['polling'] });
  const after = await follow(back, groupId);
  expect(after.first.timer.state).toBe('paused');
  const changed = back.nextEvent('timer.changed');
  await leader.command('timer.stop', { groupId });
  expect(await changed).toMatchObject({ timer: { state: 'stopped' } });
  expect(after.fold()).toMatchObject({ timer: { state: 'stopped' } });
});

test('invariant 1: a state that is asked for while everything changes misses nothing', async () => {
  await using server = await bootServer();
  const { groupId, carol, voters } = await seedGroup(server);
  const [alice] = voters as [Person];
  const leader = await server.live(carol.token);
  const live = await server.live(alice.token);
  const changes = Array.from({ length: 40 }, (_, index) =>
    leader.command(index % 2 === 0 ? 'timer.start' : 'timer.stop', { groupId }),
  );
  const watches = await Promise.all(Array.from({ length: 10 }, () => watch(live, groupId)));
  await Promise.all(changes);
  const { state: fresh, from: end } = await watch(live, groupId);
  for (const { state, from } of watches) {
    let folded: GroupState | typeof GAP = state;
    for (const event of live.events.slice(from, end)) if (folded !== GAP) folded = apply(folded, event);
    expect(folded).not.toBe(GAP);
    expect(folded).toMatchObject({ timer: fresh.timer, revision: fresh.revision });
  }
});

test('what belongs to one seat goes to its own sockets and takes no number', async () => {
  await using server = await bootServer();
  const { groupId, carol, voters } = await seedGroup(server);
  const [alice, bob] = voters as [Person, Person];
  const first = await server.live(alice.token);
  const second = await server.live((await server.signIn(alice.joinCode)).token);
  const other = await server.live(bob.token);
  const leader = await server.live(carol.token);
  for (const live of [first, second, other, leader]) await live.command('group.watch', { groupId });
  const own = [first.nextEvent('me.changed'), second.nextEvent('me.changed')];
  await first.command('seat.done', { groupId });
  for (const event of await Promise.all(own)) expect(event.me.done).toBe(true);
  await other.command('timer.start', { groupId }).catch(() => undefined);
  await leader.command('timer.start', { groupId });
  const fresh = await other.command('group.watch', { groupId });
  expect(fresh.me.done).toBe(false);
  expect([...other.events, ...leader.events].filter((event) => event.type === 'me.changed')).toEqual([]);
});
