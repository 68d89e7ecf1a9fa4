import { describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import * as Y from 'yjs';
import { boardDocument, draftDocument, type DocumentId } from '@rapport/domain/document-id';
import { CLOSE } from '@rapport/sync/close-codes';
import { FRAME, readRefusal, step1Frame, step2Frame, tokenFrame, updateFrame } from '@rapport/sync/frames';
import { SYNC_LIMITS } from '@rapport/sync/limits';
import * as decoding from 'lib0/decoding';
import { COOKIE_PREFIX } from '../access/credentials.ts';
import { bootServer, type TestServer } from '../testing/boot-server.ts';
import { ManualClock } from '../testing/manual-clock.ts';
import { seedGroup } from '../testing/seed-group.ts';
import { SEAT_PACE } from './seat-pace.ts';
import { SyncClient } from '../testing/sync-client.ts';

const EMPTY = new Uint8Array([0]);

/** A WebSocket without a provider: what goes over the wire, as it is. */
class RawClient implements Disposable {
  readonly socket: WebSocket;
  readonly frames: Uint8Array[] = [];
  readonly closed: Promise<number>;
  #wake = Promise.withResolvers<void>();

  constructor(server: TestServer, path: string, headers: Record<string, string> = {}) {
    this.socket = new WebSocket(server.url.replace(/^http/, 'ws') + path, { headers });
    this.socket.on('message', (data: Buffer) => {
      this.frames.push(new Uint8Array(data));
      this.#stir();
    });
    this.closed = new Promise((resolve) => this.socket.once('close', resolve));
    this.socket.once('close', () => this.#stir());
    this.socket.on('error', () => this.#stir());
  }

  opened(): Promise<void> {
    return new Promise((resolve) => this.socket.once('open', () => resolve()));
  }

  /** The first frame of this type, among those that have come and those that will; null if the socket closes first. */
  async frame(type: number, wants: (frame: Uint8Array) => boolean = () => true): Promise<Uint8Array | null> {
    const found = this.frames.find((frame) => frame[0] === type && wants(frame));
    if (found !== undefined) return found;
    if (this.socket.readyState === WebSocket.CLOSED) return null;
    await this.#wake.promise;
    return this.frame(type, wants);
  }

  send(frame: Uint8Array | string): void {
    this.socket.send(frame);
  }

  /** Joins as a writer with an empty document. */
  async join(): Promise<void> {
    await this.opened();
    this.send(step1Frame(EMPTY));
    await this.frame(FRAME.sync, (frame) => frame[1] === 0);
    this.send(step2Frame(new Uint8Array([0, 0])));
  }

  get refusal(): string | null {
    const frame = this.frames.find((one) => one[0] === FRAME.refusal);
    if (frame === undefined) return null;
    const decoder = decoding.createDecoder(frame);
    decoding.readVarUint(decoder);
    return readRefusal(decoder).code;
  }

  #stir(): void {
    this.#wake.resolve();
    this.#wake = Promise.withResolvers<void>();
  }

  [Symbol.dispose](): void {
    this.socket.terminate();
  }
}

const raw = (server: TestServer, id: string, token: string): RawClient =>
  new RawClient(server, `/sync/${id}?token=${token}`);

const setCard = (client: SyncClient, id: string): void =>
  void client.doc.getMap('cards').set(id, new Y.Map([['title', new Y.Text(`card ${id}`)]]));
const hasCard =
  (id: string) =>
  (doc: Y.Doc): boolean =>
    doc.getMap('cards').has(id);

/** Ids of cards are 22 characters; anything else is mended away. */
const CARD = 'aaaaaaaaaaaaaaaaaaaaaa';
const OTHER_CARD = 'bbbbbbbbbbbbbbbbbbbbbb';

describe('whose words they are', () => {
  test('nobody writes under the content id of somebody else', async () => {
    await using server = await bootServer();
    const { groupId, voters } = await seedGroup(server);
    const board = boardDocument(groupId);
    const [alice, bob] = voters.map(({ token }) => server.sync(token, board)) as [SyncClient, SyncClient];
    await Promise.all([alice.synced(), bob.synced()]);
    setCard(alice, CARD);
    await bob.until(hasCard(CARD));
    const closed = bob.closed();
    const own = bob.doc.clientID;
    bob.doc.clientID = alice.doc.clientID;
    setCard(bob, OTHER_CARD);
    bob.doc.clientID = own;
    expect(await closed).toBe(CLOSE.refused);
    setCard(alice, 'cccccccccccccccccccccc');
    const late = server.sync(voters[2]?.token ?? null, board);
    await late.until(hasCard('cccccccccccccccccccccc'));
    expect(hasCard(OTHER_CARD)(late.doc)).toBe(false);
  });
});

describe('who comes in', () => {
  test('stock clients of one group see each other; who comes later gets everything', async () => {
    await using server = await bootServer();
    const { groupId, voters, otto } = await seedGroup(server);
    const board = boardDocument(groupId);
    const [alice, bob] = voters.map(({ token }) => server.sync(token, board)) as [SyncClient, SyncClient];
    await Promise.all([alice.synced(), bob.synced()]);
    setCard(alice, CARD);
    await bob.until(hasCard(CARD));
    setCard(bob, OTHER_CARD);
    await alice.until(hasCard(OTHER_CARD));
    const late = server.sync(otto.token, board);
    await late.synced();
    expect([...late.doc.getMap('cards').keys()].toSorted()).toEqual([CARD, OTHER_CARD]);
  });

  test.each<[string, (seeded: Awaited<ReturnType<typeof seedGroup>>) => [string | null, string], number]>([
    ['nobody', ({ groupId }) => [null, boardDocument(groupId)], CLOSE.sessionEnded],
    ['an unknown token', ({ groupId }) => ['x'.repeat(43), boardDocument(groupId)], CLOSE.sessionEnded],
    ['somebody of another group', ({ groupId, mallory }) => [mallory.token, boardDocument(groupId)], CLOSE.refused],
    [
      'somebody at another’s private cards',
      ({ groupId, carol, voters: [alice] }) => [carol.token, draftDocument(groupId, alice!.seatId)],
      CLOSE.refused,
    ],
    ['somebody at a board that is not', ({ carol }) => [carol.token, 'board.unknown'], CLOSE.refused],
    ['somebody at something that is no document', ({ carol }) => [carol.token, 'votes.unknown'], CLOSE.gone],
  ])('%s is sent away for good', async (_title, who, code) => {
    await using server = await bootServer();
    const [token, id] = who(await seedGroup(server));
    const client = server.sync(token, id as DocumentId);
    const gone = new Promise((resolve) => client.provider.once('closed', resolve));
    expect(await client.closed()).toBe(code);
    await gone;
    // The stock provider has understood: it does not try again.
    expect(client.provider.shouldConnect).toBe(false);
    expect(client.provider.synced).toBe(false);
  });

  test('a bearer token and the cookie of the tab let in; a cookie sent by another page does not', async () => {
    await using server = await bootServer();
    const { groupId, otto, carol } = await seedGroup(server);
    const path = `/sync/${boardDocument(groupId)}`;
    const cookie = `${COOKIE_PREFIX}aaaaaaaa=${carol.token}; ${COOKIE_PREFIX}bbbbbbbb=${otto.token}`;
    const attempt = async (address: string, headers: Record<string, string>): Promise<number | 'in'> => {
      using client = new RawClient(server, address, headers);
      await client.opened();
      client.send(step1Frame(EMPTY));
      return (await client.frame(FRAME.sync)) === null ? client.closed : 'in';
    };
    expect(await attempt(path, { authorization: `Bearer ${carol.token}` })).toBe('in');
    expect(await attempt(`${path}?tab=bbbbbbbb`, { cookie })).toBe('in');
    expect(await attempt(`${path}?tab=bbbbbbbb`, { cookie, origin: server.url })).toBe('in');
    expect(await attempt(`${path}?tab=cccccccc`, { cookie })).toBe(CLOSE.sessionEnded);
    expect(await attempt(path, { cookie })).toBe(CLOSE.sessionEnded);
    expect(await attempt(`${path}?tab=aaaaaaaa`, { cookie, origin: 'http://elsewhere.example' })).toBe(CLOSE.refused);
    // A token in the address is known only to who put it there.
    const foreign = { origin: 'http://elsewhere.example' };
    expect(await attempt(`${path}?token=${carol.token}`, foreign)).toBe('in');
  });

  test('what is sent while the door still asks is not lost', async () => {
    await using server = await bootServer();
    const { groupId, carol } = await seedGroup(server);
    using client = raw(server, boardDocument(groupId), carol.token);
    await client.opened();
    client.send(step1Frame(EMPTY));
    client.send(step2Frame(new Uint8Array([0, 0])));
    client.send(tokenFrame(new Uint8Array([7])));
    expect(await client.frame(FRAME.token)).toEqual(tokenFrame(new Uint8Array([7])));
  });

  test('no line of the log holds a token or says who wrote where', async () => {
    await using server = await bootServer();
    const { groupId, voters } = await seedGroup(server);
    const [alice] = voters;
    if (alice === undefined) throw new Error('nobody votes');
    const draft = server.sync(alice.token, draftDocument(groupId, alice.seatId));
    await draft.synced();
    setCard(draft, CARD);
    using client = raw(server, draftDocument(groupId, alice.seatId), alice.token);
    await client.join();
    client.send('not bytes');
    expect(await client.closed).toBe(CLOSE.badFrame);
    const lines = server.logLines.join('\n');
    expect(lines).not.toContain(alice.token);
    expect(lines).not.toContain(CARD);
    expect(lines).not.toContain(`draft.${groupId}.${alice.seatId}`);
  });
});

describe('what they may do', () => {
  test('an observer is not asked for anything, and what it writes is refused with a reason', async () => {
    await using server = await bootServer();
    const { groupId, otto } = await seedGroup(server);
    using client = raw(server, boardDocument(groupId), otto.token);
    await client.opened();
    client.send(step1Frame(EMPTY));
    expect(await client.frame(FRAME.sync)).toEqual(step2Frame(new Uint8Array([0, 0])));
    const doc = new Y.Doc();
    doc.getMap('cards').set(CARD, 1);
    client.send(updateFrame(Y.encodeStateAsUpdate(doc)));
    expect(await client.closed).toBe(CLOSE.refused);
    expect(client.refusal).toBe('role-refused');
    expect(client.frames.filter((frame) => frame[0] === FRAME.sync)).toHaveLength(1);
  });

  test('a lock counts for those who are in already, and its end too', async () => {
    await using server = await bootServer();
    const { groupId, carol, voters } = await seedGroup(server);
    const board = boardDocument(groupId);
    const live = await server.live(carol.token);
    const [alice, bob] = voters.map(({ token }) => server.sync(token, board)) as [SyncClient, SyncClient];
    const facilitator = server.sync(carol.token, board);
    await Promise.all([alice, bob, facilitator].map((client) => client.synced()));

    await live.command('board.lock', { groupId });
    const closed = alice.closed();
    setCard(alice, CARD);
    expect(await closed).toBe(CLOSE.refused);
    setCard(facilitator, OTHER_CARD);
    await bob.until(hasCard(OTHER_CARD));
    expect(hasCard(CARD)(bob.doc)).toBe(false);

    await live.command('board.unlock', { groupId });
    const last = 'cccccccccccccccccccccc';
    setCard(bob, last);
    await facilitator.until(hasCard(last));
  });

  test('a session that ends takes its connections along, and only them', async () => {
    await using server = await bootServer();
    const { groupId, voters } = await seedGroup(server);
    const [alice, bob] = voters;
    if (alice === undefined || bob === undefined) throw new Error('too few vote');
    const board = boardDocument(groupId);
    using mine = raw(server, board, alice.token);
    using private_ = raw(server, draftDocument(groupId, alice.seatId), alice.token);
    using other = raw(server, board, bob.token);
    await Promise.all([mine.join(), private_.join(), other.join()]);
    const start = performance.now();
    await alice.http.delete('/api/sessions/current');
    expect(await Promise.all([mine.closed, private_.closed])).toEqual([CLOSE.sessionEnded, CLOSE.sessionEnded]);
    expect(performance.now() - start).toBeLessThan(1_000);
    other.send(tokenFrame(new Uint8Array([1])));
    expect(await other.frame(FRAME.token)).not.toBeNull();
  });

  test('the organiser and both tabs of one seat are in at the same time', async () => {
    await using server = await bootServer();
    const { groupId, carol } = await seedGroup(server);
    const board = boardDocument(groupId);
    const clients = [carol.token, carol.token, server.organiser.token].map((token) => server.sync(token, board));
    await Promise.all(clients.map((client) => client.synced()));
    for (const [index, client] of clients.entries()) setCard(client, `${index}`.repeat(22));
    await Promise.all(clients.map((client) => client.until((doc) => doc.getMap('cards').size === 3)));
    expect(clients.map((client) => client.provider.wsconnected)).toEqual([true, true, true]);
  });
});

describe('bytes', () => {
  test('a durable token is answered once what came before it is in the file', async () => {
    await using server = await bootServer();
    const { groupId, carol } = await seedGroup(server);
    const board = boardDocument(groupId);
    using client = raw(server, board, carol.token);
    await client.join();
    const doc = new Y.Doc();
    doc.getMap('cards').set(CARD, new Y.Map([['title', new Y.Text('On disk')]]));
    client.send(updateFrame(Y.encodeStateAsUpdate(doc)));
    const token = new Uint8Array([1, 2, 3]);
    client.send(tokenFrame(token));
    expect(await client.frame(FRAME.token)).toEqual(tokenFrame(token));
    await server.stop();
    await using again = await bootServer({ dataDir: server.dataDir });
    const later = again.sync(again.organiser.token, board);
    await later.synced();
    expect(later.doc.getMap('cards').toJSON()).toMatchObject({ [CARD]: { title: 'On disk' } });
  });

  test.each<[string, Uint8Array | string, number, string | null]>([
    ['a frame nobody knows', new Uint8Array([99]), CLOSE.badFrame, null],
    ['a text frame', 'hello', CLOSE.badFrame, null],
    ['an empty frame', new Uint8Array(), CLOSE.badFrame, null],
    ['an update that is none', updateFrame(new Uint8Array([1, 2, 3])), CLOSE.refused, 'malformed'],
    ['a frame beyond every limit', new Uint8Array(SYNC_LIMITS.step2Bytes + 128 * 1024), CLOSE.refused, 'too-large'],
  ])('%s ends its sender’s pipe and nobody else’s', async (_title, frame, code, refusal) => {
    await using server = await bootServer();
    const { groupId, carol, voters } = await seedGroup(server);
    const board = boardDocument(groupId);
    const alice = server.sync(voters[0]?.token ?? null, board);
    await alice.synced();
    using client = raw(server, board, carol.token);
    await client.join();
    client.send(frame);
    expect(await client.closed).toBe(code);
    expect(client.refusal).toBe(refusal);
    expect(alice.provider.wsconnected).toBe(true);
  });

  test('who goes on sending far too fast is told so and shown out, and nobody else with it', async () => {
    const clock = new ManualClock();
    await using server = await bootServer({ clock });
    const { groupId, voters } = await seedGroup(server);
    const board = boardDocument(groupId);
    using flooder = raw(server, board, voters[0]?.token ?? '');
    using other = raw(server, board, voters[1]?.token ?? '');
    await Promise.all([flooder.join(), other.join()]);
    const figures = async (): Promise<string> => (await server.organiser.get('/metrics')).text;
    // Nothing new in any of them: they cost only the reading. Ten times what a seat may send.
    const frame = updateFrame(new Uint8Array([0, 0]));
    const flood = async (): Promise<void> => {
      if (flooder.socket.readyState !== WebSocket.OPEN) return;
      for (let left = 2 * SEAT_PACE.framesPerSecond; left > 0; left--) flooder.send(frame);
      await figures();
      clock.advance(200);
      await flood();
    };
    await flood();
    expect(await flooder.closed).toBe(CLOSE.refused);
    expect(flooder.refusal).toBe('too-fast');
    expect(await figures()).toContain('rapport_sync_refusals{reason="too-fast"} 1');
    expect(other.socket.readyState).toBe(WebSocket.OPEN);
  });

  test('a stop sends everybody away for a while, and takes what they had sent along', async () => {
    const server = await bootServer();
    const { groupId, carol } = await seedGroup(server);
    const board = boardDocument(groupId);
    using client = raw(server, board, carol.token);
    await client.join();
    const doc = new Y.Doc();
    doc.getMap('cards').set(CARD, new Y.Map());
    client.send(updateFrame(Y.encodeStateAsUpdate(doc)));
    // Its answer shows that everything before it has arrived.
    client.send(tokenFrame(new Uint8Array([1])));
    await client.frame(FRAME.token);
    await server.stop();
    expect(await client.closed).toBe(CLOSE.restart);
    await server[Symbol.asyncDispose]();
  });

  test('a stock client comes back by itself after a restart, with what it wrote meanwhile', async () => {
    const server = await bootServer();
    const { groupId, carol } = await seedGroup(server);
    const board = boardDocument(groupId);
    using client = new SyncClient(server.url, carol.token, board);
    await client.synced();
    setCard(client, CARD);
    const away = client.closed();
    await server.stop();
    expect(await away).toBe(CLOSE.restart);
    setCard(client, OTHER_CARD);
    {
      await using again = await bootServer({ dataDir: server.dataDir, env: { PORT: new URL(server.url).port } });
      const other = again.sync(again.organiser.token, board);
      await other.until((doc) => hasCard(CARD)(doc) && hasCard(OTHER_CARD)(doc));
    }
    await server[Symbol.asyncDispose]();
  });

  test('the figures count connections and name nobody', async () => {
    await using server = await bootServer();
    const { groupId, carol } = await seedGroup(server);
    const client = server.sync(carol.token, boardDocument(groupId));
    await client.synced();
    const { text } = await server.stranger.get('/metrics');
    expect(text).toMatch(/rapport_sync_connections 1\n/);
    expect(text).toMatch(/rapport_documents_open 1\n/);
    expect(text).not.toContain(groupId);
  });
});
