import type { NumberedCard } from './arrange-record.ts';
import { ballotBlocks } from './ballot-blocks.ts';
import { changeBlocks } from './option-blocks.ts';
import type { ReportBlock } from './report-blocks.ts';
import { blocName, note, oneLine, type Words } from './words.ts';

const cards = (words: Words): ReportBlock => {
  const { t, record } = words;
  const clusterOf = new Map(record.clusters.map((cluster) => [cluster.id, oneLine(cluster.title)]));
  const noteOf = (card: NumberedCard): string => {
    const cluster = card.cluster === null ? undefined : clusterOf.get(card.cluster) || t('clusters.untitled');
    return [
      cluster === undefined ? t('annex.in-none') : t('annex.in-cluster', { cluster }),
      ...(card.late ? [t('card.late')] : []),
      ...(card.proxy ? [t('card.proxy')] : []),
      ...(card.author === undefined
        ? []
        : [t('card.author', { name: card.author.displayName, delegation: card.author.delegation })]),
      ...(card.bloc === undefined ? [] : [blocName(words, card.bloc)]),
    ].join(' · ');
  };
  return {
    kind: 'cards',
    cards: record.cards.map((card) => ({
      number: card.number,
      title: oneLine(card.title) || t('card.untitled'),
      paragraphs: card.body
        .split('\n')
        .map((line) => line.trimEnd())
        .filter((line) => line !== ''),
      note: noteOf(card),
    })),
  };
};

/** All cards in their keyed order, every ballot in full, and how the texts of options changed. */
export const annexBlocks = (words: Words): ReportBlock[] => {
  const { t, record } = words;
  const changes = changeBlocks(words);
  return [
    {
      kind: 'heading',
      level: 1,
      startsPage: true,
      text: t('annex.title'),
      note: t('clusters.count', { count: record.cards.length }),
    },
    record.cards.length === 0 ? note(t('annex.none')) : cards(words),
    { kind: 'heading', level: 1, text: t('ballots.title') },
    ...(record.ballots.length === 0
      ? [note(t('ballots.none'))]
      : record.ballots.flatMap((ballot) => ballotBlocks(words, ballot))),
    ...(changes.length === 0
      ? []
      : [{ kind: 'heading', level: 1, text: t('changes.title') } as const, note(t('changes.note')), ...changes]),
  ];
};
