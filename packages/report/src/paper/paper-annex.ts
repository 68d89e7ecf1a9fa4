import type { BallotResults } from '@rapport/domain/ballot-results';
import type { PaperGroup } from '@rapport/domain/symposium-record';
import { ballotBlocks } from '../ballot-blocks.ts';
import type { ReportBlock } from '../report-blocks.ts';
import { figure, listOf, note, oneLine, shareText, meanText } from '../words.ts';
import { delegationMean } from './evidence-blocks.ts';
import { plainOptions } from './paper-option-blocks.ts';
import { placeText, type PaperWords, type Selection } from './paper-words.ts';
import { registerTable } from './summary-blocks.ts';

/** What comes out when each delegation counts once; by name only where the projection left any. */
const delegationBlocks = (words: PaperWords, results: BallotResults): ReportBlock[] => {
  const { t } = words;
  const { byDelegation } = results;
  if (byDelegation === undefined) return [];
  const { delegations, unassigned } = byDelegation;
  const titles = new Map(results.options.map(({ id, title }) => [id, oneLine(title) || t('ballots.untitled')]));
  const rows = byDelegation.options.flatMap((option) =>
    option.measures.map((tally) => {
      const isShare = tally.measure === 'support' || tally.measure === 'opposition';
      return [
        titles.get(option.id) ?? t('ballots.untitled'),
        t(`paper.measure.${tally.measure}`),
        String(tally.delegations),
        delegationMean(words, tally) ?? t('ballots.hidden'),
        tally.cells
          .map(({ delegation, papers, value }) =>
            [
              t('paper.delegations.named', { delegation, papers }),
              isShare ? shareText(words, value) : meanText(words, value),
            ].join(' '),
          )
          .join(t('list.separator')),
      ];
    }),
  );
  const named = rows.some((row) => row[4] !== '');
  return [
    { kind: 'heading', level: 3, text: t('paper.delegations.title') },
    { kind: 'paragraph', tone: 'plain', text: t('paper.delegations.base', { delegations, unassigned }) },
    {
      kind: 'table',
      columns: [
        { label: t('ballots.option'), align: 'start', wide: true },
        { label: t('result.title'), align: 'start', wide: false },
        figure(t('paper.delegations.count')),
        figure(t('paper.delegations.mean')),
        ...(named ? [{ label: t('paper.delegations.title'), align: 'start', wide: true } as const] : []),
      ],
      rows: rows.map((row) => (named ? row : row.slice(0, 4))),
    },
  ];
};

const groupBlocks = (words: PaperWords, group: PaperGroup): ReportBlock[] => {
  const { t, record, language } = words;
  const { counts, clusters, ballots } = group;
  const brought = record.options.filter(
    (option) => option.group?.round === group.round && option.group.number === group.number,
  );
  const name = oneLine(group.name);
  const headlines = group.headlines.map(oneLine).filter((text) => text !== '');
  const round = record.rounds.find(({ number }) => number === group.round);
  return [
    {
      kind: 'heading',
      level: 2,
      code: placeText(group),
      text: name,
      note: t('paper.annex.group-status', {
        status: t(group.status === 'open' ? 'paper.annex.open' : 'paper.annex.closed'),
        version: String(group.version),
      }),
    },
    {
      kind: 'facts',
      rows: [
        { label: t('fact.round'), values: [oneLine(round?.title ?? '')] },
        { label: t('fact.attribution'), values: [t(`attribution.${group.attribution}`)] },
        {
          label: t('fact.participants'),
          values: [t('fact.participants-value', { present: counts.present, seats: counts.seats })],
        },
        {
          label: t('fact.material'),
          values: [
            [
              t('fact.cards', { count: counts.cards }),
              t('fact.clusters', { count: clusters.length }),
              t('fact.ballots', { count: ballots.length }),
            ].join(t('list.separator')),
          ],
        },
        {
          label: t('paper.annex.brought'),
          values: [
            brought.length === 0
              ? t('paper.annex.nothing')
              : listOf(
                  brought.map(({ code }) => code),
                  language,
                ),
          ],
        },
        ...(headlines.length === 0 ? [] : [{ label: t('paper.annex.headlines'), values: headlines }]),
      ],
    },
  ];
};

/** Every version of every text in the register, by which a copy can be checked. */
const versionTable = ({ t, record }: PaperWords): ReportBlock => ({
  kind: 'table',
  columns: [
    { label: t('paper.glance.code'), align: 'start', wide: false },
    figure(t('paper.version.number')),
    { label: t('paper.version.hash'), align: 'start', wide: true },
  ],
  rows: record.options.flatMap(({ code, versions }) =>
    versions.map(({ number, hash }) => [code, String(number), hash]),
  ),
});

/** Full texts beside the paper, full results of the plenary, the register, the groups and the versions of texts. */
export const paperAnnex = (words: PaperWords, { rest }: Selection): ReportBlock[] => {
  const { t, record } = words;
  const sections: ReportBlock[][] = [
    ...(rest.length === 0
      ? []
      : [[{ kind: 'heading', level: 1, text: t('paper.annex.rest') } as const, ...plainOptions(words, rest)]]),
    ...(record.ballots.length === 0
      ? []
      : [
          [
            { kind: 'heading', level: 1, text: t('paper.annex.plenary') } as const,
            ...record.ballots.flatMap(({ number, results }) => [
              ...ballotBlocks(words, { number, results, phase: null, archived: false, proxies: results.base.proxies }),
              ...delegationBlocks(words, results),
            ]),
          ],
        ]),
    ...(record.options.length === 0
      ? []
      : [
          [
            { kind: 'heading', level: 1, text: t('paper.annex.register') } as const,
            registerTable(words, record.options, 'state'),
          ],
        ]),
    [
      { kind: 'heading', level: 1, text: t('paper.annex.groups') },
      ...(record.groups.length === 0
        ? [note(t('paper.annex.no-group'))]
        : record.groups.flatMap((group) => groupBlocks(words, group))),
    ],
    ...(record.options.length === 0
      ? []
      : [[{ kind: 'heading', level: 1, text: t('paper.annex.versions') } as const, versionTable(words)]]),
  ];
  // The annexes begin on a page of their own.
  return sections.flatMap((blocks, index) =>
    blocks.map((block, at) =>
      index === 0 && at === 0 && block.kind === 'heading' ? { ...block, startsPage: true as const } : block,
    ),
  );
};
