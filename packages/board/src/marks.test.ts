import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import type { CardId, ClusterId } from '@rapport/domain/ids';
import { LIMITS } from '@rapport/domain/limits';
import { addCard } from './add-card.ts';
import type { BoardDeed } from './board-deed.ts';
import { groupCards } from './group-cards.ts';
import { clusterLayout, layOutBoard } from './lay-out-board.ts';
import { cardMap } from './layout.ts';
import { linkCards } from './link-cards.ts';
import { performDeed } from './perform-deed.ts';
import { readBoard } from './read-board.ts';
import { collapseCluster, colourCluster, moveCluster } from './set-cluster.ts';
import { renameTag, tagCards } from './tag-cards.ts';

const card = (number: number): CardId => `card-${number}` as CardId;
const water = 'cluster-water' as ClusterId;

const board = (cards: number): Y.Doc => {
  const doc = new Y.Doc();
  for (let number = 0; number < cards; number += 1) addCard(doc, { id: card(number), position: [0, 0] }, null);
  groupCards(doc, { id: water, title: 'Water', colour: 1, cards: [{ id: card(0) }] }, null);
  return doc;
};
const undo = (doc: Y.Doc, deed: BoardDeed | null): BoardDeed | null =>
  deed === null ? null : performDeed(doc, JSON.parse(JSON.stringify(deed)) as BoardDeed, null);
const tags = (doc: Y.Doc): string[][] => readBoard(doc).cards.map((one) => one.tags);
const meet = (one: Y.Doc, other: Y.Doc): void => {
  Y.applyUpdate(one, Y.encodeStateAsUpdate(other));
  Y.applyUpdate(other, Y.encodeStateAsUpdate(one));
};

describe('tags', () => {
  test('are words on cards, kept composed and trimmed, and undone as they were', () => {
    const doc = board(2);
    const both = tagCards(doc, { cards: [card(0), card(1)], tag: '  E\u0301nergie   verte ' }, null);
    expect(tags(doc)).toEqual([['Énergie verte'], ['Énergie verte']]);
    expect(tagCards(doc, { cards: [card(0)], tag: 'Énergie verte' }, null)).toBeNull();
    tagCards(doc, { cards: [card(0)], tag: 'Énergie verte', tagged: false }, null);
    undo(doc, both);
    expect(tags(doc)).toEqual([[], []]);
    for (const tag of ['', '   ', 'x'.repeat(LIMITS.tag + 1)]) {
      expect(tagCards(doc, { cards: [card(0)], tag }, null)).toBeNull();
    }
  });

  test('of two people at once all stay, and a card takes no more than it may', () => {
    const one = board(1);
    const other = new Y.Doc();
    meet(one, other);
    tagCards(one, { cards: [card(0)], tag: 'ports' }, null);
    tagCards(other, { cards: [card(0)], tag: 'grain' }, null);
    meet(one, other);
    expect([tags(one), tags(other)]).toEqual([[['grain', 'ports']], [['grain', 'ports']]]);
    for (let number = 0; number < 10; number += 1) tagCards(one, { cards: [card(0)], tag: `t${number}` }, null);
    expect(tags(one)[0]).toHaveLength(LIMITS.tagsPerCard);
  });

  test('are renamed wherever they are', () => {
    const doc = board(3);
    tagCards(doc, { cards: [card(0), card(2)], tag: 'ports' }, null);
    const back = renameTag(doc, { cards: [card(0), card(1), card(2)], from: 'ports', to: 'harbours' }, null);
    expect(tags(doc)).toEqual([['harbours'], [], ['harbours']]);
    undo(doc, back);
    expect(tags(doc)).toEqual([['ports'], [], ['ports']]);
  });
});

describe('"also relevant to"', () => {
  test('names clusters without making the card a member, and goes with the cluster', () => {
    const doc = board(2);
    const link = linkCards(doc, { cards: [card(1)], cluster: water }, null);
    expect(readBoard(doc).cards[1]).toMatchObject({ cluster: null, alsoIn: [water] });
    expect(readBoard(doc).clusters[0]?.cards).toBe(1);
    expect(linkCards(doc, { cards: [card(1)], cluster: 'nowhere' as ClusterId }, null)).toBeNull();
    undo(doc, link);
    expect(readBoard(doc).cards[1]?.alsoIn).toEqual([]);
    cardMap(doc, card(1))?.set('also:nowhere', true);
    expect(readBoard(doc).cards[1]?.alsoIn).toEqual([]);
  });
});

describe('a cluster', () => {
  test('folds and opens, takes another tint and place, each undone unless somebody was there since', () => {
    const doc = board(1);
    const fold = collapseCluster(doc, water, true, null);
    expect(readBoard(doc).clusters[0]).toMatchObject({ collapsed: true, position: null, cards: 1 });
    expect(collapseCluster(doc, water, true, null)).toBeNull();
    const move = moveCluster(doc, water, [50.4, 60], null);
    expect(readBoard(doc).clusters[0]?.position).toEqual([50, 60]);
    const colour = colourCluster(doc, water, 5, null);
    expect(colourCluster(doc, water, 9, null)).toBeNull();
    undo(doc, move);
    undo(doc, colour);
    undo(doc, fold);
    expect(readBoard(doc).clusters[0]).toMatchObject({ collapsed: false, position: null, colour: 1 });
    const again = colourCluster(doc, water, 3, null);
    colourCluster(doc, water, 4, null);
    expect(undo(doc, again)).toBeNull();
    expect(readBoard(doc).clusters[0]?.colour).toBe(4);
  });
});

const overlap = (moves: { position: readonly number[] }[]): boolean => {
  const places = new Set(moves.map(({ position }) => position.join()));
  return places.size !== moves.length;
};

describe('a layout', () => {
  test('puts every card somewhere of its own, clusters in blocks, as one deed', () => {
    const doc = board(9);
    const blocks = [[card(0), card(1), card(2), card(3)], [card(4)], [], [card(5), card(6), card(7), card(8)]];
    const moves = clusterLayout(blocks);
    expect(moves).toHaveLength(9);
    expect(overlap(moves)).toBe(false);
    const done = layOutBoard(doc, moves, null);
    expect(readBoard(doc).cards.map(({ position }) => position)).toEqual(moves.map(({ position }) => position));
    expect(layOutBoard(doc, moves, null)).toBeNull();
    // Who moved a card meanwhile keeps their place.
    layOutBoard(doc, [{ id: card(3), position: [999, 999] }], null);
    undo(doc, done);
    expect(readBoard(doc).cards.map(({ position }) => position)).toEqual(
      moves.map((_, index) => (index === 3 ? [999, 999] : [0, 0])),
    );
    expect(clusterLayout([[]])).toEqual([]);
  });
});
