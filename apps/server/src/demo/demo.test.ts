import { readBoard } from '@rapport/board/read-board';
import { readOptions } from '@rapport/board/read-options';
import { boardDocument } from '@rapport/domain/document-id';
import { expect, test } from 'vitest';
import type { GroupState } from '@rapport/protocol/group-state';
import type { Symposium } from '@rapport/protocol/http';
import { bootServer, type TestServer } from '../testing/boot-server.ts';
import { must } from '../testing/http-client.ts';
import { CLUSTERED, DRAFTS, VOTED } from './demo-content.ts';
import { OPTIONS } from './demo-options.ts';

const DEMO = { env: { DEMO: '1' } };

const groupsOf = async (server: TestServer): Promise<GroupState[]> => {
  const [symposium] = await must(server.organiser.get<Symposium[]>('/api/symposia'));
  const ids = symposium?.rounds[0]?.groups.map((group) => group.id) ?? [];
  return Promise.all(ids.map((id) => must(server.organiser.get<GroupState>(`/api/groups/${id}`))));
};

test('an empty database gets three groups: one writes, one clusters, one has voted and drafts options', async () => {
  await using server = await bootServer(DEMO);
  const [writing, clustering, voting] = await groupsOf(server);
  if (writing === undefined || clustering === undefined || voting === undefined) throw new Error('three groups');
  expect([writing.phase.kind, clustering.phase.kind, voting.phase.kind]).toEqual(['write', 'cluster', 'shortlist']);

  const organiser = await server.live(server.organiser.token ?? '');
  expect(writing.revealed).toBe(false);
  await organiser.command('group.watch', { groupId: writing.id });
  expect(writing.cardsWritten).toBe(DRAFTS.flat().length);

  const board = server.sync(server.organiser.token, boardDocument(clustering.id));
  await board.synced();
  const { cards, clusters } = readBoard(board.doc);
  expect(cards).toHaveLength(CLUSTERED.flatMap((cluster) => cluster.cards).length);
  expect(clusters.map((cluster) => cluster.title).toSorted()).toEqual(
    CLUSTERED.flatMap((cluster) => cluster.title ?? []).toSorted(),
  );
  const places = new Set(cards.map((card) => card.position.join(' ')));
  expect(places.size).toBe(cards.length);

  expect(voting.options).toMatchObject([
    {
      code: 'R1-G03-O1',
      frozen: true,
      version: 1,
      sources: [{ title: VOTED[7]?.[0] }, { title: VOTED[13]?.[0] }],
      readback: { version: 1, accepted: 6, objected: 1, reasons: [expect.stringContaining('Announce the week')] },
      reservations: [{ kind: 'reservation' }],
      sponsors: [
        { delegation: 'Kazakhstan', suspended: false },
        { delegation: 'Netherlands', suspended: false },
      ],
      crossBloc: true,
      interest: 4,
    },
    { state: 'draft', frozen: false, version: null },
    { state: 'draft', frozen: false, version: null },
  ]);
  const texts = server.sync(server.organiser.token, boardDocument(voting.id));
  await texts.synced();
  expect(
    readOptions(texts.doc)
      .map(({ title }) => title)
      .toSorted(),
  ).toEqual(OPTIONS.map(({ text }) => text.title).toSorted());

  expect(voting.ballots).toMatchObject([{ status: 'closed', progress: { cast: 11, entitled: 11 } }]);
  const [ballot] = voting.ballots;
  if (ballot === undefined) throw new Error('no ballot');
  const results = await organiser.command('ballot.results', { ballotId: ballot.id });
  if (results.kind !== 'dots') throw new Error('the demo votes with dots');
  expect(results.options).toHaveLength(VOTED.length);
  const shown = results.options[0]?.blocs.filter((cell) => cell.shown).map((cell) => cell.bloc);
  expect(shown).toEqual(['allied', 'partner']);
});

test('a second start makes nothing more, and a deleted demo stays deleted', async () => {
  await using first = await bootServer(DEMO);
  const made = await must(first.organiser.get<Symposium[]>('/api/symposia'));
  await first.stop();
  await using second = await bootServer({ ...DEMO, dataDir: first.dataDir });
  expect(await must(second.organiser.get('/api/symposia'))).toEqual(made);
  await must(second.organiser.delete(`/api/symposia/${made[0]?.id}`));
  await second.stop();
  await using third = await bootServer({ ...DEMO, dataDir: first.dataDir });
  expect(await must(third.organiser.get('/api/symposia'))).toEqual([]);
});

test('every link leads to a seat of the group that writes', async () => {
  await using server = await bootServer(DEMO);
  const doors = server.links.filter((link) => link.path.startsWith('/j/'));
  expect(doors.map((link) => link.who)).toEqual(['Facilitator', 'Participant', 'Another participant', 'Rapporteur']);
  const roles = await Promise.all(
    doors.map(async ({ path }) => (await server.signIn(path.slice('/j/'.length))).groups.map((group) => group.role)),
  );
  expect(roles).toEqual([['facilitator'], ['participant'], ['participant'], ['rapporteur']]);
});

test('a database that is not empty gets no demo', async () => {
  await using first = await bootServer();
  await must(first.organiser.post('/api/symposia', { title: 'Our own', startsOn: '2026-02-14' }));
  await first.stop();
  await using second = await bootServer({ ...DEMO, dataDir: first.dataDir });
  expect(await must(second.organiser.get<Symposium[]>('/api/symposia'))).toHaveLength(1);
  expect(second.links.map((link) => link.who)).toEqual(['Organiser']);
});
