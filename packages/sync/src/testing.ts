import * as decoding from 'lib0/decoding';
import * as Y from 'yjs';
import { FRAME, readRefusal, step1Frame, step2Frame, tokenFrame, updateFrame } from './frames.ts';
import { openRoots } from './open-roots.ts';
import { Room, type Access, type Peer, type RoomPorts } from './room.ts';
import type { Refusal } from './refusals.ts';

export type TestAccess = Access & { who: string };

export const ROOTS = { cards: 'map', body: 'xml' } as const;
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

/** A room with a log, a clock and members, all moved by hand. */
export class TestHost {
  now = 1_000;
  /** What has been given to the log, and how much of it is on disk. */
  records: { seq: number; update: Uint8Array }[] = [];
  durable = 0;
  faults: unknown[] = [];
  refused: string[] = [];
  room: Room<TestAccess>;
  readonly #ports: Partial<RoomPorts<TestAccess>>;
  #nextPresenceId = 2 ** 40;

  constructor(ports: Partial<RoomPorts<TestAccess>> = {}) {
    this.#ports = ports;
    this.room = this.#open();
  }

  #open(): Room<TestAccess> {
    const doc = new Y.Doc();
    openRoots(doc, ROOTS);
    doc.transact(() => {
      for (const { update } of this.records) Y.applyUpdate(doc, update);
    });
    return new Room<TestAccess>({
      doc,
      roots: ROOTS,
      seq: this.records.length,
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

  /** The process is killed and started again: what was not on disk is gone, and so is every pipe. */
  crash(): void {
    this.records = this.records.slice(0, this.durable);
    this.room = this.#open();
  }

  /** What a start from the disk would find now. */
  recovered(): Y.Doc {
    const doc = new Y.Doc();
    openRoots(doc, ROOTS);
    for (const { update } of this.records.slice(0, this.durable)) Y.applyUpdate(doc, update);
    return doc;
  }
}

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
  readonly #host: TestHost;
  #id: number | null = null;
  #room: Room<TestAccess> | null = null;

  constructor(host: TestHost, access: TestAccess = WRITER, doc = new Y.Doc()) {
    this.#host = host;
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
    this.#id = this.#room.join(this.access, peer, this.#host.now);
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
export const joined = (host: TestHost, access: TestAccess = WRITER, doc = new Y.Doc()): TestMember => {
  const member = new TestMember(host, access, doc).connect();
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
