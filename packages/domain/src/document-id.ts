import { ID_PATTERN, type GroupId, type SeatId } from './ids.ts';

/** The name of a Yjs document: `board.<groupId>`, `draft.<groupId>.<seatId>` or `report.<groupId>`. */
export type DocumentId = string & { readonly __brand: 'DocumentId' };

export type DocumentName =
  | { kind: 'board'; groupId: GroupId }
  | { kind: 'draft'; groupId: GroupId; seatId: SeatId }
  | { kind: 'report'; groupId: GroupId };

export const boardDocument = (groupId: GroupId): DocumentId => `board.${groupId}` as DocumentId;
export const draftDocument = (groupId: GroupId, seatId: SeatId): DocumentId =>
  `draft.${groupId}.${seatId}` as DocumentId;
export const reportDocument = (groupId: GroupId): DocumentId => `report.${groupId}` as DocumentId;

/** Takes a document id apart; null when it is not one. */
export const parseDocumentId = (text: string): DocumentName | null => {
  const [kind, groupId, seatId, ...rest] = text.split('.');
  if (groupId === undefined || !ID_PATTERN.test(groupId) || rest.length > 0) return null;
  if (kind === 'draft') {
    if (seatId === undefined || !ID_PATTERN.test(seatId)) return null;
    return { kind, groupId: groupId as GroupId, seatId: seatId as SeatId };
  }
  if ((kind === 'board' || kind === 'report') && seatId === undefined) return { kind, groupId: groupId as GroupId };
  return null;
};
