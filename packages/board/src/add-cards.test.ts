import { expect, test } from 'vitest';
import type { CardId } from '@rapport/domain/ids';
import * as Y from 'yjs';
import { addCards } from './add-cards.ts';
import { performDeed } from './perform-deed.ts';
import { readBoard } from './read-board.ts';

const cards = (count: number, body = '') =>
  Array.from({ length: count }, (_, n) => ({
    id: `c${String(n).padStart(3, '0')}` as CardId,
    title: `Idea ${n}`,
    body,
    position: [n * 10, 0] as [number, number],
  }));

const sizes = (count: number, body: string): number[] => {
  const doc = new Y.Doc();
  const bytes: number[] = [];
  doc.on('update', (update: Uint8Array) => bytes.push(update.length));
  addCards(doc, cards(count, body), 'test');
  expect(readBoard(doc).cards).toHaveLength(count);
  return bytes;
};

test('many cards are one deed: its inverse bins all of them, and that is undone too', () => {
  const doc = new Y.Doc();
  const inverse = addCards(doc, cards(120), 'test');
  const again = inverse === null ? null : performDeed(doc, inverse, 'test');
  expect(readBoard(doc).cards.every(({ binned }) => binned)).toBe(true);
  if (again !== null) performDeed(doc, again, 'test');
  expect(readBoard(doc).cards.some(({ binned }) => binned)).toBe(false);
  expect(addCards(doc, cards(3), 'test')).toBeNull();
});

test.each([
  ['short ones', 120, '', 3],
  ['long ones in a script of three bytes a letter', 60, '案'.repeat(4000), 5],
] as const)('%s travel in updates a server takes', (_, count, body, parts) => {
  const bytes = sizes(count, body);
  expect(bytes).toHaveLength(parts);
  // The engine refuses an update of more than 256 KiB (packages/sync).
  expect(Math.max(...bytes)).toBeLessThan(256 * 1024);
});
