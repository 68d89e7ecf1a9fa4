import type Sqlite from 'better-sqlite3';
import type { SqliteDatabase } from 'kysely';

/** Statements kept compiled: lists of different length make different ones, so there is no end to them. */
const MOST_KEPT = 500;

/**
 * A SQLite handle for Kysely, whose driver has every statement compiled anew: that and the function that makes rows of
 * it were a quarter of the time of a query. Nothing is kept before `keep`, so that migrations may change tables: a
 * compiled `select *` knows the columns there were.
 */
export class KeptStatements implements SqliteDatabase {
  readonly #sqlite: Sqlite.Database;
  readonly #kept = new Map<string, Sqlite.Statement<readonly unknown[]>>();
  #keeps = false;

  constructor(sqlite: Sqlite.Database) {
    this.#sqlite = sqlite;
  }

  /** From here on tables stay as they are. */
  keep(): void {
    this.#keeps = true;
  }

  prepare(sql: string): Sqlite.Statement<readonly unknown[]> {
    const known = this.#kept.get(sql);
    if (known !== undefined) return known;
    const statement = this.#sqlite.prepare<readonly unknown[]>(sql);
    if (!this.#keeps) return statement;
    const [oldest] = this.#kept.keys();
    if (this.#kept.size >= MOST_KEPT && oldest !== undefined) this.#kept.delete(oldest);
    this.#kept.set(sql, statement);
    return statement;
  }

  close(): void {
    this.#kept.clear();
    this.#sqlite.close();
  }
}
