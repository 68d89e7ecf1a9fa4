import { expect, test } from 'vitest';
import * as Y from 'yjs';
import type { CardId, ClusterId } from '@rapport/domain/ids';
import { addCard } from './add-card.ts';
import { assignCards } from './assign-cards.ts';
import { binCards } from './bin-cards.ts';
import { dissolveCluster } from './dissolve-cluster.ts';
import { groupCards } from './group-cards.ts';
import { linkCards } from './link-cards.ts';
import { moveCards } from './move-cards.ts';
import { readBoard } from './read-board.ts';
import { removeCards } from './remove-cards.ts';
import { renameCluster } from './rename-cluster.ts';
import { restoreBoard } from './restore-board.ts';
import { setCardText } from './set-card-text.ts';
import { collapseCluster } from './set-cluster.ts';
import { renameTag, tagCards } from './tag-cards.ts';

const card = (name: string): CardId => name as CardId;
const cluster = (name: string): ClusterId => name as ClusterId;

const board = (): Y.Doc => {
  const doc = new Y.Doc();
  for (const [index, name] of ['a', 'b', 'c'].entries()) {
    addCard(doc, { id: card(name), title: `Card ${name}`, body: 'one\ntwo', position: [index * 10, 0] }, 'test');
  }
  groupCards(
    doc,
    { id: cluster('k'), title: 'Ports', colour: 3, position: [5, 5], cards: [{ id: card('a') }] },
    'test',
  );
  binCards(doc, [card('c')], 'test');
  tagCards(doc, { cards: [card('a')], tag: 'grain' }, 'test');
  linkCards(doc, { cards: [card('b')], cluster: cluster('k') }, 'test');
  return doc;
};

const withoutCounts = (doc: Y.Doc) => {
  const { cards, clusters } = readBoard(doc);
  return { cards, clusters };
};

test('a board stands again as it stood, whatever was done to it since', () => {
  const doc = board();
  const then = withoutCounts(doc);
  setCardText(doc, { id: card('a'), title: 'Other', body: '' }, 'test');
  renameTag(doc, { cards: [card('a')], from: 'grain', to: 'wheat' }, 'test');
  linkCards(doc, { cards: [card('b')], cluster: cluster('k'), linked: false }, 'test');
  collapseCluster(doc, cluster('k'), true, 'test');
  moveCards(doc, [{ id: card('b'), position: [99, 99] }], 'test');
  assignCards(doc, cluster('k'), [{ id: card('b') }], 'test');
  renameCluster(doc, cluster('k'), 'Harbours', 'test');
  restoreBoard(doc, then, 'server');
  expect(withoutCounts(doc)).toEqual(then);
  dissolveCluster(doc, cluster('k'), 'test');
  binCards(doc, [card('b')], 'test');
  restoreBoard(doc, then, 'server');
  expect(withoutCounts(doc)).toEqual(then);
});

test('nothing is lost by it: what came later is in the bin', () => {
  const doc = board();
  const then = withoutCounts(doc);
  addCard(doc, { id: card('later'), title: 'Later', position: [0, 0] }, 'test');
  groupCards(doc, { id: cluster('new'), title: 'New', cards: [{ id: card('later') }] }, 'test');
  restoreBoard(doc, then, 'server');
  const { cards, clusters } = readBoard(doc);
  expect(cards.find(({ id }) => id === 'later')).toMatchObject({ title: 'Later', binned: true, cluster: null });
  expect(clusters.map(({ id }) => id)).toEqual(['k']);
});

test('a card that was withdrawn stays away', () => {
  const doc = board();
  const then = withoutCounts(doc);
  removeCards(doc, [card('a')], 'server');
  expect(restoreBoard(doc, then, 'server')).toBe(2);
  expect(readBoard(doc).cards.map(({ id }) => id)).toEqual(['b', 'c']);
});

test('it is one transaction', () => {
  const doc = board();
  const then = withoutCounts(doc);
  moveCards(doc, [{ id: card('b'), position: [9, 9] }], 'test');
  setCardText(doc, { id: card('a'), title: 'Other' }, 'test');
  let updates = 0;
  doc.on('update', () => (updates += 1));
  restoreBoard(doc, then, 'server');
  expect(updates).toBe(1);
});
