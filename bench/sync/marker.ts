/**
 * Marks by which a receiver finds one update in raw bytes, whatever protocol and batching lie around it: a number of
 * the update that Yjs writes as float64, whose first bytes nobody else uses. A mark says who sent it and as which one.
 */
const UPDATE_MAGIC = Buffer.from([123, 0x40, 0xb5, 0xa7, 0x3c]);
/** The same for durable tokens. */
const TOKEN_MAGIC = Buffer.from([0xf7, 0x9d, 0xe3, 0xb1]);
const PAYLOAD = 4;
const SEQ_BITS = 20;
export const MAX_PEOPLE = 2 ** (31 - SEQ_BITS);

const bytes = new DataView(new ArrayBuffer(8));

/** Lowest bit set: a number that fits into float32 would be written as one. */
const pack = (sender: number, seq: number): number => ((sender << (SEQ_BITS + 1)) | (seq << 1) | 1) >>> 0;

/** The mark as a number, for the value of a map's key. */
export const updateMark = (sender: number, seq: number): number => {
  bytes.setUint32(0, UPDATE_MAGIC.readUint32BE(1));
  bytes.setUint32(4, pack(sender, seq));
  return bytes.getFloat64(0);
};

/** The mark as an opaque token. */
export const tokenMark = (sender: number, seq: number): Uint8Array => {
  const token = Buffer.alloc(TOKEN_MAGIC.length + PAYLOAD);
  TOKEN_MAGIC.copy(token);
  token.writeUint32BE(pack(sender, seq), TOKEN_MAGIC.length);
  return token;
};

export type OnMark = (sender: number, seq: number) => void;

/** Finds marks in a stream of chunks, also where a chunk ends within one. */
export class MarkScanner {
  private readonly onUpdate: OnMark;
  private readonly onToken: OnMark;
  private rest = Buffer.alloc(0);

  constructor(onUpdate: OnMark, onToken: OnMark) {
    this.onUpdate = onUpdate;
    this.onToken = onToken;
  }

  scan(chunk: Buffer): void {
    const text = this.rest.length === 0 ? chunk : Buffer.concat([this.rest, chunk]);
    const keep = UPDATE_MAGIC.length + PAYLOAD - 1;
    const done = Math.max(find(text, UPDATE_MAGIC, this.onUpdate), find(text, TOKEN_MAGIC, this.onToken));
    this.rest = Buffer.from(text.subarray(Math.max(done, text.length - keep)));
  }
}

/** Calls for every mark; gives where the last one ended. */
const find = (text: Buffer, magic: Buffer, onMark: OnMark): number => {
  let end = 0;
  for (let at = text.indexOf(magic); at >= 0; at = text.indexOf(magic, end)) {
    if (at + magic.length + PAYLOAD > text.length) return end;
    const packed = text.readUint32BE(at + magic.length);
    end = at + magic.length + PAYLOAD;
    onMark(packed >>> (SEQ_BITS + 1), (packed >>> 1) & (2 ** SEQ_BITS - 1));
  }
  return end;
};
