import type { DocumentId } from '@rapport/domain/document-id';
import type { Claim } from '@rapport/sync/room';
import type { DocumentLog, LogRecord, Snapshot, StoredDocument } from './document-log.ts';

/** Keeps documents as long as the process lives; for tests of everything above the disk. */
export class MemoryLog implements DocumentLog {
  readonly healthy = true;
  readonly unclean = false;
  private readonly documents = new Map<DocumentId, { snapshot: Snapshot | null; records: LogRecord[] }>();
  private readonly claims = new Map<DocumentId, Claim[]>();

  load(id: DocumentId): Promise<StoredDocument> {
    const stored = this.documents.get(id);
    return Promise.resolve({
      snapshot: stored?.snapshot ?? null,
      records: (stored?.records ?? []).map(({ seq, update }) => ({ seq, update })),
      claims: [...(this.claims.get(id) ?? [])],
      damage: null,
    });
  }

  append(id: DocumentId, record: LogRecord): Promise<void> {
    const stored = this.documents.get(id) ?? { snapshot: null, records: [] };
    stored.records.push(record);
    this.documents.set(id, stored);
    const claims = this.claims.get(id) ?? [];
    const added = (record.claims ?? []).filter(({ client }) => !claims.some((known) => known.client === client));
    this.claims.set(id, [...claims, ...added]);
    return Promise.resolve();
  }

  snapshot(id: DocumentId, snapshot: Snapshot): Promise<void> {
    const records = this.documents.get(id)?.records ?? [];
    this.documents.set(id, { snapshot, records: records.filter((record) => record.seq > snapshot.seq) });
    return Promise.resolve();
  }

  forgetClaims(id: DocumentId): Promise<void> {
    this.claims.delete(id);
    return Promise.resolve();
  }

  purge(id: DocumentId): Promise<void> {
    this.documents.delete(id);
    this.claims.delete(id);
    return Promise.resolve();
  }

  [Symbol.asyncDispose](): Promise<void> {
    this.documents.clear();
    return Promise.resolve();
  }
}
