import { io } from 'socket.io-client';
import { describe, expect, test } from 'vitest';
import type { SignedIn } from '@rapport/protocol/http';
import { bootServer, TEST_KEY } from '../testing/boot-server.ts';
import { must } from '../testing/http-client.ts';
import { seedGroup } from '../testing/seed-group.ts';

/** What a refused handshake says; rejects when the socket is let in. */
const refusal = (url: string, options: Parameters<typeof io>[1]): Promise<{ message: string; data: unknown }> =>
  new Promise((resolve, reject) => {
    const socket = io(url, { path: '/live', forceNew: true, reconnection: false, ...options });
    socket.once('connect_error', (error) => {
      socket.close();
      resolve({ message: error.message, data: (error as Error & { data?: unknown }).data });
    });
    socket.once('connect', () => {
      socket.close();
      reject(new Error('the socket was let in'));
    });
  });

/** Resolves with the socket's id once it is let in. */
const entry = (url: string, options: Parameters<typeof io>[1]): Promise<string | undefined> =>
  new Promise((resolve, reject) => {
    const socket = io(url, { path: '/live', forceNew: true, reconnection: false, ...options });
    socket.once('connect', () => {
      resolve(socket.id);
      socket.close();
    });
    socket.once('connect_error', (error) => {
      socket.close();
      reject(error);
    });
  });

