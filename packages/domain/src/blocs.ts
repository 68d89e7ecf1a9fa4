import { z } from 'zod';

/** One side of the symposium; the list is the organiser's, never a boolean. */
export const BlocId = z.string().regex(/^[a-z][a-z0-9-]{0,31}$/, 'must be lower-case letters, digits or "-"');
export type BlocId = z.infer<typeof BlocId>;

export const Bloc = z.object({ id: BlocId, name: z.record(z.string(), z.string().min(1).max(60)) });
export type Bloc = z.infer<typeof Bloc>;

export const DEFAULT_BLOCS: readonly Bloc[] = [
  { id: 'allied', name: { en: 'Allied', fr: 'Alliés', ar: 'الحلفاء' } },
  { id: 'partner', name: { en: 'Partner', fr: 'Partenaires', ar: 'الشركاء' } },
  { id: 'organisation', name: { en: 'Organisation', fr: 'Organisations', ar: 'المنظمات' } },
];

/** The two blocs whose agreement is measured; the others count in totals only. */
export const DEFAULT_SIDES: readonly [BlocId, BlocId] = ['allied', 'partner'];

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
