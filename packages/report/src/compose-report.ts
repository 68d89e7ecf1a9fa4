import { inLanguage, type Locale } from '@rapport/domain/languages';
import type { ArrangedRecord, NumberedCard } from './arrange-record.ts';
import { ballotBlocks, ballotMethod } from './ballot-blocks.ts';
import type { Report, ReportBlock } from './report-blocks.ts';
import { translateInto, type Translate } from './translate.ts';
import { blocName, listOf, oneLine, type Words } from './words.ts';

/** Long date without a weekday, in the report's language. A date has no time zone. */
const longDate = (date: string, language: Locale): string => {
  const at = new Date(`${date}T00:00:00Z`);
  if (Number.isNaN(at.getTime())) return date;
  return new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, { dateStyle: 'long', timeZone: 'UTC' }).format(
    at,
  );
};

const titleOf = (card: NumberedCard, t: Translate): string => oneLine(card.title) || t('card.untitled');

const facts = (words: Words, status: string, marking: string): ReportBlock => {
  const { t, language, record } = words;
  const { symposium, round, group, counts, clusters, ballots } = record;
  const mode = t(`attribution.${group.attribution}`);
  const material = [
    t('fact.cards', { count: record.cards.length }),
    t('fact.clusters', { count: clusters.length }),
    t('fact.ballots', { count: ballots.length }),
  ];
  return {
    kind: 'facts',
    rows: [
      { label: t('fact.round'), value: oneLine(round.title) },
      { label: t('fact.date'), value: longDate(symposium.startsOn, language) },
      { label: t('fact.status'), value: status },
      { label: t('fact.marking'), value: marking },
      {
        label: t('fact.attribution'),
        value: symposium.chathamHouse ? t('attribution.under-rule', { mode }) : mode,
      },
      {
        label: t('fact.participants'),
        value: t('fact.participants-value', { present: counts.present, seats: counts.seats }),
      },
      { label: t('fact.material'), value: material.join(', ') },
    ],
  };
};

const ideas = (cards: readonly NumberedCard[], t: Translate): ReportBlock => ({
  kind: 'ideas',
  items: cards.map((card) => ({ text: titleOf(card, t), number: card.number })),
});

const clusterBlocks = ({ t, record }: Words): ReportBlock[] => [
  { kind: 'heading', level: 1, text: t('clusters.title') },
  record.clusters.length === 0
    ? { kind: 'paragraph', tone: 'note', text: t('clusters.none') }
    : { kind: 'paragraph', tone: 'note', text: t('clusters.reference') },
  ...record.clusters.flatMap((cluster): ReportBlock[] => [
    {
      kind: 'heading',
      level: 2,
      text: oneLine(cluster.title) || t('clusters.untitled'),
      note: t('clusters.count', { count: cluster.cards.length }),
    },
    cluster.cards.length === 0
      ? { kind: 'paragraph', tone: 'note', text: t('clusters.empty') }
      : ideas(cluster.cards, t),
  ]),
];

const looseBlocks = ({ t, record }: Words): ReportBlock[] => [
  {
    kind: 'heading',
    level: 1,
    text: t('loose.title'),
    note: t('clusters.count', { count: record.loose.length }),
  },
  record.loose.length === 0 ? { kind: 'paragraph', tone: 'note', text: t('loose.none') } : ideas(record.loose, t),
];

const methodPoints = (words: Words): string[] => {
  const { t, language, record } = words;
  const { group, symposium, phases, currentPhase, ballots, cards } = record;
  const reached = phases
    .filter((phase) => phase.index <= currentPhase)
    .map((phase) => t('method.phase', { phase: t(`phase.${phase.kind}`), minutes: phase.minutes }));
  return [
    t('method.phases', { phases: listOf(reached, language) }),
    t(`method.${group.attribution}`),
    ...(symposium.chathamHouse ? [t('method.rule')] : []),
    t('method.late', { count: cards.filter((card) => card.late).length }),
    t('method.proxy', { count: cards.filter((card) => card.proxy).length }),
    ...ballotMethod(words, ballots),
    t('method.order'),
  ];
};

const annexBlocks = (words: Words): ReportBlock[] => {
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
  return [
    {
      kind: 'heading',
      level: 1,
      startsPage: true,
      text: t('annex.title'),
      note: t('clusters.count', { count: record.cards.length }),
    },
    record.cards.length === 0
      ? { kind: 'paragraph', tone: 'note', text: t('annex.none') }
      : {
          kind: 'cards',
          cards: record.cards.map((card) => ({
            number: card.number,
            title: titleOf(card, t),
            paragraphs: card.body
              .split('\n')
              .map((line) => line.trimEnd())
              .filter((line) => line !== ''),
            note: noteOf(card),
          })),
        },
  ];
};

/** The words around page numbers; figures that no text holds mark their places. */
const pageOf = (t: Translate): Report['pageOf'] =>
  t('report.page', { page: '\uE000', pages: '\uE001' })
    .split(/([\uE000\uE001])/)
    .map((part) => (part === '\uE000' ? 'page' : part === '\uE001' ? 'pages' : { text: part }));

/** Writes a group's report as blocks (docs/method.md §9), from what exists, never from the phase reached. */
export const composeReport = (record: ArrangedRecord, language: Locale): Report => {
  const t = translateInto(language);
  const words = { t, language, record };
  const { symposium, group, round } = record;
  const interim = group.status === 'open';
  const status = t('report.status', {
    status: t(interim ? 'report.interim' : 'report.final'),
    version: String(group.version),
  });
  const marking = oneLine(inLanguage(symposium.marking, language));
  const number = String(group.number);
  const name = oneLine(group.name);
  return {
    language,
    symposium: oneLine(symposium.title),
    // A group nobody has named is called after its number, which the title says anyway.
    title:
      name === '' || name === `Group ${number}`
        ? t('report.title', { number })
        : t('report.title-named', { number, name }),
    question: oneLine(round.question),
    marking,
    status,
    pageOf: pageOf(t),
    watermark: interim ? t('report.watermark') : null,
    blocks: [
      ...(interim ? [{ kind: 'paragraph', tone: 'notice', text: t('report.interim-notice') } as const] : []),
      facts(words, status, marking),
      { kind: 'heading', level: 1, text: t('overview.title') },
      {
        kind: 'paragraph',
        tone: 'plain',
        text: record.cards.length === 0 ? t('overview.nothing-yet') : t('overview.nothing-written'),
      },
      ...clusterBlocks(words),
      { kind: 'heading', level: 1, text: t('ballots.title') },
      ...(record.ballots.length === 0
        ? [{ kind: 'paragraph', tone: 'note', text: t('ballots.none') } as const]
        : record.ballots.flatMap((ballot) => ballotBlocks(words, ballot))),
      ...looseBlocks(words),
      { kind: 'heading', level: 1, text: t('method.title') },
      { kind: 'points', items: methodPoints(words) },
      ...annexBlocks(words),
    ],
  };
};
