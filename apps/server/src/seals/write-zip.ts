import { setImmediate } from 'node:timers/promises';
import { crc32 } from 'node:zlib';

/** An entry before it is written: its size must be known, its bytes are fetched when their turn comes. */
export type ZipEntry = { path: string; read: () => Promise<Uint8Array> };

/** 1 January 1980, the first day a zip knows: entries tell nothing of when they were made. */
const DATE = 0x0021;
/** Names are UTF-8. */
const FLAGS = 0x0800;
const VERSION = 20;
const MOST_BYTES = 0xffff_ffff;
const MOST_ENTRIES = 0xffff;

type Written = { name: Buffer; crc: number; size: number; offset: number };

const common = ({ crc, size, name }: Omit<Written, 'offset'>): Buffer => {
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(VERSION, 0);
  fields.writeUInt16LE(FLAGS, 2);
  // Stored: nearly everything is packed already, and bytes stay findable.
  fields.writeUInt16LE(0, 4);
  fields.writeUInt16LE(0, 6);
  fields.writeUInt16LE(DATE, 8);
  fields.writeUInt32LE(crc, 10);
  fields.writeUInt32LE(size, 14);
  fields.writeUInt32LE(size, 18);
  fields.writeUInt16LE(name.length, 22);
  return fields;
};

const localHeader = (entry: Omit<Written, 'offset'>): Buffer => {
  const head = Buffer.alloc(4);
  head.writeUInt32LE(0x0403_4b50);
  return Buffer.concat([head, common(entry), entry.name]);
};

const centralHeader = (entry: Written): Buffer => {
  const head = Buffer.alloc(6);
  head.writeUInt32LE(0x0201_4b50);
  head.writeUInt16LE(VERSION, 4);
  const rest = Buffer.alloc(14);
  rest.writeUInt32LE(entry.offset, 10);
  return Buffer.concat([head, common(entry), rest, entry.name]);
};

/**
 * Entries as a zip, piece by piece, never more than one of them in memory. The same entries give the same bytes.
 * Throws beyond 4 GiB or 65 535 entries, which a symposium of the greatest size does not reach.
 */
export async function* writeZip(entries: readonly ZipEntry[]): AsyncGenerator<Uint8Array> {
  if (entries.length > MOST_ENTRIES) throw new Error('too many files for one archive');
  const written: Written[] = [];
  let offset = 0;
  for (const { path, read } of entries) {
    // Reading may take no turn of the loop at all: others come in between files.
    await setImmediate();
    const bytes = await read();
    const entry = { name: Buffer.from(path, 'utf8'), crc: crc32(bytes), size: bytes.length };
    const head = localHeader(entry);
    written.push({ ...entry, offset });
    offset += head.length + bytes.length;
    if (offset > MOST_BYTES) throw new Error('too much for one archive');
    yield head;
    yield bytes;
  }
  const directory = Buffer.concat(written.map(centralHeader));
  yield directory;
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x0605_4b50);
  end.writeUInt16LE(written.length, 8);
  end.writeUInt16LE(written.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  yield end;
}
