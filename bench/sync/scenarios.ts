import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setTimeout as wait } from 'node:timers/promises';
import * as Y from 'yjs';
import { Connection } from './connection.ts';
import type { Contender, Running } from './contenders.ts';
import { Latencies } from './latencies.ts';
import { runLoad, type LoadOptions } from './load.ts';
import { MarkScanner, tokenMark, updateMark } from './marker.ts';
import { isHocuspocusAck } from './dialects.ts';

export type Figures = Record<string, number | boolean | null>;
export type Scenario = (contender: Contender, seconds: number) => Promise<Figures>;

/** Node compiles what runs often for some seconds; a session runs for hours. */
const WARM_MS = 6_000;
const probe = join(dirname(fileURLToPath(import.meta.url)), 'memory-probe.ts');

const rounded = (figures: Figures): Figures =>
  Object.fromEntries(
    Object.entries(figures).map(([name, value]) => [
      name,
      typeof value === 'number' ? Math.round(value * 10_000) / 10_000 : value,
    ]),
  );

const sizesOf = (rooms: number, people: number): number[] => Array.from({ length: rooms }, () => people);

type Shape = Pick<LoadOptions, 'updates' | 'cursors' | 'watchers' | 'everybodyAsks'>;

const load =
  (rooms: number, people: number, shape: Shape): Scenario =>
  async (contender, seconds) => {
    await using running = await contender.start();
    const seeded = await running.rooms(sizesOf(rooms, people));
    // Awaited here: the server is gone once this block is left.
    return await loadOn(running, contender, seeded, shape, seconds);
  };

const loadOn = async (
  running: Running,
  { dialect }: Contender,
  rooms: LoadOptions['rooms'],
  shape: Shape,
  seconds: number,
): Promise<Figures> =>
  rounded(
    await runLoad({
      ...shape,
      rooms,
      dialect,
      address: addressOf(running),
      warmMs: WARM_MS,
      measureMs: seconds * 1000,
      cpu: () => running.process.cpu(),
    }),
  );

const addressOf = (running: Running): { host: string; port: number } => ({
  host: '127.0.0.1',
  port: running.process.port,
});

const idOf = (card: number): string => `board${String(card).padStart(17, '0')}`;

/** A board as a group leaves it: cards that were typed and moved about by forty people. */
const boardOf = (cards: number, edits: number): Uint8Array => {
  const whole = new Y.Doc();
  const writers = Array.from({ length: 40 }, () => new Y.Doc());
  for (const writer of writers) writer.on('update', (update: Uint8Array) => Y.applyUpdate(whole, update));
  const catchUp = (writer: Y.Doc): void =>
    Y.applyUpdate(writer, Y.encodeStateAsUpdate(whole, Y.encodeStateVector(writer)));
  const words = 'shared early warning for every partner on both sides of the water '.repeat(3);
  for (let edit = 0; edit < edits; edit += 1) {
    const writer = writers[edit % writers.length];
    if (writer === undefined) continue;
    const card = edit % cards;
    const map = writer.getMap<Y.Map<unknown>>('cards');
    if (edit < cards) {
      const entry = new Y.Map<unknown>();
      writer.transact(() => {
        map.set(idOf(card), entry);
        entry.set('title', new Y.Text(words.slice(card % 20, 40 + (card % 20))));
        entry.set('body', new Y.XmlFragment());
        entry.set('position', [card * 10, card]);
      });
      continue;
    }
    catchUp(writer);
    const entry = map.get(idOf(card));
    const title = entry?.get('title');
    if (edit % 4 === 0) entry?.set('position', [edit, card]);
    else if (title instanceof Y.Text && title.length < 150)
      title.insert(title.length, words.charAt(edit % words.length));
    else if (title instanceof Y.Text) title.delete(40, 100);
  }
  return Y.encodeStateAsUpdate(whole);
};

/** A document that many pages have opened and written in, each under an id of its own. */
const documentOfIds = (ids: number): Uint8Array => {
  const whole = new Y.Doc();
  for (let id = 0; id < ids; id += 1) {
    const page = new Y.Doc();
    const card = new Y.Map<unknown>();
    page.transact(() => {
      page.getMap('cards').set(`pages${String(id).padStart(17, '0')}`, card);
      card.set('title', new Y.Text('One of many'));
      card.set('body', new Y.XmlFragment());
      card.set('position', [id, id]);
    });
    Y.applyUpdate(whole, Y.encodeStateAsUpdate(page));
  }
  return Y.encodeStateAsUpdate(whole);
};

