import type { DotResults } from '@rapport/domain/ballot-results';
import { printShare } from '@rapport/domain/print-figure';
import type { ReportBlock } from './report-blocks.ts';
import { barred, blocName, figure, oneLine, shareText, type BlocWords } from './words.ts';

/** The table of a dot ballot. */
export const dotBlocks = (words: BlocWords, results: DotResults): ReportBlock[] => {
  const { t } = words;
  const { valid } = results.base;
  const shown = (results.options[0]?.blocs ?? []).filter((cell) => cell.shown);
  return [
    {
      kind: 'table',
      columns: [
        { label: t('ballots.rank'), align: 'start', wide: false },
        { label: t('ballots.option'), align: 'start', wide: true },
        figure(t('ballots.dots')),
        figure(t('ballots.voters')),
        figure(t('ballots.share')),
        ...shown.map((cell) => figure(t('ballots.bloc', { bloc: blocName(words, cell.bloc), papers: cell.papers }))),
      ],
      rows: results.options.map((line) => [
        t(line.tied ? 'ballots.tie' : 'ballots.no-tie', { rank: line.rank }),
        oneLine(line.title) || t('ballots.untitled'),
        String(line.dots),
        String(line.voters),
        valid === 0
          ? t('ballots.no-share')
          : barred(t('ballots.share-value', { share: line.voters / valid }), [
              { share: line.voters / valid, tone: 'plain' },
            ]),
        ...line.blocs
          .filter((cell) => cell.shown)
          .map((cell) => {
            const share = printShare(cell.voters, cell.papers);
            // Dots would tell what the bound leaves open.
            return share.kind === 'exact'
              ? t('ballots.bloc-value', { dots: cell.dots, voters: cell.voters })
              : shareText(words, share);
          }),
      ]),
    },
  ];
};
