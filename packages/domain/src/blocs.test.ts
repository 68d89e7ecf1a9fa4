import { describe, expect, test } from 'vitest';
import { BLOC_SHAPES, DEFAULT_BLOCS, DEFAULT_SIDES, blocShape, refuseBlocs, type Bloc } from './blocs.ts';
import { LIMITS } from './limits.ts';

const blocs: Bloc[] = ['north', 'south', 'observers'].map((id) => ({ id, name: { en: id } }));

describe('blocs of a symposium', () => {
  test.each([
    ['are two sides of the list', blocs, ['north', 'south'], null],
    ['are the default ones', DEFAULT_BLOCS, DEFAULT_SIDES, null],
    ['are named once', [...blocs, ...blocs], ['north', 'south'], { field: 'blocs', code: 'named-twice' }],
    ['have two sides', blocs, ['north', 'north'], { field: 'sides', code: 'same-side' }],
    ['hold their sides', blocs, ['north', 'east'], { field: 'sides', code: 'unknown-side' }],
  ] as const)('%s', (_, list, sides, refusal) => {
    expect(refuseBlocs(list, [...sides])).toEqual(refusal);
  });

  test('each has a shape of its own, however many there are', () => {
    const most = Array.from({ length: LIMITS.blocs }, (_, at) => ({ id: `bloc-${at}`, name: { en: `${at}` } }));
    expect(most.map(({ id }) => blocShape(most, id))).toEqual([...BLOC_SHAPES]);
    expect(blocShape(blocs, 'elsewhere')).toBeNull();
  });
});