/** Brings a document in as one person's answer, and stays. */
const plant = async (
  running: Running,
  { dialect }: Contender,
  room: string,
  token: string,
  state: Uint8Array,
): Promise<Connection> => {
  const connection = new Connection({ ...addressOf(running), path: dialect.path(room, token) });
  await dialect.greet(connection, room, () => state);
  // Until somebody else gets all of it, it has not been taken in.
  for (let tries = 0; tries < 500; tries += 1) {
    const reader = new Connection({ ...addressOf(running), path: dialect.path(room, token) });
    const doc = await dialect.greet(reader, room, () => NOTHING_NEW);
    reader.end();
    if (doc.length >= state.length * 0.9) return connection;
    await wait(20);
  }
  throw new Error('the planted document did not arrive');
};

const NOTHING_NEW = new Uint8Array([0, 0]);

/** 420 people come within two seconds to a board of 479 cards and 20,006 edits. */
const herd: Scenario = async (contender) => {
  const people = 420;
  const spreadMs = 2_000;
  await using running = await contender.start();
  const [room] = await running.rooms([people]);
  if (room === undefined) throw new Error('no room');
  const state = boardOf(479, 20_006);
  const whole = new Y.Doc();
  Y.applyUpdate(whole, state);
  const planter = await plant(running, contender, room.name, room.tokens[0] ?? '', state);
  await wait(1_000);
  const answers = new Map<string, Uint8Array>();
  // A client that has taken everything answers with nothing new, and all that was ever deleted.
  const answer = (vector: Uint8Array): Uint8Array => {
    const key = Buffer.from(vector).toString('latin1');
    const known = answers.get(key) ?? Y.encodeStateAsUpdate(whole, vector);
    answers.set(key, known);
    return known;
  };
  const cpuBefore = running.process.cpu();
  const start = performance.now();
  const each = new Latencies();
  let lastOpen = 0;
  const joins = room.tokens.map(async (token, index) => {
    await wait((index * spreadMs) / people);
    const came = performance.now();
    const connection = new Connection({ ...addressOf(running), path: contender.dialect.path(room.name, token) });
    void connection.opened.then(
      () => (lastOpen = performance.now()),
      () => undefined,
    );
    const got = await contender.dialect.greet(connection, room.name, answer);
    each.add(performance.now() - came);
    return { connection, complete: got.length >= state.length * 0.9 };
  });
  const joined = await Promise.all(joins);
  const done = performance.now();
  await wait(500);
  const cpu = running.process.cpu() - cpuBefore;
  for (const { connection } of joined) connection.end();
  planter.end();
  return rounded({
    boardBytes: state.length,
    complete: joined.every((one) => one.complete),
    allAfterLastOpenMs: done - lastOpen,
    totalMs: done - start,
    joinP99: each.percentile(0.99),
    cpuSeconds: cpu / 1000,
  });
};

/** What one more silent connection costs, in rooms that stand already. */
const idle: Scenario = async (contender) => {
  const rooms = 100;
  const few = 2;
  const many = 14;
  await using running = await contender.start(['--expose-gc', '--import', probe]);
  const seeded = await running.rooms(sizesOf(rooms, many));
  const connections: Connection[] = [];
  const come = async (from: number, to: number): Promise<void> => {
    for (const room of seeded) {
      await Promise.all(
        room.tokens.slice(from, to).map(async (token) => {
          const connection = new Connection({
            ...addressOf(running),
            path: contender.dialect.path(room.name, token),
          });
          connections.push(connection);
          await contender.dialect.greet(connection, room.name, () => NOTHING_NEW);
        }),
      );
    }
    await wait(1_500);
  };
  await come(0, few);
  const before = await running.process.memory();
  await come(few, many);
  const after = await running.process.memory();
  for (const connection of connections) connection.end();
  const more = rooms * (many - few);
  return rounded({
    usedPerConnection: (after.used - before.used) / more,
    residentPerConnection: (after.resident - before.resident) / more,
    usedMb: after.used / 1e6,
    residentMb: after.resident / 1e6,
  });
};

