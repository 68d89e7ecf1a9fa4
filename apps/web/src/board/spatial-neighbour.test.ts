import { describe, expect, test } from 'vitest';
import { cardRect, type Rect } from './geometry.ts';
import { readingOrder, spatialNeighbour, type Direction } from './spatial-neighbour.ts';

const at = (places: Record<string, [number, number]>): [string, Rect][] =>
  Object.entries(places).map(([id, point]) => [id, cardRect(point)]);

// a b c
// d   e   with f far below between the columns
const board = at({ a: [0, 0], b: [224, 0], c: [448, 0], d: [0, 144], e: [448, 150], f: [230, 900] });

describe('spatial neighbour', () => {
  test.each<[string, Direction, string | null]>([
    ['a', 'right', 'b'],
    ['b', 'right', 'c'],
    ['c', 'right', null],
    ['c', 'left', 'b'],
    ['a', 'down', 'd'],
    ['d', 'up', 'a'],
    ['d', 'right', 'e'],
    ['b', 'down', 'f'],
    ['f', 'up', 'b'],
    ['e', 'up', 'c'],
    ['a', 'left', null],
    ['a', 'up', null],
    ['missing', 'up', null],
  ])('from %s, %s leads to %s', (from, direction, to) => {
    expect(spatialNeighbour(from, direction, board)).toBe(to);
  });

  test('what lies straight ahead wins over what is nearer but aside', () => {
    const places = at({ a: [0, 0], aside: [190, 150], ahead: [400, 10] });
    expect(spatialNeighbour('a', 'right', places)).toBe('ahead');
  });

  test('equal ways lead to the same thing whatever the order', () => {
    const places = at({ a: [0, 0], z: [300, 100], y: [300, -100] });
    expect(spatialNeighbour('a', 'right', places)).toBe('y');
    expect(spatialNeighbour('a', 'right', places.toReversed())).toBe('y');
  });
});

describe('reading order', () => {
  test('goes by rows, a little unevenness allowed, then by columns', () => {
    const places = at({ c: [448, 20], a: [0, 10], b: [224, 0], e: [448, 160], d: [0, 144] });
    expect(readingOrder(places)).toEqual(['a', 'b', 'c', 'd', 'e']);
  });

  test('an empty board has none', () => {
    expect(readingOrder([])).toEqual([]);
  });
});
