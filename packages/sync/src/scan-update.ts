import { CONTENT_ID_END, SYNC_LIMITS } from './limits.ts';
import { refusal, type Refusal } from './refusals.ts';
import { utf16Length } from './utf16-length.ts';

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
    const length = utf16Length(this.bytes, this.position, end);
    if (length === -1) throw new Refused('malformed');
    this.position = end;
    return length;
  }

  text(max: number): string {
    const size = this.count();
    if (size > max * 3) throw new Refused('too-large');
    const from = this.position;
    this.position += size;
    // A decoder takes longer to be called than a short key to be put together.
    if (size <= SHORT_TEXT && utf16Length(this.bytes, from, from + size) === size) {
      let text = '';
      for (let at = from; at < from + size; at++) text += String.fromCharCode(this.bytes[at] as number);
      return text;
    }
    try {
      return decodeUtf8.decode(this.bytes.subarray(from, from + size));
    } catch {
      throw new Refused('malformed');
    }
  }
}

const SHORT_TEXT = 32;

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
  const places = new Places();
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
  let place: Place | null = null;
  let rightClient = NOBODY;
  let rightClock = 0;
  const counts = result.structs > SYNC_LIMITS.samePlace;
  if (info & HAS_ORIGIN) {
    const originClient = cursor.clientId();
    const origin = scanClock(cursor, result.needs, originClient, client, clock);
    result.cuts.push(originClient, origin + 1);
    if (counts) place = places.after(originClient, origin);
  }
  if (info & HAS_RIGHT_ORIGIN) {
    rightClient = cursor.clientId();
    rightClock = scanClock(cursor, result.needs, rightClient, client, clock);
    result.cuts.push(rightClient, rightClock);
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
      if (counts) place = places.inRoot(root);
    } else if (parent === 0) {
      const parentClient = cursor.clientId();
      const parentClock = scanClock(cursor, result.needs, parentClient, client, clock);
      if (info & HAS_PARENT_KEY) {
        key(cursor);
        return scanContent(cursor, content);
      }
      if (counts) place = places.inType(parentClient, parentClock);
    } else throw new Refused('malformed');
  }
  if (counts) countPlace(place ?? places.start, rightClient, rightClock, client, clock);
  return scanContent(cursor, content);
};

/** No client has this id. */
const NOBODY = -1;

/** How many structs stand at one place, but for those that stand right before the one that came there last. */
type Place = { count: number; readonly most: number; lastClient: number; lastClock: number };

const newPlace = (most: number): Place => ({ count: 0, most, lastClient: NOBODY, lastClock: 0 });

/** Places by numbers alone: put together as text they would cost more than all the rest of the scan. */
class Places {
  /** At the start of some list, which one the struct does not say. */
  readonly start = newPlace(SYNC_LIMITS.startPlaces);
  private readonly roots = new Map<string, Place>();
  private readonly structs = new Map<number, Map<number, Place>>();
  private readonly types = new Map<number, Map<number, Place>>();

  /** Right of this struct. */
  after(client: number, clock: number): Place {
    return placeAt(this.structs, client, clock);
  }

  /** In the list that this struct is. */
  inType(client: number, clock: number): Place {
    return placeAt(this.types, client, clock);
  }

  inRoot(root: string): Place {
    const known = this.roots.get(root);
    if (known !== undefined) return known;
    const place = newPlace(SYNC_LIMITS.samePlace);
    this.roots.set(root, place);
    return place;
  }
}

const placeAt = (places: Map<number, Map<number, Place>>, client: number, clock: number): Place => {
  let ofClient = places.get(client);
  if (ofClient === undefined) {
    ofClient = new Map();
    places.set(client, ofClient);
  }
  let place = ofClient.get(clock);
  if (place === undefined) {
    place = newPlace(SYNC_LIMITS.samePlace);
    ofClient.set(clock, place);
  }
  return place;
};

const countPlace = (place: Place, rightClient: number, rightClock: number, client: number, clock: number): void => {
  // Who writes from the end to the start puts each one before the last.
  if (place.count === 0 || rightClient !== place.lastClient || rightClock !== place.lastClock) place.count += 1;
  place.lastClient = client;
  place.lastClock = clock;
  if (place.count > place.most) throw new Refused('too-large');
};

const key = (cursor: Cursor): string => {
  const text = cursor.text(SYNC_LIMITS.key);
  if (text === '__proto__') throw new Refused('content-not-allowed');
  return text;
};

/** The clock of an id of `client` that the struct at `ownClock` of `own` builds on. */
const scanClock = (
  cursor: Cursor,
  needs: Map<number, number>,
  client: number,
  own: number,
  ownClock: number,
): number => {
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
