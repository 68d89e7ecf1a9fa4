import type { Agreement, BallotResults, Figure } from '@rapport/domain/ballot-results';
import { EndorsementLevel } from '@rapport/domain/ballots';
import type { BlocId } from '@rapport/domain/blocs';
import { inLanguage } from '@rapport/domain/languages';
import type { OptionRecord } from '@rapport/domain/options';
import { printShare } from '@rapport/domain/print-figure';
import { verdictText } from './agreement-words.ts';
import type { ReportBlock, TableCell } from './report-blocks.ts';
import {
  LEVEL_TONES,
  RATING_TONES,
  barred,
  blocName,
  decimal,
  figure,
  meanText,
  oneLine,
  placeTones,
  shareBar,
  shareText,
  stacked,
  type BlocWords,
  type Words,
} from './words.ts';

/** What one ballot, or one axis of it, says of an option. */
export type ResultLine = {
  what: string;
  all: TableCell;
  blocs: { bloc: BlocId; cell: TableCell | null }[];
  verdict: string;
};

const share = (words: BlocWords, value: Figure, papers: number): TableCell =>
  barred(words.t('rating.mean-value', { mean: shareText(words, value), papers }), shareBar(value));

const verdict = (words: BlocWords, agreement: Agreement): string =>
  agreement.kind === 'measured' ? verdictText(words, agreement) : words.t(`result.${agreement.kind}`);

/** Every line of a ballot's results that is about the option. */
export const resultLines = (words: BlocWords, number: number, results: BallotResults, id: string): ResultLine[] => {
  const { t } = words;
  const about = <T extends { subject: { kind: string; id: string } }>(options: readonly T[]): T | undefined =>
    options.find(({ subject }) => subject.kind === 'option' && subject.id === id);
  const kind = t(`ballots.kind.${results.kind}`);
  const what = t('result.ballot', { number, kind });
  switch (results.kind) {
    case 'dots': {
      const line = about(results.options);
      if (line === undefined) return [];
      const { valid } = results.base;
      const all = t('result.dots', { dots: line.dots, voters: line.voters, valid });
      return [
        {
          what,
          all: barred(all, valid === 0 ? [] : [{ share: line.voters / valid, tone: 'plain' }]),
          blocs: line.blocs.map((cell) => ({
            bloc: cell.bloc,
            cell: cell.shown ? share(words, printShare(cell.voters, cell.papers), cell.papers) : null,
          })),
          verdict: t('ballots.no-share'),
        },
      ];
    }
    case 'rating': {
      const line = about(results.options);
      return (line?.axes ?? []).map((axis, index) => ({
        what: t('result.axis', {
          number,
          axis: oneLine(inLanguage(results.axes[index === 0 ? 0 : 1], words.language)),
        }),
        all:
          axis.spread === null
            ? t('ballots.no-share')
            : barred(
                t('result.mean', { mean: decimal(words, axis.spread.mean), papers: axis.papers }),
                stacked(axis.distribution, RATING_TONES),
              ),
        blocs: axis.blocs.map((cell) => ({
          bloc: cell.bloc,
          cell: cell.shown ? share(words, cell.support, cell.papers) : null,
        })),
        verdict: verdict(words, axis.agreement),
      }));
    }
    case 'ranking': {
      const line = about(results.options);
      if (line === undefined) return [];
      const { meanRank, places, unplaced } = line;
      return [
        {
          what,
          all:
            meanRank === null
              ? t('ballots.no-share')
              : barred(
                  t('result.mean-rank', { rank: decimal(words, meanRank), papers: results.ranked }),
                  stacked([...places, unplaced], placeTones(places.length)),
                ),
          blocs: line.blocs.map((cell) => ({
            bloc: cell.bloc,
            cell: cell.shown
              ? t('rating.mean-value', { mean: meanText(words, cell.meanRank), papers: cell.papers })
              : null,
          })),
          verdict: t('ballots.no-share'),
        },
      ];
    }
    case 'endorsement': {
      const line = about(results.options);
      if (line === undefined) return [];
      const counts = EndorsementLevel.options.map((level) => line.levels[level]);
      const said = EndorsementLevel.options.filter((level) => line.levels[level] > 0);
      return [
        {
          what,
          all: barred(
            said
              .map((level) => t('result.level', { level: t(`level.${level}`), count: line.levels[level] }))
              .join(t('list.separator')),
            stacked(counts, LEVEL_TONES),
          ),
          blocs: line.blocs.map((cell) => ({
            bloc: cell.bloc,
            cell: cell.shown ? share(words, cell.support, cell.papers) : null,
          })),
          verdict: verdict(words, line.agreement),
        },
      ];
    }
  }
};

/** One line a ballot or axis, a column for each bloc that is shown; nothing when there is no line. */
export const resultTable = (words: BlocWords, lines: readonly ResultLine[]): ReportBlock[] => {
  const { t, record } = words;
  if (lines.length === 0) return [];
  const shown = record.symposium.blocs
    .map(({ id }) => id)
    .filter((id) => lines.some(({ blocs }) => blocs.some(({ bloc, cell }) => bloc === id && cell !== null)));
  return [
    {
      kind: 'table',
      columns: [
        { label: t('result.title'), align: 'start', wide: true },
        { label: t('result.all'), align: 'start', wide: true },
        ...shown.map((bloc) => figure(blocName(words, bloc))),
        { label: t('result.verdict'), align: 'start', wide: true },
      ],
      rows: lines.map((line) => [
        line.what,
        line.all,
        ...shown.map((id) => {
          const value = line.blocs.find(({ bloc }) => bloc === id);
          return value === undefined ? t('ballots.no-share') : (value.cell ?? t('ballots.hidden'));
        }),
        line.verdict,
      ]),
    },
  ];
};

/** What the group's closed ballots say of an option. */
export const optionResults = (words: Words, option: OptionRecord): ReportBlock[] =>
  resultTable(
    words,
    words.record.ballots
      .filter((ballot) => !ballot.archived)
      .flatMap(({ number, results }) => resultLines(words, number, results, option.id)),
  );
