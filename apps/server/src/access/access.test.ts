import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { boardDocument } from '@rapport/domain/document-id';
import type { SignedIn } from '@rapport/protocol/http';
import { CLOSE } from '@rapport/sync/close-codes';
import { bootServer, type TestServer } from '../testing/boot-server.ts';
import { must } from '../testing/http-client.ts';
import { ManualClock } from '../testing/manual-clock.ts';
import { seedGroup } from '../testing/seed-group.ts';

const FORTNIGHT = 14 * 24 * 3600 * 1000;
const cookiesOf = (headers: Headers): Map<string, string> =>
  new Map(
    headers.getSetCookie().map((line) => {
      const [pair = ''] = line.split(';');
      return [pair.slice(0, pair.indexOf('=')), line] as const;
    }),
  );
const pair = (line: string | undefined): string => line?.split(';')[0] ?? '';

/** For tables of refusals, which leave nothing behind. */
let shared: TestServer;
beforeAll(async () => {
  shared = await bootServer();
});
afterAll(() => shared[Symbol.asyncDispose]());

describe('signing in', () => {
  test('with the organiser key', async () => {
    await using server = await bootServer();
    expect(await must(server.organiser.get('/api/me'))).toEqual({
      role: 'organiser',
      seat: null,
      symposium: null,
      groups: [],
      language: null,
      attribution: null,
    });
  });

  test('with a personal code, however it is typed', async () => {
    await using server = await bootServer();
    const { carol, groupId, symposium } = await seedGroup(server);
    const typed = ` ${carol.joinCode.slice(0, 3).toLowerCase()}-${carol.joinCode.slice(3)} `;
    expect(await server.signIn(typed)).toMatchObject({
      role: 'facilitator',
      seat: { id: carol.seatId, displayName: carol.displayName, delegation: 'Norway', bloc: 'allied' },
      symposium: { id: symposium.id, slug: symposium.slug },
      groups: [{ id: groupId, number: 1, role: 'facilitator' }],
    });
  });

  test('as a walk-in, where walk-ins are taken', async () => {
    await using server = await bootServer();
    const { groupCode, groupId, symposium } = await seedGroup(server);
    const guest = await server.stranger.post<SignedIn>('/api/sessions', { groupCode, displayName: ' Guest Larkspur ' });
    expect(guest).toMatchObject({
      status: 201,
      body: {
        role: 'participant',
        seat: { displayName: 'Guest Larkspur', delegation: '', bloc: 'organisation' },
        groups: [{ id: groupId, role: 'participant' }],
      },
    });
    await must(server.organiser.patch(`/api/symposia/${symposium.id}`, { walkIns: false }));
    const refused = await server.stranger.post('/api/sessions', { groupCode, displayName: 'Late Larkspur' });
    expect(refused).toMatchObject({ status: 403, body: { code: 'walk-ins-refused' } });
  });

  test.each([
    [{ organiserKey: 'not-the-key-of-this-server' }, 401, 'unknown-code'],
    [{ joinCode: 'AAAAAA' }, 401, 'unknown-code'],
    [{ joinCode: 'x'.repeat(60) }, 401, 'unknown-code'],
    [{ groupCode: 'AAAAAA', displayName: 'Guest' }, 401, 'unknown-code'],
    [{ joinCode: '' }, 400, 'invalid-input'],
    [{ joinCode: 7 }, 400, 'invalid-input'],
    [{ groupCode: 'AAAAAA' }, 400, 'invalid-input'],
    [{}, 400, 'invalid-input'],
    [[], 400, 'invalid-input'],
  ])('%o is refused', async (input, status, code) => {
    expect(await shared.stranger.post('/api/sessions', input)).toMatchObject({ status, body: { status, code } });
  });

  test('typed codes answer only while the symposium is open, badges also after', async () => {
    await using server = await bootServer();
    const { carol, symposium, groupCode } = await seedGroup(server);
    const csv = await must(server.organiser.get<string>(`/api/symposia/${symposium.id}/join-codes.csv`));
    const badge = /\/j\/([A-Za-z0-9_-]+)/.exec(csv)?.[1] ?? '';
    await must(server.organiser.patch(`/api/symposia/${symposium.id}`, { status: 'closed' }));
    expect(await server.stranger.post('/api/sessions', { joinCode: carol.joinCode })).toMatchObject({ status: 401 });
    expect(await server.stranger.post('/api/sessions', { groupCode, displayName: 'Guest' })).toMatchObject({
      status: 401,
    });
    expect((await server.signIn(badge)).seat).not.toBeNull();
  });

  test('guessing is slowed and badges are not', async () => {
    await using server = await bootServer();
    const { symposium } = await seedGroup(server);
    const csv = await must(server.organiser.get<string>(`/api/symposia/${symposium.id}/join-codes.csv`));
    const badge = /\/j\/([A-Za-z0-9_-]+)/.exec(csv)?.[1] ?? '';
    const guess = () => server.stranger.post('/api/sessions', { joinCode: 'AAAAAA' });
    await Promise.all(Array.from({ length: 60 }, guess));
    const began = performance.now();
    expect((await guess()).status).toBe(401);
    expect(performance.now() - began).toBeGreaterThan(90);
    const waiting = Array.from({ length: 20 }, guess);
    expect((await server.signIn(badge)).seat).not.toBeNull();
    await Promise.all(waiting);
  });
});

