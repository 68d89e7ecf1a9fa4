import { createServer, request, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';

/** What a network may do with a WebSocket it does not like. */
export type Wall = 'refuse' | 'swallow';

/** A venue's network between a browser and the product: HTTP passes, no WebSocket does. */
export class BlockingProxy implements AsyncDisposable {
  readonly url: string;
  /** WebSockets that were tried. */
  readonly tried: string[];
  readonly #server: Server;
  readonly #swallowed: ReadonlySet<Duplex>;

  private constructor(server: Server, tried: string[], swallowed: ReadonlySet<Duplex>) {
    this.#server = server;
    this.tried = tried;
    this.#swallowed = swallowed;
    this.url = `http://localhost:${(server.address() as AddressInfo).port}`;
  }

  static async before(target: string, wall: Wall): Promise<BlockingProxy> {
    const tried: string[] = [];
    const swallowed = new Set<Duplex>();
    const server = createServer((incoming, answer) => pass(target, incoming, answer));
    server.on('upgrade', ({ url = '' }: IncomingMessage, socket: Duplex) => {
      tried.push(url.split('?', 1)[0] ?? '');
      socket.on('error', () => undefined);
      if (wall === 'refuse') {
        socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
        return;
      }
      swallowed.add(socket);
      socket.on('close', () => swallowed.delete(socket));
      socket.resume();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return new BlockingProxy(server, tried, swallowed);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const closed = new Promise((resolve) => this.#server.close(resolve));
    this.#server.closeAllConnections();
    for (const socket of this.#swallowed) socket.destroy();
    await closed;
  }
}

/** Hands a request on as it is, its `Host` included: to the product the proxy's address is its own. */
const pass = (target: string, incoming: IncomingMessage, answer: ServerResponse): void => {
  const { method, headers, url } = incoming;
  const onward = request(target + (url ?? '/'), { method, headers }, (response) => {
    answer.writeHead(response.statusCode ?? 502, response.headers);
    response.pipe(answer);
  });
  onward.on('error', () => answer.destroy());
  // A page that leaves ends its long poll.
  answer.on('close', () => onward.destroy());
  incoming.pipe(onward);
};
