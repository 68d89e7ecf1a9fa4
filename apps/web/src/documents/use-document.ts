import { useCallback, useEffect, useSyncExternalStore } from 'react';
import type { DocumentId } from '@rapport/domain/document-id';
import type { LiveDocument } from './live-document.ts';
import { openDocument, openedDocument, watchDocuments } from './open-document.ts';

/** A document of the server, open while the component is there; null in the first moment. */
export const useDocument = (documentId: DocumentId): LiveDocument | null => {
  useEffect(() => openDocument(documentId).release, [documentId]);
  return useSyncExternalStore(
    watchDocuments,
    useCallback(() => openedDocument(documentId), [documentId]),
  );
};
