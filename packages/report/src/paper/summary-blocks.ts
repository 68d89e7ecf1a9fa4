import type { PaperOption } from '@rapport/domain/symposium-record';
import { optionTitle } from '../option-blocks.ts';
import type { ReportBlock } from '../report-blocks.ts';
import { figure, listOf, note, plainPoints } from '../words.ts';
import { byClass, classOf, className, placeText, type PaperWords, type Selection } from './paper-words.ts';

const codes = (options: readonly PaperOption[], { language }: PaperWords): string =>
  listOf(
    options.map(({ code }) => code),
    language,
  );

/** What the whole paper comes to; every sentence is a count, and names the options it counts. */
export const summarySentences = (words: PaperWords, { chosen, body, rest, merged }: Selection): string[] => {
  const { t, record, language } = words;
  const groups = new Set(body.flatMap(({ proposedBy }) => proposedBy.map(placeText)));
  const separate = body.filter(({ proposedBy }) => proposedBy.length > 1);
  const crossBloc = body.filter((option) => option.crossBloc);
  const reserved = body.filter(({ reservations }) => reservations.length > 0);
  return [
    t('paper.summary.options', { count: body.length, groups: groups.size }),
    ...(chosen ? [] : [t('paper.summary.unplaced')]),
    record.ballots.length === 0
      ? t('paper.summary.no-plenary')
      : t('paper.summary.plenary', { count: record.ballots.length }),
    ...byClass(words, body).map(({ of, options }) =>
      t('paper.summary.class', {
        class: className(words, of),
        count: options.length,
        options: codes(options, words),
      }),
    ),
    ...(separate.length === 0
      ? []
      : [
          t('paper.summary.convergence', {
            options: listOf(
              separate
                .toSorted((one, other) => other.proposedBy.length - one.proposedBy.length)
                .map(({ code, proposedBy }) =>
                  t('paper.summary.convergence-option', {
                    option: code,
                    groups: proposedBy.length,
                    of: record.groups.length,
                  }),
                ),
              language,
            ),
          }),
        ]),
    ...(crossBloc.length === 0 ? [] : [t('paper.summary.cross-bloc', { options: codes(crossBloc, words) })]),
    ...(reserved.length === 0 ? [] : [t('paper.summary.reservations', { options: codes(reserved, words) })]),
    ...(merged.length === 0 ? [] : [t('paper.summary.merged', { count: merged.length })]),
    ...(rest.length === 0 ? [] : [t('paper.summary.rest', { count: rest.length })]),
  ];
};

/** The table of the register, or of a part of it. */
export const registerTable = (
  words: PaperWords,
  options: readonly PaperOption[],
  last: 'signatures' | 'state',
): ReportBlock => {
  const { t, record } = words;
  const of = record.groups.length;
  return {
    kind: 'table',
    columns: [
      { label: t('paper.glance.code'), align: 'start', wide: false },
      { label: t('paper.glance.option'), align: 'start', wide: true },
      { label: t('paper.glance.class'), align: 'start', wide: false },
      figure(t('paper.glance.groups')),
      last === 'state'
        ? { label: t('paper.glance.state'), align: 'start', wide: false }
        : figure(t('paper.glance.sponsors')),
    ],
    rows: options.map((option) => [
      option.code,
      optionTitle(words, option),
      className(words, classOf(option)),
      t('paper.glance.groups-value', { groups: option.proposedBy.length, of }),
      last === 'state'
        ? t(`option.state.${option.state}`)
        : String(option.sponsors.filter(({ suspended }) => !suspended).length),
    ]),
  };
};

/** What the paper comes to, in sentences that follow from the figures, and its options at a glance. */
export const summaryBlocks = (words: PaperWords, selection: Selection): ReportBlock[] => {
  const { t } = words;
  const { body } = selection;
  const title: ReportBlock = { kind: 'heading', level: 1, text: t('paper.summary.title') };
  if (body.length === 0) return [title, note(t('paper.summary.none'))];
  return [
    title,
    plainPoints(summarySentences(words, selection)),
    { kind: 'heading', level: 1, text: t('paper.glance.title') },
    registerTable(
      words,
      byClass(words, body).flatMap(({ options }) => options),
      'signatures',
    ),
  ];
};
