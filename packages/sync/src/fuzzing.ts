import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';
import { CLOSE } from './close-codes.ts';
import { step1Frame, step2Frame, tokenFrame, updateFrame } from './frames.ts';
import { cardsOf, flushAll, joined, mutate, newDoc, seeded, TestHost, type TestMember } from './testing.ts';

/** What a block of hostile frames came to. `slowest` and `hungriest` are of one frame: ms, bytes of memory. */
export type FuzzFigures = {
  frames: number;
  refused: number;
  closed: number;
  taken: number;
  slowestMs: number;
  slowestFrame: Uint8Array;
  hungriestBytes: number;
};

export type FuzzGauges = {
  /** ms that never go back */
  now: () => number;
  /** bytes in use, garbage included */
  memory: () => number;
};

type Pick = (count: number) => number;

/** An update as no client would make it: every part is plausible by itself. */
const forgedUpdate = (pick: Pick, room: Y.Doc, clients: readonly number[]): Uint8Array => {
  const encoder = encoding.createEncoder();
  // Careful ones get past the scanner more often, wild ones try its every branch.
  const isWild = pick(2) === 0;
  const wild = (oneIn: number): boolean => isWild && pick(oneIn) === 0;
  const uint = (value: number): void => encoding.writeVarUint(encoder, value);
  const number = (): number => {
    const kind = isWild ? pick(12) : 0;
    if (kind < 7) return 1 + pick(8);
    if (kind < 10) return pick(300);
    return kind === 10 ? pick(2 ** 31) : 2 ** (20 + pick(33));
  };
  const client = (): number => (wild(4) ? pick(2 ** 32) : (clients[pick(clients.length)] ?? 0));
  const id = (): void => {
    const author = client();
    uint(author);
    uint(wild(8) ? number() : pick(Y.getState(room.store, author)));
  };
  const text = (): string =>
    ['cards', 'cards', 'body', 'a', 'title', 'é𝄞', '', '__proto__', 'x'.repeat(pick(400))][pick(9)] ?? '';
  const value = (depth: number): void => {
    const kind = wild(6) ? 116 + pick(12) : ([117, 118, 119, 120, 123, 125, 126][pick(7)] ?? 126);
    encoding.writeUint8(encoder, kind);
    if (kind === 119) encoding.writeVarString(encoder, text());
    else if (kind === 125) encoding.writeVarInt(encoder, number());
    else if (kind === 124) encoding.writeFloat32(encoder, number());
    else if (kind === 123) encoding.writeFloat64(encoder, number());
    else if (kind === 117 || kind === 118) {
      const length = pick(4);
      uint(wild(40) ? number() : length);
      for (let left = depth > 12 ? 0 : length; left > 0; left--) {
        if (kind === 118) encoding.writeVarString(encoder, text());
        value(depth + 1);
      }
    }
  };
  const content = (kind: number): void => {
    switch (kind) {
      case 4:
        return encoding.writeVarString(encoder, text());
      case 6:
        encoding.writeVarString(encoder, text());
        return encoding.writeVarString(encoder, wild(3) ? '{' : JSON.stringify(text()));
      case 7: {
        const type = isWild ? pick(8) : ([0, 1, 2, 4, 6][pick(5)] ?? 0);
        uint(type);
        return type !== 3 ? undefined : encoding.writeVarString(encoder, text());
      }
      case 8: {
        const length = pick(5);
        uint(wild(40) ? number() : length);
        for (let left = length; left > 0; left--) value(0);
        return;
      }
      default:
        return uint(number());
    }
  };
  const sections = pick(3);
  uint(wild(40) ? number() : sections);
  for (let left = sections; left > 0; left--) {
    const structs = pick(4);
    uint(wild(40) ? number() : structs);
    const author = client();
    uint(author);
    const known = Y.getState(room.store, author);
    uint(wild(6) ? number() : Math.max(0, known - (pick(3) === 0 ? pick(5) : 0)));
    for (let more = structs; more > 0; more--) {
      const kind = wild(9) ? pick(32) : ([0, 1, 4, 6, 7, 8][pick(6)] ?? 4);
      const flags = pick(8) << 5;
      encoding.writeUint8(encoder, kind | flags);
      if (kind === 0 || kind === 10) {
        uint(number());
        continue;
      }
      if (flags & 0x80) id();
      if (flags & 0x40) id();
      if ((flags & 0xc0) === 0) {
        const parent = wild(8) ? pick(5) : pick(2);
        uint(parent);
        if (parent === 1) encoding.writeVarString(encoder, isWild ? text() : (['cards', 'body'][pick(2)] ?? ''));
        else id();
        if (flags & 0x20) encoding.writeVarString(encoder, text());
      }
      content(kind);
    }
  }
  const deleted = pick(3);
  uint(deleted);
  for (let left = deleted; left > 0; left--) {
    uint(client());
    const ranges = pick(3);
    uint(ranges);
    for (let more = ranges; more > 0; more--) id();
  }
  return encoding.toUint8Array(encoder);
};

