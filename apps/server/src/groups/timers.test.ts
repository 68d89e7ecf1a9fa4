import { expect, test } from 'vitest';
import { ManualClock } from '../testing/manual-clock.ts';
import { bootServer } from '../testing/boot-server.ts';
import { seedGroup } from '../testing/seed-group.ts';

const MINUTE = 60_000;

test('the timer follows the facilitator and the server’s clock, and tells only when it changes', async () => {
  const clock = new ManualClock();
  await using server = await bootServer({ clock });
  const { carol, voters, groupId } = await seedGroup(server);
  const [alice] = voters;
  const leader = await server.live(carol.token);
  await leader.command('group.watch', { groupId });
  const live = await server.live(alice?.token ?? '');
  await live.command('group.watch', { groupId });
  const endsIn = (ms: number): string => new Date(clock.now() + ms).toISOString();

  const steps: [...Parameters<typeof leader.send>, timer: object][] = [
    ['timer.start', { groupId }, { state: 'running', durationMs: 5 * MINUTE, endsAt: endsIn(5 * MINUTE) }],
    ['timer.adjust', { groupId, deltaMs: MINUTE }, { state: 'running', endsAt: endsIn(6 * MINUTE) }],
    ['timer.pause', { groupId }, { state: 'paused', endsAt: null, remainingMs: 6 * MINUTE }],
    ['timer.adjust', { groupId, deltaMs: -MINUTE }, { state: 'paused', remainingMs: 5 * MINUTE }],
    ['timer.start', { groupId }, { state: 'running', endsAt: endsIn(5 * MINUTE) }],
    ['timer.start', { groupId, durationMs: MINUTE }, { state: 'running', durationMs: MINUTE, endsAt: endsIn(MINUTE) }],
    ['timer.stop', { groupId }, { state: 'stopped', durationMs: 5 * MINUTE, endsAt: null }],
  ];
  for (const [name, input, timer] of steps) {
    const changed = live.nextEvent('timer.changed');
    expect(await leader.send(name, input)).toEqual({ ok: true, value: null });
    expect((await changed).timer).toMatchObject(timer);
  }
  const told = live.events.length;
  await leader.command('timer.stop', { groupId });
  await leader.command('timer.pause', { groupId });
  const state = await live.command('group.watch', { groupId });
  expect(state).toMatchObject({ timer: { state: 'stopped' }, serverTime: endsIn(0) });
  expect(live.events).toHaveLength(told);
});

test('zero moves nothing on, and a minute more after zero counts from now', async () => {
  const clock = new ManualClock();
  await using server = await bootServer({ clock });
  const { carol, groupId } = await seedGroup(server);
  const leader = await server.live(carol.token);
  const { phase } = await leader.command('group.watch', { groupId });
  await leader.command('timer.start', { groupId });
  clock.advance(30 * MINUTE);
  const over = await leader.command('group.watch', { groupId });
  expect(over).toMatchObject({ phase, status: 'open', timer: { state: 'running' } });
  await leader.command('timer.adjust', { groupId, deltaMs: MINUTE });
  const { timer } = await leader.command('group.watch', { groupId });
  expect(timer).toMatchObject({ state: 'running', endsAt: new Date(clock.now() + MINUTE).toISOString() });
});

test('participants and observers cannot touch it', async () => {
  await using server = await bootServer();
  const { otto, rita, voters, groupId } = await seedGroup(server);
  for (const person of [otto, rita, ...voters]) {
    const live = await server.live(person.token);
    expect(await live.send('timer.start', { groupId })).toMatchObject({ failure: { code: 'role-refused' } });
  }
});
