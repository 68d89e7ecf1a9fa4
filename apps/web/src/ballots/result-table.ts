import type { Agreement, BallotResults, Figure } from '@rapport/domain/ballot-results';
import { EndorsementLevel } from '@rapport/domain/ballots';
import type { BlocId } from '@rapport/domain/blocs';
import { inLanguage } from '@rapport/domain/languages';
import { printShare } from '@rapport/domain/print-figure';
import { blocName, blocNames, hiddenBlocs, type ResultWords } from './bloc-words.ts';
import { meanText, shareText } from './result-figures.ts';
import { verdictText } from './result-lines.ts';

/** Null where there is no figure. */
export type Cell = string | number | null;
export type Column = { label: string; format: 'text' | 'title' | 'count' | 'decimal' | 'percent' };
/** Tables of one result have the same columns. */
export type ResultTable = { caption: string | null; columns: Column[]; rows: Cell[][] };

type Words = ResultWords;

const column = (label: string, format: Column['format'] = 'count'): Column => ({ label, format });

const placeOf = ({ t }: Words, { rank, tied }: { rank: number; tied: boolean }): string =>
  tied ? t('results.rankTied', { rank }) : String(rank);

const exactOr = (text: string, { kind, value }: Figure): Cell => (kind === 'exact' ? value : text);

const agreementColumns = ({ t }: Words): Column[] => [
  column(t('results.column.verdict'), 'text'),
  column(t('results.column.common'), 'decimal'),
  column(t('results.column.commonAgainst'), 'decimal'),
  column(t('results.column.divergence'), 'decimal'),
];

const agreementCells = (words: Words, agreement: Agreement): Cell[] => {
  switch (agreement.kind) {
    case 'measured':
      return [verdictText(words, agreement), agreement.support, agreement.opposition, agreement.divergence];
    case 'no-papers':
      return [words.t('results.agreement.none', { blocs: blocNames(words, agreement.blocs) }), null, null, null];
    case 'not-shown':
      return [words.t('results.notShown'), null, null, null];
  }
};

/** The figures of a result as they may be published, ready for a table or a file. */
export const tablesOf = (words: Words, results: BallotResults): ResultTable[] => {
  const { t, locale } = words;
  const { valid } = results.base;
  const { shown } = hiddenBlocs(results);
  const option = column(t('results.column.option'), 'title');
  const place = column(t('results.column.rank'), 'text');
  const ofBlocs = (format: Column['format'], label: (bloc: string) => string): Column[] =>
    shown.map((bloc) => column(label(blocName(words, bloc)), format));
  const blocCells = <One extends { bloc: BlocId; shown: boolean }>(
    cells: readonly One[],
    cellOf: (one: Extract<One, { shown: true }>) => Cell,
  ): Cell[] =>
    shown.map((bloc) => {
      const found = cells.find((one): one is Extract<One, { shown: true }> => one.bloc === bloc && one.shown);
      return found === undefined ? t('results.notShown') : cellOf(found);
    });

  switch (results.kind) {
    case 'dots':
      return [
        {
          caption: null,
          columns: [
            place,
            option,
            column(t('results.column.dots')),
            column(t('results.column.voters')),
            column(t('results.column.share', { valid }), 'percent'),
            ...ofBlocs('text', (bloc) => bloc),
          ],
          rows: results.options.map((line) => [
            placeOf(words, line),
            line.title,
            line.dots,
            line.voters,
            valid === 0 ? null : line.voters / valid,
            ...blocCells(line.blocs, ({ voters, papers }) => shareText(t, printShare(voters, papers), papers)),
          ]),
        },
      ];
    case 'ranking':
      return [
        {
          caption: null,
          columns: [
            place,
            option,
            column(t('results.column.meanRank', { ranked: results.ranked }), 'decimal'),
            ...results.options.map((_, index) => column(t('results.column.onPlace', { place: index + 1 }))),
            column(t('results.column.unplaced')),
            ...ofBlocs('decimal', (bloc) => t('results.column.meanRankOf', { bloc })),
          ],
          rows: results.options.map((line) => [
            line.meanRank === null ? null : placeOf(words, line),
            line.title,
            line.meanRank,
            ...line.places,
            line.unplaced,
            ...blocCells(line.blocs, ({ meanRank }) => exactOr(meanText(t, meanRank), meanRank)),
          ]),
        },
      ];
    case 'endorsement':
      return [
        {
          caption: null,
          columns: [
            option,
            ...EndorsementLevel.options.map((level) => column(t(`results.level.${level}`))),
            column(t('results.column.notJudged')),
            ...ofBlocs('text', (bloc) => t('results.column.supportOf', { bloc })),
            ...agreementColumns(words),
          ],
          rows: results.options.map((line) => [
            line.title,
            ...EndorsementLevel.options.map((level) => line.levels[level]),
            line.notJudged,
            ...blocCells(line.blocs, ({ support, papers }) => shareText(t, support, papers)),
            ...agreementCells(words, line.agreement),
          ]),
        },
      ];
    case 'rating':
      return results.axes.map((axis, at): ResultTable => ({
        caption: inLanguage(axis, locale),
        columns: [
          place,
          option,
          column(t('results.column.priority'), 'decimal'),
          column(t('results.column.judgedBoth')),
          column(t('results.column.papers')),
          column(t('results.column.notJudged')),
          ...[1, 2, 3, 4, 5].map((rating) => column(t('results.column.rated', { rating }))),
          column(t('results.column.median'), 'decimal'),
          column(t('results.column.firstQuartile'), 'decimal'),
          column(t('results.column.thirdQuartile'), 'decimal'),
          column(t('results.column.mean'), 'decimal'),
          column(t('results.column.deviation'), 'decimal'),
          column(t('results.column.consensus'), 'decimal'),
          column(t('results.column.remark'), 'text'),
          ...ofBlocs('text', (bloc) => t('results.column.supportOf', { bloc })),
          ...ofBlocs('decimal', (bloc) => t('results.column.meanOf', { bloc })),
          ...agreementColumns(words),
        ],
        rows: results.options.flatMap((line) => {
          const figures = line.axes[at];
          if (figures === undefined) return [];
          const { spread } = figures;
          return [
            [
              line.priority === null ? null : placeOf(words, line),
              line.title,
              line.priority?.value ?? null,
              line.priority?.papers ?? 0,
              figures.papers,
              figures.notJudged,
              ...figures.distribution,
              spread?.median ?? null,
              spread?.quartiles[0] ?? null,
              spread?.quartiles[1] ?? null,
              spread?.mean ?? null,
              spread?.deviation ?? null,
              spread?.consensus ?? null,
              spread?.contested === true ? t('results.contested') : '',
              ...blocCells(figures.blocs, ({ support, papers }) => shareText(t, support, papers)),
              ...blocCells(figures.blocs, ({ mean }) => exactOr(meanText(t, mean), mean)),
              ...agreementCells(words, figures.agreement),
            ],
          ];
        }),
      }));
  }
};
