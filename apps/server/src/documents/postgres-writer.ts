import { Client, DatabaseError } from 'pg';

export type PostgresWriterOptions = {
  url: string;
  /** How long to wait at start for another server to go, ms. */
  patienceMs?: number;
  /** A statement without an answer for so long, ms, means that the way to the database is broken, unheard of. */
  answerMs?: number;
  /** First thing on every connection that has the lock; when it throws, the connection is given up. */
  greet: (client: Client) => Promise<void>;
  /** Told when the connection is lost and when there is one again. */
  onConnected: (connected: boolean, error?: unknown) => void;
};

/** Somebody else writes here; `code` is for whoever explains a start that failed. */
class DocumentsTaken extends Error {
  readonly code = 'DOCUMENTS_TAKEN';
}

/** Thrown by work that will not be done; the connection is none the worse. */
export class WriteRefused extends Error {}

const CONNECT_MS = 5_000;
const ANSWER_MS = 20_000;
/** A host that died is noticed by the database after 14 s, see SETTINGS. */
const PATIENCE_MS = 20_000;
const LOCK_EVERY_MS = 250;
const REVIVE_FROM_MS = 100;
const REVIVE_TO_MS = 5_000;

/**
 * The lock that says whose documents these are, one for each database and schema. It belongs to a connection, so it
 * goes with it: what an older connection has still under way is over before the next one has the lock.
 */
const LOCK = "1382117488, hashtext(coalesce(current_schema(), ''))";
const SETTINGS = `
  SET tcp_keepalives_idle = 5; SET tcp_keepalives_interval = 3; SET tcp_keepalives_count = 3;
  SELECT set_config('synchronous_commit', 'on', false) WHERE current_setting('synchronous_commit') = 'off'`;

/**
 * The one connection that writes documents to PostgreSQL. Work on it happens one after the other; a connection that is
 * lost is replaced, also while nobody writes. Two servers never write the same documents: the second waits, then gives
 * up. It needs a session of its own, so no pooler that shares sessions by transaction may stand in between.
 */
export class PostgresWriter implements AsyncDisposable {
  readonly #options: PostgresWriterOptions;
  #client: Client | null = null;
  #connecting: Promise<Client> | null = null;
  #tail: Promise<unknown> = Promise.resolve();
  /** Of the last connection there was. */
  #pid: number | null = null;
  #reviving: NodeJS.Timeout | null = null;
  #reviveMs = REVIVE_FROM_MS;
  #opened = false;
  #closed = false;

  constructor(options: PostgresWriterOptions) {
    this.#options = options;
  }

  /** Connects for the first time; rejects when that cannot be, or when another server has the documents. */
  async open(): Promise<void> {
    await this.#connected();
    this.#opened = true;
  }

  get connected(): boolean {
    return this.#client !== null;
  }

  /** Runs `work` when everything asked for before is done; rejects when there is no connection or it is lost meanwhile. */
  run<T>(work: (client: Client) => Promise<T>): Promise<T> {
    const done = this.#tail.then(async () => {
      const client = await this.#connected();
      try {
        return await work(client);
      } catch (error) {
        if (leavesDoubt(error)) this.#lose(client, error);
        throw error;
      }
    });
    this.#tail = done.catch(() => undefined);
    return done;
  }

  /** `run` as one transaction. */
  transaction<T>(work: (client: Client) => Promise<T>): Promise<T> {
    return this.run(async (client) => {
      await client.query('BEGIN');
      try {
        const value = await work(client);
        await client.query('COMMIT');
        return value;
      } catch (error) {
        await client.query('ROLLBACK').catch((fault: unknown) => this.#lose(client, fault));
        throw error;
      }
    });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#tail;
    this.#closed = true;
    if (this.#reviving !== null) clearTimeout(this.#reviving);
    await this.#connecting?.catch(() => undefined);
    const client = this.#client;
    this.#client = null;
    await client?.end();
  }

  #connected(): Promise<Client> {
    if (this.#client !== null) return Promise.resolve(this.#client);
    if (this.#closed) return Promise.reject(new Error('the document log is closed'));
    this.#connecting ??= this.#connect().finally(() => (this.#connecting = null));
    return this.#connecting;
  }

  async #connect(): Promise<Client> {
    const client = new Client({
      connectionString: this.#options.url,
      connectionTimeoutMillis: CONNECT_MS,
      query_timeout: this.#options.answerMs ?? ANSWER_MS,
      keepAlive: true,
    });
    client.on('error', (error) => this.#lose(client, error));
    client.on('end', () => this.#lose(client, new Error('the database has ended the connection')));
    await client.connect();
    try {
      await client.query(SETTINGS);
      await this.#takeLock(client, Math.ceil((this.#options.patienceMs ?? PATIENCE_MS) / LOCK_EVERY_MS));
      await this.#options.greet(client);
      const { rows } = await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
      this.#pid = rows[0]?.pid ?? null;
    } catch (error) {
      client.end().catch(() => undefined);
      throw error;
    }
    this.#client = client;
    this.#reviveMs = REVIVE_FROM_MS;
    if (this.#opened) this.#options.onConnected(true);
    return client;
  }

  async #takeLock(client: Client, tries: number): Promise<void> {
    const { rows } = await client.query<{ taken: boolean }>(`SELECT pg_try_advisory_lock(${LOCK}) AS taken`);
    if (rows[0]?.taken === true) return;
    if (tries <= 1) {
      throw new DocumentsTaken('Another server uses the documents in this database. Stop it first.');
    }
    // Our own connection before, which the database does not know to be dead yet.
    if (this.#pid !== null) {
      await client.query(
        `SELECT pg_terminate_backend(pid) FROM pg_locks
         WHERE locktype = 'advisory' AND granted AND pid = $1 AND classid = 1382117488`,
        [this.#pid],
      );
    }
    await new Promise<void>((resolve) => setTimeout(resolve, LOCK_EVERY_MS));
    await this.#takeLock(client, tries - 1);
  }

  #lose(client: Client, error: unknown): void {
    if (this.#client !== client) return;
    this.#client = null;
    client.end().catch(() => undefined);
    if (this.#closed) return;
    this.#options.onConnected(false, error);
    this.#revive();
  }

  /** Asks for a new connection even when nobody writes: else a quiet server would stay unhealthy. */
  #revive(): void {
    if (this.#reviving !== null || this.#closed) return;
    this.#reviving = setTimeout(() => {
      this.#reviving = null;
      this.#connected().catch(() => this.#revive());
    }, this.#reviveMs);
    this.#reviveMs = Math.min(REVIVE_TO_MS, this.#reviveMs * 2);
  }
}

/** Class 57P: the database is being stopped, or ended a connection; 25006: it has become a read-only copy of another. */
export const endsConnection = (error: unknown): boolean =>
  error instanceof DatabaseError && (error.code?.startsWith('57P') === true || error.code === '25006');

/** Anything the database did not say itself leaves open what the connection is in the middle of. */
const leavesDoubt = (error: unknown): boolean =>
  endsConnection(error) || !(error instanceof DatabaseError || error instanceof WriteRefused);
