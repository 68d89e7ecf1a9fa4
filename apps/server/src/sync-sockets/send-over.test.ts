import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { WebSocket, WebSocketServer } from 'ws';
import { describe, expect, test } from 'vitest';
import { sendOver } from './send-over.ts';
import type { Send } from './sync-connection.ts';

/** A client of `ws` and how the server sends to it. */
const pipe = async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const sockets = new WebSocketServer({ noServer: true, perMessageDeflate: false });
  const { promise, resolve } = Promise.withResolvers<{ webSocket: WebSocket; send: Send }>();
  server.on('upgrade', (request, socket: Duplex, head) =>
    sockets.handleUpgrade(request, socket, head, (webSocket) =>
      resolve({ webSocket, send: sendOver(webSocket, socket) }),
    ),
  );
  const client = new WebSocket(`ws://127.0.0.1:${(server.address() as AddressInfo).port}`);
  const messages: Buffer[] = [];
  client.on('message', (data: Buffer) => messages.push(data));
  const { webSocket, send } = await promise;
  return {
    webSocket,
    send,
    messages,
    /** Closes from the server's side; resolves with the code when everything has arrived. */
    close: async (): Promise<number> => {
      const closed = once(client, 'close');
      webSocket.close(4400, 'enough');
      const [code] = (await closed) as [number];
      server.close();
      return code;
    },
  };
};

const bytes = (length: number): Uint8Array => new Uint8Array(length).map((_, at) => at % 251);

describe('sending below ws', () => {
  test.each([[true], [false]])('brings messages of every length whole and in order (shared: %s)', async (shared) => {
    const { send, messages, close } = await pipe();
    const sent = [0, 1, 125, 126, 65_535, 65_536, 300_000].map(bytes);
    send(sent, shared);
    send([bytes(3)], shared);
    expect(await close()).toBe(4400);
    expect(messages.map(({ length }) => length)).toEqual([...sent.map(({ length }) => length), 3]);
    for (const [index, message] of sent.entries()) expect(messages[index]?.equals(message)).toBe(true);
  });

  test('gives the next list its own bytes', async () => {
    const { send, messages, close } = await pipe();
    const [one, other] = [[bytes(5)], [bytes(7)]];
    for (const list of [one, one, other, one]) send(list, true);
    await close();
    expect(messages.map(({ length }) => length)).toEqual([5, 5, 7, 5]);
  });

  test('sends nothing after a good-bye, and lies between the words of ws in order', async () => {
    const { webSocket, send, messages, close } = await pipe();
    send([bytes(1)], true);
    webSocket.send(bytes(2));
    send([bytes(3)], false);
    const closed = close();
    send([bytes(4)], true);
    expect(await closed).toBe(4400);
    expect(messages.map(({ length }) => length)).toEqual([1, 2, 3]);
  });
});
