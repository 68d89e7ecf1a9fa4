import { DEFAULT_BLOCS, type BlocId } from '@rapport/domain/blocs';
import type { BallotResults } from '@rapport/domain/ballot-results';
import { inLanguage, intlTag, type Locale } from '@rapport/domain/languages';

export type BlocTone = 'bloc1' | 'bloc2' | 'bloc3';

const TONES = ['bloc1', 'bloc2', 'bloc3'] as const;

export const blocName = (bloc: BlocId, locale: Locale): string =>
  inLanguage(DEFAULT_BLOCS.find(({ id }) => id === bloc)?.name ?? {}, locale) || bloc;

export const blocNames = (blocs: readonly BlocId[], locale: Locale): string =>
  new Intl.ListFormat(intlTag(locale), { type: 'conjunction' }).format(blocs.map((bloc) => blocName(bloc, locale)));

/** The colour of a bloc; it never stands without the bloc's name. */
export const blocTone = (bloc: BlocId): BlocTone =>
  TONES[DEFAULT_BLOCS.findIndex(({ id }) => id === bloc) % TONES.length] ?? 'bloc3';

/** The cells of every figure of a result that is split by bloc. */
const cellsOf = (results: BallotResults): readonly { bloc: BlocId; shown: boolean }[][] =>
  results.kind === 'rating'
    ? results.options.flatMap((line) => line.axes.map((axis) => axis.blocs))
    : results.options.map((line) => line.blocs);

/** Blocs whose values are held back: everywhere, or only on some options that too few of them judged. */
export const hiddenBlocs = (results: BallotResults): { everywhere: BlocId[]; somewhere: BlocId[]; shown: BlocId[] } => {
  const rows = cellsOf(results);
  const blocs = (rows[0] ?? []).map(({ bloc }) => bloc);
  const shownIn = (bloc: BlocId): number =>
    rows.filter((cells) => cells.some((cell) => cell.bloc === bloc && cell.shown)).length;
  return {
    everywhere: blocs.filter((bloc) => shownIn(bloc) === 0),
    somewhere: blocs.filter((bloc) => shownIn(bloc) > 0 && shownIn(bloc) < rows.length),
    shown: blocs.filter((bloc) => shownIn(bloc) > 0),
  };
};
