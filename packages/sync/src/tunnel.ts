/**
 * Frames of the sync protocol inside a message channel, for networks that block WebSocket. A channel stands for one
 * WebSocket; its frames travel in numbered pieces.
 *
 * Client: `open` (channel, documentId), then `piece` (channel, number, last, bytes), `taken` (channel, bytes) and
 * `closed` (channel, code, reason). Server: `piece` and `closed` with the same arguments. Numbers start at 0 and count
 * per channel and direction.
 */
export const TUNNEL = {
  /** of Socket.IO */
  namespace: '/sync',
  /** bytes of a piece at most */
  pieceBytes: 32 * 1024,
  /** how often a client says how much it has taken, bytes: nothing else tells the server how far a reader has got */
  takenEvery: 16 * 1024,
  /** channels of one connection */
  channels: 32,
} as const;

export type Piece = { last: boolean; bytes: Uint8Array };

/** Cuts a frame into pieces: views, not copies. */
export const cutFrame = (frame: Uint8Array): Piece[] => {
  const pieces: Piece[] = [];
  let at = 0;
  do {
    const end = Math.min(frame.length, at + TUNNEL.pieceBytes);
    pieces.push({ last: end === frame.length, bytes: frame.subarray(at, end) });
    at = end;
  } while (at < frame.length);
  return pieces;
};

/** Puts the pieces of one direction of one channel together again. */
export class FrameGatherer {
  private readonly limit: number;
  private next = 0;
  private parts: Uint8Array[] = [];
  private length = 0;

  /** `limit`: bytes of a frame at most. */
  constructor(limit: number) {
    this.limit = limit;
  }

  /**
   * Takes a piece as it came off the wire. Gives the frame it completes, null when more has to come, `broken` when it
   * is no piece or not the next one, `too-large` when its frame exceeds the limit.
   */
  take(number: unknown, last: unknown, bytes: unknown): Uint8Array | null | 'broken' | 'too-large' {
    const part = bytes instanceof ArrayBuffer ? new Uint8Array(bytes) : bytes;
    if (number !== this.next || typeof last !== 'boolean' || !(part instanceof Uint8Array)) return 'broken';
    // Only the last piece of a frame may be short: many tiny ones would cost more than the bytes they bring.
    if (part.length > TUNNEL.pieceBytes || (!last && part.length < TUNNEL.pieceBytes)) return 'broken';
    this.next += 1;
    this.length += part.length;
    if (this.length > this.limit) return 'too-large';
    this.parts.push(part);
    return last ? this.join() : null;
  }

  private join(): Uint8Array {
    const { parts, length } = this;
    this.parts = [];
    this.length = 0;
    const [only] = parts;
    if (parts.length === 1 && only !== undefined) return only;
    const frame = new Uint8Array(length);
    let at = 0;
    for (const part of parts) {
      frame.set(part, at);
      at += part.length;
    }
    return frame;
  }
}