/** Ten thousand joins and leaves, at most twenty at a time. */
const churn: Scenario = async (contender) => {
  const total = 10_000;
  const together = 20;
  await using running = await contender.start(['--expose-gc', '--import', probe]);
  const [room] = await running.rooms([together]);
  if (room === undefined) throw new Error('no room');
  const comeAndGo = async (count: number): Promise<void> => {
    for (let done = 0; done < count; done += together) {
      await Promise.all(
        room.tokens.map(async (token) => {
          const connection = new Connection({ ...addressOf(running), path: contender.dialect.path(room.name, token) });
          await contender.dialect.greet(connection, room.name, () => NOTHING_NEW);
          connection.end();
          await connection.closed;
        }),
      );
    }
  };
  // Node's heap takes its size in the first thousands.
  await comeAndGo(5_000);
  await wait(500);
  const before = await running.process.memory();
  await comeAndGo(total);
  await wait(500);
  const after = await running.process.memory();
  return rounded({
    usedBeforeMb: before.used / 1e6,
    usedAfterMb: after.used / 1e6,
    residentBeforeMb: before.resident / 1e6,
    residentAfterMb: after.resident / 1e6,
  });
};

/** A process that has just started and has never seen the board: how long until it is there, and lives. */
const restart: Scenario = async (contender) => {
  await using running = await contender.start();
  const [room] = await running.rooms([3]);
  if (room === undefined) throw new Error('no room');
  const state = boardOf(479, 20_006);
  const planter = await plant(running, contender, room.name, room.tokens[0] ?? '', state);
  // Hocuspocus stores after a debounce.
  await wait(12_000);
  planter.end();
  await running.restart();
  const start = performance.now();
  const { dialect } = contender;
  const come = async (place: number) => {
    const token = room.tokens[place] ?? '';
    const connection = new Connection({ ...addressOf(running), path: dialect.path(room.name, token) });
    // What a person waits for is the content; that the server asks for more may come after it.
    let at = Number.NaN;
    const arrived = (): void => void (at = performance.now());
    const got = await dialect.greet(connection, room.name, () => NOTHING_NEW, arrived);
    return { connection, got, at };
  };
  const [reader, writer] = await Promise.all([come(1), come(2)]);
  const contentMs = reader.at - start;
  const doc = new Y.Doc();
  Y.applyUpdate(doc, writer.got);
  const seen = new Promise<number>((resolve) => {
    const scanner = new MarkScanner(
      () => resolve(performance.now()),
      () => undefined,
    );
    reader.connection.goRaw();
    reader.connection.raw = (bytes) => scanner.scan(bytes);
  });
  doc.on('update', (update: Uint8Array) => writer.connection.write(dialect.update(room.name, update)));
  const [card] = doc.getMap<Y.Map<unknown>>('cards').values();
  card?.set('position', [updateMark(1, 1), 0]);
  const seenMs = (await Promise.race([seen, wait(10_000, Number.NaN)])) - start;
  return rounded({ complete: reader.got.length >= state.length * 0.9, contentMs, firstEditSeenMs: seenMs });
};

const keyOf = (index: number, seq: number): string => `k${index}x${seq}x`.padEnd(22, '0');