/** People at work: cards, texts, formats and deletions by three of them, as the updates they send. */
const honestUpdates = (pick: Pick): { updates: Uint8Array[]; whole: Uint8Array; clients: number[] } => {
  const doc = newDoc();
  const updates: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => updates.push(update));
  const clients = [1 + pick(1000), 1001 + pick(2 ** 20), 2 ** 31 + pick(2 ** 31)];
  for (let deed = 4 + pick(20); deed > 0; deed--) {
    doc.clientID = clients[pick(3)] ?? 1;
    const id = `card${pick(5)}`;
    const card = cardsOf(doc).get(id);
    const title = card instanceof Y.Map ? card.get('title') : null;
    const kind = pick(6);
    if (!(title instanceof Y.Text) || kind === 0) cardsOf(doc).set(id, new Y.Map([['title', new Y.Text('Ports')]]));
    else if (kind === 1) title.insert(pick(title.length + 1), 'quay 𝄞 ');
    else if (kind === 2 && title.length > 2) title.delete(pick(title.length - 1), 1);
    else if (kind === 3) title.format(0, title.length, { bold: true });
    else if (kind === 4) (card as Y.Map<unknown>).set('position', [pick(100), pick(100)]);
    else if (pick(3) === 0) cardsOf(doc).delete(id);
    else doc.getXmlFragment('body').insert(0, [new Y.XmlElement('paragraph')]);
  }
  return { updates, whole: Y.encodeStateAsUpdate(doc), clients };
};

const mutation = (pick: Pick, bytes: Uint8Array): Uint8Array =>
  mutate(
    bytes,
    Array.from({ length: 1 + pick(4) }, () => ({
      at: pick(2 ** 20),
      bytes: new Uint8Array(Array.from({ length: pick(4) }, () => (pick(3) === 0 ? 255 : pick(256)))),
      cut: pick(4),
    })),
  );

const hostileFrame = (pick: Pick, honest: ReturnType<typeof honestUpdates>, room: Y.Doc): Uint8Array => {
  const some = honest.updates[pick(honest.updates.length)] ?? honest.whole;
  const clients = [...honest.clients, room.clientID];
  switch (pick(12)) {
    case 0:
      return mutation(pick, updateFrame(some));
    case 1:
      return updateFrame(mutation(pick, some));
    case 2:
      return updateFrame(mutation(pick, honest.whole));
    case 3:
      return step2Frame(mutation(pick, honest.whole));
    case 4:
      return step1Frame(mutation(pick, Y.encodeStateVector(room)));
    case 5:
      return tokenFrame(new Uint8Array(pick(80)));
    case 6:
      return new Uint8Array(Array.from({ length: pick(40) }, () => pick(256)));
    case 7:
      return step2Frame(forgedUpdate(pick, room, clients));
    case 8: {
      // Awareness, with and without sense.
      const encoder = encoding.createEncoder();
      encoding.writeVarUint(encoder, 1);
      const inner = encoding.createEncoder();
      encoding.writeVarUint(inner, 1);
      encoding.writeVarUint(inner, pick(2 ** 32));
      encoding.writeVarUint(inner, pick(9));
      encoding.writeVarString(inner, ['null', '{}', '{"a":[', '{"cursor":[1,2]}', '[[[[]]]]'][pick(5)] ?? '');
      encoding.writeVarUint8Array(encoder, encoding.toUint8Array(inner));
      return pick(2) === 0 ? encoding.toUint8Array(encoder) : mutation(pick, encoding.toUint8Array(encoder));
    }
    default:
      return updateFrame(forgedUpdate(pick, room, clients));
  }
};

