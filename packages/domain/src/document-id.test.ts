import { expect, test } from 'vitest';
import { boardDocument, draftDocument, parseDocumentId, reportDocument } from './document-id.ts';
import type { GroupId, SeatId } from './ids.ts';

const groupId = 'g-1' as GroupId;
const seatId = 's_1' as SeatId;

test.each([
  [boardDocument(groupId), { kind: 'board', groupId }],
  [reportDocument(groupId), { kind: 'report', groupId }],
  [draftDocument(groupId, seatId), { kind: 'draft', groupId, seatId }],
])('%s can be made and taken apart', (id, name) => {
  expect(parseDocumentId(id)).toEqual(name);
});

test.each([
  '',
  'board',
  'board.',
  'board..',
  'board.g-1.s_1',
  'report.g-1.s_1',
  'draft.g-1',
  'draft.g-1.',
  'draft.g-1.s_1.more',
  'draft..s_1',
  'Board.g-1',
  'cards.g-1',
  'board.g 1',
  'board.g/1',
  '../board.g-1',
  `board.${'g'.repeat(65)}`,
  'board.g-1\n',
])('%j names no document', (text) => {
  expect(parseDocumentId(text)).toBeNull();
});
