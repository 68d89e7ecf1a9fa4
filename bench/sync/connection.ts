import { randomBytes } from 'node:crypto';
import { connect, type Socket } from 'node:net';

export const TEXT = 1;
export const BINARY = 2;
const CLOSE = 8;
const PING = 9;

/** One for all: a socket's bytes are looked at before the next socket is read. */
const shared = Buffer.alloc(256 * 1024);

/** A WebSocket frame of a client. Its mask is zero: legitimate, and the bytes can be prepared once. */
export const frameOf = (payload: Uint8Array | string, opcode: number = BINARY): Buffer => {
  const body = typeof payload === 'string' ? Buffer.from(payload) : payload;
  const { length } = body;
  const head =
    length < 126
      ? Buffer.from([0x80 | opcode, 0x80 | length])
      : length < 65_536
        ? Buffer.from([0x80 | opcode, 0x80 | 126, length >> 8, length & 255])
        : Buffer.concat([Buffer.from([0x80 | opcode, 0x80 | 127]), uint64(length)]);
  return Buffer.concat([head, Buffer.alloc(4), body]);
};

const uint64 = (value: number): Buffer => {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUint64BE(BigInt(value));
  return bytes;
};

export type Address = { host: string; port: number; path: string };

/**
 * A WebSocket client on a bare socket. It reads frames while it talks; afterwards `raw` gets the bytes as they come, or
 * nobody does: then only the kernel has worked for them.
 */
export class Connection {
  readonly socket: Socket;
  readonly opened: Promise<void>;
  /** Resolves with the close code, 1006 without one. */
  readonly closed: Promise<number>;
  raw: ((bytes: Buffer) => void) | null = null;
  received = 0;
  private listener: ((payload: Buffer, opcode: number) => void) | null = null;
  /** Frames that came before anybody listened. */
  private early: { payload: Buffer; opcode: number }[] = [];
  private mode: 'handshake' | 'talk' | 'raw' = 'handshake';
  private pending: Buffer = Buffer.alloc(0);
  private closeCode = 1006;

  constructor({ host, port, path }: Address) {
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    this.opened = promise;
    // Whoever asks only for `closed` need not handle it twice.
    promise.catch(() => undefined);
    this.socket = connect({
      host,
      port,
      noDelay: true,
      onread: {
        buffer: shared,
        callback: (size) => {
          this.received += size;
          const bytes = shared.subarray(0, size);
          if (this.mode === 'raw') this.raw?.(bytes);
          else this.talk(bytes, resolve, reject);
          return true;
        },
      },
    });
    this.socket.on('error', reject);
    this.closed = new Promise((done) => this.socket.once('close', () => done(this.closeCode)));
    this.socket.once('close', () => reject(new Error(`closed with ${this.closeCode}`)));
    this.socket.write(
      `GET ${path} HTTP/1.1\r\nHost: ${host}:${port}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n` +
        `Sec-WebSocket-Key: ${randomBytes(16).toString('base64')}\r\nSec-WebSocket-Version: 13\r\n\r\n`,
    );
  }

  set onFrame(listener: (payload: Buffer, opcode: number) => void) {
    this.listener = listener;
    for (const { payload, opcode } of this.early.splice(0)) listener(payload, opcode);
  }

  write(frame: Buffer): void {
    this.socket.write(frame);
  }

  /** From now on nothing is taken apart. */
  goRaw(): void {
    this.mode = 'raw';
    this.pending = Buffer.alloc(0);
  }

  end(): void {
    this.socket.destroy();
  }

  private talk(bytes: Buffer, opened: () => void, refused: (error: Error) => void): void {
    this.pending = Buffer.concat([this.pending, bytes]);
    if (this.mode === 'handshake') {
      const end = this.pending.indexOf('\r\n\r\n');
      if (end < 0) return;
      const status = this.pending.subarray(0, end).toString().split('\r\n', 1)[0] ?? '';
      if (!status.includes(' 101 ')) return refused(new Error(status));
      this.pending = this.pending.subarray(end + 4);
      this.mode = 'talk';
      opened();
    }
    for (let frame = this.next(); frame !== null && this.mode === 'talk'; frame = this.next()) {
      if (frame.opcode === PING) this.write(frameOf(frame.payload, PING + 1));
      else if (frame.opcode === CLOSE) {
        this.closeCode = frame.payload.length >= 2 ? frame.payload.readUint16BE(0) : 1005;
        this.socket.end();
      } else if (this.listener === null) this.early.push(frame);
      else this.listener(frame.payload, frame.opcode);
    }
  }

  private next(): { payload: Buffer; opcode: number } | null {
    const { pending } = this;
    const [first, second] = pending;
    if (first === undefined || second === undefined) return null;
    let length = second & 127;
    let at = 2;
    if (length === 126) {
      if (pending.length < 4) return null;
      length = pending.readUint16BE(2);
      at = 4;
    } else if (length === 127) {
      if (pending.length < 10) return null;
      length = Number(pending.readBigUint64BE(2));
      at = 10;
    }
    if (pending.length < at + length) return null;
    this.pending = pending.subarray(at + length);
    return { payload: pending.subarray(at, at + length), opcode: first & 15 };
  }
}
