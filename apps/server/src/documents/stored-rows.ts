import { crc32 } from 'node:zlib';
import type { StoredDocument } from './document-log.ts';

/** One row of a store: a record, or a snapshot up to and with `seq`. `crc` is the CRC-32 of `bytes` when written. */
export type StoredRow = { seq: number; bytes: Uint8Array; crc: number };

const isWhole = ({ bytes, crc }: StoredRow): boolean => crc32(bytes) === crc;

/**
 * What can be trusted of a document's rows: the newest whole snapshot and the records after it up to the first that is
 * damaged or missing. Nothing is changed: an operator may still mend it.
 */
export const readStoredRows = (rows: {
  snapshots: readonly StoredRow[];
  records: readonly StoredRow[];
  claims: StoredDocument['claims'];
}): StoredDocument => {
  let damage: StoredDocument['damage'] = null;
  let snapshot: StoredDocument['snapshot'] = null;
  for (const row of rows.snapshots.toSorted((a, b) => b.seq - a.seq)) {
    if (isWhole(row)) {
      snapshot = { seq: row.seq, state: row.bytes };
      break;
    }
    damage = { seq: row.seq, what: 'snapshot' };
  }
  const records: StoredDocument['records'] = [];
  let next = (snapshot?.seq ?? 0) + 1;
  for (const row of rows.records.toSorted((a, b) => a.seq - b.seq)) {
    if (row.seq < next) continue;
    if (row.seq !== next || !isWhole(row)) {
      damage ??= { seq: row.seq, what: row.seq === next ? 'record' : 'gap' };
      break;
    }
    records.push({ seq: row.seq, update: row.bytes });
    next += 1;
  }
  return { snapshot, records, claims: rows.claims, damage };
};
