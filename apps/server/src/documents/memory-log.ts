import type { DocumentId } from '@rapport/domain/document-id';
import type { DocumentLog, LogRecord, Snapshot, StoredDocument } from './document-log.ts';

/** Keeps documents as long as the process lives; for tests of everything above the disk. */
export class MemoryLog implements DocumentLog {
  readonly healthy = true;
  private readonly documents = new Map<DocumentId, { snapshot: Snapshot | null; records: LogRecord[] }>();

  load(id: DocumentId): Promise<StoredDocument> {
    const stored = this.documents.get(id);
    return Promise.resolve({ snapshot: stored?.snapshot ?? null, records: [...(stored?.records ?? [])], damage: null });
  }

  append(id: DocumentId, record: LogRecord): Promise<void> {
    const stored = this.documents.get(id) ?? { snapshot: null, records: [] };
    stored.records.push(record);
    this.documents.set(id, stored);
    return Promise.resolve();
  }

  snapshot(id: DocumentId, snapshot: Snapshot): Promise<void> {
    const records = this.documents.get(id)?.records ?? [];
    this.documents.set(id, { snapshot, records: records.filter((record) => record.seq > snapshot.seq) });
    return Promise.resolve();
  }

  purge(id: DocumentId): Promise<void> {
    this.documents.delete(id);
    return Promise.resolve();
  }

  [Symbol.asyncDispose](): Promise<void> {
    this.documents.clear();
    return Promise.resolve();
  }
}
