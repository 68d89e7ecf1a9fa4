import * as fc from 'fast-check';
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';
import { FRAME, readRefusal, step1Frame, step2Frame, tokenFrame, updateFrame } from './frames.ts';
import { openRoots } from './open-roots.ts';
import { Room, type Access, type Claim, type Peer, type RoomPorts } from './room.ts';
import type { Refusal } from './refusals.ts';

export type TestAccess = Access & { who: string };

const ROOTS = { cards: 'map', body: 'xml' } as const;
export const WRITER: TestAccess = { who: 'writer', mayWrite: true };
export const READER: TestAccess = { who: 'reader', mayWrite: false };

/** Seeded numbers in [0, 1) (mulberry32). */
export const seeded = (seed: number): (() => number) => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
};

const replayed = (records: readonly { update: Uint8Array }[]): Y.Doc => {
  const doc = new Y.Doc();
  openRoots(doc, ROOTS);
  doc.transact((transaction) => {
    for (const { update } of records) Y.applyUpdate(doc, update);
    // Else Yjs tidies formats up, and what is replayed is not what was stored.
    transaction.local = true;
  });
  return doc;
};

/** A room with a log, a clock and members, all moved by hand. */
export class TestHost {
  now = 1_000;
  /** What has been given to the log, and how much of it is on disk. */
  records: { seq: number; update: Uint8Array; claims: readonly Claim[] }[] = [];
  durable = 0;
  faults: unknown[] = [];
  refused: string[] = [];
  room: Room<TestAccess>;
  readonly #ports: Partial<RoomPorts<TestAccess>>;
  readonly #bound: boolean;
  #nextPresenceId = 2 ** 40;

  constructor(ports: Partial<RoomPorts<TestAccess>> = {}, options: { bound: boolean } = { bound: false }) {
    this.#ports = ports;
    this.#bound = options.bound;
    this.room = this.#open(false);
  }

  #open(recovering: boolean): Room<TestAccess> {
    const doc = replayed(this.records);
    return new Room<TestAccess>({
      doc,
      roots: ROOTS,
      seq: this.records.length,
      ...(this.#bound && { claims: this.records.flatMap(({ claims }) => claims), recovering }),
      ports: {
        append: (record) => this.records.push(record),
        projectPresence: (access, raw) => ({ ...(raw as object), who: access.who }),
        presenceId: () => (this.#nextPresenceId += 1),
        refused: (reason) => this.refused.push(reason),
        fault: (error) => this.faults.push(error),
        ...this.#ports,
      },
    });
  }

  /** Runs the ticks that come due while time passes. */
  pass(ms: number): void {
    const end = this.now + ms;
    for (;;) {
      const at = this.room.nextTickAt;
      if (at === null || at > end) break;
      this.now = Math.max(this.now, at);
      this.room.tick(this.now);
    }
    this.now = end;
  }

  /** Everything in the log, or all up to `seq`, reaches the disk. */
  commit(seq = this.records.length): void {
    this.durable = Math.max(this.durable, seq);
    this.room.committed(this.durable, this.now);
  }

  /**
   * The process is killed and started again: what was not on disk is gone, and so is every pipe. More may be `kept`
   * than anybody was told.
   */
  crash(kept = this.durable): void {
    this.records = this.records.slice(0, kept);
    this.durable = this.records.length;
    this.room = this.#open(true);
  }

  /** Everything reaches the disk, everybody is shown out, and the document is loaded again. */
  restart(): void {
    this.room.drain(1012, 'restart', this.now);
    this.commit();
    this.room = this.#open(false);
  }

  /** What a start from the disk would find now. */
  recovered(): Y.Doc {
    return replayed(this.records.slice(0, this.durable));
  }
}

let secrets = 0;

/** One member as a stock client is one, over pipes that move only when told. */
export class TestMember {
  readonly doc: Y.Doc;
  access: TestAccess;
  /** Frames under way to the room and from it; one list of frames per send. */
  up: Uint8Array[] = [];
  down: (readonly Uint8Array[])[] = [];
  /** What the room believes the network has not taken yet. */
  buffered = 0;
  answered: Uint8Array[] = [];
  refusal: Refusal | null = null;
  closed: { code: number; reason: string } | null = null;
  presence: Uint8Array[] = [];
  asked = 0;
  /** What the member proves its ids with. */
  readonly secret: string;
  readonly #host: TestHost;
  #id: number | null = null;
  #room: Room<TestAccess> | null = null;

