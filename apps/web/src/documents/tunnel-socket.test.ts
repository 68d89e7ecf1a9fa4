import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { NetworkMemory, TunnellingSocket } from './tunnel-socket.ts';

/** One end of a pipe whose network the test plays. */
class Pipe {
  binaryType = 'blob';
  onopen: (() => void) | null = null;
  onmessage: ((event: { data: ArrayBuffer }) => void) | null = null;
  onclose: ((event: { code: number; reason: string }) => void) | null = null;
  readonly sent: Uint8Array[] = [];
  closed = false;

  send(frame: Uint8Array): void {
    this.sent.push(frame);
  }

  close(): void {
    this.closed = true;
  }
}

let memory: NetworkMemory;
beforeEach(() => {
  vi.useFakeTimers();
  memory = new NetworkMemory();
});
afterEach(() => void vi.useRealTimers());

const open = () => {
  const tried = { webSocket: [] as Pipe[], tunnel: [] as Pipe[] };
  const way = (name: 'webSocket' | 'tunnel') => (): Pipe => {
    const pipe = new Pipe();
    tried[name].push(pipe);
    return pipe;
  };
  const socket = new TunnellingSocket(
    'ws://127.0.0.1/sync/board.g1',
    { webSocket: way('webSocket'), tunnel: way('tunnel') },
    memory,
  );
  const happened: string[] = [];
  Object.assign(socket, {
    onopen: () => happened.push('open'),
    onmessage: ({ data }: { data: ArrayBuffer }) => happened.push(`message of ${data.byteLength}`),
    onclose: ({ code }: { code: number }) => happened.push(`close ${code}`),
  });
  return { socket, tried, happened };
};

test('a WebSocket that opens is taken, and the tunnel is not tried', () => {
  const { socket, tried, happened } = open();
  tried.webSocket[0]?.onopen?.();
  socket.send(new Uint8Array(3));
  tried.webSocket[0]?.onmessage?.({ data: new ArrayBuffer(4) });
  vi.advanceTimersByTime(60_000);
  expect(tried.webSocket[0]?.sent).toEqual([new Uint8Array(3)]);
  expect(tried.tunnel).toEqual([]);
  tried.webSocket[0]?.onclose?.({ code: 4403, reason: '' });
  expect(happened).toEqual(['open', 'message of 4', 'close 4403']);
});

test('one that hangs is given three seconds', () => {
  const { socket, tried, happened } = open();
  vi.advanceTimersByTime(2_999);
  expect(tried.tunnel).toHaveLength(0);
  vi.advanceTimersByTime(1);
  tried.tunnel[0]?.onopen?.();
  expect(tried.webSocket[0]?.closed).toBe(true);
  socket.send(new Uint8Array(2));
  expect(tried.tunnel[0]?.sent).toEqual([new Uint8Array(2)]);
  expect(tried.webSocket[0]?.sent).toEqual([]);
  tried.tunnel[0]?.onclose?.({ code: 1006, reason: '' });
  expect(happened).toEqual(['open', 'close 1006']);
});

test('one that is late is still taken before the tunnel has opened', () => {
  const { tried, happened } = open();
  vi.advanceTimersByTime(3_000);
  tried.webSocket[0]?.onopen?.();
  expect(tried.tunnel[0]?.closed).toBe(true);
  expect(happened).toEqual(['open']);
});

test('one that is refused is not waited for', () => {
  const { tried, happened } = open();
  tried.webSocket[0]?.onclose?.({ code: 1006, reason: '' });
  expect(tried.tunnel).toHaveLength(1);
  tried.tunnel[0]?.onclose?.({ code: 1006, reason: '' });
  expect(happened).toEqual(['close 1006']);
  vi.advanceTimersByTime(60_000);
  expect(tried.tunnel).toHaveLength(1);
});

test('after the tunnel both are tried at once, after a WebSocket it alone', () => {
  const first = open();
  vi.advanceTimersByTime(3_000);
  first.tried.tunnel[0]?.onopen?.();
  const second = open();
  expect(second.tried.tunnel).toHaveLength(1);
  second.tried.webSocket[0]?.onopen?.();
  expect(second.tried.tunnel[0]?.closed).toBe(true);
  expect(open().tried.tunnel).toHaveLength(0);
});

test('a WebSocket through which nothing comes is not tried again', () => {
  const { socket, tried } = open();
  tried.webSocket[0]?.onopen?.();
  vi.advanceTimersByTime(30_000);
  socket.close();
  const next = open();
  expect(next.tried.webSocket).toHaveLength(0);
  expect(next.tried.tunnel).toHaveLength(1);
});

test('a page that leaves at once has learned nothing', () => {
  const { socket, tried } = open();
  tried.webSocket[0]?.onopen?.();
  socket.close();
  expect(open().tried.webSocket).toHaveLength(1);
});

test('closing while it connects ends every try', () => {
  const { socket, tried, happened } = open();
  vi.advanceTimersByTime(3_000);
  socket.close();
  expect([tried.webSocket[0]?.closed, tried.tunnel[0]?.closed]).toEqual([true, true]);
  tried.webSocket[0]?.onopen?.();
  expect(happened).toEqual(['close 1006']);
});
