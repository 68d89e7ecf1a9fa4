import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DocumentId } from '@rapport/domain/document-id';
import type { SignedIn } from '@rapport/protocol/http';
import { createApp, type App, type AppParts } from '../app.ts';
import { readConfig } from '../config.ts';
import type { DatabaseLocation } from '../db/database.ts';
import { createLogger } from '../logger.ts';
import { HttpClient, must } from './http-client.ts';
import { LiveClient } from './live-client.ts';
import { SyncClient } from './sync-client.ts';

export const TEST_KEY = 'organiser-key-of-the-tests';

export type BootOptions = Omit<AppParts, 'logger'> & {
  /** A folder to keep over a restart; without it a new one is made and removed at the end. */
  dataDir?: string;
  /** Where rows lie, when not in SQLite in the folder. */
  database?: DatabaseLocation;
  /** Environment variables beyond those the harness sets. */
  env?: Record<string, string>;
};

/** The real app on a free port of 127.0.0.1, with clients to talk to it. Dispose of it at the end of the test. */
export class TestServer implements AsyncDisposable {
  readonly url: string;
  readonly dataDir: string;
  /** What the server would print for whoever started it. */
  readonly links: App['links'];
  /** Every line the server has logged, at level `trace`. */
  readonly logLines: string[];
  /** Signed in with the organiser key. */
  readonly organiser: HttpClient;
  /** Nobody. */
  readonly stranger: HttpClient;
  readonly #app: App;
  readonly #clients: Disposable[] = [];
  readonly #ownsFolder: boolean;

  constructor(options: {
    url: string;
    dataDir: string;
    ownsFolder: boolean;
    app: App;
    logLines: string[];
    organiserToken: string;
  }) {
    this.url = options.url;
    this.dataDir = options.dataDir;
    this.#ownsFolder = options.ownsFolder;
    this.#app = options.app;
    this.links = options.app.links;
    this.logLines = options.logLines;
    this.organiser = this.http(options.organiserToken);
    this.stranger = new HttpClient(this.url);
  }

  http(token: string): HttpClient {
    return new HttpClient(this.url, token);
  }

  /** Signs in with a personal code. */
  async signIn(joinCode: string): Promise<SignedIn> {
    return must(this.stranger.post<SignedIn>('/api/sessions', { joinCode }));
  }

  /** A live socket, closed with the server. */
  async live(token: string, options?: Parameters<typeof LiveClient.connect>[2]): Promise<LiveClient> {
    const client = await LiveClient.connect(this.url, token, options);
    this.#clients.push(client);
    return client;
  }

  /** A stock sync client, closed with the server. */
  sync(token: string | null, documentId: DocumentId): SyncClient {
    const client = new SyncClient(this.url, token, documentId);
    this.#clients.push(client);
    return client;
  }

  /** Stops the server, gracefully, and leaves the data. */
  async stop(): Promise<void> {
    for (const client of this.#clients.splice(0)) client[Symbol.dispose]();
    await this.#app[Symbol.asyncDispose]();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.stop();
    if (this.#ownsFolder) await rm(this.dataDir, { recursive: true, force: true });
  }
}

/** Boots the app; `TestServer.dataDir` given to a second boot after `stop` is a restart. */
export const bootServer = async (options: BootOptions = {}): Promise<TestServer> => {
  const { dataDir: kept, database, env, ...parts } = options;
  const dataDir = kept ?? (await mkdtemp(join(tmpdir(), 'rapport-test-')));
  const logLines: string[] = [];
  const logger = createLogger('trace', { write: (line) => void logLines.push(line) });
  const config = readConfig({ PORT: '0', DATA_DIR: dataDir, ORGANISER_KEY: TEST_KEY, ...env });
  if (database?.kind === 'postgres') config.database = database;
  const app = await createApp(config, { logger, ...parts });
  const url = await app.listen();
  const { token } = await must(new HttpClient(url).post<SignedIn>('/api/sessions', { organiserKey: TEST_KEY }));
  return new TestServer({ url, dataDir, ownsFolder: kept === undefined, app, logLines, organiserToken: token });
};
