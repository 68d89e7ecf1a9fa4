import { CONTENT_ID_END, SYNC_LIMITS } from './limits.ts';
import { refusal, type Refusal } from './refusals.ts';

/** New structs of one client: clocks `clock` up to, not including, `end`. */
export type ClockRange = { client: number; clock: number; end: number };

/** What an update says about itself, read in one pass without building anything of Yjs. */
export type UpdateScan = {
  structs: number;
  ranges: ClockRange[];
  /** Highest clock of each client that the update builds on or deletes. */
  needs: Map<number, number>;
  /** Where new structs cut into others' content: client and the clock before which they cut, one after the other. */
  cuts: number[];
  /** Entries set in root maps without a predecessor: new ones, if their key was free. */
  entries: { root: string; key: string }[];
};

export type ScanRules = {
  /** Root types the document has; an update that names another one is refused. */
  roots: ReadonlySet<string>;
  maxStructs: number;
};

/** Thrown inside the scanner only. */
class Refused extends Error {
  readonly refusal: Refusal;
  constructor(code: 'malformed' | 'too-large' | 'unknown-root' | 'content-not-allowed') {
    super(code);
    this.refusal = refusal(code);
  }
}

const decodeUtf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** A cursor that refuses where lib0's would read past the end, round or allocate. */
class Cursor {
  readonly bytes: Uint8Array;
  position = 0;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }

  get left(): number {
    return this.bytes.length - this.position;
  }

  byte(): number {
    const value = this.bytes[this.position++];
    if (value === undefined) throw new Refused('malformed');
    return value;
  }

  uint(): number {
    let value = this.byte();
    if (value < 0x80) return value;
    value &= 0x7f;
    for (let factor = 0x80; ; factor *= 0x80) {
      const next = this.byte();
      value += (next & 0x7f) * factor;
      if (value > Number.MAX_SAFE_INTEGER) throw new Refused('malformed');
      if (next < 0x80) return value;
      if (factor > 2 ** 49) throw new Refused('malformed');
    }
  }

  /** A number of things that take at least one byte each. */
  count(): number {
    const value = this.uint();
    if (value > this.left) throw new Refused('malformed');
    return value;
  }

  clientId(): number {
    const value = this.uint();
    if (value >= CONTENT_ID_END) throw new Refused('malformed');
    return value;
  }

  /** The client id that comes next, not taken. */
  peekClientId(): number {
    const { position } = this;
    const value = this.clientId();
    this.position = position;
    return value;
  }

  clock(): number {
    const value = this.uint();
    if (value >= SYNC_LIMITS.clock) throw new Refused('malformed');
    return value;
  }

  length(): number {
    const value = this.clock();
    // A struct without length would stand between two clocks and break every search by clock.
    if (value === 0) throw new Refused('malformed');
    return value;
  }

  skip(count: number): void {
    if (count > this.left) throw new Refused('malformed');
    this.position += count;
  }

  /** Checks a text and says how many UTF-16 units it has, the measure Yjs counts clocks by. */
  textLength(): number {
    const size = this.count();
    const end = this.position + size;
    for (let at = this.position; at < end; at++) {
      if ((this.bytes[at] as number) >= 0x80) return this.textOf(size).length;
    }
    this.position = end;
    return size;
  }

  text(max: number): string {
    const size = this.count();
    if (size > max * 3) throw new Refused('too-large');
    return this.textOf(size);
  }

  private textOf(size: number): string {
    try {
      const text = decodeUtf8.decode(this.bytes.subarray(this.position, this.position + size));
      this.position += size;
      return text;
    } catch {
      throw new Refused('malformed');
    }
  }
}

const HAS_ORIGIN = 0x80;
const HAS_RIGHT_ORIGIN = 0x40;
const HAS_PARENT_KEY = 0x20;

