import type { BallotResults } from '@rapport/domain/ballot-results';
import { SMALL_CELL } from '@rapport/domain/blocs';
import { inLanguage } from '@rapport/domain/languages';
import type { ArrangedRecord } from './arrange-record.ts';
import { dotBlocks } from './dot-blocks.ts';
import { endorsementBlocks } from './endorsement-blocks.ts';
import { hiddenBlocs } from './hidden-blocs.ts';
import { rankingBlocks } from './ranking-blocks.ts';
import { ratingBlocks } from './rating-blocks.ts';
import type { ReportBlock } from './report-blocks.ts';
import { decimal, listOf, namesOf, oneLine, type BlocWords } from './words.ts';

type Ballot = ArrangedRecord['ballots'][number];

/** What was asked, after the number of papers. */
const rulesText = (words: BlocWords, results: BallotResults): string => {
  const { t, language } = words;
  switch (results.kind) {
    case 'dots':
      return t('ballots.rules.dots', { budget: results.budget, cap: results.cap });
    case 'rating':
      return t('ballots.rules.rating', {
        axes: listOf(
          results.axes.map((axis) => t('ballots.axis', { axis: oneLine(inLanguage(axis, language)) })),
          language,
        ),
      });
    case 'ranking':
      return t('ballots.rules.ranking', { options: results.options.length });
    case 'endorsement':
      return t('ballots.rules.endorsement');
  }
};

const bodyOf = (words: BlocWords, results: BallotResults): ReportBlock[] => {
  switch (results.kind) {
    case 'dots':
      return dotBlocks(words, results);
    case 'rating':
      return ratingBlocks(words, results);
    case 'ranking':
      return rankingBlocks(words, results);
    case 'endorsement':
      return endorsementBlocks(words, results);
  }
};

/** One ballot: what was asked, of whom, and what came out. */
export const ballotBlocks = (words: BlocWords, { number, results, phase, archived }: Ballot): ReportBlock[] => {
  const { t } = words;
  const { valid, entitled, proxies } = results.base;
  const hidden = hiddenBlocs(results);
  const notes = [
    ...(phase === null ? [] : [t('ballots.phase', { phase: t(`phase.${phase.kind}`) })]),
    ...(archived ? [t('ballots.archived')] : []),
  ];
  const below = [
    ...(results.kind === 'dots' ? [t('ballots.share-note')] : []),
    ...(results.kind === 'dots' && hidden.shown.length > 0 ? [t('ballots.bloc-note')] : []),
    ...(hidden.everywhere.length > 0 ? [t('ballots.hidden-note', { blocs: namesOf(words, hidden.everywhere) })] : []),
  ];
  return [
    {
      kind: 'heading',
      level: 2,
      text: t('ballots.heading', { number, kind: t(`ballots.kind.${results.kind}`) }),
      ...(notes.length > 0 && { note: notes.join(t('list.separator')) }),
    },
    {
      kind: 'paragraph',
      tone: 'plain',
      text: [
        t('ballots.base', { valid, entitled }),
        rulesText(words, results),
        ...(proxies > 0 ? [t('ballots.proxies', { count: proxies })] : []),
      ].join(' '),
    },
    ...bodyOf(words, results),
    ...(below.length === 0 ? [] : [{ kind: 'paragraph', tone: 'note', text: below.join(' ') } as const]),
  ];
};

/** What words for agreement rest upon; ballots with the same thresholds are named together. */
const thresholdLines = (words: BlocWords, ballots: readonly Ballot[]): string[] => {
  const alike = Map.groupBy(
    ballots.flatMap(({ number, results }) =>
      results.kind === 'rating' || results.kind === 'endorsement' ? [{ number, thresholds: results.thresholds }] : [],
    ),
    ({ thresholds: { support, rejection, follower, z, points, consensus } }) =>
      [support, rejection, follower, z, points, consensus].join(' '),
  );
  return [...alike.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const { support, rejection, follower, z, points, consensus } = first.thresholds;
    return [
      words.t('method.thresholds', {
        count: group.length,
        numbers: listOf(
          group.map(({ number }) => String(number)),
          words.language,
        ),
        support,
        rejection,
        follower,
        z: decimal(words, z),
        points,
        consensus: decimal(words, consensus),
      }),
    ];
  });
};

/** Of each ballot: what its words rest upon, and which values it holds back. */
export const ballotMethod = (words: BlocWords, ballots: readonly Ballot[]): string[] => {
  const { t } = words;
  if (ballots.length === 0) return [t('method.no-ballot')];
  return [
    ...ballots.map(({ number, results: { base } }) => t('method.ballot', { number, ...base })),
    ...thresholdLines(words, ballots),
    ...ballots.flatMap(({ number, results }) =>
      results.kind === 'rating'
        ? [t('method.dissent', { number, dissent: decimal(words, results.thresholds.dissent) })]
        : [],
    ),
    t('method.small-cells', { count: SMALL_CELL }),
    ...ballots.flatMap(({ number, results }) => {
      const { everywhere, somewhere } = hiddenBlocs(results);
      const lines = [
        ...(everywhere.length > 0 ? [t('method.hidden', { number, blocs: namesOf(words, everywhere) })] : []),
        ...(somewhere.length > 0 ? [t('method.partly-hidden', { number, blocs: namesOf(words, somewhere) })] : []),
      ];
      return lines.length === 0 ? [t('method.none-hidden', { number })] : lines;
    }),
  ];
};