/** The same content, clocks and deletions; where neighbours are one struct here and two there says nothing. */
const same = (one: Y.Doc, other: Y.Doc): boolean =>
  Y.equalSnapshots(Y.snapshot(one), Y.snapshot(other)) && readable(one) === readable(other);

/** Yjs cannot write out XML that holds plain values; members may put them there, and readers of ours look away. */
const readable = (doc: Y.Doc): string => {
  try {
    return JSON.stringify([doc.getMap('cards').toJSON(), doc.getXmlFragment('body').toJSON()]);
  } catch {
    return 'cannot be written out';
  }
};

const must = (holds: boolean, what: string): void => {
  if (!holds) throw new Error(what);
};

/** Frames of one block: one room, one honest member, a hostile one who comes back whenever it is shown out. */
const BLOCK = 250;

/**
 * Sends a block of hostile frames into one room and measures each by itself, its tick included. Throws when the room
 * fails, something stays pending, the log cannot be replayed, or an honest member is shown out, hindered in writing on
 * or ends with another document than the room.
 */
export const fuzzBlock = (seed: number, gauges: FuzzGauges): FuzzFigures => {
  const random = seeded(seed);
  const pick: Pick = (count) => Math.floor(random() * count);
  const host = new TestHost({}, { bound: pick(2) === 0 });
  const honest = joined(host);
  const history = honestUpdates(pick);
  const author = joined(host);
  author.say(updateFrame(history.whole));
  flushAll(host, [honest, author]);
  author.drop();
  if (pick(3) === 0) host.room.edit((doc) => cardsOf(doc).clear(), host.now);
  const figures: FuzzFigures = {
    frames: 0,
    refused: 0,
    closed: 0,
    taken: 0,
    slowestMs: 0,
    slowestFrame: new Uint8Array(),
    hungriestBytes: 0,
  };
  let rogue: TestMember = joined(host);
  for (; figures.frames < BLOCK; figures.frames += 1) {
    if (rogue.closed !== null) {
      rogue.drop();
      rogue = joined(host);
    }
    const frame = hostileFrame(pick, history, host.room.doc);
    const records = host.records.length;
    rogue.say(frame);
    const memory = gauges.memory();
    const start = gauges.now();
    rogue.flushUp();
    host.pass(50);
    const ms = gauges.now() - start;
    figures.hungriestBytes = Math.max(figures.hungriestBytes, gauges.memory() - memory);
    if (ms > figures.slowestMs) {
      figures.slowestMs = ms;
      figures.slowestFrame = frame;
    }
    if (rogue.closed?.code === CLOSE.refused) figures.refused += 1;
    else if (rogue.closed !== null) figures.closed += 1;
    if (host.records.length > records) figures.taken += 1;
    rogue.down = [];
    must(host.faults.length === 0, `the room failed: ${String(host.faults[0])}`);
    const { pendingStructs, pendingDs } = host.room.doc.store;
    must(pendingStructs === null && pendingDs === null, 'something is pending');
  }
  rogue.drop();
  must(honest.closed === null, 'an honest member was shown out');
  flushAll(host, [honest]);
  honest.doc.getMap('cards').set('after', seed);
  flushAll(host, [honest]);
  must(host.room.doc.getMap('cards').get('after') === seed, 'an honest edit was swallowed');
  host.commit();
  must(same(host.room.doc, honest.doc), 'the honest member has another document than the room');
  must(same(host.room.doc, host.recovered()), 'the log holds another document than the room');
  return figures;
};
