import { z } from 'zod';
import { LIMITS } from './limits.ts';

/** One side of the symposium; the list is the organiser's, never a boolean. */
export const BlocId = z.string().regex(/^[a-z][a-z0-9-]{0,31}$/, 'must be lower-case letters, digits or "-"');
export type BlocId = z.infer<typeof BlocId>;

export const Bloc = z.object({
  id: BlocId,
  /** By language; what is missing in one is shown in another. */
  name: z
    .record(z.string(), z.string().trim().min(1).max(LIMITS.blocName))
    .refine((name) => Object.keys(name).length > 0, 'must have a name in at least one language'),
});
export type Bloc = z.infer<typeof Bloc>;

export const DEFAULT_BLOCS: readonly Bloc[] = [
  { id: 'allied', name: { en: 'Allied', fr: 'Alliés', ar: 'الحلفاء' } },
  { id: 'partner', name: { en: 'Partner', fr: 'Partenaires', ar: 'الشركاء' } },
  { id: 'organisation', name: { en: 'Organisation', fr: 'Organisations', ar: 'المنظمات' } },
];

/** The two blocs whose agreement is measured; the others count in totals only. */
export const DEFAULT_SIDES: readonly [BlocId, BlocId] = ['allied', 'partner'];

/** Two of the blocs, in the order in which their difference is reckoned. */
export const Sides = z.tuple([BlocId, BlocId]);
export type Sides = z.infer<typeof Sides>;

/** Why a symposium cannot have these blocs with these sides; null when it can. */
export const refuseBlocs = (
  blocs: readonly Bloc[],
  sides: Sides,
): { field: 'blocs' | 'sides'; code: 'named-twice' | 'same-side' | 'unknown-side' } | null => {
  const ids = blocs.map(({ id }) => id);
  if (new Set(ids).size < ids.length) return { field: 'blocs', code: 'named-twice' };
  if (sides[0] === sides[1]) return { field: 'sides', code: 'same-side' };
  return sides.every((side) => ids.includes(side)) ? null : { field: 'sides', code: 'unknown-side' };
};

/** A value of a bloc is shown only from this many valid papers (or seats) on (§6 small cells, A0). */
export const SMALL_CELL = 5;

/** What stands for a bloc beside its word and hue, by its place in the symposium's list. As many as there may be blocs. */
export const BLOC_SHAPES = ['circle', 'diamond', 'square', 'triangle', 'hexagon', 'cross'] as const;
export type BlocShape = (typeof BLOC_SHAPES)[number];

/** The sign of a bloc in a symposium's list; null where the list does not hold it. */
export const blocShape = (blocs: readonly Bloc[], bloc: BlocId): BlocShape | null => {
  const index = blocs.findIndex(({ id }) => id === bloc);
  return index === -1 ? null : (BLOC_SHAPES[index % BLOC_SHAPES.length] ?? null);
};
