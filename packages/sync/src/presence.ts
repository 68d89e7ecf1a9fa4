import * as decoding from 'lib0/decoding';
import { FRAME } from './frames.ts';
import { CONTENT_ID_END, SYNC_LIMITS } from './limits.ts';

/** What a member's own entries in a presence frame come to: nothing of its own, gone, or a new raw state. */
export type PresenceChange = { kind: 'none' } | { kind: 'gone' } | { kind: 'state'; clientId: number; raw: unknown };

/**
 * Reads the part of a presence frame that speaks of its sender. Entries under presence ids are skipped: stock clients
 * send back what they receive. A removal counts only for the id last used, so that a member may take a new client id.
 * Null when the frame cannot be read or is too large.
 */
export const readPresence = (entries: Uint8Array, lastId: number | null): PresenceChange | null => {
  if (entries.length > SYNC_LIMITS.presenceBytes) return null;
  let change: PresenceChange = { kind: 'none' };
  try {
    const decoder = decoding.createDecoder(entries);
    for (let left = decoding.readVarUint(decoder); left > 0; left--) {
      const clientId = decoding.readVarUint(decoder);
      decoding.readVarUint(decoder); // the client's clock: frames of one connection arrive in order anyway
      const size = decoding.readVarUint(decoder);
      if (size > entries.length - decoder.pos) return null;
      if (clientId >= CONTENT_ID_END) {
        decoder.pos += size;
        continue;
      }
      if (size > SYNC_LIMITS.presenceStateBytes) return null;
      const raw: unknown = JSON.parse(textDecoder.decode(entries.subarray(decoder.pos, decoder.pos + size)));
      decoder.pos += size;
      if (typeof raw === 'object' && raw !== null && Object.keys(raw).length > 0) {
        change = { kind: 'state', clientId, raw };
      } else if (change.kind === 'none' && (lastId === null || lastId === clientId)) change = { kind: 'gone' };
    }
    return decoding.hasContent(decoder) ? null : change;
  } catch {
    return null;
  }
};

const textDecoder = new TextDecoder('utf-8', { fatal: true });
const textEncoder = new TextEncoder();

/**
 * One member's presence as the room keeps it. `id` is drawn for this connection alone and says nothing about the
 * member's content ids; `clock` is the room's own.
 */
export class PresenceEntry {
  readonly id: number;
  clientId: number | null = null;
  raw: unknown = null;
  /** True while others have been told of a state. */
  shown = false;
  private clock = 0;
  /** The entry as last sent, and what it says. */
  private encoded: Uint8Array = new Uint8Array(0);
  private text = 'null';
  /** How many had left the room when it was encoded. */
  private departures = 0;

  constructor(id: number) {
    this.id = id;
  }

  /** Encodes what others get to see now; null when they have nothing to be told. */
  encode(state: object | null, departures: number): Uint8Array | null {
    if (state === null && !this.shown) return null;
    this.shown = state !== null;
    this.text = JSON.stringify(state);
    return this.write(departures);
  }

  /**
   * What a newcomer is told; null when nothing is shown. A newcomer may be one who has left: it remembers the clocks it
   * saw and ignores what is not newer, so the clock moves on once somebody has left since.
   */
  current(departures: number): Uint8Array | null {
    if (!this.shown) return null;
    return departures === this.departures ? this.encoded : this.write(departures);
  }

  private write(departures: number): Uint8Array {
    this.departures = departures;
    this.clock += 1;
    const text = textEncoder.encode(this.text);
    const size = varUintLength(this.id) + varUintLength(this.clock) + varUintLength(text.length) + text.length;
    this.encoded = new Uint8Array(size);
    let at = writeVarUint(this.encoded, 0, this.id);
    at = writeVarUint(this.encoded, at, this.clock);
    at = writeVarUint(this.encoded, at, text.length);
    this.encoded.set(text, at);
    return this.encoded;
  }
}

/** One frame of encoded entries. */
export const presenceFrame = (entries: readonly Uint8Array[]): Uint8Array => {
  let size = 0;
  for (const entry of entries) size += entry.length;
  const { frame, at: start } = emptyFrame(size, entries.length);
  let at = start;
  for (const entry of entries) {
    frame.set(entry, at);
    at += entry.length;
  }
  return frame;
};

/** A frame of `count` entries without the one that lies there; null when nothing is left. Two copies, however many. */
export const presenceFrameWithout = (
  all: Uint8Array,
  count: number,
  { from, to }: { from: number; to: number },
): Uint8Array | null => {
  if (count === 1) return null;
  const start = bodyStart(all);
  const { frame, at } = emptyFrame(all.length - start - (to - from), count - 1);
  frame.set(all.subarray(start, from), at);
  frame.set(all.subarray(to), frame.length - (all.length - to));
  return frame;
};

/** Where in a frame of ours the entries begin. */
const bodyStart = (frame: Uint8Array): number => {
  const decoder = decoding.createDecoder(frame);
  for (let number = 0; number < 3; number++) decoding.readVarUint(decoder);
  return decoder.pos;
};

const emptyFrame = (size: number, count: number): { frame: Uint8Array; at: number } => {
  const body = varUintLength(count) + size;
  const frame = new Uint8Array(1 + varUintLength(body) + body);
  let at = writeVarUint(frame, 0, FRAME.presence);
  at = writeVarUint(frame, at, body);
  at = writeVarUint(frame, at, count);
  return { frame, at };
};

// The numbers of lib0, written where they go: every tick makes a frame for each member that moves, and an encoder of
// its own, with a buffer to grow into, costs more than the frame.
const varUintLength = (value: number): number => {
  let length = 1;
  for (let rest = value; rest >= 0x80; rest = Math.floor(rest / 0x80)) length += 1;
  return length;
};

const writeVarUint = (bytes: Uint8Array, start: number, value: number): number => {
  let at = start;
  let rest = value;
  for (; rest >= 0x80; rest = Math.floor(rest / 0x80)) bytes[at++] = (rest % 0x80) + 0x80;
  bytes[at++] = rest;
  return at;
};

/** Nothing new; keeps a silent stock client from closing (it gives up after 30 s without a frame). */
export const KEEP_ALIVE = presenceFrame([]);
