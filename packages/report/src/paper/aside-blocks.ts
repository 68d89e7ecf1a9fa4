import { optionTitle } from '../option-blocks.ts';
import type { ReportBlock } from '../report-blocks.ts';
import { figure, listOf, note, oneLine } from '../words.ts';
import { placeText, whoseText, type PaperWords, type Selection } from './paper-words.ts';

/** Options that live on in others, that did not come into the paper, or that no group forwarded: none disappears. */
export const asideOptions = (
  words: PaperWords,
  { merged, rest }: Selection,
): (readonly [code: string, title: string, state: string])[] => {
  const { t, language, record } = words;
  return [
    ...merged.map(
      (option) =>
        [
          option.code,
          optionTitle(words, option),
          option.children.length === 0
            ? t('option.state.merged')
            : t('paper.aside.into', { options: listOf(option.children, language) }),
        ] as const,
    ),
    ...rest.map(
      (option) =>
        [
          option.code,
          optionTitle(words, option),
          t('paper.aside.annexed', { state: t(`option.state.${option.state}`) }),
        ] as const,
    ),
    ...record.groups.flatMap(({ kept }) =>
      kept.map(
        ({ code, title, state }) => [code, oneLine(title) || t('option.untitled'), t(`option.state.${state}`)] as const,
      ),
    ),
  ];
};

const asideTable = (words: PaperWords, selection: Selection): ReportBlock[] => {
  const { t } = words;
  const rows = asideOptions(words, selection).map((row) => [...row]);
  return [
    { kind: 'heading', level: 1, text: t('paper.aside.title') },
    rows.length === 0
      ? note(t('paper.aside.none'))
      : {
          kind: 'table',
          columns: [
            { label: t('paper.glance.code'), align: 'start', wide: false },
            { label: t('paper.glance.option'), align: 'start', wide: true },
            { label: t('paper.glance.state'), align: 'start', wide: true },
          ],
          rows,
        },
  ];
};

/** Every cluster of every group with its count. */
const ideas = ({ t, record }: PaperWords): ReportBlock[] => {
  const rows = record.groups
    .filter(({ counts }) => counts.cards > 0)
    .flatMap((group) => [
      ...group.clusters.map(({ title, cards }) => [
        placeText(group),
        oneLine(title) || t('clusters.untitled'),
        String(cards),
      ]),
      ...(group.loose === 0 ? [] : [[placeText(group), t('ideas.loose'), String(group.loose)]]),
    ]);
  return [
    { kind: 'heading', level: 1, text: t('ideas.title') },
    ...(rows.length === 0
      ? [note(t('paper.ideas.none'))]
      : [
          note(t('paper.ideas.note')),
          {
            kind: 'table',
            columns: [
              { label: t('paper.ideas.group'), align: 'start', wide: false },
              { label: t('ideas.cluster'), align: 'start', wide: true },
              figure(t('ideas.cards')),
            ],
            rows,
          } satisfies ReportBlock,
        ]),
  ];
};

const questions = (words: PaperWords): ReportBlock[] => {
  const { t, record } = words;
  const items = record.groups.flatMap((group) =>
    group.questions
      .map(oneLine)
      .filter((text) => text !== '')
      .map((text) => ({ text, note: whoseText(words, group) })),
  );
  return [
    { kind: 'heading', level: 1, text: t('questions.title') },
    items.length === 0 ? note(t('questions.none')) : { kind: 'points', items },
  ];
};

/** What did not become an option of the paper, and what groups ask. */
export const asideBlocks = (words: PaperWords, selection: Selection): ReportBlock[] => [
  ...asideTable(words, selection),
  ...ideas(words),
  ...questions(words),
];
