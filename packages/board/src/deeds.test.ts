import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import type { CardId, ClusterId } from '@rapport/domain/ids';
import { addCard } from './add-card.ts';
import { assignCards } from './assign-cards.ts';
import { binCards } from './bin-cards.ts';
import type { BoardDeed } from './board-deed.ts';
import { dissolveCluster } from './dissolve-cluster.ts';
import { groupCards } from './group-cards.ts';
import { mergeClusters } from './merge-clusters.ts';
import { moveCards } from './move-cards.ts';
import { performDeed } from './perform-deed.ts';
import { readBoard } from './read-board.ts';
import { removeCards } from './remove-cards.ts';
import { renameCluster } from './rename-cluster.ts';
import { restoreCards } from './restore-cards.ts';
import { setCardText } from './set-card-text.ts';

const card = (number: number): CardId => `card-${number}` as CardId;
const cluster = (number: number): ClusterId => `cluster-${number}` as ClusterId;

const boardWith = (cards: number): Y.Doc => {
  const doc = new Y.Doc();
  for (let number = 0; number < cards; number += 1) {
    addCard(doc, { id: card(number), title: `Card ${number}`, position: [number * 10, 0] }, null);
  }
  return doc;
};

const undoable = (deed: BoardDeed | null): BoardDeed => {
  if (deed === null) throw new Error('the deed did nothing');
  // A stack of deeds is kept on the device as JSON.
  return JSON.parse(JSON.stringify(deed)) as BoardDeed;
};

const titlesIn = (doc: Y.Doc, id: ClusterId): string[] =>
  readBoard(doc)
    .cards.filter((one) => one.cluster === id && !one.binned)
    .map((one) => one.title);

