import type { TunnelSocket } from '@rapport/sync/tunnel-client';

/** How long a WebSocket may take to open before the tunnel is tried beside it, ms. */
const PATIENCE_MS = 3_000;
/** A WebSocket that is open this long and has brought nothing never will: the server speaks first, ms. */
const DEAF_MS = 10_000;
const CONNECTING = 0;
const OPEN = 1;
const CLOSED = 3;
const BROKEN = 1006;

type Closed = { code: number; reason: string };

/** What a WebSocket and a channel of the tunnel have in common. */
type Pipe = Pick<TunnelSocket, 'binaryType' | 'onopen' | 'onmessage' | 'onclose' | 'send'> & {
  close(code?: number, reason?: string): void;
};

export type Ways = { webSocket: (url: string) => Pipe; tunnel: (url: string) => Pipe };

/** What a page has learned about its network. */
export class NetworkMemory {
  /** The tunnel was the way that worked last: it need not wait for the WebSocket to fail again. */
  tunnelled = false;
  /** WebSockets open here, but nothing comes through them. */
  deaf = false;
}

/**
 * A WebSocket where the network lets one through, else a channel of the tunnel, in the shape of a WebSocket. Whichever
 * opens first is taken; the WebSocket gets a head start.
 */
export class TunnellingSocket {
  readonly CONNECTING = CONNECTING;
  readonly OPEN = OPEN;
  readonly CLOSING = 2;
  readonly CLOSED = CLOSED;
  binaryType = 'arraybuffer';
  readyState: number = CONNECTING;
  onopen: (() => void) | null = null;
  onmessage: ((event: { data: ArrayBuffer }) => void) | null = null;
  onclose: ((event: Closed) => void) | null = null;
  onerror: ((event: unknown) => void) | null = null;
  private readonly url: string;
  private readonly ways: Ways;
  private readonly memory: NetworkMemory;
  /** Ways under trial; the one taken once it is open. */
  private readonly pipes = new Map<keyof Ways, Pipe>();
  private patience: ReturnType<typeof setTimeout> | null = null;
  private openedAt = 0;
  private heard = false;

  constructor(url: string, ways: Ways, memory: NetworkMemory) {
    this.url = url;
    this.ways = ways;
    this.memory = memory;
    if (!memory.deaf) this.try('webSocket');
    if (memory.deaf || memory.tunnelled) this.try('tunnel');
    else this.patience = setTimeout(() => this.try('tunnel'), PATIENCE_MS);
  }

  send(frame: Uint8Array): void {
    if (this.readyState !== OPEN) return;
    for (const pipe of this.pipes.values()) pipe.send(frame);
  }

  close(code?: number, reason?: string): void {
    if (this.readyState === CLOSED) return;
    if (this.readyState === CONNECTING) {
      this.dropAllBut(null);
      return this.end({ code: BROKEN, reason: '' });
    }
    const silent = this.pipes.has('webSocket') && !this.heard && performance.now() - this.openedAt > DEAF_MS;
    if (silent) this.memory.deaf = true;
    this.readyState = this.CLOSING;
    for (const pipe of this.pipes.values()) pipe.close(code, reason);
  }

  private try(way: keyof Ways): void {
    const pipe = this.ways[way](this.url);
    this.pipes.set(way, pipe);
    pipe.binaryType = 'arraybuffer';
    hear(pipe, { onopen: () => this.take(way, pipe), onclose: (closed) => this.give(way, closed) });
  }

  private take(way: keyof Ways, pipe: Pipe): void {
    this.dropAllBut(way);
    this.memory.tunnelled = way === 'tunnel';
    this.openedAt = performance.now();
    this.readyState = OPEN;
    hear(pipe, {
      onmessage: (event) => {
        this.heard = true;
        this.onmessage?.(event);
      },
      onclose: (closed) => this.end(closed),
    });
    this.onopen?.();
  }

  /** A way did not open. */
  private give(way: keyof Ways, closed: Closed): void {
    this.pipes.delete(way);
    if (this.patience !== null) {
      // Refused outright: no need to wait until it would have been too late.
      this.stopWaiting();
      this.try('tunnel');
    } else if (this.pipes.size === 0) this.end(closed);
  }

  private dropAllBut(taken: keyof Ways | null): void {
    this.stopWaiting();
    for (const [way, pipe] of this.pipes) {
      if (way === taken) continue;
      this.pipes.delete(way);
      hear(pipe, { onopen: null, onclose: null });
      pipe.close();
    }
  }

  private stopWaiting(): void {
    if (this.patience !== null) clearTimeout(this.patience);
    this.patience = null;
  }

  private end(closed: Closed): void {
    if (this.readyState === CLOSED) return;
    this.readyState = CLOSED;
    if (closed.code === BROKEN) this.onerror?.({ type: 'error' });
    this.onclose?.(closed);
  }
}

/** The provider knows no listeners, so neither has the tunnel. */
const hear = (pipe: Pipe, handlers: Partial<Pick<Pipe, 'onopen' | 'onmessage' | 'onclose'>>): void =>
  void Object.assign(pipe, handlers);

/** A pipe whose code is still on its way: most pages never need it. */
class LatePipe implements Pipe {
  binaryType = 'arraybuffer';
  onopen: Pipe['onopen'] = null;
  onmessage: Pipe['onmessage'] = null;
  onclose: Pipe['onclose'] = null;
  private pipe: Pipe | null = null;
  private isClosed = false;

  constructor(load: Promise<Pipe>) {
    load.then(
      (pipe) => this.begin(pipe),
      () => this.onclose?.({ code: BROKEN, reason: '' }),
    );
  }

  send(frame: Uint8Array): void {
    this.pipe?.send(frame);
  }

  close(code?: number, reason?: string): void {
    this.isClosed = true;
    this.pipe?.close(code, reason);
  }

  private begin(pipe: Pipe): void {
    this.pipe = pipe;
    if (this.isClosed) return pipe.close();
    hear(pipe, {
      onopen: () => this.onopen?.(),
      onmessage: (event) => this.onmessage?.(event),
      onclose: (closed) => this.onclose?.(closed),
    });
  }
}

const WAYS: Ways = {
  // A browser's own socket has all of it; its handlers are typed for events with more in them.
  webSocket: (url) => new WebSocket(url) as unknown as Pipe,
  tunnel: (url) => new LatePipe(import('./open-tunnel.ts').then(({ openTunnel }) => openTunnel(url))),
};

const memory = new NetworkMemory();

/** What a page gives the stock provider in place of WebSocket. */
export class PageSocket extends TunnellingSocket {
  constructor(url: string) {
    super(url, WAYS, memory);
  }
}
