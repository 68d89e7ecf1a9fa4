import { randomBytes } from 'node:crypto';
import { setPriority } from 'node:os';
import { parentPort } from 'node:worker_threads';
import * as Y from 'yjs';
import type { DocumentName } from '@rapport/domain/document-id';
import type { Snapshot, StoredDocument } from './document-log.ts';
import { documentRoots } from './document-roots.ts';
import { recoverDocument } from './recover-document.ts';

export type FoldRequest = { id: number; kind: DocumentName['kind']; stored: StoredDocument };
/** `snapshot` is null when the stored document cannot be read whole: nothing is folded then. */
export type FoldAnswer = { id: number; snapshot: Snapshot | null };

// Of this thread alone: whoever types comes first.
setPriority(0, 19);

parentPort?.on('message', ({ id, kind, stored }: FoldRequest) => {
  const { doc, seq, sound } = recoverDocument(stored, documentRoots(kind), (length) => randomBytes(length));
  const snapshot = sound ? { seq, state: Y.encodeStateAsUpdate(doc) } : null;
  doc.destroy();
  parentPort?.postMessage({ id, snapshot } satisfies FoldAnswer);
});