describe('who comes in', () => {
  test('a token, a bearer header and the cookie a tab names let a socket in', async () => {
    await using server = await bootServer();
    const answer = await server.stranger.post<SignedIn>('/api/sessions', { organiserKey: TEST_KEY });
    const { token, tab } = await must(Promise.resolve(answer));
    const cookie = (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
    expect(cookie).toContain(tab);
    const options: Parameters<typeof io>[1][] = [
      { auth: { token } },
      { extraHeaders: { authorization: `Bearer ${token}` } },
      { auth: { tab }, extraHeaders: { cookie } },
      { auth: { tab }, extraHeaders: { cookie, origin: server.url } },
      { auth: { token }, transports: ['polling'] },
    ];
    for (const one of options) expect(await entry(server.url, one)).toEqual(expect.any(String));
  });

  test('no token, a wrong one, or another page with the cookie are told why they are not let in', async () => {
    await using server = await bootServer();
    const answer = await server.stranger.post<SignedIn>('/api/sessions', { organiserKey: TEST_KEY });
    const { tab } = await must(Promise.resolve(answer));
    const cookie = (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
    const unauthenticated = { message: 'unauthenticated', data: { code: 'unauthenticated' } };
    for (const auth of [{}, { token: 'wrong' }, { token: 'x'.repeat(300) }, { tab: '../..' }, { token: 7, tab: {} }]) {
      expect(await refusal(server.url, { auth })).toMatchObject(unauthenticated);
    }
    const foreign = { auth: { tab }, extraHeaders: { cookie, origin: 'https://elsewhere.example.org' } };
    expect(await refusal(server.url, foreign)).toMatchObject({ data: { code: 'role-refused' } });
  });

  test('a session that ends loses its sockets at once, other sessions of the seat stay', async () => {
    await using server = await bootServer();
    const { carol, groupId } = await seedGroup(server);
    const first = await server.live(carol.token);
    const other = await server.live((await server.signIn(carol.joinCode)).token);
    await first.command('group.watch', { groupId });
    const gone = first.disconnected();
    await must(carol.http.delete('/api/sessions/current'));
    expect(await gone).toBe('io server disconnect');
    await other.command('group.watch', { groupId });
  });
});

describe('what a client may send', () => {
  test('nothing malformed stops the server or the socket', async () => {
    await using server = await bootServer();
    const { carol, groupId } = await seedGroup(server);
    const live = await server.live(carol.token);
    const nested: unknown[] = [];
    let deepest = nested;
    for (let depth = 0; depth < 2_000; depth += 1) {
      const next: unknown[] = [];
      deepest.push(next);
      deepest = next;
    }
    const malformed: unknown[] = [
      null,
      7,
      'group.watch',
      [],
      [['group.watch', {}]],
      {},
      { name: 7, input: {} },
      { name: 'x'.repeat(65), input: {} },
      { name: 'group.watch' },
      { name: 'group.watch', input: null },
      { name: 'group.watch', input: { groupId: ['a'] } },
      { name: 'group.watch', input: { groupId: 'a b' } },
      { name: '__proto__', input: {} },
      { name: 'constructor', input: {} },
      { name: 'toString', input: {} },
      { name: 'no.such.command', input: {} },
      { name: 'phase.move', input: nested },
      { name: 'ballot.cast', input: { ballotId: 'b', paperKey: 'short', choices: { dots: { a: -1 } } } },
    ];
    for (const message of malformed) {
      const outcome: unknown = await live.socket.emitWithAck('command', message);
      expect(outcome).toMatchObject({ ok: false, failure: { code: 'invalid-input' } });
    }
    // Without an ack, with the ack alone, with bytes, under other names: no answer is owed.
    live.socket.emit('command');
    live.socket.emit('command', { name: 'group.watch', input: { groupId } });
    live.socket.emit('command', Buffer.from([1, 2, 3]));
    live.socket.emit('event', { type: 'phase.moved' });
    live.socket.emit('constructor', 1);
    expect(await live.socket.emitWithAck('command')).toMatchObject({ ok: false, failure: { code: 'invalid-input' } });
    expect(await live.command('group.watch', { groupId })).toMatchObject({ id: groupId });
    expect(server.logLines.filter((line) => line.includes('a command failed'))).toEqual([]);
  });

  test('a wrong input is named by its field', async () => {
    await using server = await bootServer();
    const { carol, groupId } = await seedGroup(server);
    const live = await server.live(carol.token);
    const outcome: unknown = await live.socket.emitWithAck('command', {
      name: 'ballot.open',
      input: {
        groupId,
        kind: 'dots',
        options: [
          { kind: 'card', id: 'c1' },
          { kind: 'plan', id: 'c2' },
        ],
      },
    });
    expect(outcome).toMatchObject({ ok: false, failure: { code: 'invalid-input', field: 'options.1.kind' } });
  });

  test('too large a message ends the connection and nothing else', async () => {
    await using server = await bootServer();
    const { carol, groupId } = await seedGroup(server);
    const flooder = await server.live(carol.token);
    const gone = flooder.disconnected();
    flooder.socket.emit('command', { name: 'group.watch', input: { groupId, fill: 'x'.repeat(70_000) } });
    await gone;
    const live = await server.live(carol.token);
    expect(await live.command('group.watch', { groupId })).toMatchObject({ id: groupId });
  });

  test('a session that floods the server is held back, and nobody else', async () => {
    await using server = await bootServer();
    const { carol, voters, groupId } = await seedGroup(server);
    const [alice] = voters;
    const flooder = await server.live(alice?.token ?? '');
    const calm = await server.live(carol.token);
    const outcomes = await Promise.all(
      Array.from({ length: 600 }, () => flooder.send('seat.done', { groupId, done: true })),
    );
    const codes = outcomes.map((outcome) => (outcome.ok ? 'ok' : outcome.failure.code));
    expect(new Set(codes)).toEqual(new Set(['ok', 'too-many-attempts']));
    expect(codes.slice(0, 300)).toEqual(Array.from({ length: 300 }, () => 'ok'));
    await calm.command('group.watch', { groupId });
  });
});

describe('who may watch', () => {
  test('strangers to a group learn nothing, not even that it exists', async () => {
    await using server = await bootServer();
    const { mallory, groupId } = await seedGroup(server);
    const live = await server.live(mallory.token);
    const foreign = await live.send('group.watch', { groupId });
    const missing = await live.send('group.watch', { groupId: 'nowhere' });
    expect(foreign).toEqual(missing);
    expect(foreign).toMatchObject({ ok: false, failure: { code: 'not-found' } });
    expect(await live.send('room.list', { groupId })).toMatchObject({ ok: false, failure: { code: 'not-found' } });
  });

  test('only leaders see the code for walk-ins, and no state holds a name or a seat id', async () => {
    await using server = await bootServer();
    const { carol, otto, rita, voters, people, groupId, groupCode } = await seedGroup(server);
    const states = [];
    for (const person of [carol, otto, rita, ...voters]) {
      const live = await server.live(person.token);
      states.push(await live.command('group.watch', { groupId }));
    }
    const organiser = await server.live(server.organiser.token ?? '');
    states.push(await organiser.command('group.watch', { groupId }));
    expect(states.map((state) => state.code)).toEqual([groupCode, ...Array(states.length - 2).fill(null), groupCode]);
    for (const state of states) {
      for (const { displayName, seatId } of people) {
        expect(JSON.stringify(state)).not.toContain(displayName);
        expect(JSON.stringify(state)).not.toContain(seatId);
      }
    }
  });

  test('an organiser follows a symposium; a seat may not', async () => {
    await using server = await bootServer();
    const { carol, symposium, groupId, otherGroupId } = await seedGroup(server);
    const organiser = await server.live(server.organiser.token ?? '');
    const state = await organiser.command('symposium.watch', { symposiumId: symposium.id });
    expect(state.groups.map((group) => [group.id, group.phase, group.seats, group.present])).toEqual([
      [groupId, { kind: 'lobby', index: 0, of: 11 }, 6, 0],
      [otherGroupId, { kind: 'lobby', index: 0, of: 11 }, 2, 0],
    ]);
    const live = await server.live(carol.token);
    const present = organiser.next('symposium', (payload) =>
      (payload as typeof state).groups.some((group) => group.id === groupId && group.present === 1),
    );
    await live.command('group.watch', { groupId });
    await present;
    const refused = await live.send('symposium.watch', { symposiumId: symposium.id });
    expect(refused).toMatchObject({ ok: false, failure: { code: 'role-refused' } });
    const missing = await organiser.send('symposium.watch', { symposiumId: 'nowhere' });
    expect(missing).toMatchObject({ ok: false, failure: { code: 'not-found' } });
  });
});
