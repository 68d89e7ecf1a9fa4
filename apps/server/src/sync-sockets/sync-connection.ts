import type { RawData } from 'ws';
import type { DocumentId, DocumentName } from '@rapport/domain/document-id';
import type { SessionId } from '@rapport/domain/ids';
import { CLOSE } from '@rapport/sync/close-codes';
import { refusal } from '@rapport/sync/refusals';
import type { Peer } from '@rapport/sync/room';
import type { Caller } from '../access/caller.ts';
import type { Clock } from '../clock.ts';
import type { Membership } from '../documents/live-document.ts';

/** Which document somebody has come for. */
export type Place = { id: DocumentId; name: DocumentName; caller: Caller };

/** What a connection asks of its pipe: a WebSocket of `ws`, or the tunnel's stand-in for one. */
export type Pipe = {
  readonly bufferedAmount: number;
  close(code: number, reason: string): void;
  terminate(): void;
  ping(): void;
  pause(): void;
  resume(): void;
  on(event: 'message', listener: (data: RawData, isBinary: boolean) => void): unknown;
  on(event: 'pong' | 'error', listener: () => void): unknown;
  once(event: 'close', listener: () => void): unknown;
};

/** Says how long not to read on after a frame of so many bytes, ms; null: this has gone on for too long. */
export type Pace = (bytes: number) => number | null;

/** Sends all frames of a tick in one write: the number of writes is the cost. */
export type Send = Peer['send'];

/** One WebSocket: silent until it is let in, then a member's pipe. */
export class SyncConnection {
  readonly #webSocket: Pipe;
  readonly peer: Peer;
  /** Known once its credential is. */
  place: Place | null = null;
  /** Sessions that ended while nobody knew yet whose connection this is. */
  readonly endedMeanwhile = new Set<SessionId>();
  /** True while what it may do is being read again, and when that has to be done once more. */
  asking = false;
  stale = false;
  #membership: Membership | null = null;
  #pace: Pace = () => 0;
  readonly #after: Clock['after'];
  #resting: (() => void) | null = null;
  #closed = false;
  #heard = true;

  constructor(webSocket: Pipe, send: Send, after: Clock['after']) {
    this.#webSocket = webSocket;
    this.#after = after;
    this.peer = {
      send,
      buffered: () => webSocket.bufferedAmount,
      close: (code, reason) => this.close(code, reason),
    };
    webSocket.on('message', (data, isBinary) => this.#receive(data, isBinary));
    webSocket.on('pong', () => (this.#heard = true));
    // A broken pipe or frame; `close` follows.
    webSocket.on('error', () => undefined);
    webSocket.once('close', () => {
      this.#closed = true;
      this.#resting?.();
      this.#membership?.leave();
    });
    // What it sends waits in the network until it is let in.
    webSocket.pause();
  }

  get closed(): boolean {
    return this.#closed;
  }

  get membership(): Membership | null {
    return this.#membership;
  }

  enter(membership: Membership, pace: Pace): void {
    if (this.#closed) return membership.leave();
    this.#membership = membership;
    this.#pace = pace;
    this.#webSocket.resume();
  }

  close(code: number, reason: string): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#webSocket.close(code, reason);
    // The other side's agreement has to be read too.
    this.#webSocket.resume();
  }

  /** Ends a pipe whose other side has not answered the last question. */
  checkAlive(): void {
    if (!this.#heard) return this.#webSocket.terminate();
    this.#heard = false;
    this.#webSocket.ping();
  }

  #receive(data: RawData, isBinary: boolean): void {
    if (this.#closed || this.#membership === null) return;
    this.#heard = true;
    if (!isBinary || !(data instanceof Buffer)) return this.#membership.dismiss(CLOSE.badFrame, 'bad frame');
    const wait = this.#pace(data.byteLength);
    if (wait === null) return this.#membership.refuse(refusal('too-fast'));
    this.#membership.receive(new Uint8Array(data.buffer, data.byteOffset, data.byteLength));
    if (wait > 0) this.#rest(wait);
  }

  /** What a flooder sends meanwhile waits in its own network. */
  #rest(ms: number): void {
    if (this.#closed) return;
    this.#resting?.();
    this.#webSocket.pause();
    this.#resting = this.#after(ms, () => {
      this.#resting = null;
      this.#webSocket.resume();
    });
  }
}
