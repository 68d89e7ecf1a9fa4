import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import type { CardId } from '@rapport/domain/ids';
import type { Round, RosterReport, RosterSeat, Symposium } from '@rapport/protocol/http';
import { bootServer, type TestServer } from '../testing/boot-server.ts';
import { must } from '../testing/http-client.ts';

const BLOCS = [
  { id: 'north', name: { en: 'North', fr: 'Nord', ar: 'الشمال' } },
  { id: 'south', name: { en: 'South', fr: 'Sud', ar: 'الجنوب' } },
  { id: 'observers', name: { en: 'Observers' } },
];
const SIDES = ['north', 'south'];
const SYMPOSIUM = { title: 'Rivers', startsOn: '2026-02-14', blocs: BLOCS, sides: SIDES };

/** Ten for the north, ten for the south, five who observe between them; all vote in one group. */
const ROSTER = [
  'participant_id,display_name,role,nation_code,bloc,breakout_group',
  '0,Carol Lead,facilitator,CH,observers,1',
  ...Array.from({ length: 25 }, (_, at) => {
    const [nation, bloc] = at < 10 ? ['NO', 'North'] : at < 20 ? ['JO', 'sud'] : ['CH', 'observers'];
    return `${at + 1},Voter ${at + 1},participant,${nation},${bloc},1`;
  }),
].join('\n');

const create = (server: TestServer, more: object = {}) =>
  must(server.organiser.post<Symposium>('/api/symposia', { ...SYMPOSIUM, ...more }));

test('results and report speak of the symposium’s own sides', { timeout: 120_000 }, async () => {
  await using server = await bootServer();
  const symposium = await create(server);
  expect(symposium).toMatchObject({ blocs: BLOCS, sides: SIDES });
  const path = `/api/symposia/${symposium.id}`;
  const report = await must(server.organiser.put<RosterReport>(`${path}/roster`, ROSTER));
  expect(report).toMatchObject({ created: 26, rejected: [], warnings: [] });
  const round = await must(
    server.organiser.post<Round>(`${path}/rounds`, { title: 'One', question: 'What now?', useRosterGroups: true }),
  );
  const groupId = round.groups[0]?.id;
  if (groupId === undefined) throw new Error('the round has no group');
  const codes: Record<string, string>[] = parse(await must(server.organiser.get<string>(`${path}/join-codes.csv`)), {
    columns: true,
  });
  const people = await Promise.all(
    codes.map(async (row) => {
      const { token, seat, symposium: mine } = await server.signIn(row['join_code'] ?? '');
      expect(mine?.blocs).toEqual(BLOCS);
      const live = await server.live(token);
      await live.command('group.watch', { groupId });
      return { bloc: seat?.bloc, role: row['role'], token, live };
    }),
  );
  const carol = people.find(({ role }) => role === 'facilitator');
  if (carol === undefined) throw new Error('nobody facilitates');
  const cards = [{ title: 'Share the water' }];
  const { ids } = await must(server.http(carol.token).post<{ ids: CardId[] }>(`/api/groups/${groupId}/cards`, cards));
  const { ballotId, options } = await carol.live.command('ballot.open', {
    groupId,
    kind: 'endorsement',
    options: ids.map((id) => ({ kind: 'card' as const, id })),
  });
  const optionId = options[0]?.id;
  if (optionId === undefined) throw new Error('the ballot has no option');
  for (const [at, voter] of people.filter(({ role }) => role === 'participant').entries()) {
    const level = voter.bloc === 'south' ? ('oppose' as const) : ('endorse' as const);
    const choices = { levels: { [optionId]: { level } } };
    await voter.live.command('ballot.cast', { ballotId, paperKey: `paper-key-of-voter-${at}`, choices });
  }
  const results = await carol.live.command('ballot.close', { ballotId });
  expect(results).toMatchObject({
    sides: SIDES,
    options: [
      {
        blocs: BLOCS.map(({ id }) => ({ bloc: id, shown: true })),
        agreement: { kind: 'measured', verdict: { class: 'led', by: 'north' } },
      },
    ],
  });
  for (const [language, name] of [
    ['en', 'North'],
    ['fr', 'Nord'],
    ['ar', 'الشمال'],
  ]) {
    const text = await must(
      server.http(carol.token).get<string>(`/api/groups/${groupId}/report?format=md&lang=${language}`),
    );
    expect(text).toContain(name);
    expect(text).not.toMatch(/Allied|Partner|Alliés|الحلفاء/);
  }

  // Once something was measured, what it was measured by stays; words may change.
  const turned = await server.organiser.patch(path, { sides: SIDES.toReversed() });
  expect(turned).toMatchObject({ status: 409, body: { code: 'conflict', field: 'sides' } });
  const renamed = BLOCS.map((bloc) => (bloc.id === 'north' ? { ...bloc, name: { en: 'Upstream' } } : bloc));
  expect(await must(server.organiser.patch<Symposium>(path, { blocs: renamed }))).toMatchObject({ blocs: renamed });
});