  constructor(host: TestHost, access: TestAccess = WRITER, doc = new Y.Doc(), secret = `${(secrets += 1)}`) {
    this.#host = host;
    this.secret = secret;
    this.access = access;
    this.doc = doc;
    openRoots(doc, ROOTS);
    doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== this && this.#id !== null) this.up.push(updateFrame(update));
    });
  }

  get connected(): boolean {
    return this.#id !== null;
  }

  get id(): number {
    if (this.#id === null) throw new Error('not connected');
    return this.#id;
  }

  connect(): this {
    this.closed = null;
    this.refusal = null;
    const peer: Peer = {
      send: (frames) => this.down.push(frames),
      buffered: () => this.buffered,
      close: (code, reason) => (this.closed = { code, reason }),
    };
    this.#room = this.#host.room;
    this.#id = this.#room.join(this.access, peer, this.#host.now, (client) => `${client} of ${this.secret}`);
    this.up.push(step1Frame(Y.encodeStateVector(this.doc)));
    return this;
  }

  /** The pipe breaks; what was under way is lost. */
  drop(): void {
    if (this.#id === null) return;
    if (this.#room === this.#host.room) this.#host.room.leave(this.#id, this.#host.now);
    this.#id = null;
    this.up = [];
    this.down = [];
  }

  ask(token: string): void {
    this.up.push(tokenFrame(new TextEncoder().encode(token)));
  }

  /** Puts raw bytes on the wire. */
  say(frame: Uint8Array): void {
    this.up.push(frame);
  }

  /** Delivers up to `count` frames to the room. */
  flushUp(count = Number.POSITIVE_INFINITY): void {
    for (let left = count; left > 0; left--) {
      const frame = this.up.shift();
      if (frame === undefined) return;
      this.#host.room.receive(this.id, frame, this.#host.now);
    }
  }

  /** Takes in up to `count` sends of the room. */
  flushDown(count = Number.POSITIVE_INFINITY): void {
    for (let left = count; left > 0; left--) {
      const frames = this.down.shift();
      if (frames === undefined) return;
      for (const frame of frames) this.#take(frame);
    }
  }

  get tokens(): string[] {
    return this.answered.map((token) => new TextDecoder().decode(token));
  }

  #take(frame: Uint8Array): void {
    const decoder = decoding.createDecoder(frame);
    switch (decoding.readVarUint(decoder)) {
      case FRAME.sync: {
        const step = decoding.readVarUint(decoder);
        const part = decoding.readVarUint8Array(decoder);
        if (step === 0) {
          this.asked += 1;
          this.up.push(step2Frame(Y.encodeStateAsUpdate(this.doc, part)));
        } else Y.applyUpdate(this.doc, part, this);
        return;
      }
      case FRAME.token:
        this.answered.push(decoding.readTailAsUint8Array(decoder));
        return;
      case FRAME.refusal:
        this.refusal = readRefusal(decoder);
        return;
      case FRAME.presence:
        this.presence.push(decoding.readVarUint8Array(decoder));
        return;
      default:
        throw new Error('the room has sent a frame that no client knows');
    }
  }
}

/** Moves everything both ways until nothing moves any more, a window of time at each turn. */
export const flushAll = (host: TestHost, members: readonly TestMember[]): void => {
  for (let quiet = 0; quiet < 2;) {
    let moved = false;
    for (const member of members) {
      if (!member.connected) continue;
      moved ||= member.up.length > 0 || member.down.length > 0;
      member.flushUp();
      member.flushDown();
    }
    host.pass(200);
    quiet = moved ? 0 : quiet + 1;
  }
};

/** A member that has joined and knows everything. */
export const joined = (host: TestHost, access: TestAccess = WRITER, doc = new Y.Doc(), secret?: string): TestMember => {
  const member = new TestMember(host, access, doc, secret).connect();
  flushAll(host, [member]);
  return member;
};

export const cardsOf = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('cards');

/** A card with a title, as one update of the document. */
export const addTestCard = (doc: Y.Doc, id: string, title: string): void => {
  doc.transact(() => {
    const card = new Y.Map<unknown>();
    cardsOf(doc).set(id, card);
    card.set('title', new Y.Text(title));
    card.set('position', [0, 0]);
  });
};

export const newDoc = (clientId?: number): Y.Doc => {
  const doc = new Y.Doc();
  openRoots(doc, ROOTS);
  if (clientId !== undefined) doc.clientID = clientId;
  return doc;
};

type Deed =
  | { kind: 'card'; id: string; title: string }
  | { kind: 'position'; id: string; at: [number, number] }
  | { kind: 'write'; id: string; at: number; text: string }
  | { kind: 'cut'; id: string; at: number; length: number }
  | { kind: 'remove'; id: string }
  | { kind: 'paragraph'; text: string; bold: boolean }
  | { kind: 'sync' };

const id = fc.constantFrom('a', 'b', 'c');
const deed = fc.oneof<fc.Arbitrary<Deed>[]>(
  fc.record({ kind: fc.constant('card' as const), id, title: fc.string({ unit: 'grapheme', maxLength: 12 }) }),
  fc.record({
    kind: fc.constant('position' as const),
    id,
    at: fc.tuple(fc.double({ noNaN: true }), fc.integer()),
  }),
  fc.record({
    kind: fc.constant('write' as const),
    id,
    at: fc.nat(20),
    text: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }),
  }),
  fc.record({ kind: fc.constant('cut' as const), id, at: fc.nat(20), length: fc.nat(9) }),
  fc.record({ kind: fc.constant('remove' as const), id }),
  fc.record({ kind: fc.constant('paragraph' as const), text: fc.string({ maxLength: 12 }), bold: fc.boolean() }),
  fc.record({ kind: fc.constant('sync' as const) }),
);

