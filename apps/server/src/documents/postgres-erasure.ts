import { Client } from 'pg';

/** Holds a row while deleted bytes may still lie in the files: how often something was deleted since they were written. */
export const ERASURE_TABLE = `CREATE TABLE IF NOT EXISTS document_erasure (one boolean PRIMARY KEY, times integer NOT NULL)`;

/** To be done in the transaction that deletes: a crash must find it. */
export const noteErasure = async (client: Client): Promise<void> => {
  await client.query(
    `INSERT INTO document_erasure AS e (one, times) VALUES (true, 1)
     ON CONFLICT (one) DO UPDATE SET times = e.times + 1`,
  );
};

export type PostgresErasureOptions = {
  url: string;
  /** Tables from which rows were deleted. */
  tables: readonly string[];
  /** Told after each try; `error` when it has to be made again. */
  onErased: (error?: unknown) => void;
};

const SOON_MS = 1_000;
const LEAST_MS = 60_000;
const LONGEST_MS = 3_600_000;
/** Whoever stands in the way (a backup) must not keep writers waiting behind us. */
const LIMITS = `SET lock_timeout = '2s'; SET statement_timeout = '30s'`;

/**
 * Takes deleted bytes out of the files of PostgreSQL. Deleting only marks rows, and a plain VACUUM frees their room
 * without writing over it, so the tables are written anew (`VACUUM FULL`; some 100 ms for ten megabytes, during which
 * records wait). Many erasures share one: soon after the first, then at most once a minute. The journal of the
 * database, its replicas and backups are beyond the product's reach (docs/deploy.md).
 */
export class PostgresErasure {
  readonly #options: PostgresErasureOptions;
  #timer: NodeJS.Timeout | null = null;
  #running: Promise<void> | null = null;
  #owed = false;
  #closed = false;
  #lastAt = Number.NEGATIVE_INFINITY;
  #retryMs = LEAST_MS;

  constructor(options: PostgresErasureOptions) {
    this.#options = options;
  }

  /** Something was deleted that must not stay readable. */
  owe(): void {
    this.#owed = true;
    this.#arm(Math.max(SOON_MS, this.#lastAt + LEAST_MS - performance.now()));
  }

  /** Waits for what is under way; what is still owed stays owed. */
  async close(): Promise<void> {
    this.#closed = true;
    if (this.#timer !== null) clearTimeout(this.#timer);
    await this.#running;
  }

  #arm(ms: number): void {
    if (this.#closed || this.#timer !== null || this.#running !== null) return;
    this.#timer = setTimeout(() => {
      this.#timer = null;
      this.#running = this.#run().finally(() => {
        this.#running = null;
        if (this.#owed) this.#arm(this.#retryMs);
      });
    }, ms);
    // It must not keep a process alive that has nothing else to do.
    this.#timer.unref();
  }

  async #run(): Promise<void> {
    this.#lastAt = performance.now();
    this.#owed = false;
    try {
      await this.#rewrite();
      this.#retryMs = LEAST_MS;
      this.#options.onErased();
    } catch (error) {
      this.#owed = true;
      this.#retryMs = Math.min(LONGEST_MS, this.#retryMs * 2);
      this.#options.onErased(error);
    }
  }

  async #rewrite(): Promise<void> {
    const client = new Client({ connectionString: this.#options.url, connectionTimeoutMillis: 5_000 });
    client.on('error', () => undefined);
    await client.connect();
    try {
      await client.query(LIMITS);
      const { rows } = await client.query<{ times: number }>('SELECT times FROM document_erasure');
      for (const table of this.#options.tables) await client.query(`VACUUM (FULL) ${table}`);
      // Unless something was deleted meanwhile: its own turn comes.
      await client.query('DELETE FROM document_erasure WHERE times = $1', [rows[0]?.times ?? 0]);
    } finally {
      await client.end();
    }
  }
}
