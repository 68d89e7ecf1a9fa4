import { io } from 'socket.io-client';
import { describe, expect, onTestFinished, test } from 'vitest';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { boardDocument, type DocumentId } from '@rapport/domain/document-id';
import { CLOSE } from '@rapport/sync/close-codes';
import { SYNC_LIMITS } from '@rapport/sync/limits';
import { step1Frame, step2Frame, tokenFrame, updateFrame } from '@rapport/sync/frames';
import { TUNNEL } from '@rapport/sync/tunnel';
import { TunnelClient, type TunnelSocket } from '@rapport/sync/tunnel-client';
import { COOKIE_PREFIX } from '../access/credentials.ts';
import { bootServer, type TestServer } from '../testing/boot-server.ts';
import { seedGroup } from '../testing/seed-group.ts';

const CARD = 'aaaaaaaaaaaaaaaaaaaaaa';
const OTHER_CARD = 'bbbbbbbbbbbbbbbbbbbbbb';
const EMPTY = new Uint8Array([0]);

type Way = { auth: object; headers?: Record<string, string> };

/** A tunnel that never gets anything but HTTP polling. */
const tunnelTo = (server: TestServer, { auth, headers = {} }: Way): TunnelClient =>
  new TunnelClient(() => {
    const line = io(`${server.url}${TUNNEL.namespace}`, {
      path: '/live',
      transports: ['polling'],
      forceNew: true,
      reconnection: false,
      auth,
      extraHeaders: headers,
    });
    onTestFinished(() => void line.disconnect());
    return line;
  });

/** The stock provider over the tunnel. */
const stockOver = (tunnel: TunnelClient, documentId: DocumentId) => {
  const doc = new Y.Doc();
  const socket = function socket(): TunnelSocket {
    return tunnel.open(documentId);
  };
  const provider = new WebsocketProvider('ws://127.0.0.1/sync', documentId, doc, {
    disableBc: true,
    WebSocketPolyfill: socket as unknown as typeof WebSocket,
  });
  onTestFinished(() => provider.destroy());
  return {
    doc,
    provider,
    synced: (): Promise<void> =>
      new Promise((resolve) => {
        if (provider.synced) resolve();
        provider.on('sync', (synced) => {
          if (synced) resolve();
        });
      }),
    closed: (): Promise<number> =>
      new Promise((resolve) => provider.on('connection-close', (event) => resolve(event?.code ?? 0))),
    until: (holds: (doc: Y.Doc) => boolean): Promise<void> =>
      new Promise((resolve) => {
        const look = (): void => {
          if (holds(doc)) resolve();
        };
        doc.on('update', look);
        look();
      }),
  };
};

const setCard = (doc: Y.Doc, id: string, title = `card ${id}`): void =>
  void doc.getMap('cards').set(id, new Y.Map([['title', new Y.Text(title)]]));
const hasCard =
  (id: string) =>
  (doc: Y.Doc): boolean =>
    doc.getMap('cards').has(id);

const idOf = (index: number): string => `card${String(index).padStart(18, '0')}`;

/** A channel without a provider. */
const bare = (tunnel: TunnelClient, documentId: string) => {
  const socket = tunnel.open(documentId);
  const frames: Uint8Array[] = [];
  let wake = Promise.withResolvers<void>();
  const opened = Promise.withResolvers<void>();
  const closed = Promise.withResolvers<number>();
  Object.assign(socket, {
    onopen: opened.resolve,
    onmessage: ({ data }: { data: ArrayBuffer }) => {
      frames.push(new Uint8Array(data));
      wake.resolve();
      wake = Promise.withResolvers<void>();
    },
    onclose: ({ code }: { code: number }) => closed.resolve(code),
  });
  const frame = async (wants: (one: Uint8Array) => boolean): Promise<Uint8Array> => {
    const found = frames.find(wants);
    if (found !== undefined) return found;
    await wake.promise;
    return frame(wants);
  };
  return {
    socket,
    frame,
    opened: opened.promise,
    closed: closed.promise,
  };
};

test('people behind a wall and people before it write to each other', async () => {
  await using server = await bootServer();
  const { groupId, voters } = await seedGroup(server);
  const [alice, bob] = voters;
  if (alice === undefined || bob === undefined) throw new Error('too few vote');
  const board = boardDocument(groupId);
  const behind = stockOver(tunnelTo(server, { auth: { token: alice.token } }), board);
  const before = server.sync(bob.token, board);
  await Promise.all([behind.synced(), before.synced()]);
  setCard(behind.doc, CARD);
  await before.until(hasCard(CARD));
  setCard(before.doc, OTHER_CARD);
  await behind.until(hasCard(OTHER_CARD));
  expect(behind.provider.wsconnected).toBe(true);
});