describe('a session', () => {
  test('ends by signing out, and the browser is told to forget', async () => {
    await using server = await bootServer();
    const { carol } = await seedGroup(server);
    const out = await carol.http.delete('/api/sessions/current');
    expect(out.status).toBe(204);
    expect(out.headers.get('clear-site-data')).toBe('"cache", "storage"');
    expect((await carol.http.get('/api/me')).status).toBe(401);
  });

  test('ends after a fortnight', async () => {
    const clock = new ManualClock();
    await using server = await bootServer({ clock });
    const { carol } = await seedGroup(server);
    clock.advance(FORTNIGHT - 1);
    expect((await carol.http.get('/api/me')).status).toBe(200);
    clock.advance(1);
    expect(await carol.http.get('/api/me')).toMatchObject({ status: 401, body: { code: 'unauthenticated' } });
  });

  test('takes its sockets along when it ends, also one that only listens', async () => {
    const clock = new ManualClock();
    await using server = await bootServer({ clock });
    const { carol, groupId } = await seedGroup(server);
    clock.advance(FORTNIGHT - 1000);
    const later = await server.signIn(carol.joinCode);
    using listening = await server.live(carol.token);
    using other = await server.live(later.token);
    await listening.command('group.watch', { groupId });
    const document = server.sync(carol.token, boardDocument(groupId));
    await document.synced();
    const ended = new Promise((resolve) => listening.socket.once('disconnect', resolve));
    const closed = document.closed();
    clock.advance(1000);
    expect([await ended, await closed]).toEqual(['io server disconnect', CLOSE.sessionEnded]);
    expect(other.socket.connected).toBe(true);
  });

  test('outlives a restart of the server', async () => {
    await using first = await bootServer();
    const { carol } = await seedGroup(first);
    await first.stop();
    await using second = await bootServer({ dataDir: first.dataDir });
    expect((await second.http(carol.token).get('/api/me')).status).toBe(200);
  });

  test('of each tab has a cookie of its own that no script can read', async () => {
    await using server = await bootServer();
    const { carol, voters } = await seedGroup(server);
    const signIn = async (joinCode: string) => {
      const answer = await server.stranger.post<SignedIn>('/api/sessions', { joinCode });
      return { tab: answer.body.tab, cookie: cookiesOf(answer.headers).get(`rapport_${answer.body.tab}`) };
    };
    const one = await signIn(carol.joinCode);
    const other = await signIn(voters[0]?.joinCode ?? '');
    expect(one.cookie).toMatch(/; Path=\/; HttpOnly; SameSite=Lax$/);
    const cookie = `${pair(one.cookie)}; ${pair(other.cookie)}`;
    const me = (tab: string) => server.stranger.get('/api/me', { cookie, 'rapport-tab': tab });
    expect((await me(one.tab)).body).toMatchObject({ seat: { id: carol.seatId } });
    expect((await me(other.tab)).body).toMatchObject({ seat: { id: voters[0]?.seatId } });
    expect((await server.stranger.get('/api/me', { cookie })).status).toBe(401);

    // Signing one tab out leaves the other and what the browser keeps for it.
    const out = await server.stranger.call('DELETE', '/api/sessions/current', {
      headers: { cookie, 'rapport-tab': one.tab },
    });
    expect(out.headers.get('clear-site-data')).toBe('"cache"');
    expect([...cookiesOf(out.headers).keys()]).toEqual([`rapport_${one.tab}`]);
    expect((await me(one.tab)).status).toBe(401);
    expect((await me(other.tab)).status).toBe(200);
  });

  test('goes on when the browser opens the same badge again', async () => {
    await using server = await bootServer();
    const { carol, voters } = await seedGroup(server);
    const first = await server.stranger.post<SignedIn>('/api/sessions', { joinCode: carol.joinCode });
    const cookie = pair(cookiesOf(first.headers).get(`rapport_${first.body.tab}`));
    const signIn = async (joinCode: string) =>
      (await server.stranger.call<SignedIn>('POST', '/api/sessions', { body: { joinCode }, headers: { cookie } })).body
        .tab;
    expect(await signIn(carol.joinCode)).toBe(first.body.tab);
    expect(await signIn(voters[0]?.joinCode ?? '')).not.toBe(first.body.tab);
  });

  test('under TLS the cookie is for TLS only', async () => {
    await using server = await bootServer({ env: { PUBLIC_URL: 'https://rapport.example.org' } });
    const { carol } = await seedGroup(server);
    const answer = await server.stranger.post('/api/sessions', { joinCode: carol.joinCode });
    expect(answer.headers.getSetCookie()[0]).toContain('; Secure');
    expect(answer.headers.get('strict-transport-security')).toContain('max-age=');
  });

  test('a new one clears cookies of sessions that have ended', async () => {
    await using server = await bootServer();
    const { carol } = await seedGroup(server);
    const answer = await server.stranger.call('POST', '/api/sessions', {
      body: { joinCode: carol.joinCode },
      headers: { cookie: 'rapport_deadbeef00000000=gone; other=1' },
    });
    expect(cookiesOf(answer.headers).get('rapport_deadbeef00000000')).toContain('Expires=Thu, 01 Jan 1970');
    expect(cookiesOf(answer.headers).has('other')).toBe(false);
  });

  test('a page of another origin cannot use a cookie to change anything', async () => {
    await using server = await bootServer();
    const { carol } = await seedGroup(server);
    const answer = await server.stranger.post('/api/sessions', { joinCode: carol.joinCode });
    const cookie = pair(answer.headers.getSetCookie()[0]);
    const signOut = (origin: string) =>
      server.stranger.call('DELETE', '/api/sessions/current', { headers: { cookie, origin } });
    expect((await signOut('https://evil.example')).status).toBe(403);
    expect((await signOut(server.url)).status).toBe(204);
  });
});
