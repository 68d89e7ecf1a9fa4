import { afterEach, beforeEach, expect, test } from 'vitest';
import { answeringServer, sendFetchTo } from '../testing/answering-server.ts';
import { sampleMe } from '../testing/samples.ts';
import { readSeats, seatsFor } from './remembered-seats.ts';
import { seatKey } from './seat-storage.ts';
import { continueAs, restoreSession, signIn, signOut, useSession } from './session-store.ts';

const alice = sampleMe();
const bob = sampleMe({ seat: { ...alice.seat, id: 'seat2', displayName: 'Bo Cedar' } as typeof alice.seat });

/** Seats by the tab that names their cookie. */
const organiser = sampleMe({ role: 'organiser', seat: null, symposium: null, groups: [] });
const screen = sampleMe({ role: 'screen', seat: null, groups: [] });
const seats: Record<string, typeof alice> = {
  tabalice1: alice,
  tabbob001: bob,
  taborga01: organiser,
  tabscre01: screen,
};
/** What is typed in for each. */
const CODES: Record<string, string> = {
  ALICE1: 'tabalice1',
  BOB001: 'tabbob001',
  'the-key': 'taborga01',
  SCREEN: 'tabscre01',
};

const serve = () =>
  answeringServer(({ method, path, headers, body }) => {
    if (method === 'POST' && path === '/api/sessions') {
      const tab = Object.entries(CODES).find(([code]) => body.includes(code))?.[1];
      if (tab === undefined) {
        return { status: 401, json: { type: 'about:blank', title: 'Unauthorized', status: 401, code: 'unknown-code' } };
      }
      return { status: 201, json: { ...seats[tab], token: 'secret', tab } };
    }
    if (method === 'DELETE') return { status: 204 };
    const me = seats[String(headers['rapport-tab'])];
    return me === undefined
      ? { status: 401, json: { type: 'about:blank', title: 'Unauthorized', status: 401, code: 'unauthenticated' } }
      : { json: me };
  });

const freshTab = (): void => {
  sessionStorage.clear();
  useSession.setState({ status: 'unknown', me: null, tab: null });
};

let putBack = (): void => undefined;
beforeEach(() => {
  localStorage.clear();
  freshTab();
});
afterEach(() => putBack());

test('signing in seats this tab and never keeps the token', async () => {
  await using server = await serve();
  putBack = sendFetchTo(server.url);
  expect((await signIn({ joinCode: 'ALICE1' })).ok).toBe(true);
  expect(useSession.getState()).toEqual({ status: 'in', me: alice, tab: 'tabalice1' });
  const kept = [localStorage, sessionStorage].map((storage) => JSON.stringify(Object.entries(storage))).join(' ');
  expect(kept).toContain('tabalice1');
  expect(kept).not.toContain('secret');
});

test('an unknown code is refused and nobody is signed in', async () => {
  await using server = await serve();
  putBack = sendFetchTo(server.url);
  expect(await signIn({ joinCode: 'NOBODY' })).toMatchObject({ ok: false, failure: { code: 'unknown-code' } });
  expect(useSession.getState().status).toBe('unknown');
});

test('a projector is nobody: it is not remembered, and an organiser of the same browser stays who they were', async () => {
  await using server = await serve();
  putBack = sendFetchTo(server.url);
  await signIn({ organiserKey: 'the-key' });
  const before = Object.entries(localStorage);
  freshTab();
  await signIn({ screenCode: 'SCREEN' });
  expect(useSession.getState().me?.role).toBe('screen');
  expect(Object.entries(localStorage)).toEqual(before);
  expect(seatsFor('organise')).toMatchObject([{ tab: 'taborga01' }]);
});

test('a reload stays on its seat; a fresh tab takes the only seat of a group', async () => {
  await using server = await serve();
  putBack = sendFetchTo(server.url);
  await signIn({ joinCode: 'ALICE1' });
  useSession.setState({ status: 'unknown', me: null, tab: null });
  expect(await restoreSession('front-door')).toBeNull();
  expect(useSession.getState().me?.seat?.displayName).toBe('Ada Birch');

  freshTab();
  await restoreSession('group group1');
  expect(useSession.getState().tab).toBe('tabalice1');

  freshTab();
  await restoreSession('group another');
  expect(useSession.getState().status).toBe('out');
});

