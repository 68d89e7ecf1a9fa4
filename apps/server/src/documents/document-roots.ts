import { BOARD_ROOTS, DRAFT_ROOTS } from '@rapport/board/layout';
import { REPORT_ROOTS } from '@rapport/board/report-layout';
import type { DocumentName } from '@rapport/domain/document-id';
import type { Roots } from '@rapport/sync/open-roots';

/** The root types a document has by its kind; no client can add one. */
export const documentRoots = (kind: DocumentName['kind']): Roots => {
  switch (kind) {
    case 'board':
      return BOARD_ROOTS;
    case 'draft':
      return DRAFT_ROOTS;
    case 'report':
      return REPORT_ROOTS;
  }
};
