import { expect, test } from 'vitest';
import * as Y from 'yjs';
import type { CardId } from '@rapport/domain/ids';
import { addCard } from './add-card.ts';
import { finishDraft } from './finish-draft.ts';
import { readDrafts } from './read-board.ts';

const id = 'c1' as CardId;

test('a draft is added to its author’s cards and taken back', () => {
  const doc = new Y.Doc();
  addCard(doc, { id, title: 'Joint training', position: [0, 0] }, 'test');
  const finished = (): boolean[] => readDrafts(doc).map((draft) => draft.finished);
  expect(finished()).toEqual([false]);
  expect(finishDraft(doc, id, true, 'test')).toBe(true);
  expect(finished()).toEqual([true]);
  expect(finishDraft(doc, id, true, 'test')).toBe(false);
  expect(finishDraft(doc, id, false, 'test')).toBe(true);
  expect(finished()).toEqual([false]);
});

test('a draft that does not exist is left alone', () => {
  const doc = new Y.Doc();
  expect(finishDraft(doc, id, true, 'test')).toBe(false);
  expect(readDrafts(doc)).toEqual([]);
});
