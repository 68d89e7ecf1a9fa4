import { parentPort, workerData } from 'node:worker_threads';
import { crc32 } from 'node:zlib';
import Database from 'better-sqlite3';
import type { DocumentId } from '@rapport/domain/document-id';
import type { StoredDocument } from './document-log.ts';
import type { PendingRecord } from './group-commit.ts';
import { readStoredRows, type StoredRow } from './stored-rows.ts';

/** What the main thread asks of the thread that owns the file; answered in order. */
export type LogRequest =
  | { call: 'open' }
  | { call: 'commit'; batch: readonly PendingRecord[] }
  | { call: 'load'; document: DocumentId }
  | { call: 'snapshot'; document: DocumentId; seq: number; state: Uint8Array; keepPrevious: boolean }
  | { call: 'forgetClaims'; document: DocumentId }
  | { call: 'purge'; document: DocumentId }
  | { call: 'close'; clean: boolean };
export type LogAnswer = { id: number; result: unknown } | { id: number; error: { code: string; message: string } };
export type LogWorkerData = { file: string; synchronous: 'FULL' | 'NORMAL' };

const { file, synchronous } = workerData as LogWorkerData;
const db = new Database(file);
db.pragma('journal_mode = WAL');
// FULL: a commit is on the disk before anybody is told "saved", also when the power goes.
db.pragma(`synchronous = ${synchronous}`);
// Freed pages are overwritten: a purged text must not be found in the file.
db.pragma('secure_delete = ON');
db.exec(`
  CREATE TABLE IF NOT EXISTS log (
    document TEXT NOT NULL, seq INTEGER NOT NULL, bytes BLOB NOT NULL, crc INTEGER NOT NULL,
    PRIMARY KEY (document, seq)
  ) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS snapshot (
    document TEXT NOT NULL, seq INTEGER NOT NULL, bytes BLOB NOT NULL, crc INTEGER NOT NULL,
    PRIMARY KEY (document, seq)
  );
  -- Rows lie by key: no order in time says which ids were bound one after the other.
  CREATE TABLE IF NOT EXISTS claim (
    document TEXT NOT NULL, client INTEGER NOT NULL, proof TEXT NOT NULL,
    PRIMARY KEY (document, client)
  ) WITHOUT ROWID;
  -- Holds a row while a process uses the file; one that is found at start was left by a crash.
  CREATE TABLE IF NOT EXISTS in_use (process INTEGER NOT NULL);
`);

const insertRecord = db.prepare('INSERT OR IGNORE INTO log (document, seq, bytes, crc) VALUES (?, ?, ?, ?)');
const selectRecord = db.prepare('SELECT bytes FROM log WHERE document = ? AND seq = ?');
const insertClaim = db.prepare('INSERT OR IGNORE INTO claim (document, client, proof) VALUES (?, ?, ?)');
const selectClaims = db.prepare('SELECT client, proof FROM claim WHERE document = ?');
const deleteClaims = db.prepare('DELETE FROM claim WHERE document = ?');
const insertSnapshot = db.prepare('INSERT OR REPLACE INTO snapshot (document, seq, bytes, crc) VALUES (?, ?, ?, ?)');
const selectSnapshots = db.prepare('SELECT seq, bytes, crc FROM snapshot WHERE document = ?');
const selectSnapshot = db.prepare('SELECT bytes, crc FROM snapshot WHERE document = ? AND seq = ?');
const selectRecords = db.prepare('SELECT seq, bytes, crc FROM log WHERE document = ? ORDER BY seq');
const deleteRecords = db.prepare('DELETE FROM log WHERE document = ? AND seq <= ?');
const deleteSnapshots = db.prepare(
  'DELETE FROM snapshot WHERE document = ? AND seq NOT IN (SELECT seq FROM snapshot WHERE document = ? ORDER BY seq DESC LIMIT ?)',
);
const deleteDocument = {
  log: db.prepare('DELETE FROM log WHERE document = ?'),
  snapshot: db.prepare('DELETE FROM snapshot WHERE document = ?'),
};

type Row = StoredRow & { bytes: Buffer };

const commit = db.transaction((batch: readonly PendingRecord[]) => {
  for (const { document, seq, update, claims = [] } of batch) {
    const { changes } = insertRecord.run(document, seq, update, crc32(update));
    // Written before, and the answer was lost: a thread that dies takes its last answers with it.
    if (changes === 0 && !(selectRecord.get(document, seq) as Row).bytes.equals(update)) {
      throw new Error('another record has this number');
    }
    for (const { client, proof } of claims) insertClaim.run(document, client, proof);
  }
});

const load = (document: DocumentId): StoredDocument =>
  readStoredRows({
    snapshots: selectSnapshots.all(document) as Row[],
    records: selectRecords.all(document) as Row[],
    claims: selectClaims.all(document) as StoredDocument['claims'],
  });

const snapshot = db.transaction((document: DocumentId, seq: number, state: Uint8Array, keepPrevious: boolean) => {
  insertSnapshot.run(document, seq, state, crc32(state));
  const back = selectSnapshot.get(document, seq) as Row;
  if (crc32(back.bytes) !== crc32(state)) throw new Error('the snapshot reads back differently');
  deleteRecords.run(document, seq);
  deleteSnapshots.run(document, document, keepPrevious ? 2 : 1);
});

const purge = db.transaction((document: DocumentId) => {
  deleteDocument.log.run(document);
  deleteDocument.snapshot.run(document);
  deleteClaims.run(document);
});

const startUse = db.transaction((): boolean => {
  const left = db.prepare('DELETE FROM in_use').run().changes > 0;
  db.prepare('INSERT INTO in_use (process) VALUES (?)').run(process.pid);
  return left;
});

/** The journal still holds the bytes of deleted pages until it is written back and cut. */
const truncateJournal = (): void => {
  db.pragma('wal_checkpoint(TRUNCATE)');
};

const answer = (request: LogRequest): unknown => {
  switch (request.call) {
    case 'open':
      return startUse();
    case 'commit':
      return commit(request.batch);
    case 'load':
      return load(request.document);
    case 'snapshot':
      snapshot(request.document, request.seq, request.state, request.keepPrevious);
      if (!request.keepPrevious) truncateJournal();
      return undefined;
    case 'forgetClaims':
      deleteClaims.run(request.document);
      return truncateJournal();
    case 'purge':
      purge(request.document);
      return truncateJournal();
    case 'close':
      if (request.clean) db.prepare('DELETE FROM in_use').run();
      truncateJournal();
      db.close();
      return undefined;
  }
};

parentPort?.on('message', ({ id, request }: { id: number; request: LogRequest }) => {
  try {
    parentPort?.postMessage({ id, result: answer(request) } satisfies LogAnswer);
    // Only now: an answer after the port is closed would be lost.
    if (request.call === 'close') parentPort?.close();
  } catch (error) {
    const { code = 'fault', message } = error as { code?: string; message: string };
    parentPort?.postMessage({ id, error: { code, message } } satisfies LogAnswer);
  }
});
