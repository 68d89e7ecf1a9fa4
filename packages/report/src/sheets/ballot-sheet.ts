import { EndorsementLevel, asksForText, type BallotRules } from '@rapport/domain/ballots';
import { blocShape, type Bloc, type BlocShape } from '@rapport/domain/blocs';
import { inLanguage, type Locale, type LocalisedText } from '@rapport/domain/languages';
import { optionLetter } from '@rapport/domain/option-letter';
import { pageOf } from '../page-words.ts';
import type { Report } from '../report-blocks.ts';
import { runsFromTheRight, translateInto, type Translate } from '../translate.ts';

/** What stands on every paper of a ballot: the text that is voted on, and nobody's name. */
export type BallotPrint = {
  language: Locale;
  /** Letters of 18 points for who needs them. */
  large: boolean;
  symposium: { title: string; startsOn: string; marking: LocalisedText; blocs: readonly Bloc[] };
  /** Null for a ballot of the plenary, whose papers carry a delegation. */
  group: { number: number; name: string; question: string } | null;
  number: number;
  rules: BallotRules;
  /** In the ballot's own order. */
  options: readonly { title: string; body: string }[];
  /** A sheet for each, with the places of its options in the ballot's order. */
  sheets: readonly (readonly number[])[];
};

/** Something to tick or to write in. */
type Answer =
  | { kind: 'circles'; label: string; marks: string[] }
  | { kind: 'place'; label: string }
  | { kind: 'line'; label: string };

export type BallotSheet = {
  language: string;
  rightToLeft: boolean;
  large: boolean;
  title: string;
  date: string;
  symposium: string;
  marking: string;
  place: string;
  question: string;
  how: string[];
  face: { label: string; blocs: { name: string; shape: BlocShape }[]; delegation: string | null };
  sheets: { letter: string; title: string; body: string; answers: Answer[] }[][];
  stored: { title: string; lines: string[] };
  entered: string;
  pageOf: Report['pageOf'];
  note: string | null;
};

const answersOf = (t: Translate, language: Locale, rules: BallotRules): Answer[] => {
  switch (rules.kind) {
    case 'dots':
      return [{ kind: 'circles', label: t('paper.dots'), marks: Array.from({ length: rules.settings.cap }, () => '') }];
    case 'rating':
      return rules.settings.axes.map((axis) => ({
        kind: 'circles',
        label: inLanguage(axis, language),
        marks: ['1', '2', '3', '4', '5', t('paper.cannot-judge')],
      }));
    case 'ranking':
      return [{ kind: 'place', label: t('paper.place') }];
    case 'endorsement':
      return [
        {
          kind: 'circles',
          label: '',
          marks: EndorsementLevel.options.map((level) => t(`paper.level.${level}`)),
        },
        {
          kind: 'line',
          label: t('paper.why', {
            levels: EndorsementLevel.options
              .filter(asksForText)
              .map((level) => t(`paper.level.${level}`))
              .join(' / '),
          }),
        },
      ];
  }
};

const howTo = (t: Translate, rules: BallotRules, options: number): string[] => {
  switch (rules.kind) {
    case 'dots':
      return [t('paper.how.dots', { budget: rules.settings.budget, cap: rules.settings.cap })];
    case 'rating':
      return [t('paper.how.rating'), t('paper.how.scale')];
    case 'ranking':
      return [t('paper.how.ranking', { options })];
    case 'endorsement':
      return [t('paper.how.endorsement'), t('paper.how.text')];
  }
};

/** Puts the papers of a ballot into words. */
export const composeBallot = (print: BallotPrint): BallotSheet => {
  const { language, symposium, group, number, rules, options } = print;
  const t = translateInto(language);
  const kind = t(`ballots.kind.${rules.kind}`);
  return {
    language,
    rightToLeft: runsFromTheRight(language),
    large: print.large,
    title: t('ballots.heading', { number, kind }),
    date: symposium.startsOn,
    symposium: symposium.title,
    marking: inLanguage(symposium.marking, language),
    place:
      group === null
        ? t('paper.plenary')
        : t(group.name === '' ? 'paper.group' : 'paper.group-named', { number: group.number, name: group.name }),
    question: group?.question ?? '',
    how: [...howTo(t, rules, options.length), t('paper.how.order'), t('paper.how.abstain')],
    face: {
      label: t('paper.bloc'),
      blocs: symposium.blocs.flatMap((bloc) => {
        const shape = blocShape(symposium.blocs, bloc.id);
        return shape === null ? [] : [{ name: inLanguage(bloc.name, language), shape }];
      }),
      delegation: group === null ? t('paper.delegation') : null,
    },
    sheets: print.sheets.map((places) =>
      places.flatMap((place) => {
        const option = options[place];
        return option === undefined
          ? []
          : [{ letter: optionLetter(place), ...option, answers: answersOf(t, language, rules) }];
      }),
    ),
    stored: {
      title: t('paper.stored'),
      lines: [
        t(group === null ? 'paper.stored.plenary' : 'paper.stored.group'),
        t('paper.stored.seen'),
        t('paper.stored.sheet'),
      ],
    },
    entered: t('paper.entered'),
    pageOf: pageOf(t),
    note: null,
  };
};
