import Sqlite from 'better-sqlite3';
import { Kysely, PostgresDialect, SqliteDialect, type Transaction as KyselyTransaction } from 'kysely';
import { Migrator, type Migration } from 'kysely/migration';
import { Pool } from 'pg';
import { KeptStatements } from './kept-statements.ts';
import { session } from './migrations/0001-session.ts';
import { leading } from './migrations/0002-leading.ts';
import { ballots } from './migrations/0003-ballots.ts';
import { history } from './migrations/0004-history.ts';
import { options } from './migrations/0005-options.ts';
import { plenary } from './migrations/0006-plenary.ts';
import { discussion } from './migrations/0007-discussion.ts';
import { reportHistory } from './migrations/0008-report-history.ts';
import { seal } from './migrations/0009-seal.ts';
import { plenaryPurge } from './migrations/0010-plenary-purge.ts';
import type { Schema } from './schema.ts';

const migrations = (kind: DatabaseLocation['kind']): Record<string, Migration> => ({
  '0001-session': session(kind),
  '0002-leading': leading(kind),
  '0003-ballots': ballots,
  '0004-history': history,
  '0005-options': options(kind),
  '0006-plenary': plenary(kind),
  '0007-discussion': discussion(kind),
  '0008-report-history': reportHistory,
  '0009-seal': seal(kind),
  '0010-plenary-purge': plenaryPurge(kind),
});

/** What writes are made with; only `Database.transaction` hands one out. */
export type Transaction = KyselyTransaction<Schema> & { readonly afterCommit: (hook: () => void) => void };

/** Where rows lie: a file of SQLite or a Postgres address. */
export type DatabaseLocation = { kind: 'sqlite'; path: string } | { kind: 'postgres'; url: string };

/**
 * The session truth. Reads go through `query`; writes through `transaction`, whose `afterCommit` hooks run only once
 * the rows are on disk, so that no event ever speaks of something that was rolled back.
 */
export class Database implements AsyncDisposable {
  readonly kind: DatabaseLocation['kind'];
  readonly query: Kysely<Schema>;
  readonly #sqlite: Sqlite.Database | null;
  #tail: Promise<unknown> = Promise.resolve();

  private constructor(kind: DatabaseLocation['kind'], query: Kysely<Schema>, sqlite: Sqlite.Database | null) {
    this.kind = kind;
    this.query = query;
    this.#sqlite = sqlite;
  }

  /** Opens and migrates; throws when the place cannot be reached or a migration fails. */
  static async open(location: DatabaseLocation): Promise<Database> {
    let sqlite: Sqlite.Database | null = null;
    let statements: KeptStatements | null = null;
    let query: Kysely<Schema>;
    if (location.kind === 'sqlite') {
      sqlite = new Sqlite(location.path);
      sqlite.pragma('journal_mode = WAL');
      sqlite.pragma('synchronous = FULL');
      // Off until tables are as they should be: one that is made anew would else take with it what refers to it.
      sqlite.pragma('foreign_keys = OFF');
      sqlite.pragma('secure_delete = ON');
      sqlite.pragma('busy_timeout = 5000');
      statements = new KeptStatements(sqlite);
      query = new Kysely<Schema>({ dialect: new SqliteDialect({ database: statements }) });
    } else {
      const pool = new Pool({ connectionString: location.url, max: 8 });
      // An idle connection that the database ends (it restarts) is replaced at the next query, which also meets what
      // is wrong if anything is; unheard, the loss would end the whole process.
      pool.on('error', () => undefined);
      query = new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) });
    }
    const migrator = new Migrator({ db: query, provider: { getMigrations: async () => migrations(location.kind) } });
    const { error } = await migrator.migrateToLatest();
    if (error !== undefined) {
      await query.destroy();
      throw error instanceof Error ? error : new Error('a migration failed', { cause: error });
    }
    sqlite?.pragma('foreign_keys = ON');
    statements?.keep();
    return new Database(location.kind, query, sqlite);
  }

  /**
   * Runs `work` in one transaction. Hooks given to `afterCommit` run in order after the commit and never after a
   * rollback; the transaction refuses queries once it has ended. Transactions of one process run one after another:
   * rules like "budget left" and "ballot still open" need no row locks then. For that very reason `work` must never
   * wait for another transaction, nor for `query`: it would wait for itself.
   */
  transaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    const run = this.#tail.then(async () => {
      const hooks: (() => void)[] = [];
      const value = await this.query.transaction().execute(async (inner) => {
        const tx = Object.assign(inner, { afterCommit: (hook: () => void) => void hooks.push(hook) }) as Transaction;
        return work(tx);
      });
      runAll(hooks);
      return value;
    });
    this.#tail = run.catch(() => undefined);
    return run;
  }

  /** Rejects when the database cannot answer. */
  async ping(): Promise<void> {
    await this.query.selectFrom('setting').select('name').limit(1).execute();
  }

  /** After a purge nothing of the rows may remain in free pages or in the write-ahead log. */
  truncateLog(): void {
    this.#sqlite?.pragma('wal_checkpoint(TRUNCATE)');
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#tail;
    await this.query.destroy();
  }
}

/** A hook that fails takes the later ones not with it: they speak of rows that are on disk all the same. */
const runAll = (hooks: readonly (() => void)[]): void => {
  const faults: unknown[] = [];
  for (const hook of hooks) {
    try {
      hook();
    } catch (fault) {
      faults.push(fault);
    }
  }
  if (faults.length > 0) throw new AggregateError(faults, 'committed, but not everybody could be told');
};