test('with two seats, or at the front door, a fresh tab has to ask', async () => {
  await using server = await serve();
  putBack = sendFetchTo(server.url);
  await signIn({ joinCode: 'ALICE1' });
  freshTab();
  await restoreSession('front-door');
  expect(useSession.getState().status).toBe('out');
  await signIn({ joinCode: 'BOB001' });
  freshTab();
  await restoreSession('group group1');
  expect(useSession.getState().status).toBe('out');
  expect(seatsFor('group group1').map((seat) => seat.displayName)).toEqual(['Ada Birch', 'Bo Cedar']);
  expect(await continueAs('tabbob001')).toBeNull();
  expect(useSession.getState().me?.seat?.displayName).toBe('Bo Cedar');
});

test('a seat whose session has ended is forgotten', async () => {
  await using server = await serve();
  putBack = sendFetchTo(server.url);
  localStorage.setItem(
    'rapport.seats',
    JSON.stringify([{ tab: 'tabended1', seatId: 'gone', displayName: 'Old', groupIds: ['group1'] }]),
  );
  expect(await continueAs('tabended1')).toMatchObject({ code: 'unauthenticated' });
  expect(readSeats()).toEqual([]);
  expect(useSession.getState().status).toBe('out');
});

test('while the server is away, whoever sat in the tab sits there again; of others nothing is known', async () => {
  const server = await serve();
  putBack = sendFetchTo(server.url);
  await signIn({ joinCode: 'ALICE1' });
  useSession.setState({ status: 'unknown', me: null, tab: null });
  await server[Symbol.asyncDispose]();
  expect(await restoreSession('front-door')).toBeNull();
  expect(useSession.getState()).toEqual({ status: 'in', me: alice, tab: 'tabalice1' });

  useSession.setState({ status: 'unknown', me: null, tab: null });
  localStorage.clear();
  expect(await restoreSession('front-door')).toMatchObject({ code: 'unavailable' });
  expect(useSession.getState().status).toBe('unknown');
});

test('who sat in a session that has ended is forgotten with it', async () => {
  await using server = await serve();
  putBack = sendFetchTo(server.url);
  await signIn({ joinCode: 'ALICE1' });
  localStorage.setItem(seatKey('seat1', 'paper.b1'), 'x');
  delete seats['tabalice1'];
  expect(await continueAs('tabalice1')).toMatchObject({ code: 'unauthenticated' });
  seats['tabalice1'] = alice;
  // What they wrote waits for the next sign-in.
  expect(Object.keys(localStorage).filter((key) => key.startsWith('rapport.seat.'))).toEqual([
    seatKey('seat1', 'paper.b1'),
  ]);
});

test('signing out tells the server and wipes what was kept for the seat, and only that', async () => {
  await using server = await serve();
  putBack = sendFetchTo(server.url);
  await signIn({ joinCode: 'ALICE1' });
  localStorage.setItem(seatKey('seat1', 'paper.b1'), 'x');
  localStorage.setItem(seatKey('seat2', 'paper.b1'), 'y');
  sessionStorage.setItem(seatKey('seat1', 'undo'), 'z');
  await signOut();
  const last = server.calls.at(-1);
  expect({ method: last?.method, path: last?.path, tab: last?.headers['rapport-tab'] }).toEqual({
    method: 'DELETE',
    path: '/api/sessions/current',
    tab: 'tabalice1',
  });
  expect(useSession.getState().status).toBe('out');
  expect(readSeats()).toEqual([]);
  expect(Object.keys(localStorage).filter((key) => key.startsWith('rapport.seat.'))).toEqual([
    seatKey('seat2', 'paper.b1'),
  ]);
  expect(sessionStorage.length).toBe(0);
});
