import { crc32 } from 'node:zlib';
import { type Client, DatabaseError, Pool } from 'pg';
import type { DocumentId } from '@rapport/domain/document-id';
import type { Claim } from '@rapport/sync/room';
import type { DocumentLog, LogRecord, Snapshot, StoredDocument } from './document-log.ts';
import { GroupCommit, type PendingRecord } from './group-commit.ts';
import { ERASURE_TABLE, noteErasure, PostgresErasure } from './postgres-erasure.ts';
import { endsConnection, PostgresWriter, WriteRefused, type PostgresWriterOptions } from './postgres-writer.ts';
import { readStoredRows, type StoredRow } from './stored-rows.ts';

export type PostgresLogOptions = Pick<PostgresWriterOptions, 'url' | 'patienceMs' | 'answerMs'> & {
  /** Says whose documents these are while the process lives; another one at every start. */
  owner: string;
  /** Brings documents from elsewhere in the transaction that begins the use of these. */
  takeOver?: (client: Client) => Promise<{ unclean: boolean }>;
  onHealth?: (healthy: boolean, error?: unknown) => void;
  /** Told after deleted bytes were taken out of the files, and with `error` when that has to be tried again. */
  onErased?: (error?: unknown) => void;
};

// EXTERNAL: edits are small and snapshots are read in a hurry; packing them costs more than it saves.
const TABLES = `
  CREATE TABLE IF NOT EXISTS document_record (
    document text NOT NULL, seq integer NOT NULL, bytes bytea NOT NULL, crc bigint NOT NULL,
    PRIMARY KEY (document, seq)
  );
  CREATE TABLE IF NOT EXISTS document_snapshot (
    document text NOT NULL, seq integer NOT NULL, bytes bytea NOT NULL, crc bigint NOT NULL,
    PRIMARY KEY (document, seq)
  );
  CREATE TABLE IF NOT EXISTS document_claim (
    document text NOT NULL, client bigint NOT NULL, proof text NOT NULL,
    PRIMARY KEY (document, client)
  );
  -- Holds a row while a server uses the documents; one that is found at start was left by a crash.
  CREATE TABLE IF NOT EXISTS document_use (owner text NOT NULL);
  ${ERASURE_TABLE};
  ALTER TABLE document_record ALTER COLUMN bytes SET STORAGE EXTERNAL;
  ALTER TABLE document_snapshot ALTER COLUMN bytes SET STORAGE EXTERNAL;`;

// All bytes travel as one parameter, and each row says where its own lie: one statement, prepared once, for any number
// of records. A statement is a transaction, so claims come with their records or not at all.
const claimsOf = (from: number): string => `
  INSERT INTO document_claim (document, client, proof)
  SELECT * FROM unnest($${from}::text[], $${from + 1}::bigint[], $${from + 2}::text[])
  ON CONFLICT DO NOTHING`;
const rowsOf = `
  SELECT document, seq, substring($3::bytea FROM start FOR length), crc
  FROM unnest($1::text[], $2::integer[], $4::integer[], $5::integer[], $6::bigint[])
    AS part (document, seq, start, length, crc)`;
const COMMIT = `
  WITH claims AS (${claimsOf(7)})
  INSERT INTO document_record (document, seq, bytes, crc) ${rowsOf}`;
/** For a batch of which some may be there already; gives how many now are as they should be. */
const COMMIT_AGAIN = `
  WITH claims AS (${claimsOf(7)})
  INSERT INTO document_record AS kept (document, seq, bytes, crc) ${rowsOf}
  ON CONFLICT (document, seq) DO UPDATE SET crc = excluded.crc WHERE kept.bytes = excluded.bytes`;
// One statement sees one moment: a snapshot that is stored meanwhile is there with its records gone, or not at all.
const LOAD = `
  SELECT 'snapshot' AS kind, seq::float8 AS number, bytes, crc::float8 AS crc, '' AS proof
  FROM document_snapshot WHERE document = $1
  UNION ALL SELECT 'record', seq, bytes, crc, '' FROM document_record WHERE document = $1
  UNION ALL SELECT 'claim', client, ''::bytea, 0, proof FROM document_claim WHERE document = $1`;

type LoadedRow = { kind: 'snapshot' | 'record' | 'claim'; number: number; bytes: Buffer; crc: number; proof: string };

