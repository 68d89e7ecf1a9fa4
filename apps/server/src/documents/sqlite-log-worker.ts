import { parentPort, workerData } from 'node:worker_threads';
import { crc32 } from 'node:zlib';
import Database from 'better-sqlite3';
import type { DocumentId } from '@rapport/domain/document-id';
import type { StoredDocument } from './document-log.ts';
import type { PendingRecord } from './group-commit.ts';

/** What the main thread asks of the thread that owns the file; answered in order. */
export type LogRequest =
  | { call: 'commit'; batch: readonly PendingRecord[] }
  | { call: 'load'; document: DocumentId }
  | { call: 'snapshot'; document: DocumentId; seq: number; state: Uint8Array; keepPrevious: boolean }
  | { call: 'purge'; document: DocumentId }
  | { call: 'close' };
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
`);

const insertRecord = db.prepare('INSERT INTO log (document, seq, bytes, crc) VALUES (?, ?, ?, ?)');
const insertSnapshot = db.prepare('INSERT OR REPLACE INTO snapshot (document, seq, bytes, crc) VALUES (?, ?, ?, ?)');
const selectSnapshots = db.prepare('SELECT seq, bytes, crc FROM snapshot WHERE document = ? ORDER BY seq DESC');
const selectSnapshot = db.prepare('SELECT bytes, crc FROM snapshot WHERE document = ? AND seq = ?');
const selectRecords = db.prepare('SELECT seq, bytes, crc FROM log WHERE document = ? AND seq > ? ORDER BY seq');
const deleteRecords = db.prepare('DELETE FROM log WHERE document = ? AND seq <= ?');
const deleteSnapshots = db.prepare(
  'DELETE FROM snapshot WHERE document = ? AND seq NOT IN (SELECT seq FROM snapshot WHERE document = ? ORDER BY seq DESC LIMIT ?)',
);
const deleteDocument = {
  log: db.prepare('DELETE FROM log WHERE document = ?'),
  snapshot: db.prepare('DELETE FROM snapshot WHERE document = ?'),
};

type Row = { seq: number; bytes: Buffer; crc: number };

const commit = db.transaction((batch: readonly PendingRecord[]) => {
  for (const { document, seq, update } of batch) insertRecord.run(document, seq, update, crc32(update));
});

const load = (document: DocumentId): StoredDocument => {
  let damage: StoredDocument['damage'] = null;
  let snapshot: StoredDocument['snapshot'] = null;
  for (const row of selectSnapshots.all(document) as Row[]) {
    if (crc32(row.bytes) === row.crc) {
      snapshot = { seq: row.seq, state: row.bytes };
      break;
    }
    damage = { seq: row.seq, what: 'snapshot' };
  }
  const records: StoredDocument['records'] = [];
  let next = (snapshot?.seq ?? 0) + 1;
  for (const row of selectRecords.all(document, next - 1) as Row[]) {
    if (row.seq !== next || crc32(row.bytes) !== row.crc) {
      damage ??= { seq: row.seq, what: row.seq === next ? 'record' : 'gap' };
      break;
    }
    records.push({ seq: row.seq, update: row.bytes });
    next += 1;
  }
  return { snapshot, records, damage };
};

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
});

/** The journal still holds the bytes of deleted pages until it is written back and cut. */
const truncateJournal = (): void => {
  db.pragma('wal_checkpoint(TRUNCATE)');
};

const answer = (request: LogRequest): unknown => {
  switch (request.call) {
    case 'commit':
      return commit(request.batch);
    case 'load':
      return load(request.document);
    case 'snapshot':
      snapshot(request.document, request.seq, request.state, request.keepPrevious);
      if (!request.keepPrevious) truncateJournal();
      return undefined;
    case 'purge':
      purge(request.document);
      return truncateJournal();
    case 'close':
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
