import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import type { CardId, ClusterId } from '@rapport/domain/ids';
import { addCard } from './add-card.ts';
import { assignCards } from './assign-cards.ts';
import { binCards } from './bin-cards.ts';
import { BoardRecords } from './board-records.ts';
import { dissolveCluster } from './dissolve-cluster.ts';
import { DraftRecords } from './draft-records.ts';
import { groupCards } from './group-cards.ts';
import { cardMap } from './layout.ts';
import { moveCards } from './move-cards.ts';
import { readBoard } from './read-board.ts';
import { removeCards } from './remove-cards.ts';
import { renameCluster } from './rename-cluster.ts';
import { setCardText } from './set-card-text.ts';

const a = 'a' as CardId;
const b = 'b' as CardId;
const c = 'c' as CardId;
const one = 'one' as ClusterId;
const two = 'two' as ClusterId;

const board = (): Y.Doc => {
  const doc = new Y.Doc();
  addCard(doc, { id: a, title: 'A', position: [0, 100] }, null);
  addCard(doc, { id: b, title: 'B', position: [50, 0] }, null);
  addCard(doc, { id: c, title: 'C', position: [0, 0] }, null);
  groupCards(doc, { id: one, title: 'One', cards: [{ id: a }, { id: b }] }, null);
  return doc;
};

/** Counts calls by topic. */
const listen = (records: BoardRecords, topics: readonly Parameters<BoardRecords['subscribe']>[0][]) => {
  const calls: string[] = [];
  for (const topic of topics) records.subscribe(topic, () => calls.push(topic));
  return () => calls.splice(0).toSorted();
};

