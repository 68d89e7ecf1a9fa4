import { addCard } from '@rapport/board/add-card';
import { assignCards } from '@rapport/board/assign-cards';
import { binCards } from '@rapport/board/bin-cards';
import { BoardRecords } from '@rapport/board/board-records';
import { dissolveCluster } from '@rapport/board/dissolve-cluster';
import { groupCards } from '@rapport/board/group-cards';
import { linkCards } from '@rapport/board/link-cards';
import { moveCards } from '@rapport/board/move-cards';
import { restoreCards } from '@rapport/board/restore-cards';
import { collapseCluster, moveCluster } from '@rapport/board/set-cluster';
import type { Point } from '@rapport/domain/card';
import type { CardId, ClusterId } from '@rapport/domain/ids';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { BoardIndex } from './board-index.ts';
import { cardRect, type Rect } from './geometry.ts';

const STEPS = 400;

/** Numbers from 0 up to `below`, the same for a seed (Park and Miller's generator). */
const drawing = (seed: number): ((below: number) => number) => {
  let state = seed;
  return (below) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
};

const cardOf = (index: number): CardId => `card${index}` as CardId;
const clusterOf = (index: number): ClusterId => `cluster${index}` as ClusterId;

const everything = (index: BoardIndex) => ({
  cards: [...index.cards.entries()].toSorted(([one], [other]) => (one < other ? -1 : 1)),
  regions: [...index.allRegions()].toSorted(([one], [other]) => (one < other ? -1 : 1)),
  linked: [...index.linked].toSorted(),
  bounds: index.bounds(),
  order: index.inOrder(),
});

test.each([1, 2, 3])('what follows change by change is what a fresh look finds: seed %i', (seed) => {
  const draw = drawing(seed);
  const doc = new Y.Doc();
  for (let index = 0; index < 30; index += 1) {
    addCard(doc, { id: cardOf(index), position: [(index % 6) * 224, Math.floor(index / 6) * 144] }, null);
  }
  const records = new BoardRecords(doc);
  const index = new BoardIndex(records);
  const spot = (): Point => [draw(2000), draw(1500)];
  const deeds = [
    () => moveCards(doc, [{ id: cardOf(draw(30)), position: spot() }], null),
    () => moveCards(doc, [{ id: cardOf(draw(30)), position: spot() }], null),
    () => assignCards(doc, clusterOf(draw(5)), [{ id: cardOf(draw(30)), position: spot() }], null),
    () => assignCards(doc, null, [{ id: cardOf(draw(30)) }], null),
    () => binCards(doc, [cardOf(draw(30))], null),
    () => restoreCards(doc, [cardOf(draw(30))], null),
    () => groupCards(doc, { id: clusterOf(draw(5)), cards: [{ id: cardOf(draw(30)) }], position: spot() }, null),
    () => dissolveCluster(doc, clusterOf(draw(5)), null),
    () => collapseCluster(doc, clusterOf(draw(5)), draw(2) === 0, null),
    () => moveCluster(doc, clusterOf(draw(5)), spot(), null),
    () => linkCards(doc, { cards: [cardOf(draw(30))], cluster: clusterOf(draw(5)), linked: draw(3) > 0 }, null),
  ];
  let done = 0;
  for (let step = 0; step < STEPS; step += 1) {
    if (deeds[draw(deeds.length)]?.() === null) continue;
    done += 1;
    const fresh = new BoardIndex(records);
    expect(everything(index), `after step ${step}`).toEqual(everything(fresh));
    fresh.dispose();
  }
  expect(done).toBeGreaterThan(STEPS / 4);
});

test('a change tells which parts of the board look different: where things lay, where they lie, and their cluster', () => {
  const doc = new Y.Doc();
  for (const [index, position] of (
    [
      [0, 0],
      [300, 0],
      [2000, 0],
    ] as const
  ).entries()) {
    addCard(doc, { id: cardOf(index), position: [...position] }, null);
  }
  groupCards(doc, { id: clusterOf(0), cards: [{ id: cardOf(0) }, { id: cardOf(1) }], position: [0, 0] }, null);
  const records = new BoardRecords(doc);
  const index = new BoardIndex(records);
  const told: (readonly Rect[] | null)[] = [];
  index.onChange(({ parts }) => told.push(parts));

  moveCards(doc, [{ id: cardOf(2), position: [2000, 500] }], null);
  expect(told.pop()).toEqual([cardRect([2000, 0]), cardRect([2000, 500])]);

  const before = index.region(clusterOf(0));
  moveCards(doc, [{ id: cardOf(1), position: [300, 400] }], null);
  const parts = told.pop();
  expect(parts).toEqual(
    expect.arrayContaining([cardRect([300, 0]), cardRect([300, 400]), before, index.region(clusterOf(0))]),
  );
  expect(parts).toHaveLength(4);

  binCards(doc, [cardOf(2)], null);
  expect(told.pop()).toBe(null);
});
