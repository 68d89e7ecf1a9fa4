import type { Bloc, BlocId } from '@rapport/domain/blocs';
import type { BallotResults } from '@rapport/domain/ballot-results';
import { inLanguage, intlTag, type Locale } from '@rapport/domain/languages';
import type { Translate } from '../messages/use-t.ts';

/** What a result is put into words with: the blocs are the symposium's own. */
export type ResultWords = { t: Translate; locale: Locale; blocs: readonly Bloc[] };

/** As many as a bloc may have places in its symposium's list. */
const TONES = ['bloc1', 'bloc2', 'bloc3', 'bloc4', 'bloc5', 'bloc6'] as const;
export type BlocTone = (typeof TONES)[number];

type Naming = Pick<ResultWords, 'locale' | 'blocs'>;

export const blocName = ({ locale, blocs }: Naming, bloc: BlocId): string =>
  inLanguage(blocs.find(({ id }) => id === bloc)?.name ?? {}, locale) || bloc;

export const blocNames = (words: Naming, blocs: readonly BlocId[]): string =>
  new Intl.ListFormat(intlTag(words.locale), { type: 'conjunction' }).format(
    blocs.map((bloc) => blocName(words, bloc)),
  );

/** The colour of a bloc; it never stands without the bloc's name. */
export const blocTone = (blocs: readonly Bloc[], bloc: BlocId): BlocTone =>
  TONES[blocs.findIndex(({ id }) => id === bloc) % TONES.length] ?? 'bloc6';

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
