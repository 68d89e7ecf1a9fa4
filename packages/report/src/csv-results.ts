import type { AttitudeCell, AxisResult, BallotResults, Figure } from '@rapport/domain/ballot-results';
import { EndorsementLevel, type BallotSubject } from '@rapport/domain/ballots';
import type { BlocId } from '@rapport/domain/blocs';
import type { GroupRecord } from '@rapport/domain/group-record';
import { inLanguage, type Locale } from '@rapport/domain/languages';
import { printShare } from '@rapport/domain/print-figure';
import type { CsvRow } from './csv-row.ts';
import { oneLine } from './words.ts';

type Ballot = Pick<GroupRecord['ballots'][number], 'number' | 'phase' | 'archived' | 'results'>;

/** What every line about one option of a ballot begins with. */
type About = CsvRow & { ballot: number };

const hidden = (about: About, bloc: BlocId): CsvRow => ({ ...about, bloc, bound: 'not-shown' });

const figure = (about: About, bloc: BlocId, measure: string, { kind, value }: Figure, base: number): CsvRow => ({
  ...about,
  bloc,
  measure,
  bound: kind,
  value,
  base,
});

const attitudes = (about: About, cells: readonly AttitudeCell[]): CsvRow[] =>
  cells.flatMap((cell) =>
    cell.shown
      ? [
          figure(about, cell.bloc, 'support', cell.support, cell.papers),
          figure(about, cell.bloc, 'opposition', cell.opposition, cell.papers),
        ]
      : [hidden(about, cell.bloc)],
  );

const agreement = (about: About, one: AxisResult['agreement']): CsvRow[] => {
  if (one.kind !== 'measured') return [{ ...about, measure: 'class', value: one.kind }];
  const { verdict } = one;
  const bound = one.rough ? 'rough' : 'exact';
  return [
    { ...about, measure: 'class', value: verdict.class, ...(verdict.class === 'led' && { bloc: verdict.by }) },
    { ...about, measure: 'common-ground-support', bound, value: one.support },
    { ...about, measure: 'common-ground-opposition', bound, value: one.opposition },
    { ...about, measure: 'divergence', bound, value: one.divergence },
    { ...about, measure: 'z', bound, value: one.z },
  ];
};

const axisRows = (about: About, result: AxisResult): CsvRow[] => {
  const { papers, notJudged, distribution, spread } = result;
  const base = papers;
  return [
    ...distribution.map((value, index) => ({ ...about, measure: `rating-${index + 1}`, value, base })),
    { ...about, measure: 'not-judged', value: notJudged },
    ...(spread === null
      ? []
      : [
          { ...about, measure: 'median', value: spread.median, base },
          { ...about, measure: 'first-quartile', value: spread.quartiles[0], base },
          { ...about, measure: 'third-quartile', value: spread.quartiles[1], base },
          { ...about, measure: 'mean', value: spread.mean, base },
          { ...about, measure: 'deviation', value: spread.deviation, base },
          { ...about, measure: 'consensus', value: spread.consensus, base },
          { ...about, measure: 'contested', value: spread.contested ? 'yes' : 'no', base },
        ]),
    ...result.blocs.flatMap((cell) =>
      cell.shown
        ? [...attitudes(about, [cell]), figure(about, cell.bloc, 'mean', cell.mean, cell.papers)]
        : [hidden(about, cell.bloc)],
    ),
    ...agreement(about, result.agreement),
  ];
};

const optionRows = (language: Locale, number: number, results: BallotResults): CsvRow[] => {
  const aboutOf = (line: { subject: BallotSubject; title: string; rank?: number; tied?: boolean }): About => ({
    kind: 'result',
    id: line.subject.id,
    number: line.rank ?? null,
    title: oneLine(line.title),
    of: line.subject.kind,
    ballot: number,
    ...(line.tied === true && { remark: 'tied' }),
  });
  const base = results.base.valid;
  switch (results.kind) {
    case 'dots':
      return results.options.flatMap((line): CsvRow[] => {
        const about = aboutOf(line);
        return [
          { ...about, measure: 'dots', value: line.dots, base },
          { ...about, measure: 'voters', value: line.voters, base },
          ...line.blocs.flatMap((cell): CsvRow[] => {
            if (!cell.shown) return [hidden(about, cell.bloc)];
            const share = printShare(cell.voters, cell.papers);
            return [
              figure(about, cell.bloc, 'share', share, cell.papers),
              // Where a bound stands for the share, figures would tell what it keeps back.
              ...(share.kind === 'exact'
                ? [figure(about, cell.bloc, 'dots', { kind: 'exact', value: cell.dots }, cell.papers)]
                : []),
            ];
          }),
        ];
      });
    case 'rating':
      return results.options.flatMap((line): CsvRow[] => {
        const about = aboutOf(line);
        return [
          ...(line.priority === null
            ? []
            : [{ ...about, measure: 'priority', value: line.priority.value, base: line.priority.papers }]),
          ...([0, 1] as const).flatMap((axis) =>
            axisRows({ ...about, axis: oneLine(inLanguage(results.axes[axis], language)) }, line.axes[axis]),
          ),
        ];
      });
    case 'ranking':
      return results.options.flatMap((line): CsvRow[] => {
        const about = aboutOf(line);
        const ranked = results.ranked;
        return [
          ...(line.meanRank === null ? [] : [{ ...about, measure: 'mean-rank', value: line.meanRank, base: ranked }]),
          ...line.places.map((value, index) => ({ ...about, measure: `place-${index + 1}`, value, base: ranked })),
          { ...about, measure: 'unplaced', value: line.unplaced, base: ranked },
          ...line.blocs.map((cell) =>
            cell.shown ? figure(about, cell.bloc, 'mean-rank', cell.meanRank, cell.papers) : hidden(about, cell.bloc),
          ),
        ];
      });
    case 'endorsement':
      return results.options.flatMap((line): CsvRow[] => {
        const about = aboutOf(line);
        return [
          ...EndorsementLevel.options.map((level) => ({ ...about, measure: level, value: line.levels[level], base })),
          { ...about, measure: 'not-judged', value: line.notJudged, base },
          ...attitudes(about, line.blocs),
          ...agreement(about, line.agreement),
          ...line.texts.map(({ level, text }): CsvRow => ({ ...about, kind: 'reason', measure: level, text })),
        ];
      });
  }
};

/** One ballot: a line about itself, then its whole distribution, one figure a line; axes are named in `language`. */
export const ballotRows = (language: Locale, { number, phase, archived, results }: Ballot): CsvRow[] => {
  const { valid, entitled, proxies } = results.base;
  const about: CsvRow = { kind: 'ballot', ballot: number, title: results.kind, of: phase?.kind ?? null };
  return [
    { ...about, measure: 'valid', value: valid, base: entitled, ...(archived && { remark: 'archived' }) },
    { ...about, measure: 'proxies', value: proxies, base: valid },
    ...(results.kind === 'dots' ? [{ ...about, measure: 'budget', value: results.budget }] : []),
    ...(results.kind === 'dots' ? [{ ...about, measure: 'cap', value: results.cap }] : []),
    ...(results.kind === 'ranking' && results.concordance.kind === 'measured'
      ? [{ ...about, measure: 'concordance', value: results.concordance.w, base: results.ranked }]
      : []),
    ...optionRows(language, number, results),
  ];
};
