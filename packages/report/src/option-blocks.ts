import { OPTION_FIELDS, isRegistered, type OptionRecord } from '@rapport/domain/options';
import { optionResults } from './option-results.ts';
import type { Fact, ReportBlock } from './report-blocks.ts';
import { blocName, listOf, note, oneLine, type BlocWords, type Words } from './words.ts';
import { wordDifference } from './word-difference.ts';

/** Options that left the group: what the plenary sees of it. */
export const isForwarded = ({ state }: OptionRecord): boolean => isRegistered(state);

export const optionTitle = ({ t }: BlocWords, { text }: Pick<OptionRecord, 'text'>): string =>
  oneLine(text.title) || t('option.untitled');

/** People's words paragraph by paragraph. */
export const paragraphsOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

const DETAILS = ['rationale', 'actors', 'resources', 'horizon'] as const;

/** The fields behind a text, and which of them nobody filled in. */
export const details = ({ t, language }: BlocWords, { text }: Pick<OptionRecord, 'text'>): Fact[] => {
  const missing = DETAILS.filter((field) => oneLine(text[field]) === '').map((field) => t(`option.${field}`));
  return [
    ...DETAILS.filter((field) => oneLine(text[field]) !== '').map((field) => ({
      label: t(`option.${field}`),
      values: paragraphsOf(text[field]),
    })),
    ...(missing.length === 0 ? [] : [{ label: t('option.missing'), values: [listOf(missing, language)] }]),
  ];
};

const reservations = ({ t }: Words, { reservations: all }: OptionRecord): Fact[] =>
  (['reservation', 'minority'] as const).flatMap((kind) => {
    const texts = all.filter((one) => one.kind === kind).map(({ text }) => oneLine(text));
    return texts.length === 0 ? [] : [{ label: t(`option.${kind}`, { count: texts.length }), values: texts }];
  });

/** Who signed, on the record, and how many are interested. */
export const support = (
  words: BlocWords,
  { sponsors, interest }: Pick<OptionRecord, 'sponsors' | 'interest'>,
): Fact[] => {
  const { t } = words;
  const names = sponsors.map(({ delegation, bloc, suspended }) =>
    t(suspended ? 'option.sponsor-suspended' : 'option.sponsor', { delegation, bloc: blocName(words, bloc) }),
  );
  return [
    ...(names.length === 0
      ? []
      : [{ label: t('option.sponsors', { count: names.length }), values: [names.join(t('list.separator'))] }]),
    ...(interest === 0
      ? []
      : [{ label: t('option.interest'), values: [t('option.interest-value', { count: interest })] }]),
  ];
};

const origin = ({ t, language }: Words, { lineage, convergence, version }: OptionRecord): Fact => {
  const grown = [
    ...(lineage.cards === 0 ? [] : [t('fact.cards', { count: lineage.cards })]),
    ...lineage.clusters.map((title) => t('option.from-cluster', { title: oneLine(title) || t('clusters.untitled') })),
    ...lineage.parents.map(oneLine),
  ];
  return {
    label: t('option.origin'),
    values: [
      [
        grown.length === 0 ? t('option.from-nothing') : t('option.from', { sources: listOf(grown, language) }),
        ...(convergence.of > 1 && convergence.groups > 1 ? [t('option.convergence', convergence)] : []),
        version === null
          ? t('option.not-frozen')
          : t('option.version', { number: version.number, hash: version.hash.slice(0, 12) }),
      ].join(' '),
    ],
  };
};

/** What the group said to the text. */
export const readback = ({ t }: BlocWords, { readback: answers }: Pick<OptionRecord, 'readback'>): Fact => ({
  label: t('option.readback'),
  values:
    answers === null
      ? [t('option.not-read-back')]
      : [
          t('option.answers', { accepted: answers.accepted, objected: answers.objected }),
          ...answers.reasons.map((reason) => t('option.objection', { text: oneLine(reason) })),
        ],
});

/** What is to be known of a forwarded option beside its title; empty when there is nothing. */
export const optionBadges = ({ t }: Words, { state, crossBloc }: OptionRecord): string =>
  [...(state === 'forwarded' ? [] : [t(`option.state.${state}`)]), ...(crossBloc ? [t('option.cross-bloc')] : [])].join(
    t('list.separator'),
  );

const optionBlocks = (words: Words, option: OptionRecord): ReportBlock[] => {
  const { t } = words;
  const badges = optionBadges(words, option);
  return [
    {
      kind: 'heading',
      level: 2,
      code: option.code,
      text: optionTitle(words, option),
      ...(badges !== '' && { note: badges }),
    },
    ...(oneLine(option.text.text) === ''
      ? [note(t('option.no-text'))]
      : paragraphsOf(option.text.text).map((text): ReportBlock => ({ kind: 'paragraph', tone: 'plain', text }))),
    ...optionResults(words, option),
    {
      kind: 'facts',
      rows: [
        ...details(words, option),
        ...reservations(words, option),
        ...support(words, option),
        readback(words, option),
        origin(words, option),
      ],
    },
  ];
};

/** The options the group forwarded, each with what stands behind it (docs/method.md §9.3). */
export const forwardedBlocks = (words: Words): ReportBlock[] => {
  const { t, record } = words;
  const forwarded = record.options.filter(isForwarded);
  return [
    {
      kind: 'heading',
      level: 1,
      text: t('options.title'),
      ...(forwarded.length > 0 && { note: t('options.count', { count: forwarded.length }) }),
    },
    ...(forwarded.length === 0
      ? [note(t(record.options.length === 0 ? 'options.none' : 'options.none-forwarded'))]
      : forwarded.flatMap((option) => optionBlocks(words, option))),
  ];
};

/** How the texts of options changed from version to version, word by word. */
export const changeBlocks = (words: Words): ReportBlock[] => {
  const { t, record } = words;
  return record.options.flatMap((option): ReportBlock[] => {
    if (option.versions.length < 2) return [];
    return [
      { kind: 'heading', level: 2, code: option.code, text: optionTitle(words, option) },
      ...option.versions.slice(1).flatMap((version, index): ReportBlock[] => {
        const before = option.versions[index];
        if (before === undefined) return [];
        return [
          note(
            t('changes.versions', {
              from: before.number,
              to: version.number,
              hash: version.hash.slice(0, 12),
            }),
          ),
          ...OPTION_FIELDS.filter((field) => before.text[field] !== version.text[field]).map((field): ReportBlock => ({
            kind: 'changes',
            label: t(`option.${field}`),
            parts: wordDifference(before.text[field], version.text[field]),
          })),
        ];
      }),
    ];
  });
};