const UNIQUE_VIOLATION = '23505';
const LOADING_CONNECTIONS = 4;
/** How often a call is made again on a new connection before its caller is told. */
const CALLS = 3;

/**
 * Documents in PostgreSQL. Records of all rooms share one statement at a time; while the database is away they wait
 * here, in order, and are written when it is back.
 */
export class PostgresLog implements DocumentLog {
  readonly #options: PostgresLogOptions;
  readonly #writer: PostgresWriter;
  readonly #readers: Pool;
  readonly #commits: GroupCommit;
  readonly #erasure: PostgresErasure;
  #unclean = false;
  #opened = false;
  #toldHealthy = true;

  private constructor(options: PostgresLogOptions) {
    this.#options = options;
    this.#writer = new PostgresWriter({
      ...options,
      greet: (client) => this.#greet(client),
      onConnected: (_connected, error) => this.#tellHealth(error),
    });
    this.#readers = new Pool({
      connectionString: options.url,
      max: LOADING_CONNECTIONS,
      connectionTimeoutMillis: 5_000,
      query_timeout: 20_000,
    });
    // An idle connection that the database ends is replaced at the next load.
    this.#readers.on('error', () => undefined);
    this.#commits = new GroupCommit({
      commit: (batch) => this.#commit(batch),
      onHealth: (_healthy, error) => this.#tellHealth(error),
    });
    this.#erasure = new PostgresErasure({
      url: options.url,
      tables: ['document_record', 'document_snapshot', 'document_claim'],
      onErased: (error) => options.onErased?.(error),
    });
  }

  /** Creates what is missing; rejects when the database cannot be reached or another server uses these documents. */
  static async open(options: PostgresLogOptions): Promise<PostgresLog> {
    const log = new this(options);
    try {
      await log.#writer.open();
      await log.#writer.transaction((client) => log.#startUse(client));
      log.#opened = true;
      return log;
    } catch (error) {
      await log.#end();
      throw error;
    }
  }

  get unclean(): boolean {
    return this.#unclean;
  }

  get healthy(): boolean {
    return this.#writer.connected && this.#commits.healthy;
  }

  async load(id: DocumentId): Promise<StoredDocument> {
    await this.#commits.settled(id);
    const { rows } = await this.#insist(() =>
      this.#readers.query<LoadedRow>({ name: 'load', text: LOAD, values: [id] }),
    );
    const ofKind = (kind: LoadedRow['kind']): StoredRow[] =>
      rows.filter((row) => row.kind === kind).map(({ number, bytes, crc }) => ({ seq: number, bytes, crc }));
    const claims = rows
      .filter((row) => row.kind === 'claim')
      .map(({ number, proof }): Claim => ({ client: number, proof }));
    return readStoredRows({ snapshots: ofKind('snapshot'), records: ofKind('record'), claims });
  }

  append(id: DocumentId, record: LogRecord): Promise<void> {
    return this.#commits.append({ document: id, ...record });
  }

  async snapshot(id: DocumentId, { seq, state }: Snapshot, { keepPrevious } = { keepPrevious: true }): Promise<void> {
    await this.#commits.settled(id);
    const crc = crc32(state);
    await this.#insist(() =>
      this.#writer.transaction(async (client) => {
        await client.query(
          `INSERT INTO document_snapshot (document, seq, bytes, crc) VALUES ($1, $2, $3, $4)
           ON CONFLICT (document, seq) DO UPDATE SET bytes = excluded.bytes, crc = excluded.crc`,
          [id, seq, state, crc],
        );
        const back = await client.query<{ bytes: Buffer }>(
          'SELECT bytes FROM document_snapshot WHERE document = $1 AND seq = $2',
          [id, seq],
        );
        const stored = back.rows[0]?.bytes;
        if (stored === undefined || crc32(stored) !== crc)
          throw new WriteRefused('the snapshot reads back differently');
        await client.query('DELETE FROM document_record WHERE document = $1 AND seq <= $2', [id, seq]);
        await client.query(
          `DELETE FROM document_snapshot WHERE document = $1 AND seq NOT IN
             (SELECT seq FROM document_snapshot WHERE document = $1 ORDER BY seq DESC LIMIT $2)`,
          [id, keepPrevious ? 2 : 1],
        );
        if (!keepPrevious) await noteErasure(client);
      }),
    );
    if (!keepPrevious) this.#erasure.owe();
  }

  async forgetClaims(id: DocumentId): Promise<void> {
    await this.#commits.settled(id);
    await this.#erase(id, ['document_claim']);
  }

  async purge(id: DocumentId): Promise<void> {
    await this.#commits.forget(id);
    await this.#erase(id, ['document_record', 'document_snapshot', 'document_claim']);
  }

  /** Writes what waits; rejects when some of it could not be written. */
  async [Symbol.asyncDispose](): Promise<void> {
    const written = await this.#commits.finish();
    await this.#erasure.close();
    if (written && this.#writer.connected) {
      // Else the next start only believes in a crash.
      await this.#writer.run((client) => client.query('DELETE FROM document_use')).catch(() => undefined);
    }
    await this.#end();
    if (!written) throw new Error(`${this.#commits.waiting} changes of documents could not be stored`);
  }

  async #end(): Promise<void> {
    await this.#erasure.close();
    await this.#writer[Symbol.asyncDispose]();
    await this.#readers.end();
  }

  async #greet(client: Client): Promise<void> {
    if (!this.#opened) {
      await client.query(TABLES);
      return;
    }
    // While we had no connection another server may have come, written and gone: what is in memory here is no longer
    // what the records continue.
    const { rows } = await client.query<{ owner: string }>('SELECT owner FROM document_use');
    if (rows[0]?.owner !== this.#options.owner) throw new Error('another server has taken these documents over');
  }

  async #startUse(client: Client): Promise<void> {
    const left = await client.query('DELETE FROM document_use');
    await client.query('INSERT INTO document_use (owner) VALUES ($1)', [this.#options.owner]);
    const imported = await this.#options.takeOver?.(client);
    this.#unclean = left.rowCount !== 0 || imported?.unclean === true;
    const owed = await client.query('SELECT FROM document_erasure');
    if (owed.rowCount !== 0) this.#erasure.owe();
  }

  async #commit(batch: readonly PendingRecord[]): Promise<void> {
    const values = commitValues(batch);
    try {
      await this.#writer.run((client) => client.query({ name: 'commit', text: COMMIT, values }));
    } catch (error) {
      if (!(error instanceof DatabaseError && error.code === UNIQUE_VIOLATION)) throw error;
      // Written before, and the answer was lost with its connection.
      await this.#writer.transaction(async (client) => {
        const { rowCount } = await client.query(COMMIT_AGAIN, values);
        if (rowCount !== batch.length) throw new WriteRefused('another record has this number');
      });
    }
  }

  async #erase(id: DocumentId, tables: readonly string[]): Promise<void> {
    await this.#insist(() =>
      this.#writer.transaction(async (client) => {
        for (const table of tables) await client.query(`DELETE FROM ${table} WHERE document = $1`, [id]);
        await noteErasure(client);
      }),
    );
    this.#erasure.owe();
  }

  /** Every call but a commit may be made twice without harm. */
  async #insist<T>(call: () => Promise<T>, calls = CALLS): Promise<T> {
    try {
      return await call();
    } catch (error) {
      // What the database says itself it will say again.
      if (calls <= 1 || (error instanceof DatabaseError && !endsConnection(error))) throw error;
      return this.#insist(call, calls - 1);
    }
  }

  /** The connection and what is written fail and recover apart; whoever listens hears of the sum. */
  #tellHealth(error?: unknown): void {
    if (this.healthy === this.#toldHealthy) return;
    this.#toldHealthy = this.healthy;
    this.#options.onHealth?.(this.healthy, error);
  }
}

/** Parameters of `COMMIT`. */
const commitValues = (batch: readonly PendingRecord[]): unknown[] => {
  let start = 1;
  const starts = batch.map(({ update }) => {
    const own = start;
    start += update.length;
    return own;
  });
  const claims = batch.flatMap(({ document, claims: own = [] }) => own.map((claim) => ({ document, ...claim })));
  return [
    batch.map(({ document }) => document),
    batch.map(({ seq }) => seq),
    Buffer.concat(batch.map(({ update }) => update)),
    starts,
    batch.map(({ update }) => update.length),
    batch.map(({ update }) => crc32(update)),
    claims.map(({ document }) => document),
    claims.map(({ client }) => client),
    claims.map(({ proof }) => proof),
  ];
};
