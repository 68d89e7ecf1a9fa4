import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { addCard } from '@rapport/board/add-card';
import { asMap, cardsOf } from '@rapport/board/layout';
import { readBoard, readDrafts } from '@rapport/board/read-board';
import { boardDocument, draftDocument } from '@rapport/domain/document-id';
import { CardId, type PhaseId } from '@rapport/domain/ids';
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

  test('papers and a close by hand, over the wire: what was acknowledged is counted once, the rest is told', async () => {
    await using server = await bootServer();
    const { carol, cast, ballotId } = await withBallot(server);
    using organiser = await server.live(server.organiser.token ?? '');
    const answers = await Promise.all([
      cast(0),
      cast(1),
      carol.send('ballot.close', { ballotId }),
      organiser.send('ballot.close', { ballotId }),
      cast(2),
    ]);
    const [one, two, byCarol, byOrganiser, three] = answers;
    expect([codeOf(byCarol), codeOf(byOrganiser)]).toEqual(['ok', 'ok']);
    expect(byOrganiser).toEqual(byCarol);
    const papers = [one, two, three].map((answer) => codeOf(answer));
    expect(papers.filter((code) => code !== 'ok' && code !== 'ballot-closed')).toEqual([]);
    const results = await carol.command('ballot.results', { ballotId });
    expect(results.base.valid).toBe(papers.filter((code) => code === 'ok').length);
  });

  test('two who lead and give a minute at once: the group has both, and everybody the same end', async () => {
    await using server = await bootServer();
    const { groupId, carol, voters } = await withBallot(server);
    using organiser = await server.live(server.organiser.token ?? '');
    await carol.command('timer.start', { groupId, durationMs: 60_000 });
    const before = (await carol.command('group.watch', { groupId })).timer;
    const answers = await Promise.all(
      [carol, organiser].map((leader) => leader.send('timer.adjust', { groupId, deltaMs: 60_000 })),
    );
    expect(answers.map((answer) => codeOf(answer))).toEqual(['ok', 'ok']);
    const after = (await carol.command('group.watch', { groupId })).timer;
    if (before.state !== 'running' || after.state !== 'running') throw new Error('the timer does not run');
    expect(Date.parse(after.endsAt) - Date.parse(before.endsAt)).toBe(120_000);
    expect((await voters[0]?.command('group.watch', { groupId }))?.timer).toEqual(after);
  });

  test('a reveal and an author who takes a card back to write on: no word is lost, none is shown unasked', async () => {
    await using server = await bootServer();
    const group = await seedGroup(server, { template: [{ kind: 'write', minutes: 5 }] });
    const { groupId } = group;
    const [author] = group.voters;
    if (author === undefined) throw new Error('nobody votes');
    const carol = await server.live(group.carol.token);
    await carol.command('group.watch', { groupId });
    const live = await server.live(author.token);
    await live.command('group.watch', { groupId });
    const writer = server.sync(author.token, draftDocument(groupId, author.seatId));
    await writer.synced();
    const counted = carol.nextEvent('drafts.counted', (event) => event.cardsWritten === 2);
    for (const [index, title] of ['Fire', 'Water'].entries()) {
      addCard(writer.doc, { id: CardId.parse(`mine-${index}`), title, position: [0, 0], finished: true }, 'test');
    }
    await counted;
    const goOn = async (): Promise<void> => {
      writer.doc.transact(() => {
        const fire = asMap(cardsOf(writer.doc).get('mine-0'));
        fire?.delete('finished');
        const title = fire?.get('title');
        if (title instanceof Y.Text) title.insert(title.length, ' and smoke');
      });
      // Another copy of the same drafts has it once the server has.
      const copy = server.sync(author.token, draftDocument(groupId, author.seatId));
      await copy.until((doc) => readDrafts(doc).some(({ title }) => title === 'Fire and smoke'));
    };
    const [answer] = await Promise.all([carol.send('drafts.reveal', { groupId, now: true }), goOn()]);
    if (!answer.ok) throw new Error(answer.failure.message);
    // Whoever was first: an open draft is asked for, and the second press takes what is finished.
    if (answer.value.state === 'asking') await carol.command('drafts.reveal', { groupId, now: true });
    const board = server.sync(group.carol.token, boardDocument(groupId));
    await board.until((doc) => readBoard(doc).cards.some(({ title }) => title === 'Water'));
    const shown = readBoard(board.doc).cards.map(({ title }) => title);
    expect(shown.filter((title) => title.includes('smoke'))).toEqual([]);
    expect(readDrafts(writer.doc).map(({ title }) => title)).toContain('Fire and smoke');
  });
});
