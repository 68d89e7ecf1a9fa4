import type { RankingResults } from '@rapport/domain/ballot-results';
import { hiddenBlocs } from './hidden-blocs.ts';
import type { ReportBlock } from './report-blocks.ts';
import { barred, blocName, decimal, figure, meanText, oneLine, placeTones, stacked, type BlocWords } from './words.ts';

/** Mean ranks with the places behind them, and how much the rankings are alike. */
export const rankingBlocks = (words: BlocWords, results: RankingResults): ReportBlock[] => {
  const { t } = words;
  const shown = hiddenBlocs(results).shown;
  const { concordance, ranked, base } = results;
  return [
    {
      kind: 'table',
      columns: [
        { label: t('ballots.rank'), align: 'start', wide: false },
        { label: t('ballots.option'), align: 'start', wide: true },
        figure(t('ranking.mean')),
        figure(t('ranking.places')),
        figure(t('ranking.unplaced')),
        ...shown.map((bloc) => figure(blocName(words, bloc))),
      ],
      rows: results.options.map((line) => [
        t(line.tied ? 'ballots.tie' : 'ballots.no-tie', { rank: line.rank }),
        oneLine(line.title) || t('ballots.untitled'),
        line.meanRank === null ? t('ballots.no-share') : decimal(words, line.meanRank),
        barred(line.places.join('\u00A0/ '), stacked([...line.places, line.unplaced], placeTones(line.places.length))),
        String(line.unplaced),
        ...shown.map((bloc) => {
          const cell = line.blocs.find((one) => one.bloc === bloc);
          return cell?.shown === true
            ? t('rating.mean-value', { mean: meanText(words, cell.meanRank), papers: cell.papers })
            : t('ballots.hidden');
        }),
      ]),
    },
    {
      kind: 'paragraph',
      tone: 'plain',
      text: [
        t('ranking.ranked', { ranked, abstained: base.valid - ranked }),
        concordance.kind === 'measured'
          ? t('ranking.concordance', { w: decimal(words, concordance.w) })
          : t(`ranking.${concordance.kind}`),
      ].join(' '),
    },
    { kind: 'paragraph', tone: 'note', text: t('ranking.note') },
  ];
};
