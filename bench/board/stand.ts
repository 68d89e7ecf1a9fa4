import { readFile } from 'node:fs/promises';
import { createServer, request, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { extname, join, normalize } from 'node:path';
import type { Duplex } from 'node:stream';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

const KINDS: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};
const TEXTS = new Set(['.html', '.js', '.css', '.json', '.svg']);

export type StandOptions = {
  /** The built page. */
  folder: string;
  /** The file every address without a file answers with. */
  page: string;
  /** More files by folder, for what a package wants to load by address. */
  others?: Readonly<Record<string, string>>;
  /** Answers what is no file of the build: the product's own server. */
  behind?: string;
};

/** Serves a built page the same way for every contender: from memory, with gzip. */
export class Stand implements AsyncDisposable {
  readonly url: string;
  /** Texts by address that stand in no folder. */
  readonly given = new Map<string, string>();
  readonly #server: Server;
  readonly #pipes = new Set<Socket | Duplex>();

  private constructor(server: Server) {
    this.#server = server;
    this.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  static async start({ folder, page, others = {}, behind }: StandOptions): Promise<Stand> {
    const known = new Map<string, { kind: string; body: Buffer; zipped: boolean } | null>();
    const read = async (path: string): Promise<{ kind: string; body: Buffer; zipped: boolean } | null> => {
      const before = known.get(path);
      if (before !== undefined) return before;
      const prefix = Object.keys(others).find((one) => path.startsWith(one));
      const file = prefix === undefined ? join(folder, path) : join(others[prefix] ?? '', path.slice(prefix.length));
      const ending = extname(file);
      const plain = await readFile(file).catch(() => null);
      const zipped = TEXTS.has(ending);
      const found = plain && {
        kind: KINDS[ending] ?? 'application/octet-stream',
        body: zipped ? await promisify(gzip)(plain) : plain,
        zipped,
      };
      known.set(path, found);
      return found;
    };
    const server = createServer((asked, answer) => {
      const path = normalize(new URL(asked.url ?? '/', 'http://here').pathname);
      const serve = async (): Promise<void> => {
        const given = stand.given.get(path);
        if (given !== undefined) {
          answer.writeHead(200, { 'content-type': 'application/json' });
          return void answer.end(given);
        }
        const isApi = /^\/(api|live|sync|readyz)\b/.test(path);
        if (isApi && behind !== undefined) return pass(asked, answer, behind);
        const found = isApi ? null : ((extname(path) === '' ? null : await read(path)) ?? (await read(`/${page}`)));
        if (found === null || (extname(path) !== '' && (await read(path)) === null)) {
          answer.writeHead(404);
          return void answer.end();
        }
        answer.writeHead(200, {
          'content-type': found.kind,
          ...(found.zipped && { 'content-encoding': 'gzip' }),
          'cache-control': 'no-store',
        });
        answer.end(found.body);
      };
      serve().catch(() => answer.destroy());
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const stand = new Stand(server);
    if (behind !== undefined) server.on('upgrade', (asked, socket, head) => stand.#tunnel(asked, socket, head, behind));
    return stand;
  }

  /** A WebSocket to what stands behind, byte for byte. */
  #tunnel(asked: IncomingMessage, socket: Duplex, head: Buffer, behind: string): void {
    const { hostname, port } = new URL(behind);
    const inner = connect(Number(port), hostname, () => {
      const lines = [`${asked.method} ${asked.url} HTTP/1.1`];
      for (let at = 0; at < asked.rawHeaders.length; at += 2) {
        lines.push(`${asked.rawHeaders[at]}: ${asked.rawHeaders[at + 1]}`);
      }
      inner.write(`${lines.join('\r\n')}\r\n\r\n`);
      inner.write(head);
      socket.pipe(inner).pipe(socket);
    });
    for (const [one, other] of [
      [socket, inner],
      [inner, socket],
    ] as const) {
      this.#pipes.add(one);
      one.on('error', () => other.destroy());
      one.on('close', () => {
        this.#pipes.delete(one);
        other.destroy();
      });
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const pipe of this.#pipes) pipe.destroy();
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}

const pass = (asked: IncomingMessage, answer: ServerResponse, behind: string): void => {
  const inner = request(
    behind + (asked.url ?? ''),
    { method: asked.method ?? 'GET', headers: asked.headers },
    (got) => {
      answer.writeHead(got.statusCode ?? 502, got.headers);
      got.pipe(answer);
    },
  );
  inner.on('error', () => answer.destroy());
  asked.pipe(inner);
};
