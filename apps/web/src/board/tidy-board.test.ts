import type { BallotResults } from '@rapport/domain/ballot-results';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { setLocale } from '../messages/locale-store.ts';
import { useToasts } from '../ui/toast-store.ts';
import { newCluster, undo } from './board-commands.ts';
import type { BoardSession } from './board-session.ts';
import { overlaps } from './geometry.ts';
import { card, clusterNamed, MAY, openBoard, sketch } from './testing.ts';
import { tidied, tidy } from './tidy-board.ts';

let session: BoardSession;
let close: () => void;

beforeEach(async () => {
  await setLocale('en', false);
  useToasts.setState({ toasts: [] });
  const places = Object.fromEntries(['a', 'b', 'c', 'd', 'e', 'f'].map((id, n) => [id, [n * 30, n * 20]] as const));
  ({ session, close } = await openBoard(places as Record<string, [number, number]>));
  newCluster(session, MAY, [card('a'), card('b')], 'outline', 'Training');
  newCluster(session, MAY, [card('c')], 'outline', 'Planning');
  newCluster(session, MAY, [], 'outline', 'Empty');
});
afterEach(() => close());

/** A published result: these, the best first. */
const results = (...subjects: string[]): BallotResults =>
  ({ kind: 'dots', options: subjects.map((id) => ({ subject: { kind: 'card', id } })) }) as unknown as BallotResults;

/** Cards from the top, then from the left. */
const reading = (moves: { id: string; position: readonly number[] }[]): string =>
  moves
    .toSorted(
      (one, other) =>
        (one.position[1] ?? 0) - (other.position[1] ?? 0) || (one.position[0] ?? 0) - (other.position[0] ?? 0),
    )
    .map(({ id }) => id)
    .join('');

test('by cluster: no region lies over another, as one step to undo', () => {
  const before = sketch(session);
  tidy(session, MAY, { kind: 'clusters' });
  const regions = [...session.index.allRegions().values()];
  expect(regions).toHaveLength(3);
  for (const one of regions) for (const other of regions) expect(one !== other && overlaps(one, other)).toBe(false);
  for (const id of ['d', 'e', 'f']) {
    const rect = session.index.cards.rectOf(id);
    for (const region of regions) expect(rect !== undefined && overlaps(rect, region)).toBe(false);
  }
  undo(session, MAY);
  expect(sketch(session)).toEqual(before);
});

test('by score: the best cluster first, the best card first in each, ties as they were', () => {
  const order = (...subjects: string[]) =>
    reading(tidied(session, { kind: 'score', results: results(...subjects) }).cards);
  expect(order('f', 'c', 'b').indexOf('c')).toBeLessThan(order('f', 'c', 'b').indexOf('b'));
  const first = tidied(session, { kind: 'score', results: results(clusterNamed(session, 'Planning'), 'b') }).cards;
  const x = (id: string): number => first.find((move) => move.id === id)?.position[0] ?? Number.NaN;
  expect(x('c')).toBeLessThan(x('b'));
  expect(x('b')).toBeLessThan(x('a'));
});

test('by score of options: what an option grew from stands where the best option does, the rest comes after', () => {
  const grown = { kind: 'dots', options: ['o1', 'o2'].map((id) => ({ subject: { kind: 'option', id } })) };
  const planning = clusterNamed(session, 'Planning');
  const sources = new Map([
    ['o1', ['f', planning]],
    ['o2', ['b', 'f', 'gone']],
  ]);
  const { cards } = tidied(session, { kind: 'score', results: grown as unknown as BallotResults, sources });
  const at = (id: string): readonly number[] => cards.find((move) => move.id === id)?.position ?? [];
  expect(at('c')[0]).toBeLessThan(at('b')[0] ?? 0);
  expect(at('b')[0]).toBeLessThan(at('a')[0] ?? 0);
  expect(reading(cards).indexOf('f')).toBeLessThan(reading(cards).indexOf('d'));
});

test('cards in no cluster: a grid beside everything else, which stays', () => {
  const { cards, emptyClusters } = tidied(session, { kind: 'loose' });
  expect(reading(cards)).toBe('def');
  expect(emptyClusters).toEqual([]);
});

test('nobody tidies a locked board', () => {
  const before = sketch(session);
  tidy(session, { ...MAY, edit: 'board-locked' }, { kind: 'clusters' });
  expect(sketch(session)).toEqual(before);
});