/**
 * Reads a Yjs update (format 1) without applying it and refuses what Yjs itself would choke on: counts beyond the
 * frame, empty or overflowing structs, one client twice, Skip structs, trailing bytes; and content no document of
 * ours holds: subdocuments, binaries, embeds, legacy JSON, unknown roots, deep values.
 * Returns the scan, or the refusal. Never throws, allocates in proportion to clients and entries only.
 */
export const scanUpdate = (update: Uint8Array, rules: ScanRules): UpdateScan | Refusal => {
  try {
    return scan(new Cursor(update), rules);
  } catch (error) {
    if (error instanceof Refused) return error.refusal;
    throw error;
  }
};

/** Tells a refusal from a scan. */
export const isRefusal = (result: object): result is Refusal => 'code' in result;

const scan = (cursor: Cursor, rules: ScanRules): UpdateScan => {
  const result: UpdateScan = { structs: 0, ranges: [], needs: new Map(), cuts: [], entries: [] };
  const seen = new Set<number>();
  const places: Places = new Map();
  for (let clients = cursor.count(); clients > 0; clients--) {
    let structs = cursor.count();
    result.structs += structs;
    if (result.structs > rules.maxStructs) throw new Refused('too-large');
    const client = cursor.clientId();
    if (seen.has(client)) throw new Refused('malformed');
    seen.add(client);
    const clock = cursor.clock();
    let end = clock;
    for (; structs > 0; structs--) {
      end += scanStruct(cursor, rules, result, places, client, end);
      if (end >= SYNC_LIMITS.clock) throw new Refused('malformed');
    }
    if (end > clock) result.ranges.push({ client, clock, end });
  }
  scanDeletions(cursor, result.needs);
  if (cursor.left > 0) throw new Refused('malformed');
  return result;
};

/** Returns the struct's length in clocks. */
const scanStruct = (
  cursor: Cursor,
  rules: ScanRules,
  result: UpdateScan,
  places: Places,
  client: number,
  clock: number,
): number => {
  const info = cursor.byte();
  const content = info & 0x1f;
  // Offline work that was deleted again arrives as GC.
  if (content === 0) return cursor.length();
  /** What it stands right of: the same place again and again costs Yjs a search through all that stands there. */
  let place = 'start';
  let right = '';
  if (info & HAS_ORIGIN) {
    place = `${cursor.peekClientId()}`;
    const origin = scanId(cursor, result.needs, client, clock);
    result.cuts.push(Number(place), origin + 1);
    place += `:${origin}`;
  }
  if (info & HAS_RIGHT_ORIGIN) {
    const rightClient = cursor.peekClientId();
    const rightClock = scanId(cursor, result.needs, client, clock);
    result.cuts.push(rightClient, rightClock);
    right = `${rightClient}:${rightClock}`;
  }
  if ((info & (HAS_ORIGIN | HAS_RIGHT_ORIGIN)) === 0) {
    const parent = cursor.uint();
    if (parent === 1) {
      const root = cursor.text(SYNC_LIMITS.key);
      if (!rules.roots.has(root)) throw new Refused('unknown-root');
      if (info & HAS_PARENT_KEY) {
        result.entries.push({ root, key: key(cursor) });
        return scanContent(cursor, content);
      }
      place = root;
    } else if (parent === 0) {
      const parentClient = cursor.peekClientId();
      place = `in ${parentClient}:${scanId(cursor, result.needs, client, clock)}`;
      if (info & HAS_PARENT_KEY) {
        key(cursor);
        return scanContent(cursor, content);
      }
    } else throw new Refused('malformed');
  }
  if (result.structs > SYNC_LIMITS.samePlace) countPlace(places, place, right, `${client}:${clock}`);
  return scanContent(cursor, content);
};

/** How often structs stand at one place, but for those that stand right before the one that came there last. */
type Places = Map<string, { count: number; last: string }>;

