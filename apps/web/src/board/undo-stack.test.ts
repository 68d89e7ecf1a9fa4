import { addCard } from '@rapport/board/add-card';
import { binCards } from '@rapport/board/bin-cards';
import { moveCards } from '@rapport/board/move-cards';
import { readBoard } from '@rapport/board/read-board';
import type { CardId } from '@rapport/domain/ids';
import { beforeEach, expect, test } from 'vitest';
import * as Y from 'yjs';
import { UndoStack } from './undo-stack.ts';

const id = 'c1' as CardId;
let doc: Y.Doc;
beforeEach(() => {
  sessionStorage.clear();
  doc = new Y.Doc();
  addCard(doc, { id, title: 'Idea', position: [0, 0] }, 'test');
});
const position = () => readBoard(doc).cards[0]?.position;
const move = (stack: UndoStack, x: number): void => {
  const inverse = moveCards(doc, [{ id, position: [x, 0] }], 'test');
  if (inverse !== null) stack.push(inverse);
};

test('undoes and does again, in order', () => {
  const stack = new UndoStack('undo', sessionStorage);
  move(stack, 100);
  move(stack, 200);
  expect(stack.undo(doc, 'test').kind).toBe('done');
  expect(position()).toEqual([100, 0]);
  expect(stack.undo(doc, 'test').kind).toBe('done');
  expect(stack.undo(doc, 'test')).toEqual({ kind: 'none' });
  expect(position()).toEqual([0, 0]);
  stack.redo(doc, 'test');
  stack.redo(doc, 'test');
  expect(position()).toEqual([200, 0]);
});

test('survives a reload, by seat', () => {
  move(new UndoStack('rapport.seat.s1.undo.g1', sessionStorage), 100);
  expect(new UndoStack('rapport.seat.s2.undo.g1', sessionStorage).undo(doc, 'test')).toEqual({ kind: 'none' });
  expect(new UndoStack('rapport.seat.s1.undo.g1', sessionStorage).undo(doc, 'test').kind).toBe('done');
  expect(position()).toEqual([0, 0]);
});

test('something new ends what could be done again', () => {
  const stack = new UndoStack('undo', sessionStorage);
  move(stack, 100);
  stack.undo(doc, 'test');
  move(stack, 300);
  expect(stack.redo(doc, 'test')).toEqual({ kind: 'none' });
});

test('leaves what somebody else has moved since, and says so', () => {
  const stack = new UndoStack('undo', sessionStorage);
  move(stack, 100);
  moveCards(doc, [{ id, position: [555, 5] }], 'somebody else');
  expect(stack.undo(doc, 'test').kind).toBe('stale');
  expect(position()).toEqual([555, 5]);
});

test('takes back one step out of order', () => {
  const stack = new UndoStack('undo', sessionStorage);
  const binned = binCards(doc, [id], 'test');
  if (binned === null) throw new Error('nothing binned');
  stack.push(binned);
  move(stack, 100);
  expect(stack.undo(doc, 'test', binned).kind).toBe('done');
  expect(readBoard(doc).cards[0]).toMatchObject({ binned: false, position: [100, 0] });
  expect(stack.undo(doc, 'test').kind).toBe('done');
  expect(position()).toEqual([0, 0]);
});

test.each(['', '{', 'null', '{"undo":[1]}', '{"undo":{}}'])('starts empty from %j', (kept) => {
  sessionStorage.setItem('undo', kept);
  expect(new UndoStack('undo', sessionStorage).store.getState()).toEqual({ undo: [], redo: [] });
});
