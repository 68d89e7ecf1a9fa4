import { EventEmitter } from 'node:events';
import { CLOSE } from '@rapport/sync/close-codes';
import { refusalFrame } from '@rapport/sync/frames';
import { SYNC_LIMITS } from '@rapport/sync/limits';
import { refusal } from '@rapport/sync/refusals';
import { cutFrame, FrameGatherer } from '@rapport/sync/tunnel';

/** Room for the frame around the largest step 2. */
const MARGIN = 64 * 1024;
const FRAME_BYTES = SYNC_LIMITS.step2Bytes + MARGIN;

/** A channel of a tunnel in the shape of a WebSocket: what the sync door lets in. */
export class SyncTunnelSocket extends EventEmitter {
  readonly #tell: (event: 'piece' | 'closed', ...args: unknown[]) => void;
  readonly #gatherer = new FrameGatherer(FRAME_BYTES);
  #sent = 0;
  #sentBytes = 0;
  #takenBytes = 0;
  #ended = false;
  /** Frames that have come before whoever sent them was let in; null once they are read at once. */
  #early: Buffer[] | null = null;
  #earlyBytes = 0;

  /** `tell` reaches the other end of the channel. */
  constructor(tell: (event: 'piece' | 'closed', ...args: unknown[]) => void) {
    super();
    this.#tell = tell;
  }

  /** Bytes that the other end has not said to have read. */
  get bufferedAmount(): number {
    return this.#sentBytes - this.#takenBytes;
  }

  send(frame: Uint8Array): void {
    if (this.#ended) return;
    this.#sentBytes += frame.length;
    for (const { last, bytes } of cutFrame(frame)) this.#tell('piece', this.#sent++, last, bytes);
  }

  close(code: number, reason: string): void {
    if (this.#ended) return;
    this.#tell('closed', code, reason);
    this.end();
  }

  terminate(): void {
    this.close(CLOSE.restart, 'silent');
  }

  /** The line under the channel has a heartbeat of its own, and takes its channels along when it ends. */
  ping(): void {
    this.emit('pong');
  }

  pause(): void {
    this.#early ??= [];
  }

  resume(): void {
    const early = this.#early ?? [];
    this.#early = null;
    for (const frame of early) this.#deliver(frame);
  }

  /** A piece from the other end, as it came. */
  receive(number: unknown, last: unknown, bytes: unknown): void {
    if (this.#ended) return;
    const frame = this.#gatherer.take(number, last, bytes);
    if (frame === null) return;
    if (frame === 'broken') return this.close(CLOSE.badFrame, 'bad piece');
    if (frame === 'too-large') {
      this.send(refusalFrame(refusal('too-large')));
      return this.close(CLOSE.refused, 'too-large');
    }
    this.#deliver(Buffer.from(frame.buffer, frame.byteOffset, frame.byteLength));
  }

  /** How many bytes the other end has read by now; lies only hurt who tells them. */
  taken(bytes: unknown): void {
    if (typeof bytes === 'number' && bytes > this.#takenBytes && bytes <= this.#sentBytes) this.#takenBytes = bytes;
  }

  /** The channel is gone. */
  end(): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#early = null;
    this.emit('close');
  }

  #deliver(frame: Buffer): void {
    if (this.#early === null) return void this.emit('message', frame, true);
    this.#earlyBytes += frame.length;
    if (this.#earlyBytes > 2 * FRAME_BYTES) return this.close(CLOSE.tooSlow, 'too much at once');
    this.#early.push(frame);
  }
}
