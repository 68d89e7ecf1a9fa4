import { describe, expect, test } from 'vitest';
import type { GroupId, SeatId } from '@rapport/domain/ids';
import type { GroupState } from '@rapport/protocol/group-state';
import type { RoomList } from '@rapport/protocol/room-list';
import { Announcements, type Announcement } from '../events/announcements.ts';
import { Database } from '../db/database.ts';
import { bootServer } from '../testing/boot-server.ts';
import { ManualClock } from '../testing/manual-clock.ts';
import { seedGroup } from '../testing/seed-group.ts';
import { Presence } from './presence.ts';

const groupId = 'g1' as GroupId;
const alice = 's1' as SeatId;
const bob = 's2' as SeatId;

/** A presence over an empty database: it knows nobody's seat, and tells that it has looked. */
const openPresence = async () => {
  const clock = new ManualClock();
  const db = await Database.open({ kind: 'sqlite', path: ':memory:' });
  const announcements = new Announcements();
  const waiting: ((announcement: Announcement) => void)[] = [];
  let told = 0;
  announcements.listen((announcement) => {
    told += 1;
    for (const take of waiting.splice(0)) take(announcement);
  });
  const presence = new Presence({
    db,
    clock,
    announcements,
    onFault: (fault) => {
      throw fault;
    },
  });
  return {
    clock,
    presence,
    told: () => told,
    next: (): Promise<Announcement> => new Promise((resolve) => waiting.push(resolve)),
    [Symbol.asyncDispose]: async () => {
      await presence[Symbol.asyncDispose]();
      await db[Symbol.asyncDispose]();
    },
  };
};

describe('who is present', () => {
  test('connected, and for 60 s after the last connection', async () => {
    await using opened = await openPresence();
    const { presence, clock } = opened;
    expect(presence.isPresent(groupId, alice)).toBe(false);
    const leaveTab = presence.enter(groupId, alice);
    const leavePhone = presence.enter(groupId, alice);
    leaveTab();
    leaveTab();
    clock.advance(600_000);
    expect(presence.isPresent(groupId, alice)).toBe(true);
    leavePhone();
    clock.advance(59_999);
    expect(presence.isPresent(groupId, alice)).toBe(true);
    clock.advance(1);
    expect(presence.isPresent(groupId, alice)).toBe(false);
  });

  test('whoever comes back in time was never away', async () => {
    await using opened = await openPresence();
    const { presence, clock } = opened;
    presence.enter(groupId, alice)();
    clock.advance(30_000);
    const leave = presence.enter(groupId, alice);
    clock.advance(120_000);
    expect(presence.isPresent(groupId, alice)).toBe(true);
    leave();
    clock.advance(30_000);
    expect(presence.isPresent(groupId, alice)).toBe(true);
  });

  test('a seat is present in the group it went into and in no other', async () => {
    await using opened = await openPresence();
    const { presence } = opened;
    presence.enter(groupId, alice);
    expect(presence.isPresent('g2' as GroupId, alice)).toBe(false);
    expect(presence.isPresent(groupId, bob)).toBe(false);
  });

  test('counts are told at once when it was quiet, then once in a second', async () => {
    await using opened = await openPresence();
    const { presence, clock, next, told } = opened;
    const first = next();
    presence.enter(groupId, alice);
    await first;
    const second = next();
    for (let count = 0; count < 50; count += 1) presence.enter(groupId, `s${count}` as SeatId);
    clock.advance(999);
    expect(told()).toBe(1);
    clock.advance(1);
    expect(await second).toMatchObject({ to: 'group', news: { type: 'presence.changed', groupId } });
    expect(told()).toBe(2);
  });
});

test('who comes in late, goes and comes back is counted for everybody, without names', async () => {
  const clock = new ManualClock();
  await using server = await bootServer({ clock });
  const { carol, voters, people, groupId: group } = await seedGroup(server);
  const [anna] = voters;
  const leader = await server.live(carol.token);
  const state: GroupState = await leader.command('group.watch', { groupId: group });
  expect(state).toMatchObject({ present: 1, seats: 6, done: 0, me: { checkedIn: true } });
  clock.advance(1_000);
  const came = leader.nextEvent('presence.changed', (event) => event.present === 2);
  const live = await server.live(anna?.token ?? '');
  await live.command('group.watch', { groupId: group });
  clock.advance(1_000);
  expect(await came).toMatchObject({ present: 2, seats: 6, done: 0 });

  const done = leader.nextEvent('presence.changed', (event) => event.done === 1);
  const own = live.nextEvent('me.changed');
  await live.command('seat.done', { groupId: group });
  clock.advance(1_000);
  expect(await done).toMatchObject({ present: 2, done: 1 });
  expect((await own).me).toMatchObject({ role: 'participant', done: true });
  expect(leader.events.filter((event) => event.type === 'me.changed')).toEqual([]);

  // Away for less than a minute: still counted, done and all. For longer: not.
  await live.command('group.unwatch', { groupId: group });
  clock.advance(59_000);
  expect(await leader.command('group.watch', { groupId: group })).toMatchObject({ present: 2, done: 1 });
  const left = leader.nextEvent('presence.changed', (event) => event.present === 1);
  clock.advance(1_000);
  clock.advance(1_000);
  expect(await left).toMatchObject({ present: 1, done: 0 });
  for (const event of leader.events) {
    for (const person of people) expect(JSON.stringify(event)).not.toContain(person.seatId);
  }
});

test('the room list names who is there, in batches of a minute and in no order of coming', async () => {
  const clock = new ManualClock();
  await using server = await bootServer({ clock });
  const { carol, otto, voters, groupId: group } = await seedGroup(server);
  const leader = await server.live(carol.token);
  const first = leader.next('room') as Promise<RoomList>;
  await leader.command('group.watch', { groupId: group });
  clock.advance(0);
  const { people } = await first;
  expect(people.map((person) => person.displayName)).toEqual(people.map((person) => person.displayName).toSorted());
  expect(people.filter((person) => person.present).map((person) => person.role)).toEqual(['facilitator']);
  expect(people).toHaveLength(6);

  const observer = await server.live(otto.token);
  await observer.command('group.watch', { groupId: group });
  for (const person of voters) {
    const live = await server.live(person.token);
    await live.command('group.watch', { groupId: group });
  }
  clock.advance(59_000);
  // Asked for or not: until a minute is over it is the list everybody has.
  expect((await observer.command('room.list', { groupId: group })).people.filter((one) => one.present)).toHaveLength(1);
  const second = observer.next('room') as Promise<RoomList>;
  clock.advance(1_000);
  expect((await second).people.every((person) => person.present)).toBe(false);
  expect((await second).people.filter((person) => person.present)).toHaveLength(5);
});