describe('board records', () => {
  test('show what is there, members in reading order', () => {
    const doc = board();
    const records = new BoardRecords(doc);
    expect(records.cardIds()).toEqual([a, b, c]);
    expect(records.clusterIds()).toEqual([one]);
    expect(records.cluster(one)).toEqual({
      id: one,
      title: 'One',
      colour: 1,
      position: null,
      collapsed: false,
      cards: 2,
    });
    expect(records.membersOf(one).map((card) => card.id)).toEqual([b, a]);
    expect(records.membersOf(null).map((card) => card.id)).toEqual([c]);
  });

  test.each<{ name: string; deed: (doc: Y.Doc) => unknown; calls: string[] }>([
    {
      name: 'a move',
      deed: (doc) => moveCards(doc, [{ id: c, position: [9, 9] }], null),
      calls: ['any', 'c', 'loose'],
    },
    {
      name: 'a move in a cluster',
      deed: (doc) => moveCards(doc, [{ id: a, position: [9, 9] }], null),
      calls: ['a', 'any', 'one'],
    },
    { name: 'typing', deed: (doc) => setCardText(doc, { id: c, body: 'x' }, null), calls: ['any', 'c', 'loose'] },
    { name: 'renaming', deed: (doc) => renameCluster(doc, one, 'New', null), calls: ['any', 'ids', 'one'] },
    {
      name: 'assigning',
      deed: (doc) => assignCards(doc, one, [{ id: c, position: [4, 4] }], null),
      calls: ['any', 'c', 'loose', 'one'],
    },
    { name: 'binning', deed: (doc) => binCards(doc, [a], null), calls: ['a', 'any', 'ids', 'one'] },
    {
      name: 'dissolving',
      deed: (doc) => dissolveCluster(doc, one, null),
      calls: ['a', 'any', 'b', 'ids', 'loose', 'one'],
    },
    { name: 'a deed that does nothing', deed: (doc) => binCards(doc, ['z' as CardId], null), calls: [] },
  ])('$name speaks once to those concerned', ({ deed, calls }) => {
    const doc = board();
    const records = new BoardRecords(doc);
    const heard = listen(records, [a, b, c, one, 'ids', 'loose', 'any']);
    deed(doc);
    expect(heard()).toEqual(calls);
  });

  test('what did not change keeps its identity', () => {
    const doc = board();
    const records = new BoardRecords(doc);
    const before = {
      c: records.card(c),
      ids: records.cardIds(),
      loose: records.membersOf(null),
      one: records.cluster(one),
    };
    moveCards(doc, [{ id: a, position: [7, 7] }], null);
    expect(records.card(c)).toBe(before.c);
    expect(records.cardIds()).toBe(before.ids);
    expect(records.membersOf(null)).toBe(before.loose);
    // Written again with the same value: nothing to show.
    cardMap(doc, c)?.set('position', [0, 0]);
    expect(records.card(c)).toBe(before.c);
    expect(records.cluster(one)).not.toBe(before.one);
    expect(records.cluster(one)).toBe(records.cluster(one));
  });

  test('a card that names a cluster before it exists joins it when it comes', () => {
    const doc = board();
    const records = new BoardRecords(doc);
    cardMap(doc, c)?.set('cluster', two);
    expect(records.card(c)?.cluster).toBeNull();
    expect(records.membersOf(null).map((card) => card.id)).toEqual([c]);
    groupCards(doc, { id: two, title: 'Two', cards: [] }, null);
    expect(records.card(c)?.cluster).toBe(two);
    expect(records.membersOf(two).map((card) => card.id)).toEqual([c]);
    expect(records.membersOf(null)).toEqual([]);
    removeCards(doc, [c], null);
    expect(records.card(c)).toBeNull();
    expect(records.cluster(two)?.cards).toBe(0);
  });

  test('after dispose nobody is called', () => {
    const doc = board();
    const records = new BoardRecords(doc);
    const heard = listen(records, ['any', a]);
    records.dispose();
    binCards(doc, [a], null);
    expect(heard()).toEqual([]);
  });

  test('are what reading the board gives, whatever is done', () => {
    const id = fc.constantFrom(a, b, c, 'd' as CardId);
    const cluster = fc.constantFrom(one, two);
    const point = fc.tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 9 }));
    const deed = fc.oneof(
      fc.tuple(id, point).map(
        ([card, position]) =>
          (doc: Y.Doc) =>
            void addCard(doc, { id: card, position }, null),
      ),
      fc.tuple(id, point).map(
        ([card, position]) =>
          (doc: Y.Doc) =>
            void moveCards(doc, [{ id: card, position }], null),
      ),
      id.map((card) => (doc: Y.Doc) => void binCards(doc, [card], null)),
      id.map((card) => (doc: Y.Doc) => void removeCards(doc, [card], null)),
      fc.tuple(id, cluster).map(
        ([card, to]) =>
          (doc: Y.Doc) =>
            void cardMap(doc, card)?.set('cluster', to),
      ),
      fc.tuple(id, cluster).map(
        ([card, to]) =>
          (doc: Y.Doc) =>
            void groupCards(doc, { id: to, cards: [{ id: card }] }, null),
      ),
      cluster.map((which) => (doc: Y.Doc) => void dissolveCluster(doc, which, null)),
      cluster.map((which) => (doc: Y.Doc) => doc.getMap('clusters').delete(which)),
    );
    fc.assert(
      fc.property(fc.array(fc.array(deed, { maxLength: 4 }), { maxLength: 12 }), (batches) => {
        const doc = board();
        const records = new BoardRecords(doc);
        for (const batch of batches) {
          doc.transact(() => {
            for (const perform of batch) perform(doc);
          });
          const { cards, clusters } = readBoard(doc);
          const live = cards.filter((card) => !card.binned);
          expect(records.cardIds()).toEqual(live.map((card) => card.id));
          expect(records.binnedIds()).toEqual(cards.filter((card) => card.binned).map((card) => card.id));
          expect(cards.map((card) => records.card(card.id))).toEqual(cards);
          expect(records.clusterIds().map((which) => records.cluster(which))).toEqual(clusters);
          for (const which of [one, two, null]) {
            const members = records.membersOf(which).map((card) => card.id);
            expect(members.toSorted()).toEqual(
              live
                .filter((card) => card.cluster === which)
                .map((card) => card.id)
                .filter(() => which === null || clusters.some((known) => known.id === which)),
            );
          }
        }
      }),
      { numRuns: 200 },
    );
  });
});

test('draft records show drafts and say when one is finished', () => {
  const doc = new Y.Doc();
  const records = new DraftRecords(doc);
  const calls: string[] = [];
  records.subscribe('ids', () => calls.push('ids'));
  addCard(doc, { id: a, title: 'A', position: [0, 0] }, null);
  records.subscribe(a, () => calls.push('a'));
  expect(records.cardIds()).toEqual([a]);
  setCardText(doc, { id: a, title: 'AB' }, null);
  cardMap(doc, a)?.set('finished', true);
  expect(records.card(a)).toMatchObject({ title: 'AB', finished: true });
  expect(calls).toEqual(['ids', 'a', 'a', 'ids']);
  removeCards(doc, [a], null);
  expect(records.card(a)).toBeNull();
  expect(records.cardIds()).toEqual([]);
});
