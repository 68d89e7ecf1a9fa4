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

/** Bytes and structs of every update that adding so many cards makes. */
const updatesOf = (count: number, body: string): { bytes: number; structs: number }[] => {
  const doc = new Y.Doc();
  const updates: { bytes: number; structs: number }[] = [];
  doc.on('update', (update: Uint8Array) => {
    updates.push({ bytes: update.length, structs: Y.decodeUpdate(update).structs.length });
  });
  addCards(doc, cards(count, body), 'test');
  expect(readBoard(doc).cards).toHaveLength(count);
  return updates;
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
  ['ones of very many lines', 15, 'a\n'.repeat(2000).trimEnd(), 8],
] as const)('%s travel in updates a server takes', (_, count, body, parts) => {
  const updates = updatesOf(count, body);
  expect(updates).toHaveLength(parts);
  // The engine refuses an update of more than 256 KiB or 20,000 structs (packages/sync).
  expect(Math.max(...updates.map(({ bytes }) => bytes))).toBeLessThan(256 * 1024);
  expect(Math.max(...updates.map(({ structs }) => structs))).toBeLessThan(20_000);
});
