import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { PhaseId } from '@rapport/domain/ids';
import { Database } from '../db/database.ts';
import { bootServer, type TestServer } from '../testing/boot-server.ts';
import { must } from '../testing/http-client.ts';
import { seedGroup } from '../testing/seed-group.ts';

const template = [
  { kind: 'cluster' as const, minutes: 8 },
  { kind: 'shortlist' as const, minutes: 4 },
  { kind: 'readback' as const, minutes: 6 },
];

/** Carol leads, two cards on the board, an open ballot in the second of three phases. */
const withBallot = async (server: TestServer) => {
  const group = await seedGroup(server, { template });
  const { groupId } = group;
  const carol = await server.live(group.carol.token);
  const { phases } = await carol.command('group.watch', { groupId });
  const [cluster, shortlist, readback] = phases.map((phase) => phase.id) as [PhaseId, PhaseId, PhaseId];
  const voters = await Promise.all(group.voters.map((voter) => server.live(voter.token)));
  await Promise.all(voters.map((voter) => voter.command('group.watch', { groupId })));
  const cards = await must(
    server.organiser.post<{ ids: string[] }>(`/api/groups/${groupId}/cards`, [{ title: 'One' }, { title: 'Two' }]),
  );
  await carol.command('phase.move', { groupId, phaseId: shortlist });
  const { ballotId, options } = await carol.command('ballot.open', {
    groupId,
    kind: 'dots',
    options: cards.ids.map((id) => ({ kind: 'card' as const, id })),
  });
  const first = options[0]?.id ?? '';
  const cast = (index: number) =>
    voters[index]?.send('ballot.cast', {
      ballotId,
      paperKey: `key-of-voter-${index}`.padEnd(24, '0'),
      choices: { dots: { [first]: 1 } },
    });
  return { ...group, carol, voters, cast, ballotId, cluster, shortlist, readback };
};

type Answer = { ok: boolean; failure?: { code: string } } | undefined;
const codeOf = (answer: Answer): string => (answer?.ok === true ? 'ok' : (answer?.failure?.code ?? 'no answer'));

describe('two things at once', () => {
  test('a move that archives the ballot, and papers: each is in it or is told that it is closed', async () => {
    await using server = await bootServer();
    const { groupId, carol, cast, ballotId, cluster } = await withBallot(server);
    const answers = await Promise.all([
      cast(0),
      cast(1),
      carol.send('phase.move', { groupId, phaseId: cluster, ballots: 'archive' }),
      cast(2),
    ]);
    const [one, two, moved, three] = answers.map((answer) => codeOf(answer));
    expect(moved).toBe('ok');
    const papers = [one, two, three];
    expect(papers.filter((code) => code !== 'ok' && code !== 'ballot-closed')).toEqual([]);
    const { ballots, phase } = await carol.command('group.watch', { groupId });
    expect(phase.id).toBe(cluster);
    // Archived when a paper was in it before the move, else still open and taking papers.
    const ballot = ballots.find((each) => each.id === ballotId);
    expect(ballot?.progress.cast).toBe(papers.filter((code) => code === 'ok').length);
    expect(ballot?.status).toBe(ballot?.status === 'open' && !papers.includes('ballot-closed') ? 'open' : 'archived');
  });

  test('papers of a ballot that is archived while it is open keep nothing of the keys and the order they came under', async () => {
    await using server = await bootServer();
    const { groupId, carol, cast, cluster } = await withBallot(server);
    const keys = async (): Promise<string[]> => {
      await using db = await Database.open({ kind: 'sqlite', path: join(server.dataDir, 'rapport.sqlite') });
      const rows = await db.query.selectFrom('ballot_paper').select('key_hash').execute();
      return rows.map((row) => row.key_hash);
    };
    await cast(0);
    await cast(1);
    const before = await keys();
    await carol.command('phase.move', { groupId, phaseId: cluster, ballots: 'archive' });
    const after = await keys();
    expect([before.length, after.length]).toEqual([2, 2]);
    expect(after.filter((key) => before.includes(key))).toEqual([]);
  });

  test('a move back that says nothing of the ballot, and a paper: it asks, or the paper came after it', async () => {
    await using server = await bootServer();
    const { groupId, carol, cast, ballotId, cluster } = await withBallot(server);
    const [paper, moved] = await Promise.all([cast(0), carol.send('phase.move', { groupId, phaseId: cluster })]);
    expect(codeOf(paper)).toBe('ok');
    expect(['ok', 'ballots-cast']).toContain(codeOf(moved));
    const { ballots } = await carol.command('group.watch', { groupId });
    expect(ballots.find((each) => each.id === ballotId)).toMatchObject({ status: 'open', progress: { cast: 1 } });
  });

  test('a move back asks when the only paper was entered for somebody', async () => {
    await using server = await bootServer();
    const { groupId, carol, ballotId, cluster } = await withBallot(server);
    await carol.command('ballot.enter', {
      ballotId,
      paperKey: 'entered-for-somebody',
      bloc: 'allied',
      choices: { dots: {} },
    });
    expect(codeOf(await carol.send('phase.move', { groupId, phaseId: cluster }))).toBe('ballots-cast');
  });

  test('two who lead and move to different steps: everybody ends where the group is', async () => {
    await using server = await bootServer();
    const { groupId, carol, voters, cluster, readback } = await withBallot(server);
    using organiser = await server.live(server.organiser.token ?? '');
    const places: PhaseId[] = [];
    voters[0]?.socket.on('event', (event: { type: string; phase?: { id: PhaseId } }) => {
      if (event.type === 'phase.moved' && event.phase !== undefined) places.push(event.phase.id);
    });
    const answers = await Promise.all([
      carol.send('phase.move', { groupId, phaseId: cluster }),
      organiser.send('phase.move', { groupId, phaseId: readback }),
    ]);
    expect(answers.map((answer) => codeOf(answer))).toEqual(['ok', 'ok']);
    const state = await voters[0]?.command('group.watch', { groupId });
    expect(places).toHaveLength(2);
    expect(places.at(-1)).toBe(state?.phase.id);
    const row = await carol.command('group.watch', { groupId });
    expect(row.phase.id).toBe(state?.phase.id);
  });
});