test('frames larger than any message of the live socket go through in pieces, both ways', async () => {
  await using server = await bootServer();
  const { groupId, carol, voters } = await seedGroup(server);
  const [alice] = voters;
  if (alice === undefined) throw new Error('nobody votes');
  const board = boardDocument(groupId);
  const first = stockOver(tunnelTo(server, { auth: { token: alice.token } }), board);
  await first.synced();
  first.provider.disconnect();
  const count = 400;
  for (let index = 0; index < count; index += 1) setCard(first.doc, idOf(index), `${index} `.repeat(100).slice(0, 250));
  const size = Y.encodeStateAsUpdate(first.doc).length;
  expect(size).toBeGreaterThan(3 * TUNNEL.pieceBytes);
  const whole = (doc: Y.Doc): boolean => doc.getMap('cards').size === count;
  const second = stockOver(tunnelTo(server, { auth: { token: carol.token } }), board);
  await second.synced();
  first.provider.connect();
  await second.until(whole);
  const late = stockOver(tunnelTo(server, { auth: { token: carol.token } }), board);
  await late.synced();
  expect(whole(late.doc)).toBe(true);
});

test('several documents share one line', async () => {
  await using server = await bootServer();
  const { groupId, carol } = await seedGroup(server);
  const tunnel = tunnelTo(server, { auth: { token: carol.token } });
  const channels = [boardDocument(groupId), boardDocument(groupId), 'votes.unknown'].map((id) => bare(tunnel, id));
  const [one, other, wrong] = channels;
  if (one === undefined || other === undefined || wrong === undefined) throw new Error('no channels');
  await one.opened;
  expect(await wrong.closed).toBe(CLOSE.gone);
  for (const { socket } of [one, other]) {
    socket.send(step1Frame(EMPTY));
    socket.send(step2Frame(new Uint8Array([0, 0])));
  }
  one.socket.send(tokenFrame(new Uint8Array([1])));
  other.socket.send(tokenFrame(new Uint8Array([2])));
  expect([await one.frame(([type]) => type === 102), await other.frame(([type]) => type === 102)]).toEqual([
    tokenFrame(new Uint8Array([1])),
    tokenFrame(new Uint8Array([2])),
  ]);
  one.socket.close();
  other.socket.send(tokenFrame(new Uint8Array([3])));
  await other.frame(([type, token]) => type === 102 && token === 3);
});

describe('the same admission as at the sync door', () => {
  test.each<[string, (seeded: Awaited<ReturnType<typeof seedGroup>>) => object, number]>([
    ['nobody', () => ({}), CLOSE.sessionEnded],
    ['an unknown token', () => ({ token: 'x'.repeat(43) }), CLOSE.sessionEnded],
    ['somebody of another group', ({ mallory }) => ({ token: mallory.token }), CLOSE.refused],
  ])('%s is sent away for good', async (_title, who, code) => {
    await using server = await bootServer();
    const seeded = await seedGroup(server);
    const client = stockOver(tunnelTo(server, { auth: who(seeded) }), boardDocument(seeded.groupId));
    const gone = new Promise((resolve) => client.provider.once('closed', resolve));
    expect(await client.closed()).toBe(code);
    await gone;
    expect(client.provider.shouldConnect).toBe(false);
  });

  test('the cookie of the tab lets in; a cookie sent by another page does not', async () => {
    await using server = await bootServer();
    const { groupId, otto, carol } = await seedGroup(server);
    const cookie = `${COOKIE_PREFIX}aaaaaaaa=${carol.token}; ${COOKIE_PREFIX}bbbbbbbb=${otto.token}`;
    const attempt = async (tab: string, headers: Record<string, string> = {}): Promise<number | 'in'> => {
      const client = bare(tunnelTo(server, { auth: { tab }, headers: { cookie, ...headers } }), boardDocument(groupId));
      await client.opened;
      client.socket.send(step1Frame(EMPTY));
      return Promise.race([client.frame(([type]) => type === 0).then(() => 'in' as const), client.closed]);
    };
    expect(await attempt('aaaaaaaa')).toBe('in');
    expect(await attempt('bbbbbbbb', { origin: server.url })).toBe('in');
    expect(await attempt('cccccccc')).toBe(CLOSE.sessionEnded);
    expect(await attempt('aaaaaaaa', { origin: 'http://elsewhere.example' })).toBe(CLOSE.refused);
  });

  test('a session that ends takes its channels along', async () => {
    await using server = await bootServer();
    const { groupId, voters } = await seedGroup(server);
    const [alice] = voters;
    if (alice === undefined) throw new Error('nobody votes');
    const client = stockOver(tunnelTo(server, { auth: { token: alice.token } }), boardDocument(groupId));
    await client.synced();
    const closed = client.closed();
    await alice.http.delete('/api/sessions/current');
    expect(await closed).toBe(CLOSE.sessionEnded);
  });

  test('what a reader writes is refused, and it is told why', async () => {
    await using server = await bootServer();
    const { groupId, otto } = await seedGroup(server);
    const client = bare(tunnelTo(server, { auth: { token: otto.token } }), boardDocument(groupId));
    await client.opened;
    const doc = new Y.Doc();
    setCard(doc, CARD);
    client.socket.send(step1Frame(EMPTY));
    client.socket.send(updateFrame(Y.encodeStateAsUpdate(doc)));
    expect(await client.closed).toBe(CLOSE.refused);
    expect((await client.frame(([type]) => type === 103)).length).toBeGreaterThan(2);
  });
});

