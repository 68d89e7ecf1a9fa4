import type { EndorsementResults } from '@rapport/domain/ballot-results';
import { EndorsementLevel } from '@rapport/domain/ballots';
import { agreementBlocks } from './agreement-words.ts';
import type { ReportBlock } from './report-blocks.ts';
import { barred, figure, oneLine, plainPoints, type BlocWords } from './words.ts';

/** Counts by level, the reasons that were given, and what the sides agree on. */
export const endorsementBlocks = (words: BlocWords, results: EndorsementResults): ReportBlock[] => {
  const { t } = words;
  const papers = results.base.valid;
  const lines = results.options.map((line) => ({ ...line, title: oneLine(line.title) || t('ballots.untitled') }));
  return [
    {
      kind: 'table',
      columns: [
        { label: t('ballots.option'), align: 'start', wide: true },
        ...EndorsementLevel.options.map((level) => figure(t(`level.${level}`))),
        figure(t('rating.not-judged')),
      ],
      rows: lines.map((line) => [
        line.title,
        ...EndorsementLevel.options.map((level) => {
          const count = String(line.levels[level]);
          return papers === 0 ? count : barred(count, [{ share: line.levels[level] / papers, tone: 'plain' }]);
        }),
        String(line.notJudged),
      ]),
    },
    ...lines.flatMap((line): ReportBlock[] =>
      line.texts.length === 0
        ? []
        : [
            { kind: 'heading', level: 3, text: t('endorsement.texts', { option: line.title }) },
            plainPoints(
              line.texts.map(({ level, text }) =>
                t('endorsement.text', { level: t(`level.${level}`), text: oneLine(text) }),
              ),
            ),
          ],
    ),
    ...agreementBlocks(
      words,
      lines.map(({ title, blocs, agreement }) => ({ title, cells: blocs, agreement })),
    ),
    { kind: 'paragraph', tone: 'note', text: t('endorsement.note') },
  ];
};
