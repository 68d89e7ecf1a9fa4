import { useCallback, useEffect, useSyncExternalStore } from 'react';
import type { DocumentId } from '@rapport/domain/document-id';
import type { LiveDocument, WatchTouched } from './live-document.ts';
import { openDocument, openedDocument, watchDocuments } from './open-document.ts';

/** A document of the server, open while the component is there; null in the first moment. */
export const useDocument = (documentId: DocumentId, watchTouched?: WatchTouched): LiveDocument | null => {
  useEffect(() => openDocument(documentId, watchTouched).release, [documentId, watchTouched]);
  return useSyncExternalStore(
    watchDocuments,
    useCallback(() => openedDocument(documentId), [documentId]),
  );
};
