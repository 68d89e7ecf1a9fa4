import { SMALL_CELL, type BlocId } from '@rapport/domain/blocs';

/**
 * Which blocs' values may be published beside the total (docs/method.md §6, small cells): each has at least five
 * papers, and so has the rest that subtraction from the total would reveal, unless the rest is empty. When the rest
 * is too small, the smallest bloc joins it; of equals the one named last in `blocs`.
 *
 * @param papers valid papers by bloc, counts
 * @param blocs the symposium's blocs in its own order; papers of any other bloc count to the rest
 */
export const chooseShownBlocs = (
  papers: ReadonlyMap<BlocId, number>,
  blocs: readonly BlocId[],
): ReadonlySet<BlocId> => {
  const sizeOf = (bloc: BlocId): number => papers.get(bloc) ?? 0;
  const shown = new Set(blocs.filter((bloc) => sizeOf(bloc) >= SMALL_CELL));
  const total = [...papers.values()].reduce((sum, count) => sum + count, 0);
  const rest = total - [...shown].reduce((sum, bloc) => sum + sizeOf(bloc), 0);
  if (rest > 0 && rest < SMALL_CELL) {
    const smallest = [...shown].toReversed().toSorted((one, other) => sizeOf(one) - sizeOf(other))[0];
    if (smallest !== undefined) shown.delete(smallest);
  }
  return shown;
};
