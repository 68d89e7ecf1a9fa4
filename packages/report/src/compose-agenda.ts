import { inLanguage, type Locale, type LocalisedText } from '@rapport/domain/languages';
import { pageOf } from './page-words.ts';
import type { Report, ReportBlock } from './report-blocks.ts';
import { runsFromTheRight, translateInto, type Translate } from './translate.ts';
import { note } from './words.ts';

/** An option as the agenda names it; `groups` of `of` groups proposed it independently. */
type AgendaOption = { code: string; title: string; convergence: { groups: number; of: number } };

/** Report-backs of a plenary in their order. It holds no person and no delegation. */
export type AgendaPrint = {
  language: Locale;
  symposium: { title: string; startsOn: string; marking: LocalisedText };
  groups: readonly {
    number: number;
    name: string;
    round: { number: number; title: string; question: string };
    isOpen: boolean;
    options: readonly AgendaOption[];
  }[];
  plenary: readonly AgendaOption[];
};

const optionBlock = (t: Translate, { code, title, convergence }: AgendaOption, level: 2 | 3): ReportBlock => ({
  kind: 'heading',
  level,
  code,
  text: title,
  ...(convergence.groups > 1 && { note: t('agenda.convergence', convergence) }),
});

const groupBlocks = (t: Translate, { number, name, isOpen, options }: AgendaPrint['groups'][number]): ReportBlock[] => [
  {
    kind: 'heading',
    level: 2,
    text: t(name === '' ? 'paper.group' : 'paper.group-named', { number, name }),
    ...(isOpen && { note: t('agenda.working') }),
  },
  ...(options.length === 0 ? [note(t('agenda.nothing'))] : options.map((option) => optionBlock(t, option, 3))),
];

/** Puts the agenda into blocks: rounds, groups in the order in which they report, what each brings. */
export const composeAgenda = ({ language, symposium, groups, plenary }: AgendaPrint): Report => {
  const t = translateInto(language);
  const rounds = Map.groupBy(groups, ({ round }) => round.number);
  const forwarded = groups.reduce((sum, { options }) => sum + options.length, 0);
  return {
    language,
    rightToLeft: runsFromTheRight(language),
    date: symposium.startsOn,
    symposium: symposium.title,
    title: t('agenda.title'),
    question: '',
    marking: inLanguage(symposium.marking, language),
    status: t('agenda.status', { groups: groups.length, options: forwarded }),
    watermark: null,
    pageOf: pageOf(t),
    blocks: [
      ...[...rounds.values()].flatMap((members): ReportBlock[] => {
        const round = members[0]?.round;
        return round === undefined
          ? []
          : [
              {
                kind: 'heading',
                level: 1,
                text: t('agenda.round', { number: round.number, title: round.title }),
              },
              { kind: 'paragraph', tone: 'plain', text: round.question },
              ...members.flatMap((group) => groupBlocks(t, group)),
            ];
      }),
      ...(plenary.length === 0
        ? []
        : [
            { kind: 'heading' as const, level: 1 as const, text: t('agenda.plenary') },
            ...plenary.map((option) => optionBlock(t, option, 2)),
          ]),
    ],
  };
};