describe('deeds', () => {
  test('an added card reads as it was given, and its undo bins it', () => {
    const doc = new Y.Doc();
    const undo = undoable(
      addCard(
        doc,
        { id: card(1), title: 'Train together', body: 'Once a year.\nIn turn.', position: [1.4, 2.6], late: true },
        null,
      ),
    );
    const expected = {
      id: card(1),
      title: 'Train together',
      body: 'Once a year.\nIn turn.',
      position: [1, 3],
      cluster: null,
      late: true,
      proxy: false,
      binned: false,
      tags: [],
      alsoIn: [],
    };
    expect(readBoard(doc)).toEqual({ cards: [expected], clusters: [] });
    const redo = performDeed(doc, undo, null);
    expect(readBoard(doc).cards).toEqual([{ ...expected, binned: true }]);
    performDeed(doc, undoable(redo), null);
    expect(readBoard(doc).cards).toEqual([expected]);
  });

  test('adding a card that is there already changes nothing, so that a reveal can be resumed', () => {
    const doc = boardWith(1);
    const before = Y.encodeStateVector(doc);
    expect(addCard(doc, { id: card(0), title: 'Other', position: [5, 5] }, null)).toBeNull();
    expect(Y.encodeStateVector(doc)).toEqual(before);
  });

  test('each deed is one transaction with the given origin', () => {
    const doc = boardWith(4);
    const origins: unknown[] = [];
    doc.on('afterTransaction', (transaction: Y.Transaction) => {
      if (transaction.changed.size > 0) origins.push(transaction.origin);
    });
    groupCards(doc, { id: cluster(1), cards: [{ id: card(0), position: [9, 9] }, { id: card(1) }] }, 'a');
    groupCards(doc, { id: cluster(2), cards: [{ id: card(2) }] }, 'b');
    assignCards(doc, cluster(2), [{ id: card(3), position: [7, 7] }], 'c');
    renameCluster(doc, cluster(1), 'Training', 'd');
    const undo = mergeClusters(doc, { from: [cluster(2)], into: cluster(1) }, 'e');
    performDeed(doc, undoable(undo), 'f');
    dissolveCluster(doc, cluster(1), 'g');
    binCards(doc, [card(0), card(1)], 'h');
    restoreCards(doc, [card(0)], 'i');
    moveCards(
      doc,
      [
        { id: card(0), position: [1, 1] },
        { id: card(1), position: [2, 2] },
      ],
      'j',
    );
    setCardText(doc, { id: card(0), title: 'New', body: 'Text' }, 'k');
    removeCards(doc, [card(0), card(3)], 'l');
    expect(origins.join('')).toBe('abcdefghijkl');
  });

  test.each<{ name: string; deed: (doc: Y.Doc) => BoardDeed | null }>([
    { name: 'moving to where it is', deed: (doc) => moveCards(doc, [{ id: card(0), position: [0, 0] }], null) },
    { name: 'moving an unknown card', deed: (doc) => moveCards(doc, [{ id: card(9), position: [1, 1] }], null) },
    { name: 'binning an unknown card', deed: (doc) => binCards(doc, [card(9)], null) },
    { name: 'restoring a live card', deed: (doc) => restoreCards(doc, [card(0)], null) },
    { name: 'assigning to an unknown cluster', deed: (doc) => assignCards(doc, cluster(9), [{ id: card(0) }], null) },
    { name: 'assigning a loose card to no cluster', deed: (doc) => assignCards(doc, null, [{ id: card(0) }], null) },
    { name: 'renaming an unknown cluster', deed: (doc) => renameCluster(doc, cluster(9), 'A', null) },
    { name: 'merging into itself', deed: (doc) => mergeClusters(doc, { from: [cluster(9)], into: cluster(9) }, null) },
    { name: 'dissolving an unknown cluster', deed: (doc) => dissolveCluster(doc, cluster(9), null) },
  ])('$name does nothing', ({ deed }) => {
    const doc = boardWith(1);
    const before = Y.encodeStateAsUpdate(doc);
    expect(deed(doc)).toBeNull();
    expect(Y.encodeStateAsUpdate(doc)).toEqual(before);
  });

  test('a cluster without cards stays until it is dissolved', () => {
    const doc = boardWith(1);
    groupCards(doc, { id: cluster(1), title: 'A', colour: 3, cards: [{ id: card(0) }] }, null);
    assignCards(doc, null, [{ id: card(0) }], null);
    expect(readBoard(doc).clusters).toEqual([
      { id: cluster(1), title: 'A', colour: 3, position: null, collapsed: false, cards: 0 },
    ]);
    dissolveCluster(doc, cluster(1), null);
    expect(readBoard(doc).clusters).toEqual([]);
  });

  test('a new cluster takes the colour least used', () => {
    const doc = new Y.Doc();
    for (let number = 0; number < 9; number += 1) groupCards(doc, { id: cluster(number), cards: [] }, null);
    expect(readBoard(doc).clusters.map((one) => one.colour)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 1]);
  });

  test('merging takes binned cards along and its undo brings all back', () => {
    const doc = boardWith(3);
    groupCards(doc, { id: cluster(1), title: 'A', cards: [{ id: card(0) }] }, null);
    groupCards(doc, { id: cluster(2), title: 'B', cards: [{ id: card(1) }, { id: card(2) }] }, null);
    binCards(doc, [card(2)], null);
    const before = readBoard(doc);
    const undo = mergeClusters(doc, { from: [cluster(2)], into: cluster(1) }, null);
    restoreCards(doc, [card(2)], null);
    expect(titlesIn(doc, cluster(1))).toEqual(['Card 0', 'Card 1', 'Card 2']);
    binCards(doc, [card(2)], null);
    performDeed(doc, undoable(undo), null);
    expect(readBoard(doc)).toEqual(before);
  });

  test('setting a text touches only what differs', () => {
    const doc = boardWith(1);
    setCardText(doc, { id: card(0), title: 'Train 👩‍🚒 together' }, null);
    const title = (doc.getMap('cards').get(card(0)) as Y.Map<unknown>).get('title') as Y.Text;
    const deltas: unknown[] = [];
    title.observe((event) => deltas.push(event.delta));
    setCardText(doc, { id: card(0), title: 'Train 👨‍🚒 together' }, null);
    expect(readBoard(doc).cards[0]?.title).toBe('Train 👨‍🚒 together');
    expect(deltas).toEqual([[{ retain: 6 }, { delete: 2 }, { insert: '👨' }]]);
  });
});

