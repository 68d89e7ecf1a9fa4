import type { PaperOption } from '@rapport/domain/symposium-record';
import { details, optionTitle, paragraphsOf, readback, support } from '../option-blocks.ts';
import type { Fact, ReportBlock } from '../report-blocks.ts';
import { listOf, note, oneLine } from '../words.ts';
import { evidenceBlocks } from './evidence-blocks.ts';
import { byClass, className, placeText, whoseText, type PaperWords } from './paper-words.ts';

/** Always printed: its own, and those made on what it grew out of, with the code they were made on. */
const reservations = ({ t }: PaperWords, { reservations: all }: PaperOption): Fact[] =>
  (['reservation', 'minority'] as const).flatMap((kind) => {
    const texts = all
      .filter((one) => one.kind === kind)
      .map(({ code, text }) =>
        code === null ? oneLine(text) : t('paper.option.carried', { code, text: oneLine(text) }),
      );
    return texts.length === 0 ? [] : [{ label: t(`option.${kind}`, { count: texts.length }), values: texts }];
  });

export const grownFrom = (words: PaperWords, { group, lineage, parents }: PaperOption): string => {
  const { t, language } = words;
  if (parents.length > 0) return t('paper.option.lineage-parents', { options: listOf(parents, language) });
  if (group === null) return t('paper.option.lineage-plenary');
  const grown = [
    ...(lineage.cards === 0 ? [] : [t('fact.cards', { count: lineage.cards })]),
    ...lineage.clusters.map((title) => t('option.from-cluster', { title: oneLine(title) || t('clusters.untitled') })),
  ];
  return grown.length === 0 ? t('option.from-nothing') : t('option.from', { sources: listOf(grown, language) });
};

/** Which groups it comes from; empty for what the plenary wrote. */
export const proposedText = (words: PaperWords, { proposedBy }: PaperOption): string[] => {
  const { t, language, record } = words;
  const [first] = proposedBy;
  if (first === undefined) return [];
  if (proposedBy.length === 1) return [t('paper.option.proposed-by', { group: whoseText(words, first) })];
  return [
    t('paper.option.proposed', {
      groups: proposedBy.length,
      of: record.groups.length,
      places: listOf(proposedBy.map(placeText), language),
    }),
  ];
};

const origin = (words: PaperWords, option: PaperOption): Fact => {
  const { t } = words;
  const { version } = option;
  return {
    label: t('option.origin'),
    values: [
      [
        grownFrom(words, option),
        ...proposedText(words, option),
        t('option.version', { number: version.number, hash: version.hash.slice(0, 12) }),
      ].join(' '),
    ],
  };
};

const optionBlocks = (words: PaperWords, option: PaperOption): ReportBlock[] => {
  const { t } = words;
  const badges = [
    ...(option.state === 'paper' ? [] : [t(`option.state.${option.state}`)]),
    ...(option.crossBloc ? [t('option.cross-bloc')] : []),
  ];
  return [
    {
      kind: 'heading',
      level: 2,
      code: option.code,
      text: optionTitle(words, option),
      ...(badges.length > 0 && { note: badges.join(t('list.separator')) }),
    },
    ...(oneLine(option.text.text) === ''
      ? [note(t('option.no-text'))]
      : paragraphsOf(option.text.text).map((text): ReportBlock => ({ kind: 'paragraph', tone: 'plain', text }))),
    ...evidenceBlocks(words, option),
    {
      kind: 'facts',
      rows: [
        ...details(words, option),
        ...reservations(words, option),
        ...support(words, option),
        ...(option.group === null ? [] : [readback(words, option)]),
        origin(words, option),
      ],
    },
  ];
};

/** Options class by class, each class with what it means. */
export const classBlocks = (words: PaperWords, options: readonly PaperOption[]): ReportBlock[] =>
  byClass(words, options).flatMap(({ of, options: found }): ReportBlock[] => [
    {
      kind: 'heading',
      level: 1,
      text: className(words, of),
      note: words.t('options.count', { count: found.length }),
    },
    note(words.t(`paper.class-note.${of.kind}`)),
    ...found.flatMap((option) => optionBlocks(words, option)),
  ]);

/** Options one after the other, as in an annex. */
export const plainOptions = (words: PaperWords, options: readonly PaperOption[]): ReportBlock[] =>
  options.flatMap((option) => optionBlocks(words, option));
