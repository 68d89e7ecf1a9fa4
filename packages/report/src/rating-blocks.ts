import type { AxisResult, RatingResultLine, RatingResults } from '@rapport/domain/ballot-results';
import { inLanguage } from '@rapport/domain/languages';
import { agreementBlocks } from './agreement-words.ts';
import { hiddenBlocs } from './hidden-blocs.ts';
import type { ReportBlock } from './report-blocks.ts';
import {
  RATING_TONES,
  barred,
  blocName,
  decimal,
  figure,
  meanText,
  oneLine,
  stacked,
  type BlocWords,
} from './words.ts';

const axisName = (words: BlocWords, results: RatingResults, axis: 0 | 1): string =>
  oneLine(inLanguage(results.axes[axis], words.language));

const titleOf = (words: BlocWords, line: RatingResultLine): string =>
  oneLine(line.title) || words.t('ballots.untitled');

const meanWithPapers = (words: BlocWords, axis: AxisResult): string =>
  axis.spread === null
    ? words.t('ballots.no-share')
    : words.t('rating.mean-value', { mean: decimal(words, axis.spread.mean), papers: axis.papers });

const priorityTable = (words: BlocWords, results: RatingResults): ReportBlock => {
  const { t } = words;
  return {
    kind: 'table',
    columns: [
      { label: t('ballots.rank'), align: 'start', wide: false },
      { label: t('ballots.option'), align: 'start', wide: true },
      figure(t('rating.priority')),
      figure(axisName(words, results, 0)),
      figure(axisName(words, results, 1)),
    ],
    rows: results.options.map((line) => [
      t(line.tied ? 'ballots.tie' : 'ballots.no-tie', { rank: line.rank }),
      titleOf(words, line),
      line.priority === null
        ? t('ballots.no-share')
        : barred(t('rating.mean-value', { mean: decimal(words, line.priority.value), papers: line.priority.papers }), [
            { share: line.priority.value, tone: 'plain' },
          ]),
      meanWithPapers(words, line.axes[0]),
      meanWithPapers(words, line.axes[1]),
    ]),
  };
};

const spreadCells = (words: BlocWords, { spread }: AxisResult): string[] => {
  const { t } = words;
  if (spread === null) return Array<string>(4).fill(t('ballots.no-share'));
  const [from, to] = spread.quartiles;
  return [
    t('rating.median-value', {
      median: decimal(words, spread.median),
      from: decimal(words, from),
      to: decimal(words, to),
    }),
    decimal(words, spread.deviation),
    decimal(words, spread.consensus),
    spread.contested ? t('rating.contested') : '',
  ];
};

const axisBlocks = (words: BlocWords, results: RatingResults, axis: 0 | 1): ReportBlock[] => {
  const { t } = words;
  const shown = hiddenBlocs(results).shown;
  return [
    { kind: 'heading', level: 3, text: axisName(words, results, axis) },
    {
      kind: 'table',
      columns: [
        { label: t('ballots.option'), align: 'start', wide: true },
        figure(t('rating.distribution')),
        figure(t('rating.not-judged')),
        figure(t('rating.median')),
        figure(t('rating.deviation')),
        figure(t('rating.consensus')),
        { label: t('rating.remark'), align: 'start', wide: false },
      ],
      rows: results.options.map((line) => [
        titleOf(words, line),
        barred(line.axes[axis].distribution.join('\u00A0/ '), stacked(line.axes[axis].distribution, RATING_TONES)),
        String(line.axes[axis].notJudged),
        ...spreadCells(words, line.axes[axis]),
      ]),
    },
    { kind: 'legend', items: RATING_TONES.map((tone, index) => ({ label: String(index + 1), tone })) },
    ...(shown.length === 0
      ? []
      : [
          {
            kind: 'table',
            columns: [
              { label: t('rating.bloc-means'), align: 'start', wide: true },
              ...shown.map((bloc) => figure(blocName(words, bloc))),
            ],
            rows: results.options.map((line) => [
              titleOf(words, line),
              ...shown.map((bloc) => {
                const cell = line.axes[axis].blocs.find((one) => one.bloc === bloc);
                return cell?.shown === true
                  ? t('rating.mean-value', { mean: meanText(words, cell.mean), papers: cell.papers })
                  : t('ballots.hidden');
              }),
            ]),
          } satisfies ReportBlock,
        ]),
    ...agreementBlocks(
      words,
      results.options.map((line) => ({
        title: titleOf(words, line),
        cells: line.axes[axis].blocs,
        agreement: line.axes[axis].agreement,
      })),
    ),
  ];
};

/** Priorities, then each axis with its distribution, its blocs and what the sides agree on. */
export const ratingBlocks = (words: BlocWords, results: RatingResults): ReportBlock[] => [
  priorityTable(words, results),
  { kind: 'paragraph', tone: 'note', text: words.t('rating.note') },
  ...axisBlocks(words, results, 0),
  ...axisBlocks(words, results, 1),
];
