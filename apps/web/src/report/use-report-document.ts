import { useMemo, useSyncExternalStore } from 'react';
import { readReport, type ReportContent } from '@rapport/board/read-report';
import type * as Y from 'yjs';

/** A report read from its document: the same object until something in the document has changed. */
const followReport = (doc: Y.Doc): { subscribe: (listener: () => void) => () => void; read: () => ReportContent } => {
  let content: ReportContent | null = null;
  return {
    subscribe: (listener) => {
      const changed = (): void => {
        content = null;
        listener();
      };
      // Something may have been written between the first look and now.
      content = null;
      doc.on('update', changed);
      return () => doc.off('update', changed);
    },
    read: () => (content ??= readReport(doc)),
  };
};

/** What the report says now, kept up to date. */
export const useReportContent = (doc: Y.Doc): ReportContent => {
  const followed = useMemo(() => followReport(doc), [doc]);
  return useSyncExternalStore(followed.subscribe, followed.read);
};

/** All words of a report as one text: the same until one of them changes. */
export const useReportWords = (content: ReportContent): string =>
  useMemo(
    () =>
      JSON.stringify([
        content.headlines,
        content.agreement.map(({ text, origin }) => [text, origin]),
        content.questions.map(({ text }) => text),
      ]),
    [content],
  );
