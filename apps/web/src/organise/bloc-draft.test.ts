import { describe, expect, test } from 'vitest';
import { DEFAULT_BLOCS, DEFAULT_SIDES } from '@rapport/domain/blocs';
import { addBloc, blocsDraftOf, chooseSide, fromBlocsDraft, isNameless, removeBloc } from './bloc-draft.ts';

const draft = blocsDraftOf({ blocs: [...DEFAULT_BLOCS], sides: [...DEFAULT_SIDES] });

describe('blocs while they are named', () => {
  test('are sent as they were when nothing is changed, names in other languages included', () => {
    const blocs = [...DEFAULT_BLOCS, { id: 'north', name: { de: 'Nord' } }];
    expect(fromBlocsDraft(blocsDraftOf({ blocs, sides: [...DEFAULT_SIDES] }))).toEqual({ blocs, sides: DEFAULT_SIDES });
  });

  test('a new one has no name yet and an id of its own', () => {
    const twice = addBloc(addBloc(draft));
    expect(twice.blocs.map(({ id }) => id)).toEqual(['allied', 'partner', 'organisation', 'bloc-4', 'bloc-5']);
    expect(twice.blocs.map(isNameless)).toEqual([false, false, false, true, true]);
    expect(addBloc(removeBloc(twice, 'allied')).blocs.at(-1)?.id).toBe('bloc-6');
  });

  test.each([
    [0, 'organisation', ['organisation', 'partner']],
    [0, 'partner', ['partner', 'allied']],
    [1, 'allied', ['partner', 'allied']],
    [1, 'partner', ['allied', 'partner']],
  ] as const)('side %i becomes %s', (at, id, sides) => {
    expect(chooseSide(draft, at, id).sides).toEqual(sides);
  });

  test.each([
    ['allied', ['organisation', 'partner']],
    ['partner', ['allied', 'organisation']],
    ['organisation', ['allied', 'partner']],
  ])('without %s there are two sides still', (id, sides) => {
    expect(removeBloc(draft, id).sides).toEqual(sides);
  });
});
