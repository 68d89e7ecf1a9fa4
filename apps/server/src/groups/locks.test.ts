import { expect, test } from 'vitest';
import { bootServer } from '../testing/boot-server.ts';
import { seedGroup } from '../testing/seed-group.ts';

test('board and clusters are locked apart, told once, and only by those who lead', async () => {
  await using server = await bootServer();
  const { carol, otto, rita, voters, groupId } = await seedGroup(server);
  const leader = await server.live(carol.token);
  await leader.command('group.watch', { groupId });
  const observer = await server.live(otto.token);
  const before = await observer.command('group.watch', { groupId });
  expect(before).toMatchObject({ boardLocked: false, clustersLocked: false });

  const told = (): object[] => observer.events.filter((event) => event.type === 'board.locked');
  await leader.command('board.lock', { groupId });
  await leader.command('board.lock', { groupId, what: 'board' });
  await leader.command('board.lock', { groupId, what: 'clusters' });
  await leader.command('board.unlock', { groupId, what: 'board' });
  const after = await observer.command('group.watch', { groupId });
  expect(after).toMatchObject({ boardLocked: false, clustersLocked: true });
  expect(told()).toMatchObject([
    { boardLocked: true, clustersLocked: false },
    { boardLocked: true, clustersLocked: true },
    { boardLocked: false, clustersLocked: true },
  ]);
  for (const person of [otto, rita, ...voters]) {
    const live = await server.live(person.token);
    for (const name of ['board.lock', 'board.unlock'] as const) {
      expect(await live.send(name, { groupId })).toMatchObject({ ok: false, failure: { code: 'role-refused' } });
    }
  }
});
