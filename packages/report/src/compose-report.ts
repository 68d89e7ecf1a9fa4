import { inLanguage, type Locale } from '@rapport/domain/languages';
import { annexBlocks } from './annex-blocks.ts';
import type { ArrangedRecord } from './arrange-record.ts';
import { ballotMethod } from './ballot-blocks.ts';
import { forwardedBlocks, isForwarded, optionTitle } from './option-blocks.ts';
import { longDate, pageOf } from './page-words.ts';
import type { Fact, Report, ReportBlock } from './report-blocks.ts';
import { sentencesFromResults } from './suggest-sentences.ts';
import { runsFromTheRight, translateInto } from './translate.ts';
import { figure, listOf, note, oneLine, plainPoints, type Words } from './words.ts';
import { writtenSentences } from './written-sentences.ts';

const row = (label: string, value: string): Fact => ({ label, values: [value] });

const facts = (words: Words, status: string, marking: string): ReportBlock => {
  const { t, language, record } = words;
  const { symposium, round, group, counts, clusters, ballots, options } = record;
  const mode = t(`attribution.${group.attribution}`);
  const material = [
    t('fact.cards', { count: record.cards.length }),
    t('fact.clusters', { count: clusters.length }),
    t('fact.options', { count: options.length }),
    t('fact.ballots', { count: ballots.length }),
  ];
  return {
    kind: 'facts',
    rows: [
      row(t('fact.round'), oneLine(round.title)),
      row(t('fact.date'), longDate(symposium.startsOn, language)),
      row(t('fact.status'), status),
      row(t('fact.marking'), marking),
      row(t('fact.attribution'), symposium.chathamHouse ? t('attribution.under-rule', { mode }) : mode),
      row(t('fact.participants'), t('fact.participants-value', { present: counts.present, seats: counts.seats })),
      row(t('fact.material'), material.join(t('list.separator'))),
    ],
  };
};

const headlineBlocks = ({ t, record }: Words): ReportBlock[] => {
  const items = record.texts.headlines.map(oneLine).filter((text) => text !== '');
  return [
    { kind: 'heading', level: 1, text: t('headlines.title') },
    items.length === 0 ? note(t('headlines.none')) : { kind: 'numbered', items },
  ];
};

/** What rapporteurs wrote; where they wrote nothing, what follows from the figures. */
const agreementSection = (words: Words): ReportBlock[] => {
  const { t } = words;
  const written = writtenSentences(words);
  const heading: ReportBlock = { kind: 'heading', level: 1, text: t('divergence.title') };
  if (written.length > 0) {
    return [heading, { kind: 'points', items: written }, note(t('divergence.marks'))];
  }
  const made = sentencesFromResults(words);
  return [
    heading,
    ...(made.length === 0 ? [note(t('divergence.none'))] : [plainPoints(made), note(t('divergence.made'))]),
  ];
};

const numbers = (cards: readonly { number: number }[]): string => cards.map(({ number }) => number).join(', ');

/** Every cluster with its count, and every option that went no further; nothing disappears. */
const ideaBlocks = (words: Words): ReportBlock[] => {
  const { t, record, language } = words;
  const forwarded = record.options.filter(isForwarded);
  const kept = record.options.filter((option) => !isForwarded(option));
  const takenUp = (title: string): string =>
    listOf(
      forwarded.filter(({ lineage }) => title !== '' && lineage.clusters.includes(title)).map(({ code }) => code),
      language,
    );
  return [
    { kind: 'heading', level: 1, text: t('ideas.title') },
    {
      kind: 'table',
      columns: [
        { label: t('ideas.cluster'), align: 'start', wide: true },
        figure(t('ideas.cards')),
        { label: t('ideas.numbers'), align: 'start', wide: true },
        { label: t('ideas.taken-up'), align: 'start', wide: false },
      ],
      rows: [
        ...record.clusters.map(({ title, cards }) => [
          oneLine(title) || t('clusters.untitled'),
          String(cards.length),
          numbers(cards),
          takenUp(title),
        ]),
        [t('ideas.loose'), String(record.loose.length), numbers(record.loose), ''],
      ],
    },
    ...(kept.length === 0
      ? []
      : [
          note(t('ideas.options', { count: kept.length })),
          {
            kind: 'points',
            items: kept.map((option) => ({
              text: optionTitle(words, option),
              note: t('ideas.option', { code: option.code, state: t(`option.state.${option.state}`) }),
            })),
          } satisfies ReportBlock,
        ]),
  ];
};

const questionBlocks = ({ t, record }: Words): ReportBlock[] => {
  const items = record.texts.questions.map(oneLine).filter((text) => text !== '');
  return [
    { kind: 'heading', level: 1, text: t('questions.title') },
    items.length === 0 ? note(t('questions.none')) : { kind: 'numbered', items },
  ];
};

const methodPoints = (words: Words): string[] => {
  const { t, language, record } = words;
  const { group, symposium, phases, currentPhase, ballots, cards, options } = record;
  const reached = phases
    .filter((phase) => phase.index <= currentPhase)
    .map((phase) => t('method.phase', { phase: t(`phase.${phase.kind}`), minutes: phase.minutes }));
  return [
    t('method.phases', { phases: listOf(reached, language) }),
    t(`method.${group.attribution}`),
    ...(symposium.chathamHouse ? [t('method.rule')] : []),
    t('method.late', { count: cards.filter((card) => card.late).length }),
    t('method.proxy', { count: cards.filter((card) => card.proxy).length }),
    ...(options.length === 0 ? [] : [t('method.options')]),
    ...ballotMethod(words, ballots),
    t('method.order'),
  ];
};

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
    rightToLeft: runsFromTheRight(language),
    date: symposium.startsOn,
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
      ...headlineBlocks(words),
      ...forwardedBlocks(words),
      ...agreementSection(words),
      ...ideaBlocks(words),
      ...questionBlocks(words),
      { kind: 'heading', level: 1, text: t('method.title') },
      plainPoints(methodPoints(words)),
      ...annexBlocks(words),
    ],
  };
};