/** Killed in the middle of 200 changes a second: how much of what was acknowledged is there afterwards? */
const kill: Scenario = async (contender, seconds) => {
  const people = 20;
  const perSecond = 200;
  const { dialect } = contender;
  await using running = await contender.start();
  const [room] = await running.rooms([people + 1]);
  if (room === undefined) throw new Error('no room');
  const acks = new Latencies();
  const acknowledged: string[] = [];
  const connections = await Promise.all(
    room.tokens.slice(0, people).map(async (token, index) => {
      const connection = new Connection({ ...addressOf(running), path: dialect.path(room.name, token) });
      const doc = new Y.Doc();
      await dialect.greet(connection, room.name, () => NOTHING_NEW);
      return { connection, doc, index };
    }),
  );
  const sentAt = new Map<string, number>();
  const taken = (key: string): void => {
    acknowledged.push(key);
    acks.add(performance.now() - (sentAt.get(key) ?? 0));
  };
  const writers = connections.map(({ connection, doc, index }) => {
    const waiting: string[] = [];
    let seq = 0;
    const scanner = new MarkScanner(
      () => undefined,
      (sender, mark) => {
        if (sender === index) taken(keyOf(index, mark));
      },
    );
    connection.onFrame = (payload) => {
      if (dialect.token(room.name, tokenMark(index, 0)) !== null) return scanner.scan(payload);
      const key = isHocuspocusAck(payload) ? waiting.shift() : undefined;
      if (key !== undefined) taken(key);
    };
    doc.on('update', (update: Uint8Array) => {
      const key = keyOf(index, seq);
      sentAt.set(key, performance.now());
      waiting.push(key);
      const token = dialect.token(room.name, tokenMark(index, seq));
      const frame = dialect.update(room.name, update);
      connection.write(token === null ? frame : Buffer.concat([frame, token]));
    });
    return (): void => {
      const entry = new Y.Map<unknown>();
      doc.transact(() => {
        doc.getMap('cards').set(keyOf(index, seq), entry);
        entry.set('title', new Y.Text('An idea'));
        entry.set('body', new Y.XmlFragment());
        entry.set('position', [index, seq]);
      });
      seq += 1;
    };
  });
  const start = performance.now();
  const lastMs = seconds * 1000;
  for (let sent = 0; performance.now() - start < lastMs;) {
    for (; sent < ((performance.now() - start) * perSecond) / 1000; sent += 1) writers[sent % people]?.();
    await wait(1);
  }
  await running.restart();
  for (const { connection } of connections) connection.end();
  const token = room.tokens[people] ?? '';
  const reader = new Connection({ ...addressOf(running), path: dialect.path(room.name, token) });
  const doc = new Y.Doc();
  Y.applyUpdate(doc, await dialect.greet(reader, room.name, () => NOTHING_NEW));
  reader.end();
  const cards = doc.getMap('cards');
  const lost = acknowledged.filter((key) => !cards.has(key)).length;
  return rounded({
    sent: sentAt.size,
    acknowledged: acknowledged.length,
    acknowledgedLost: lost,
    ackP50: acks.percentile(0.5),
    ackP99: acks.percentile(0.99),
  });
};

/** The first row again, in a document that two thousand pages have written in. */
const manyIds =
  (ids: number): Scenario =>
  async (contender, seconds) => {
    await using running = await contender.start();
    const [room] = await running.rooms([101]);
    if (room === undefined) throw new Error('no room');
    const [first = '', ...others] = room.tokens;
    const planter = ids === 0 ? null : await plant(running, contender, room.name, first, documentOfIds(ids));
    const shape = { updates: 3, cursors: 0, watchers: 8, everybodyAsks: true };
    const figures = await loadOn(running, contender, [{ ...room, tokens: others }], shape, seconds);
    planter?.end();
    return {
      ...figures,
      cpuMicrosPerUpdate: Math.round((Number(figures['cpu']) * 1e6) / Number(figures['sentPerSecond'])),
    };
  };

const talk: Shape = { updates: 3, cursors: 10, watchers: 8, everybodyAsks: true };
const groups: Shape = { updates: 1, cursors: 5, watchers: 2, everybodyAsks: true };
/** How much the ceiling's twenty people send together, per second. */
const ceilings = { 'ceiling-5k': 250, 'ceiling-10k': 500, 'ceiling-15k': 750, 'ceiling-20k': 1_000 };

export const SCENARIOS: Record<string, Scenario> = {
  'room-100': load(1, 100, talk),
  'room-200': load(1, 200, talk),
  'room-500': load(1, 500, talk),
  'rooms-30x14': load(30, 14, groups),
  'rooms-120x14': load(120, 14, groups),
  ...Object.fromEntries(
    Object.entries(ceilings).map(([name, updates]) => [
      name,
      load(1, 20, { updates, cursors: 0, watchers: 4, everybodyAsks: false }),
    ]),
  ),
  herd,
  idle,
  churn,
  restart,
  kill,
  'ids-0': manyIds(0),
  'ids-2000': manyIds(2_000),
};