const perform = (doc: Y.Doc, one: Deed): void => {
  const cards = doc.getMap<Y.Map<unknown>>('cards');
  const card = 'id' in one ? cards.get(one.id) : undefined;
  const title = card?.get('title');
  switch (one.kind) {
    case 'card':
      cards.set(one.id, new Y.Map<unknown>([['title', new Y.Text(one.title)]]));
      return;
    case 'position':
      card?.set('position', one.at);
      return;
    case 'write':
      if (title instanceof Y.Text) title.insert(Math.min(one.at, title.length), one.text);
      return;
    case 'cut':
      if (title instanceof Y.Text && one.at < title.length) {
        title.delete(one.at, Math.min(one.length, title.length - one.at));
      }
      return;
    case 'remove':
      cards.delete(one.id);
      return;
    case 'paragraph': {
      const paragraph = new Y.XmlElement('paragraph');
      const words = new Y.XmlText(one.text);
      if (one.bold) words.format(0, one.text.length, { bold: true });
      paragraph.insert(0, [words]);
      doc.getXmlFragment('body').insert(0, [paragraph]);
      return;
    }
    case 'sync':
      return;
  }
};

/** Two people who edit and now and then exchange everything; every update they make, in order. */
export const history = (deeds: readonly { who: 0 | 1; deed: Deed }[]): { updates: Uint8Array[]; whole: Uint8Array } => {
  const docs = [newDoc(1), newDoc(2)] as const;
  const updates: Uint8Array[] = [];
  for (const doc of docs) {
    doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== 'other') updates.push(update);
    });
  }
  const sync = (): void => {
    Y.applyUpdate(docs[0], Y.encodeStateAsUpdate(docs[1]), 'other');
    Y.applyUpdate(docs[1], Y.encodeStateAsUpdate(docs[0]), 'other');
  };
  for (const { who, deed: one } of deeds) {
    if (one.kind === 'sync') sync();
    else perform(docs[who], one);
  }
  sync();
  return { updates, whole: Y.encodeStateAsUpdate(docs[0]) };
};

export const deeds = fc.array(fc.record({ who: fc.constantFrom<(0 | 1)[]>(0, 1), deed }), {
  minLength: 1,
  maxLength: 30,
});

/** Bytes cut out and put in, here and there. */
export const mutations = fc.array(fc.record({ at: fc.nat(), bytes: fc.uint8Array({ maxLength: 4 }), cut: fc.nat(4) }), {
  minLength: 1,
  maxLength: 4,
});

export const mutate = (
  honest: Uint8Array,
  changes: readonly { at: number; bytes: Uint8Array; cut: number }[],
): Uint8Array => {
  const bytes = [...honest];
  for (const { at, bytes: put, cut } of changes) bytes.splice(at % (bytes.length + 1), cut, ...put);
  return new Uint8Array(bytes);
};

/** Titles of all cards by id. */
export const titles = (doc: Y.Doc): Record<string, string> =>
  Object.fromEntries(
    [...cardsOf(doc)].map(([cardId, card]) => {
      const title = card instanceof Y.Map ? card.get('title') : null;
      return [cardId, title instanceof Y.Text ? title.toJSON() : '?'];
    }),
  );

/** The title of one card, to be typed into. */
export const titleOf = (doc: Y.Doc, cardId: string): Y.Text =>
  (cardsOf(doc).get(cardId) as Y.Map<Y.Text>).get('title') as Y.Text;

/** A presence frame as a client sends it. */
export const presenceOf = (state: object | null, clientId: number, clock = 1): Uint8Array => {
  const inner = encoding.createEncoder();
  encoding.writeVarUint(inner, 1);
  encoding.writeVarUint(inner, clientId);
  encoding.writeVarUint(inner, clock);
  encoding.writeVarString(inner, JSON.stringify(state));
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, FRAME.presence);
  encoding.writeVarUint8Array(encoder, encoding.toUint8Array(inner));
  return encoding.toUint8Array(encoder);
};
