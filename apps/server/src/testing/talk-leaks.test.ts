import { describe, expect, it } from 'vitest';
import type { Attribution } from '@rapport/domain/attribution';
import { CardId } from '@rapport/domain/ids';
import { bootServer } from './boot-server.ts';
import { must } from './http-client.ts';
import { LeakHarness } from './leak-harness.ts';
import type { LiveClient } from './live-client.ts';
import { ManualClock } from './manual-clock.ts';
import { seedGroup, type Person } from './seed-group.ts';

/** What a group says beside its board, marks as alike and has looked at; gives everything that said too much. */
const talkItOver = async (attribution: Attribution): Promise<string[]> => {
  const clock = new ManualClock();
  await using server = await bootServer({ clock });
  const group = await seedGroup(server, {
    template: [{ kind: 'clarify', minutes: 5 }],
    symposium: { attribution, chathamHouse: true },
  });
  const { groupId, carol, rita, otto, voters } = group;
  const [alice, bob, dora] = voters as [Person, Person, Person];
  const room = [carol, rita, otto, ...voters];
  using harness = new LeakHarness(server, group);
  const lives = new Map<Person, LiveClient>();
  for (const person of room) {
    const live = await harness.live(person);
    lives.set(person, live);
    await live.command('group.watch', { groupId });
  }
  const live = (person: Person): LiveClient => lives.get(person) as LiveClient;
  const organiser = await harness.live();
  await organiser.command('group.watch', { groupId });
  const { ids } = await must(
    harness.http().post<{ ids: string[] }>(`/api/groups/${groupId}/cards`, [{ title: 'Water' }, { title: 'Fire' }]),
  );
  const [water, fire] = ids.map((id) => CardId.parse(id)) as [CardId, CardId];

  // Threads: begun, answered, settled, opened again, taken back while answers stay.
  const subject = { kind: 'card' as const, id: water };
  const heard = live(otto).nextEvent('comment.changed', ({ comment }) => comment.text === 'All of us.');
  const { commentId } = await live(alice).command('comment.add', { groupId, subject, text: 'Who pays?' });
  const answer = await live(bob).command('comment.add', { groupId, subject, parent: commentId, text: 'All of us.' });
  await heard;
  await live(dora).command('comment.resolve', { groupId, commentId });
  await live(rita).command('comment.resolve', { groupId, commentId, resolved: false });
  for (const person of [alice, bob]) await live(person).command('card.mine', { groupId });
  await live(alice).command('comment.withdraw', { groupId, commentId });

  // Marks, and who looked where.
  await live(bob).command('similar.mark', { groupId, cardIds: [water, fire] });
  const told = live(otto).nextEvent('coverage.changed');
  for (const person of voters) await live(person).command('card.opened', { groupId, cardIds: [water, fire] });
  clock.advance(600_000);
  expect((await told).opened).toEqual([water, fire].toSorted());

  for (const person of room) {
    await live(person).command('discussion.read', { groupId });
    await live(person).command('card.authors', { groupId });
    await live(person).command('group.watch', { groupId });
    await harness.http(person).get(`/api/groups/${groupId}`);
  }
  await organiser.command('discussion.read', { groupId });
  for (const format of ['md', 'json', 'docx'] as const) expect(await harness.report(rita, format)).toBe(200);
  await live(carol).command('group.close', { groupId });
  await organiser.command('discussion.read', { groupId });
  harness.noteContent([water, fire, commentId, answer.commentId]);
  await server.stop();
  const counts = harness.counts();
  for (const channel of ['http', 'live', 'file', 'log'] as const) expect(counts[channel]).toBeGreaterThan(5);
  return harness.leaks();
};

describe('what is said beside the board', () => {
  it.each<Attribution>(['named', 'bloc', 'non-attributed', 'sealed'])(
    'in `%s` tells nobody who somebody is, but in the list of authors',
    async (attribution) => {
      expect(await talkItOver(attribution)).toEqual([]);
    },
  );
});