const countPlace = (places: Places, place: string, right: string, id: string): void => {
  const known = places.get(place);
  if (known === undefined) {
    places.set(place, { count: 1, last: id });
    return;
  }
  // Who writes from the end to the start puts each one before the last.
  if (right !== known.last) known.count += 1;
  known.last = id;
  const most = place === 'start' ? SYNC_LIMITS.startPlaces : SYNC_LIMITS.samePlace;
  if (known.count > most) throw new Refused('too-large');
};

const key = (cursor: Cursor): string => {
  const text = cursor.text(SYNC_LIMITS.key);
  if (text === '__proto__') throw new Refused('content-not-allowed');
  return text;
};

/** An id that the struct at `ownClock` of `own` builds on; gives its clock. */
const scanId = (cursor: Cursor, needs: Map<number, number>, own: number, ownClock: number): number => {
  const client = cursor.clientId();
  const clock = cursor.clock();
  // Yjs takes for granted that a client builds on what it has written before, and throws where it has not.
  if (client === own && clock >= ownClock) throw new Refused('malformed');
  need(needs, client, clock);
  return clock;
};

const need = (needs: Map<number, number>, client: number, clock: number): void => {
  const known = needs.get(client);
  if (known === undefined || known < clock) needs.set(client, clock);
};

const scanContent = (cursor: Cursor, content: number): number => {
  switch (content) {
    case 1: // deleted
      return cursor.length();
    case 4: {
      const length = cursor.textLength();
      if (length === 0) throw new Refused('malformed');
      return length;
    }
    case 6: // format: a key and a JSON value
      key(cursor);
      try {
        JSON.parse(cursor.text(SYNC_LIMITS.formatJson));
      } catch (error) {
        throw error instanceof Refused ? error : new Refused('malformed');
      }
      return 1;
    case 7: {
      const type = cursor.uint();
      if (type === 3) cursor.text(SYNC_LIMITS.key);
      // array, map, text, element, fragment, XML text; a hook (5) would look for code in the page
      else if (type > 6 || type === 5) throw new Refused('content-not-allowed');
      return 1;
    }
    case 8: {
      const values = cursor.count();
      if (values === 0) throw new Refused('malformed');
      for (let left = values; left > 0; left--) scanValue(cursor, 0);
      return values;
    }
    default:
      throw new Refused('content-not-allowed');
  }
};

const scanValue = (cursor: Cursor, depth: number): void => {
  if (depth > SYNC_LIMITS.valueDepth) throw new Refused('too-large');
  switch (cursor.byte()) {
    case 127: // undefined
    case 126: // null
    case 121: // false
    case 120: // true
      return;
    case 125:
      return scanInteger(cursor);
    case 124:
      return cursor.skip(4);
    case 123:
      return cursor.skip(8);
    case 119:
      cursor.textLength();
      return;
    case 118:
      for (let left = cursor.count(); left > 0; left--) {
        key(cursor);
        scanValue(cursor, depth + 1);
      }
      return;
    case 117:
      for (let left = cursor.count(); left > 0; left--) scanValue(cursor, depth + 1);
      return;
    default: // big integers and bytes do not survive JSON
      throw new Refused('content-not-allowed');
  }
};

/** A sign, six bits, then seven at a time. */
const scanInteger = (cursor: Cursor): void => {
  let next = cursor.byte();
  let value = next & 0x3f;
  for (let factor = 0x40; next >= 0x80; factor *= 0x80) {
    next = cursor.byte();
    value += (next & 0x7f) * factor;
    if (value > Number.MAX_SAFE_INTEGER || factor > 2 ** 49) throw new Refused('malformed');
  }
};

const scanDeletions = (cursor: Cursor, needs: Map<number, number>): void => {
  for (let clients = cursor.count(); clients > 0; clients--) {
    const client = cursor.clientId();
    for (let ranges = cursor.count(); ranges > 0; ranges--) {
      const clock = cursor.clock();
      const end = clock + cursor.length();
      if (end >= SYNC_LIMITS.clock) throw new Refused('malformed');
      need(needs, client, end - 1);
    }
  }
};
