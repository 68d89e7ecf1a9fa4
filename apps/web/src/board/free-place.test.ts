import { describe, expect, test } from 'vitest';
import type { Point } from '@rapport/domain/card';
import { freePlace, occupies, placesBelow } from './free-place.ts';
import { cardRect } from './geometry.ts';

const size = { width: 208, height: 128 };

describe('a free place', () => {
  test.each<[string, Point[], Point]>([
    ['where one wants it when nothing is there', [], [0, 0]],
    ['below when that is taken', [[0, 0]], [0, 144]],
    [
      'above when below is taken too',
      [
        [0, 0],
        [0, 144],
      ],
      [0, -144],
    ],
    [
      'beside when the column is full',
      [
        [0, 0],
        [0, 144],
        [0, -144],
      ],
      [224, 0],
    ],
  ])('is %s', (_, taken, place) => {
    expect(freePlace([0, 0], size, occupies(taken.map(cardRect)))).toEqual(place);
  });

  test('is where one wants it when there is none', () => {
    expect(freePlace([3, 4], size, () => true)).toEqual([3, 4]);
  });
});

describe('places below a block', () => {
  test.each<[string, number, number, Point[]]>([
    [
      'one column wide',
      208,
      2,
      [
        [0, 144],
        [0, 288],
      ],
    ],
    [
      'two columns wide',
      432,
      3,
      [
        [0, 144],
        [224, 144],
        [0, 288],
      ],
    ],
    ['narrower than a card', 100, 1, [[0, 144]]],
  ])('that is %s', (_, width, count, places) => {
    expect(placesBelow({ x: 0, y: 0, width, height: 128 }, count)).toEqual(places);
  });
});
