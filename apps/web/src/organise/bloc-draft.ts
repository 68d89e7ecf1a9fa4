import type { Bloc, BlocId, Sides } from '@rapport/domain/blocs';
import type { Symposium } from '@rapport/protocol/http';

/** A bloc while somebody names it; `kept` holds its names in languages the form does not know. */
export type BlocDraft = { id: BlocId; en: string; fr: string; ar: string; kept: Bloc['name'] };

export type BlocsDraft = { blocs: BlocDraft[]; sides: Sides };

export const blocsDraftOf = ({ blocs, sides }: Pick<Symposium, 'blocs' | 'sides'>): BlocsDraft => ({
  blocs: blocs.map(({ id, name: { en = '', fr = '', ar = '', ...kept } }) => ({ id, en, fr, ar, kept })),
  sides: [...sides],
});

/** Named in no language. */
export const isNameless = ({ en, fr, ar, kept }: BlocDraft): boolean =>
  [en, fr, ar, ...Object.values(kept)].every((name) => name.trim() === '');

/** What is sent; an empty field is no name. */
export const fromBlocsDraft = ({ blocs, sides }: BlocsDraft): { blocs: Bloc[]; sides: Sides } => ({
  blocs: blocs.map(({ id, en, fr, ar, kept }) => ({
    id,
    name: Object.fromEntries(
      Object.entries({ ...kept, en, fr, ar }).flatMap(([tag, name]) =>
        name.trim() === '' ? [] : [[tag, name.trim()]],
      ),
    ),
  })),
  sides,
});

/** One more, without a name, under an id nobody has. */
export const addBloc = (draft: BlocsDraft): BlocsDraft => {
  const ids = new Set(draft.blocs.map(({ id }) => id));
  let number = draft.blocs.length + 1;
  while (ids.has(`bloc-${number}`)) number += 1;
  return { ...draft, blocs: [...draft.blocs, { id: `bloc-${number}`, en: '', fr: '', ar: '', kept: {} }] };
};

/** Without this one; a side that goes is taken by the first bloc that is none. */
export const removeBloc = (draft: BlocsDraft, id: BlocId): BlocsDraft => {
  const blocs = draft.blocs.filter((bloc) => bloc.id !== id);
  const free = blocs.find((bloc) => !draft.sides.includes(bloc.id))?.id ?? id;
  const [one, other] = draft.sides.map((side) => (side === id ? free : side));
  return { blocs, sides: [one ?? free, other ?? free] };
};

/** The side at this place; where it is the other one already, the two change places. */
export const chooseSide = (draft: BlocsDraft, at: 0 | 1, id: BlocId): BlocsDraft => {
  const [first, second] = draft.sides;
  const before = at === 0 ? first : second;
  const other = at === 0 ? second : first;
  const rest = other === id ? before : other;
  return { ...draft, sides: at === 0 ? [id, rest] : [rest, id] };
};