describe('undo never touches what somebody else did since', () => {
  test('a move is undone only where the card still stands where I put it', () => {
    const doc = boardWith(2);
    const undo = undoable(
      moveCards(
        doc,
        [
          { id: card(0), position: [100, 100] },
          { id: card(1), position: [200, 200] },
        ],
        null,
      ),
    );
    moveCards(doc, [{ id: card(0), position: [1, 1] }], 'somebody else');
    const redo = performDeed(doc, undo, null);
    expect(readBoard(doc).cards.map((one) => one.position)).toEqual([
      [1, 1],
      [10, 0],
    ]);
    expect(redo?.changes).toEqual([{ card: card(1), key: 'position', from: [10, 0], to: [200, 200] }]);
    expect(performDeed(doc, undo, null)).toBeNull();
  });

  test('a group somebody has added to stays, without the cards I put in', () => {
    const doc = boardWith(3);
    const undo = undoable(groupCards(doc, { id: cluster(1), cards: [{ id: card(0) }, { id: card(1) }] }, null));
    assignCards(doc, cluster(1), [{ id: card(2) }], 'somebody else');
    performDeed(doc, undo, null);
    expect(titlesIn(doc, cluster(1))).toEqual(['Card 2']);
  });

  test('a group somebody has named stays', () => {
    const doc = boardWith(1);
    const undo = undoable(groupCards(doc, { id: cluster(1), cards: [{ id: card(0) }] }, null));
    renameCluster(doc, cluster(1), 'Ours', 'somebody else');
    performDeed(doc, undo, null);
    expect(readBoard(doc).clusters.map((one) => one.title)).toEqual(['Ours']);
  });

  test('a name somebody has changed stays', () => {
    const doc = boardWith(0);
    groupCards(doc, { id: cluster(1), title: 'A', cards: [] }, null);
    const undo = undoable(renameCluster(doc, cluster(1), 'B', null));
    renameCluster(doc, cluster(1), 'C', 'somebody else');
    expect(performDeed(doc, undo, null)).toBeNull();
    expect(readBoard(doc).clusters[0]?.title).toBe('C');
  });

  test('a card is not put back into a cluster that has gone', () => {
    const doc = boardWith(1);
    groupCards(doc, { id: cluster(1), cards: [{ id: card(0) }] }, null);
    const undo = undoable(assignCards(doc, null, [{ id: card(0) }], null));
    dissolveCluster(doc, cluster(1), 'somebody else');
    expect(performDeed(doc, undo, null)).toBeNull();
  });

  test('a card that was withdrawn stays away', () => {
    const doc = boardWith(1);
    const undo = undoable(binCards(doc, [card(0)], null));
    removeCards(doc, [card(0)], 'server');
    expect(performDeed(doc, undo, null)).toBeNull();
    expect(readBoard(doc).cards).toEqual([]);
  });
});

type Step = (doc: Y.Doc, fresh: () => string) => BoardDeed | null;

const someCard = fc.integer({ min: 0, max: 5 }).map(card);
const someCluster = fc.integer({ min: 0, max: 3 }).map(cluster);
const someCards = fc.uniqueArray(someCard, { minLength: 1, maxLength: 4 });
const somePoint = fc.tuple(fc.integer({ min: -500, max: 500 }), fc.integer({ min: -500, max: 500 }));

