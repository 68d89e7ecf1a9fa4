import type { BallotResults } from '@rapport/domain/ballot-results';

/** The cells of every figure of a result that is split by bloc. */
const cellsOf = (results: BallotResults): { bloc: string; shown: boolean }[][] => {
  switch (results.kind) {
    case 'dots':
    case 'ranking':
    case 'endorsement':
      return results.options.map((line) => line.blocs);
    case 'rating':
      return results.options.flatMap((line) => line.axes.map((axis) => axis.blocs));
  }
};

/** Blocs whose values a ballot holds back: everywhere, or only on some options that too few of them judged. */
export const hiddenBlocs = (results: BallotResults): { everywhere: string[]; somewhere: string[]; shown: string[] } => {
  const rows = cellsOf(results);
  const blocs = (rows[0] ?? []).map((cell) => cell.bloc);
  const shownIn = (bloc: string): number =>
    rows.filter((cells) => cells.some((cell) => cell.bloc === bloc && cell.shown)).length;
  return {
    everywhere: blocs.filter((bloc) => shownIn(bloc) === 0),
    somewhere: blocs.filter((bloc) => shownIn(bloc) > 0 && shownIn(bloc) < rows.length),
    shown: blocs.filter((bloc) => shownIn(bloc) > 0),
  };
};
