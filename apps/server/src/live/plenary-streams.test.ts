import { expect, test } from 'vitest';
import { boardDocument } from '@rapport/domain/document-id';
import type { GroupId } from '@rapport/domain/ids';
import type { SignedIn } from '@rapport/protocol/http';
import { applyPlenary, type PlenaryNews, type PlenaryState, type ScreenView } from '@rapport/protocol/plenary';
import { bootServer, type TestServer } from '../testing/boot-server.ts';
import { forwardOption } from '../testing/forward-option.ts';
import { must } from '../testing/http-client.ts';
import type { LiveClient } from '../testing/live-client.ts';
import { seedGroup, type Person } from '../testing/seed-group.ts';

/** Watches, and folds the news that come as a client does. */
const follow = async (live: LiveClient, symposiumId: PlenaryState['symposium']['id']) => {
  const from = live.received.length;
  const first = await live.command('plenary.watch', { symposiumId });
  const news = (): PlenaryNews[] =>
    live.received.slice(from).flatMap(({ name, payload }) => (name === 'plenary' ? [payload as PlenaryNews] : []));
  const now = (): PlenaryState => news().reduce<PlenaryState>((state, one) => applyPlenary(state, one), first);
  const until = async (holds: (state: PlenaryState) => boolean): Promise<PlenaryState> => {
    while (!holds(now())) await live.next('plenary');
    return now();
  };
  return { live, first, news, now, until };
};

const start = async (server: TestServer) => {
  const group = await seedGroup(server, { template: [{ kind: 'draft', minutes: 5 }] });
  const sockets = new Map<Person, LiveClient>();
  const live = async (person: Person): Promise<LiveClient> => {
    const known = sockets.get(person) ?? (await server.live(person.token));
    sockets.set(person, known);
    return known;
  };
  const forward = async (groupId: GroupId, leader: Person, member: Person, title: string) => {
    const board = server.sync(member.token, boardDocument(groupId));
    const lives = { leader: await live(leader), leading: leader, member: await live(member) };
    return forwardOption(server, { groupId, ...lives, board: board.doc }, title);
  };
  const organiser = await server.live(server.organiser.token ?? '');
  return { ...group, live, forward, organiser, symposiumId: group.symposium.id };
};

const screenOf = async (server: TestServer, organiser: LiveClient, symposiumId: string) => {
  const { code } = await organiser.command('screen.code', { symposiumId: symposiumId, action: 'show' });
  return must(server.stranger.post<SignedIn>('/api/sessions', { screenCode: code ?? '' }));
};

/** How much of each kind a state holds. */
const counts = ({ groups, register, ballots, results }: PlenaryState) => [
  groups.length,
  register.map(({ id }) => id),
  ballots.length,
  results === null ? 'none' : results.kind,
];

test('seats see register and ballots while the plenary is open; progress does not carry the register along', async () => {
  await using server = await bootServer();
  const { groupId, carol, voters, live, forward, organiser, symposiumId } = await start(server);
  const [alice] = voters as [Person];
  const optionId = await forward(groupId, carol, alice, 'Share forecasts');
  const chair = await follow(organiser, symposiumId);
  const seat = await follow(await live(alice), symposiumId);
  expect(chair.first).toMatchObject({ status: 'closed', me: { role: 'chair' }, register: [{ code: 'R1-G01-O1' }] });
  expect(chair.first.groups.map(({ number, forwarded }) => [number, forwarded])).toEqual([
    [1, 1],
    [2, 0],
  ]);
  expect(seat.first).toMatchObject({ status: 'closed', me: { role: 'seat' }, register: [], groups: [], ballots: [] });
  await chair.until((state) => state.attendance?.present === 1);

  await organiser.command('plenary.open', { symposiumId });
  await seat.until((state) => state.register.length === 1);
  const { ballotId, options } = await organiser.command('ballot.open', {
    symposiumId,
    kind: 'rating',
    options: [{ kind: 'option', id: optionId }],
  });
  await seat.until((state) => state.me.entitled.includes(ballotId));
  const before = chair.news().length;
  const choices = { ratings: { [options[0]?.id ?? '']: [4, 5] as [number, number] } };
  await seat.live.command('ballot.cast', { ballotId, paperKey: 'a-key-for-this-very-paper', choices });
  await seat.until((state) => state.me.cast.includes(ballotId));
  await chair.until((state) => state.ballots[0]?.progress.cast === 1);
  expect(
    chair
      .news()
      .slice(before)
      .every((news) => news.register === undefined),
  ).toBe(true);
  await organiser.command('ballot.close', { ballotId });
  await seat.until((state) => state.ballots[0]?.status === 'closed');

  await organiser.command('plenary.close', { symposiumId });
  expect(await seat.until((state) => state.status === 'closed')).toMatchObject({ register: [], ballots: [] });
  // What was folded is what is.
  const fresh = await seat.live.command('plenary.watch', { symposiumId });
  expect({ ...seat.now(), serverTime: '' }).toEqual({ ...fresh, serverTime: '' });
});

