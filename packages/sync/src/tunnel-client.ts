import { cutFrame, FrameGatherer, TUNNEL } from './tunnel.ts';

/** A connection of Socket.IO's client in the tunnel's namespace, as far as the tunnel uses it. */
export type Line = {
  readonly connected: boolean;
  on(event: string, listener: (...args: never[]) => void): unknown;
  emit(event: string, ...args: unknown[]): unknown;
  disconnect(): unknown;
};

/** Nobody said why: WebSocket's own code for a pipe that broke. */
const BROKEN = 1006;
const BAD_DATA = 1007;
const NORMAL = 1000;

/** The client's end of a tunnel: any number of documents over one line, which is there while somebody needs it. */
export class TunnelClient {
  private readonly dial: () => Line;
  private line: Line | null = null;
  private readonly sockets = new Map<number, TunnelSocket>();
  private nextChannel = 1;

  /** `dial` starts to connect a line that does not come back by itself. */
  constructor(dial: () => Line) {
    this.dial = dial;
  }

  /** Opens a channel for a document. */
  open(documentId: string): TunnelSocket {
    const channel = this.nextChannel++;
    const line = (this.line ??= this.connect());
    const socket = new TunnelSocket({
      emit: (event, ...args) => {
        // What waits inside a line that has broken would come up in the next one.
        if (line.connected) line.emit(event, channel, ...args);
      },
      gone: () => this.forget(channel),
    });
    this.sockets.set(channel, socket);
    // As late as a WebSocket of the browser opens: whoever listens only after an await still hears it.
    if (line.connected) setTimeout(() => socket.begin(documentId), 0);
    else line.on('connect', () => socket.begin(documentId));
    return socket;
  }

  private connect(): Line {
    const line = this.dial();
    line.on('piece', (channel: number, number: unknown, last: unknown, bytes: unknown) =>
      this.sockets.get(channel)?.receive(number, last, bytes),
    );
    line.on('closed', (channel: number, code: number, reason: string) => this.sockets.get(channel)?.end(code, reason));
    for (const event of ['connect_error', 'disconnect']) line.on(event, () => this.lose(line));
    return line;
  }

  private lose(line: Line): void {
    if (this.line !== line) return;
    this.line = null;
    const lost = Array.from(this.sockets.values());
    for (const socket of lost) socket.end(BROKEN, '');
  }

  private forget(channel: number): void {
    this.sockets.delete(channel);
    if (this.sockets.size > 0) return;
    const { line } = this;
    this.line = null;
    line?.disconnect();
  }
}

type Channel = { emit(event: string, ...args: unknown[]): void; gone(): void };

/** A channel in the shape of a browser's WebSocket, as far as the stock provider uses one. */
export class TunnelSocket {
  readonly CONNECTING = 0;
  readonly OPEN = 1;
  readonly CLOSING = 2;
  readonly CLOSED = 3;
  binaryType = 'arraybuffer';
  readyState: number = 0;
  onopen: (() => void) | null = null;
  onmessage: ((event: { data: ArrayBuffer }) => void) | null = null;
  onclose: ((event: { code: number; reason: string }) => void) | null = null;
  onerror: ((event: unknown) => void) | null = null;
  private readonly channel: Channel;
  private readonly gatherer = new FrameGatherer(Number.POSITIVE_INFINITY);
  private sent = 0;
  private taken = 0;
  private toldTaken = 0;

  constructor(channel: Channel) {
    this.channel = channel;
  }

  /** The line is there. */
  begin(documentId: string): void {
    if (this.readyState !== this.CONNECTING) return;
    this.readyState = this.OPEN;
    this.channel.emit('open', documentId);
    this.onopen?.();
  }

  send(frame: Uint8Array): void {
    if (this.readyState !== this.OPEN) return;
    for (const { last, bytes } of cutFrame(frame)) this.channel.emit('piece', this.sent++, last, bytes);
  }

  close(code: number = NORMAL, reason = ''): void {
    if (this.readyState >= this.CLOSING) return;
    this.readyState = this.CLOSING;
    this.channel.emit('closed', code, reason);
    queueMicrotask(() => this.end(code, reason));
  }

  /** A piece from the server. */
  receive(number: unknown, last: unknown, bytes: unknown): void {
    if (this.readyState !== this.OPEN) return;
    const frame = this.gatherer.take(number, last, bytes);
    if (frame === 'broken' || frame === 'too-large') return this.close(BAD_DATA, 'pieces do not fit');
    this.taken += (bytes as ArrayBuffer | Uint8Array).byteLength;
    if (this.taken - this.toldTaken >= TUNNEL.takenEvery) {
      this.toldTaken = this.taken;
      this.channel.emit('taken', this.taken);
    }
    // A copy in a buffer of its own: the frame may be a view into a larger one.
    if (frame !== null) this.onmessage?.({ data: new Uint8Array(frame).buffer });
  }

  /** The channel has ended: closed by either side, or its line is gone. */
  end(code: number, reason: string): void {
    if (this.readyState === this.CLOSED) return;
    this.readyState = this.CLOSED;
    this.channel.gone();
    if (code === BROKEN) this.onerror?.({ type: 'error' });
    this.onclose?.({ code, reason });
  }
}