const step: fc.Arbitrary<Step> = fc.oneof(
  somePoint.map(
    (position): Step =>
      (doc, fresh) =>
        addCard(doc, { id: fresh() as CardId, position }, 'me'),
  ),
  fc.tuple(someCards, somePoint).map(
    ([ids, position]): Step =>
      (doc) =>
        moveCards(
          doc,
          ids.map((id) => ({ id, position })),
          'me',
        ),
  ),
  someCards.map(
    (ids): Step =>
      (doc) =>
        binCards(doc, ids, 'me'),
  ),
  someCards.map(
    (ids): Step =>
      (doc) =>
        restoreCards(doc, ids, 'me'),
  ),
  fc.tuple(someCluster, someCards, fc.option(somePoint, { nil: undefined })).map(
    ([id, ids, position]): Step =>
      (doc) =>
        groupCards(doc, { id, cards: ids.map((one) => ({ id: one, ...(position && { position }) })) }, 'me'),
  ),
  fc.tuple(fc.option(someCluster), someCards).map(
    ([id, ids]): Step =>
      (doc) =>
        assignCards(
          doc,
          id,
          ids.map((one) => ({ id: one })),
          'me',
        ),
  ),
  fc.tuple(someCluster, fc.string({ unit: 'grapheme', maxLength: 130 })).map(
    ([id, title]): Step =>
      (doc) =>
        renameCluster(doc, id, title, 'me'),
  ),
  fc.tuple(fc.array(someCluster, { maxLength: 3 }), someCluster).map(
    ([from, into]): Step =>
      (doc) =>
        mergeClusters(doc, { from, into }, 'me'),
  ),
  someCluster.map(
    (id): Step =>
      (doc) =>
        dissolveCluster(doc, id, 'me'),
  ),
);

const liveBoard = (doc: Y.Doc) => {
  const { cards, clusters } = readBoard(doc);
  return { cards: cards.filter((one) => !one.binned), clusters };
};

test('undoing every deed in turn gives the board back, and redoing them gives the later one back', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
      const doc = boardWith(6);
      let made = 100;
      const fresh = (): string => `card-${(made += 1)}`;
      const before = liveBoard(doc);
      const undos = steps.map((perform) => perform(doc, fresh)).filter((deed) => deed !== null);
      const after = readBoard(doc);
      const redos = undos.toReversed().map((deed) => performDeed(doc, undoable(deed), 'me'));
      expect(redos).not.toContain(null);
      expect(liveBoard(doc)).toEqual(before);
      for (const redo of redos.toReversed()) performDeed(doc, undoable(redo), 'me');
      expect(readBoard(doc)).toEqual(after);
    }),
    { numRuns: 200 },
  );
});

test('peers that do anything in any order end with the same board', () => {
  const turn = fc.record({ peer: fc.nat({ max: 2 }), step: fc.option(step), flush: fc.boolean(), undo: fc.boolean() });
  fc.assert(
    fc.property(fc.array(turn, { maxLength: 40 }), (turns) => {
      const first = boardWith(6);
      const peers = [first, new Y.Doc(), new Y.Doc()];
      const stacks: BoardDeed[][] = [[], [], []];
      const exchange = (): void => {
        for (const from of peers) {
          for (const to of peers) Y.applyUpdate(to, Y.encodeStateAsUpdate(from, Y.encodeStateVector(to)));
        }
      };
      exchange();
      let made = 100;
      for (const { peer, step: perform, flush, undo } of turns) {
        const doc = peers[peer];
        const stack = stacks[peer];
        if (doc === undefined || stack === undefined) throw new Error('no such peer');
        const deed = perform?.(doc, () => `card-${(made += 1)}`) ?? null;
        if (deed !== null) stack.push(deed);
        const last = undo ? stack.pop() : undefined;
        if (last !== undefined) performDeed(doc, undoable(last), 'me');
        if (flush) exchange();
      }
      exchange();
      const boards = peers.map((doc) => readBoard(doc));
      expect(boards[1]).toEqual(boards[0]);
      expect(boards[2]).toEqual(boards[0]);
    }),
    { numRuns: 150 },
  );
});