test('a seat that is named chair leads at once, and no longer when that is taken back', async () => {
  await using server = await bootServer();
  const { voters, live, organiser, symposiumId } = await start(server);
  const [alice] = voters as [Person];
  const seat = await follow(await live(alice), symposiumId);
  expect(await seat.live.send('plenary.open', { symposiumId })).toMatchObject({ failure: { code: 'role-refused' } });
  expect(await seat.live.send('seat.chair', { symposiumId, seatId: alice.seatId })).toMatchObject({
    failure: { code: 'role-refused' },
  });
  await organiser.command('seat.chair', { symposiumId, seatId: alice.seatId });
  expect((await seat.until((state) => state.me.role === 'chair')).groups).toHaveLength(2);
  await seat.live.command('plenary.open', { symposiumId });
  await seat.live.command('plenary.timer', { symposiumId, action: 'start', durationMs: 60_000 });
  await seat.until((state) => state.timer.state === 'running');
  expect(await seat.live.send('screen.code', { symposiumId, action: 'show' })).toMatchObject({
    failure: { code: 'role-refused' },
  });
  await organiser.command('seat.chair', { symposiumId, seatId: alice.seatId, chair: false });
  expect((await seat.until((state) => state.me.role === 'seat')).groups).toEqual([]);
});

test('a screen is sent what its view shows and nothing else', async () => {
  await using server = await bootServer();
  const { groupId, otherGroupId, carol, mallory, person, voters, forward, organiser, symposiumId } =
    await start(server);
  const first = await forward(groupId, carol, voters[0] as Person, 'Share forecasts');
  const second = await forward(otherGroupId, person('walter'), mallory, 'Train together');
  const signedIn = await screenOf(server, organiser, symposiumId);
  expect(signedIn).toMatchObject({ role: 'screen', seat: null, groups: [], symposium: { id: symposiumId } });
  const screen = await follow(await server.live(signedIn.token), symposiumId);
  await organiser.command('plenary.open', { symposiumId });
  const { ballotId } = await organiser.command('ballot.open', {
    symposiumId,
    kind: 'endorsement',
    options: [{ kind: 'option', id: second }],
  });
  const show = async (view: ScreenView): Promise<PlenaryState> => {
    await organiser.command('screen.show', { symposiumId, view });
    return screen.until((state) => state.view.kind === view.kind);
  };
  expect(counts(await screen.until((state) => state.status === 'open'))).toEqual([0, [], 0, 'none']);
  expect(counts(await show({ kind: 'progress' }))).toEqual([2, [], 0, 'none']);
  expect(counts(await show({ kind: 'group', groupId }))).toEqual([1, [first], 0, 'none']);
  expect(counts(await show({ kind: 'option', optionId: second }))).toEqual([0, [second], 0, 'none']);
  expect(counts(await show({ kind: 'register', sort: 'group', filter: 'living' }))).toEqual([
    0,
    [first, second],
    0,
    'none',
  ]);
  expect(counts(await show({ kind: 'ballot', ballotId }))).toEqual([0, [], 1, 'none']);
  const early = await organiser.send('screen.show', { symposiumId, view: { kind: 'results', ballotId } });
  expect(early).toMatchObject({ failure: { code: 'ballot-not-closed' } });
  await organiser.command('ballot.close', { ballotId });
  expect(counts(await show({ kind: 'results', ballotId }))).toEqual([0, [], 1, 'endorsement']);
  expect(counts(await show({ kind: 'timer' }))).toEqual([0, [], 0, 'none']);
  expect(screen.now()).toMatchObject({ attendance: null, undo: null, me: { role: 'screen', entitled: [], cast: [] } });
  const nowhere = await organiser.send('screen.show', {
    symposiumId,
    view: { kind: 'option', optionId: 'nowhere' },
  });
  expect(nowhere).toMatchObject({ failure: { code: 'not-found' } });
});

test('a screen may do nothing but watch, and goes when its code does', async () => {
  await using server = await bootServer();
  const { groupId, carol, organiser, symposiumId } = await start(server);
  const { token } = await screenOf(server, organiser, symposiumId);
  const screen = await server.live(token);
  await screen.command('plenary.watch', { symposiumId });
  for (const refused of [
    await screen.send('group.watch', { groupId }),
    await screen.send('symposium.watch', { symposiumId }),
    await screen.send('room.list', { groupId }),
    await screen.send('screen.show', { symposiumId, view: { kind: 'progress' } }),
    await screen.send('ballot.results', { ballotId: 'any' }),
  ]) {
    expect(refused).toMatchObject({ failure: { code: 'role-refused' } });
  }
  const http = server.http(token);
  expect((await http.get('/api/me')).body).toMatchObject({ role: 'screen', seat: null });
  for (const path of [`symposia/${symposiumId}/register`, `symposia/${symposiumId}/agenda`, `groups/${groupId}`]) {
    expect(await http.get(`/api/${path}`)).toMatchObject({ status: 403 });
  }
  expect(await server.http(carol.token).get(`/api/symposia/${symposiumId}/register`)).toMatchObject({ status: 403 });
  const board = server.sync(token, boardDocument(groupId));
  expect(await board.closed()).toBeGreaterThan(4000);

  const gone = screen.disconnected();
  const { code } = await organiser.command('screen.code', { symposiumId, action: 'renew' });
  await gone;
  expect((await http.get('/api/me')).status).toBe(401);
  expect((await server.stranger.post('/api/sessions', { screenCode: code ?? '' })).status).toBe(201);
  await organiser.command('screen.code', { symposiumId, action: 'revoke' });
  expect((await server.stranger.post('/api/sessions', { screenCode: code ?? '' })).status).toBe(401);
});
