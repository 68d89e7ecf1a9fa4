import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { CARD_HEIGHT, CARD_WIDTH, type Point } from '@rapport/domain/card';
import { layOutCluster } from './lay-out-cluster.ts';
import { placeInGrid } from './place-in-grid.ts';

const overlap = (one: Point, other: Point): boolean =>
  Math.abs(one[0] - other[0]) < CARD_WIDTH && Math.abs(one[1] - other[1]) < CARD_HEIGHT;

const point = fc.tuple(fc.integer({ min: -5000, max: 5000 }), fc.integer({ min: -5000, max: 5000 }));

test('a grid on an empty board starts at the origin', () => {
  expect(placeInGrid(0, [])).toEqual([]);
  expect(placeInGrid(1, [])).toEqual([[0, 0]]);
  expect(placeInGrid(3, [])).toEqual([
    [0, 0],
    [224, 0],
    [0, 144],
  ]);
});

test('new cards overlap neither each other nor what is there', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 120 }), fc.array(point, { maxLength: 40 }), (count, occupied) => {
      const spots = placeInGrid(count, occupied);
      expect(spots).toHaveLength(count);
      spots.forEach((spot, index) => {
        expect([...spots.slice(0, index), ...occupied].some((other) => overlap(spot, other))).toBe(false);
      });
    }),
  );
});

test('cards of a cluster stand in a block of whole px', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 60 }), point, (count, at) => {
      const spots = layOutCluster(count, [at[0] + 0.4, at[1] - 0.3]);
      expect(spots[0]).toEqual(at.map((value) => (Object.is(value, -0) ? 0 : value)));
      spots.forEach((spot, index) => {
        expect(spots.slice(0, index).some((other) => overlap(spot, other))).toBe(false);
      });
    }),
  );
});