/** A line without a client: what goes over it, as it is. */
const line = async (server: TestServer, token: string, documentId: string) => {
  const socket = io(`${server.url}${TUNNEL.namespace}`, {
    path: '/live',
    transports: ['polling'],
    forceNew: true,
    reconnection: false,
    auth: { token },
  });
  onTestFinished(() => void socket.disconnect());
  await new Promise<void>((resolve) => socket.once('connect', () => resolve()));
  const closed = new Promise<unknown[]>((resolve) => socket.once('closed', (...args: unknown[]) => resolve(args)));
  socket.emit('open', 1, documentId);
  return { socket, closed };
};

describe('pieces that do not fit', () => {
  test.each<[string, unknown[][]]>([
    ['a number left out', [[1, true, EMPTY]]],
    [
      'a number twice',
      [
        [0, true, step1Frame(EMPTY)],
        [0, true, step1Frame(EMPTY)],
      ],
    ],
    ['no bytes', [[0, true, 'text']]],
    ['no end', [[0, 'yes', EMPTY]]],
    ['a short piece in the middle', [[0, false, EMPTY]]],
    ['a piece too long', [[0, true, new Uint8Array(TUNNEL.pieceBytes + 1)]]],
    ['nothing at all', [[]]],
  ])('%s ends the channel for good', async (_title, pieces) => {
    await using server = await bootServer();
    const { groupId, carol } = await seedGroup(server);
    const { socket, closed } = await line(server, carol.token, boardDocument(groupId));
    for (const piece of pieces) socket.emit('piece', 1, ...piece);
    expect(await closed).toEqual([1, CLOSE.badFrame, 'bad piece']);
    expect(socket.connected).toBe(true);
  });

  test('a frame beyond the sync limit is refused before it is whole', async () => {
    await using server = await bootServer();
    const { groupId, carol } = await seedGroup(server);
    const { socket, closed } = await line(server, carol.token, boardDocument(groupId));
    const piece = new Uint8Array(TUNNEL.pieceBytes);
    const count = Math.ceil((SYNC_LIMITS.step2Bytes + 64 * 1024) / piece.length) + 1;
    for (let number = 0; number < count; number += 1) socket.emit('piece', 1, number, false, piece);
    expect(await closed).toEqual([1, CLOSE.refused, 'too-large']);
  });

  test('a channel opened twice costs the line', async () => {
    await using server = await bootServer();
    const { groupId, carol } = await seedGroup(server);
    const { socket } = await line(server, carol.token, boardDocument(groupId));
    const gone = new Promise<string>((resolve) => socket.once('disconnect', resolve));
    socket.emit('open', 1, boardDocument(groupId));
    expect(await gone).toBe('io server disconnect');
  });

  test('more channels than a page can need are refused', async () => {
    await using server = await bootServer();
    const { groupId, carol } = await seedGroup(server);
    const { socket, closed } = await line(server, carol.token, boardDocument(groupId));
    for (let channel = 2; channel <= TUNNEL.channels + 1; channel += 1) {
      socket.emit('open', channel, boardDocument(groupId));
    }
    expect(await closed).toEqual([TUNNEL.channels + 1, CLOSE.refused, 'too many documents']);
  });
});
