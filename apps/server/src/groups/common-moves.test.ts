import { expect, test } from 'vitest';
import { addCard } from '@rapport/board/add-card';
import { draftDocument } from '@rapport/domain/document-id';
import type { CardId } from '@rapport/domain/ids';
import type { Symposium } from '@rapport/protocol/http';
import { bootServer } from '../testing/boot-server.ts';
import { must } from '../testing/http-client.ts';
import { seedGroup } from '../testing/seed-group.ts';

const template = [
  { kind: 'lobby' as const, minutes: 5 },
  { kind: 'write' as const, minutes: 10 },
  { kind: 'clarify' as const, minutes: 5 },
  { kind: 'write' as const, minutes: 5 },
  { kind: 'readback' as const, minutes: 6 },
];

test('all groups move at once: planned first, each to its own next step, and who cannot stays', async () => {
  await using server = await bootServer();
  const group = await seedGroup(server, { template });
  const { groupId } = group;
  const symposiumId = group.symposium.id;
  const organiser = await server.live(server.organiser.token ?? '');
  const carol = await server.live(group.carol.token);
  await carol.command('group.watch', { groupId });
  const all = { symposiumId, kind: 'write' as const };

  const planned = await organiser.command('phase.moveAll', { ...all, plan: true });
  const idle = { name: expect.any(String), from: 'lobby', outcome: 'moves', hiddenCards: 0, ballots: 0 };
  expect(planned.groups).toMatchObject([
    { groupId, number: 1, ...idle },
    { number: 2, ...idle },
  ]);
  expect((await carol.command('group.watch', { groupId })).phase.kind).toBe('lobby');

  const moved = carol.nextEvent('phase.moved');
  expect(await organiser.command('phase.moveAll', all)).toEqual(planned);
  expect((await moved).phase).toMatchObject({ kind: 'write', index: 1 });
  const there = await organiser.command('phase.moveAll', all);
  expect(there.groups.map((one) => one.outcome)).toEqual(['there', 'there']);

  // Private cards: counted in the plan, kept unless somebody says reveal.
  const counted = carol.nextEvent('drafts.counted');
  const [alice] = group.voters;
  const drafts = server.sync(alice?.token ?? '', draftDocument(groupId, alice?.seatId ?? ('' as never)));
  await drafts.synced();
  addCard(drafts.doc, { id: 'draft-1' as CardId, title: 'Mine', finished: true, position: [0, 0] }, 'test');
  await counted;
  const on = { symposiumId, kind: 'clarify' as const };
  expect((await organiser.command('phase.moveAll', { ...on, plan: true })).groups).toMatchObject([
    { outcome: 'moves', hiddenCards: 1 },
    { outcome: 'moves', hiddenCards: 0 },
  ]);
  await organiser.command('phase.moveAll', { ...on, drafts: 'reveal' });
  expect(await carol.command('group.watch', { groupId })).toMatchObject({ phase: { kind: 'clarify' }, revealed: true });

  // The second private writing of this session lies ahead, so nobody goes back to the first.
  await organiser.command('phase.moveAll', all);
  expect((await carol.command('group.watch', { groupId })).phase).toMatchObject({ kind: 'write', index: 3 });
  expect((await organiser.command('phase.moveAll', { symposiumId, kind: 'lobby' })).groups).toMatchObject([
    { outcome: 'back' },
    { outcome: 'back' },
  ]);
  await carol.command('group.close', { groupId });
  const rest = await organiser.command('phase.moveAll', { symposiumId, kind: 'shortlist' });
  expect(rest.groups).toMatchObject([{ number: 2, outcome: 'no-step' }]);
});

test('nobody but an organiser moves all groups, and there has to be one', async () => {
  await using server = await bootServer();
  const group = await seedGroup(server, { template });
  const carol = await server.live(group.carol.token);
  const input = { symposiumId: group.symposium.id, kind: 'write' as const };
  expect(await carol.send('phase.moveAll', input)).toMatchObject({ failure: { code: 'role-refused' } });
  const organiser = await server.live(server.organiser.token ?? '');
  const empty = await must(
    server.organiser.post<Symposium>('/api/symposia', { title: 'Empty', startsOn: '2026-03-01' }),
  );
  expect(await organiser.send('phase.moveAll', { ...input, symposiumId: empty.id })).toMatchObject({
    failure: { code: 'not-found' },
  });
});
