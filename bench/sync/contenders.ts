import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bare, hocuspocus, rapport, ySocketIo, yWebsocket, type Dialect } from './dialects.ts';
import type { Room } from './load.ts';
import { RapportServer } from './rapport-server.ts';
import { ServerProcess } from './server-process.ts';

/** A server under test, and how to speak to it. */
export type Contender = {
  dialect: Dialect;
  /** Whether it keeps documents over a restart. */
  keeps: boolean;
  start(nodeFlags?: readonly string[]): Promise<Running>;
};

export type Running = AsyncDisposable & {
  /** Another one after a restart. */
  readonly process: ServerProcess;
  rooms(sizes: readonly number[]): Promise<Room[]>;
  /** Kills it and starts it again with the same data. */
  restart(): Promise<void>;
};

const here = dirname(fileURLToPath(import.meta.url));

/** A server without people of its own: whoever names a room is in it. */
class OpenServer implements Running {
  process: ServerProcess;
  private readonly startOn: (port?: number) => Promise<ServerProcess>;
  private readonly folder: string;

  constructor(process: ServerProcess, startOn: (port?: number) => Promise<ServerProcess>, folder: string) {
    this.process = process;
    this.startOn = startOn;
    this.folder = folder;
  }

  rooms(sizes: readonly number[]): Promise<Room[]> {
    return Promise.resolve(
      sizes.map((size, index) => ({ name: `room${index}`, tokens: Array.from({ length: size }, () => '') })),
    );
  }

  async restart(): Promise<void> {
    const { port } = this.process;
    await this.process.end();
    this.process = await this.startOn(port);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.process.end();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

const open = (
  script: string,
  dialect: Dialect,
  {
    env = () => ({}),
    keeps = false,
  }: {
    env?: (folder: string) => Record<string, string>;
    keeps?: boolean;
  } = {},
): Contender => ({
  dialect,
  keeps,
  start: async (nodeFlags = []) => {
    const folder = mkdtempSync(join(tmpdir(), 'rapport-bench-'));
    const startOn = (port?: number): Promise<ServerProcess> =>
      ServerProcess.start({ script, ready: /ready/, nodeFlags, env: env(folder), ...(port !== undefined && { port }) });
    return new OpenServer(await startOn(), startOn, folder);
  },
});

class Product implements Running {
  private readonly server: RapportServer;

  constructor(server: RapportServer) {
    this.server = server;
  }

  get process(): ServerProcess {
    return this.server.process;
  }

  rooms(sizes: readonly number[]): Promise<Room[]> {
    return this.server.seed(sizes);
  }

  restart(): Promise<void> {
    return this.server.restart();
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.server[Symbol.asyncDispose]();
  }
}

const servers = join(here, 'servers');
const hocuspocusScript = join(servers, 'hocuspocus.ts');

export const CONTENDERS = {
  rapport: {
    dialect: rapport,
    keeps: true,
    start: async (nodeFlags: readonly string[] = []) => new Product(await RapportServer.start(nodeFlags)),
  },
  'y-websocket-server': open(join(servers, 'y-websocket.ts'), yWebsocket),
  hocuspocus: open(hocuspocusScript, hocuspocus),
  'hocuspocus+sqlite': open(hocuspocusScript, hocuspocus, {
    env: (folder) => ({ STORE: join(folder, 'documents.sqlite') }),
    keeps: true,
  }),
  'y-socket.io': open(join(servers, 'y-socket-io.ts'), ySocketIo),
  relay: open(join(servers, 'relay.ts'), bare),
  'relay-10ms': open(join(servers, 'relay.ts'), bare, { env: () => ({ EVERY_MS: '10' }) }),
} satisfies Record<string, Contender>;

export type ContenderName = keyof typeof CONTENDERS;
