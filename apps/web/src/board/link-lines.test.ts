import { afterEach, beforeEach, expect, test } from 'vitest';
import { setLocale } from '../messages/locale-store.ts';
import { newCluster } from './board-commands.ts';
import type { BoardSession } from './board-session.ts';
import { fold } from './fold-cluster.ts';
import { link } from './link-commands.ts';
import { linkLines } from './link-lines.ts';
import { card, clusterNamed, MAY, openBoard } from './testing.ts';

let session: BoardSession;
let close: () => void;

// a        b far to the right, in a cluster; c in another one far below
beforeEach(async () => {
  await setLocale('en', false);
  ({ session, close } = await openBoard({ a: [0, 0], b: [2000, 0], c: [0, 2000] }));
  newCluster(session, MAY, [card('b')], 'outline', 'Training');
  newCluster(session, MAY, [card('c')], 'outline', 'Planning');
});
afterEach(() => close());

const seen = (x: number, y: number) => ({ x, y, width: 500, height: 500 });

test('lines lead from the edge of a card to the edge of the cluster', () => {
  link(session, MAY, [card('a')], clusterNamed(session, 'Training'), true);
  const [line] = linkLines(session);
  expect(line).toMatchObject({ card: 'a', cluster: clusterNamed(session, 'Training') });
  expect(line?.from[0]).toBe(208);
  expect(line?.to[0]).toBe(session.index.region(clusterNamed(session, 'Training'))?.x);
});

test('only lines that may be seen are drawn', () => {
  link(session, MAY, [card('a')], clusterNamed(session, 'Training'), true);
  expect(linkLines(session, seen(1000, -100))).toHaveLength(1);
  expect(linkLines(session, seen(1000, 900))).toEqual([]);
});

test('a card in a folded cluster is linked from the cluster, and the link is undone as one step', () => {
  link(session, MAY, [card('c')], clusterNamed(session, 'Training'), true);
  fold(session, MAY, clusterNamed(session, 'Planning'), true);
  const folded = session.index.region(clusterNamed(session, 'Planning'));
  expect(linkLines(session)[0]?.from[1]).toBe(folded?.y);
  session.undo();
  session.undo();
  expect(linkLines(session)).toEqual([]);
  expect(session.index.linked.size).toBe(0);
});

test('to its own cluster a card is not linked', () => {
  link(session, MAY, [card('a'), card('b')], clusterNamed(session, 'Training'), true);
  expect(session.records.card(card('b'))?.alsoIn).toEqual([]);
  expect(session.records.card(card('a'))?.alsoIn).toHaveLength(1);
});