test('blocs can be changed while nothing rests upon them', async () => {
  await using server = await bootServer();
  const symposium = await create(server, { blocs: undefined, sides: undefined });
  expect(symposium.sides).toEqual(['allied', 'partner']);
  const path = `/api/symposia/${symposium.id}`;
  const changed = await must(server.organiser.patch<Symposium>(path, { blocs: BLOCS, sides: SIDES }));
  expect(changed).toMatchObject({ blocs: BLOCS, sides: SIDES });
  await must(server.organiser.put(`${path}/roster`, ROSTER));
  const without = { blocs: BLOCS.filter(({ id }) => id !== 'observers') };
  expect(await server.organiser.patch(path, without)).toMatchObject({ status: 409, body: { field: 'blocs' } });
  const more = { blocs: [...BLOCS, { id: 'guests', name: { en: 'Guests' } }] };
  expect(await must(server.organiser.patch<Symposium>(path, more))).toMatchObject(more);
  expect(await must(server.organiser.patch<Symposium>(path, { blocs: BLOCS }))).toMatchObject({ blocs: BLOCS });
});

test.each([
  [{ blocs: BLOCS.slice(0, 1) }, 'blocs'],
  [{ blocs: [...BLOCS, ...BLOCS] }, 'blocs'],
  [{ blocs: [{ id: 'north', name: {} }, ...BLOCS.slice(1)] }, 'blocs.0.name'],
  [{ sides: ['north', 'north'] }, 'sides'],
  [{ sides: ['north', 'east'] }, 'sides'],
])('%j is refused and the field is named', async (input, field) => {
  await using server = await bootServer();
  expect(await server.organiser.post('/api/symposia', { ...SYMPOSIUM, ...input })).toMatchObject({
    status: 400,
    body: { code: 'invalid-input', field },
  });
});

test('a walk-in sits with its delegation, else in a bloc that is no side', async () => {
  await using server = await bootServer();
  const symposium = await create(server);
  const path = `/api/symposia/${symposium.id}`;
  await must(server.organiser.put(`${path}/roster`, ROSTER));
  const round = await must(
    server.organiser.post<Round>(`${path}/rounds`, { title: 'One', question: 'What now?', useRosterGroups: true }),
  );
  const groupCode = round.groups[0]?.code ?? '';
  for (const [displayName, delegation] of [
    ['Late', 'Norway'],
    ['Guest', 'Atlantis'],
    ['Nobody', ''],
  ]) {
    await must(server.stranger.post('/api/sessions', { groupCode, displayName, delegation }));
  }
  const seats = await must(server.organiser.get<RosterSeat[]>(`${path}/roster`));
  const blocOf = (name: string) => seats.find(({ displayName }) => displayName === name)?.bloc;
  expect(['Guest', 'Nobody'].map(blocOf)).toEqual(['observers', 'observers']);
  expect(blocOf('Late')).toBe('north');
});
