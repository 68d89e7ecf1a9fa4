import { createHash } from 'node:crypto';
import Database from 'better-sqlite3';
import type { Client } from 'pg';

/** What was brought over from a file of SQLite; `unclean` when its last user had crashed. */
export type ImportedDocuments = { documents: number; unclean: boolean };

type Row = { seq: number; bytes: Buffer; crc: number };
type ClaimRow = { client: number; proof: string };
type FileDocument = { id: string; records: Row[]; snapshots: Row[]; claims: ClaimRow[] };

/** Nobody but an operator knows which state counts; `code` is for whoever explains a start that failed. */
class DocumentsDiffer extends Error {
  readonly code = 'DOCUMENTS_DIFFER';
}

/** More bytes than this do not go into one statement. */
const STATEMENT_BYTES = 8 * 1024 * 1024;

/**
 * Brings every document of a file of SQLite into PostgreSQL, row by row and unread, so that even a damaged one can be
 * mended later; each is read back. Made again it changes nothing. Throws, and the transaction of `client` must not be
 * committed, when the database holds another state of a document: nobody but an operator knows which one counts.
 */
export const importSqliteDocuments = async (client: Client, file: string): Promise<ImportedDocuments> => {
  const db = new Database(file, { fileMustExist: true });
  try {
    db.pragma('wal_checkpoint(TRUNCATE)');
    const names = new Set(db.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").pluck().all());
    if (!['log', 'snapshot', 'claim', 'in_use'].every((name) => names.has(name)))
      return { documents: 0, unclean: false };
    const ids = db
      .prepare('SELECT document FROM log UNION SELECT document FROM snapshot UNION SELECT document FROM claim')
      .pluck()
      .all() as string[];
    const rowsOf = (table: 'log' | 'snapshot') =>
      db.prepare(`SELECT seq, bytes, crc FROM ${table} WHERE document = ? ORDER BY seq`);
    const [log, snapshot] = [rowsOf('log'), rowsOf('snapshot')];
    const claim = db.prepare('SELECT client, proof FROM claim WHERE document = ?');
    for (const id of ids) {
      const document = {
        id,
        records: log.all(id) as Row[],
        snapshots: snapshot.all(id) as Row[],
        claims: claim.all(id) as ClaimRow[],
      };
      await bring(client, document);
    }
    return { documents: ids.length, unclean: db.prepare('SELECT count(*) FROM in_use').pluck().get() !== 0 };
  } finally {
    db.close();
  }
};

const bring = async (client: Client, document: FileDocument): Promise<void> => {
  const before = await storedMarks(client, document.id);
  const own = marks(document);
  if (before !== '') {
    if (before === own) return;
    throw new DocumentsDiffer(
      'A document lies both in documents.sqlite and in the database, in different states. Move documents.sqlite out of DATA_DIR if the database counts; empty the database if the file does.',
    );
  }
  await bringRows(client, document.id, 'document_record', document.records);
  await bringRows(client, document.id, 'document_snapshot', document.snapshots);
  const { claims } = document;
  await client.query(
    `INSERT INTO document_claim (document, client, proof)
     SELECT $1, * FROM unnest($2::bigint[], $3::text[])`,
    [document.id, claims.map((one) => one.client), claims.map((one) => one.proof)],
  );
  if ((await storedMarks(client, document.id)) !== own) throw new Error('an imported document reads back differently');
};

const bringRows = async (client: Client, id: string, table: string, rows: readonly Row[]): Promise<void> => {
  let count = 0;
  for (let bytes = 0; count < rows.length; count++) {
    bytes += rows[count]?.bytes.length ?? 0;
    if (count > 0 && (bytes > STATEMENT_BYTES || count === 1_000)) break;
  }
  if (count === 0) return;
  const part = rows.slice(0, count);
  await client.query(
    `INSERT INTO ${table} (document, seq, bytes, crc)
     SELECT $1, * FROM unnest($2::integer[], $3::bytea[], $4::bigint[])`,
    [id, part.map((row) => row.seq), part.map((row) => row.bytes), part.map((row) => row.crc)],
  );
  await bringRows(client, id, table, rows.slice(count));
};

/** One line for each row, by which the same document is known in both places; empty for none. */
const marks = ({ records, snapshots, claims }: FileDocument): string =>
  [
    ...records.map((row) => `record ${row.seq} ${row.crc} ${digest(row.bytes)}`),
    ...snapshots.map((row) => `snapshot ${row.seq} ${row.crc} ${digest(row.bytes)}`),
    ...claims.map((row) => `claim ${row.client} ${row.proof}`),
  ]
    .toSorted()
    .join('\n');

const digest = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

const storedMarks = async (client: Client, id: string): Promise<string> => {
  const { rows } = await client.query<{ mark: string }>(
    `SELECT concat_ws(' ', 'record', seq, crc, encode(sha256(bytes), 'hex')) AS mark
       FROM document_record WHERE document = $1
     UNION ALL SELECT concat_ws(' ', 'snapshot', seq, crc, encode(sha256(bytes), 'hex'))
       FROM document_snapshot WHERE document = $1
     UNION ALL SELECT concat_ws(' ', 'claim', client, proof) FROM document_claim WHERE document = $1`,
    [id],
  );
  return rows
    .map(({ mark }) => mark)
    .toSorted()
    .join('\n');
};
