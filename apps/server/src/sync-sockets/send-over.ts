import type { Duplex } from 'node:stream';
import { WebSocket } from 'ws';
import type { Send } from './sync-connection.ts';

const BINARY = 0x82;
const LENGTH_16 = 126;
const LENGTH_64 = 127;

/** More than this is not copied for one member: large buffers that live for a moment keep the garbage collector busy. */
const COPY_BYTES = 1024;

/** The bytes of whole, unmasked WebSocket messages, one after the other. */
const framed = (messages: readonly Uint8Array[], size: number): Buffer => {
  const bytes = Buffer.allocUnsafe(size);
  let at = 0;
  for (const message of messages) {
    at = writeHead(bytes, at, message.length);
    bytes.set(message, at);
    at += message.length;
  }
  return bytes;
};

const sizeOf = (messages: readonly Uint8Array[]): number => {
  let size = 0;
  for (const { length } of messages) size += length + headLength(length);
  return size;
};

const headLength = (length: number): number => (length < LENGTH_16 ? 2 : length < 0x1_0000 ? 4 : 10);

const writeHead = (bytes: Buffer, at: number, length: number): number => {
  bytes[at] = BINARY;
  if (length < LENGTH_16) bytes[at + 1] = length;
  else if (length < 0x1_0000) {
    bytes[at + 1] = LENGTH_16;
    bytes.writeUInt16BE(length, at + 2);
  } else {
    bytes[at + 1] = LENGTH_64;
    bytes.writeBigUInt64BE(BigInt(length), at + 2);
  }
  return at + headLength(length);
};

/** What many members of a room get in the same moment; they come one after the other. */
let last: { messages: readonly Uint8Array[]; bytes: Buffer } | null = null;

const framedOnce = (messages: readonly Uint8Array[]): Buffer => {
  if (last?.messages !== messages) last = { messages, bytes: framed(messages, sizeOf(messages)) };
  return last.bytes;
};

/**
 * Sends messages below `ws`, which frames each for each member anew: all of them in one write of shared bytes. `ws` has
 * nothing of its own under way here: it compresses nothing, and writes its pings and good-byes at once.
 */
export const sendOver =
  (webSocket: Pick<WebSocket, 'readyState'>, socket: Duplex): Send =>
  (messages, shared) => {
    if (webSocket.readyState !== WebSocket.OPEN) return;
    if (shared) return void socket.write(framedOnce(messages));
    const size = sizeOf(messages);
    if (size <= COPY_BYTES) return void socket.write(framed(messages, size));
    socket.cork();
    for (const message of messages) {
      const head = Buffer.allocUnsafe(headLength(message.length));
      writeHead(head, 0, message.length);
      socket.write(head);
      socket.write(message);
    }
    socket.uncork();
  };
