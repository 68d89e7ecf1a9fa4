import { inLanguage, intlTag, type Locale } from '@rapport/domain/languages';
import { SMALL_CELL } from '@rapport/domain/blocs';
import type { ProjectedSymposium } from '@rapport/domain/symposium-record';
import { ballotMethod } from '../ballot-blocks.ts';
import { longDate, pageOf } from '../page-words.ts';
import type { Fact, Report, ReportBlock } from '../report-blocks.ts';
import { runsFromTheRight, translateInto } from '../translate.ts';
import { listOf, oneLine, plainPoints } from '../words.ts';
import { asideBlocks } from './aside-blocks.ts';
import { divergenceBlocks } from './divergence-blocks.ts';
import { paperAnnex } from './paper-annex.ts';
import { classBlocks } from './paper-option-blocks.ts';
import { selectOptions, type PaperWords } from './paper-words.ts';
import { summaryBlocks } from './summary-blocks.ts';

const row = (label: string, ...values: string[]): Fact => ({ label, values });

const languageNames = (tags: readonly string[], language: Locale): string => {
  const names = new Intl.DisplayNames(intlTag(language), { type: 'language', fallback: 'code' });
  const nameOf = (tag: string): string => {
    try {
      return names.of(tag) ?? tag;
    } catch {
      // Not a tag; the roster takes what it is given.
      return tag;
    }
  };
  return listOf(tags.map(nameOf), language);
};

export const modesOf = ({ record }: PaperWords) =>
  [...new Set(record.groups.map(({ attribution }) => attribution))].toSorted();

/** Each round with its question. */
export const roundLines = ({ t, record }: PaperWords): string[] =>
  record.rounds.map(({ title, question }) =>
    t('paper.fact.round', { title: oneLine(title), question: oneLine(question) }),
  );

const facts = (words: PaperWords, status: string, marking: string): ReportBlock => {
  const { t, language, record } = words;
  const { symposium, rounds, groups, counts } = record;
  const modes = listOf(
    modesOf(words).map((mode) => t(`attribution.${mode}`)),
    language,
  );
  return {
    kind: 'facts',
    rows: [
      row(t('fact.date'), longDate(symposium.startsOn, language)),
      row(t('fact.status'), status),
      row(t('fact.marking'), marking),
      ...(modes === ''
        ? []
        : [row(t('fact.attribution'), symposium.chathamHouse ? t('paper.fact.attribution-rule', { modes }) : modes)]),
      ...(symposium.languages.length === 0
        ? []
        : [row(t('paper.fact.languages'), languageNames(symposium.languages, language))]),
      ...(rounds.length === 0 ? [] : [row(t('paper.fact.rounds', { count: rounds.length }), ...roundLines(words))]),
      row(
        t('paper.fact.groups'),
        t('paper.fact.groups-value', {
          count: groups.length,
          closed: groups.filter((group) => group.status === 'closed').length,
        }),
      ),
      row(t('fact.participants'), t('paper.fact.participants-value', counts)),
    ],
  };
};

const methodBlocks = (words: PaperWords): ReportBlock[] => {
  const { t, record } = words;
  const { symposium, groups, ballots } = record;
  const proxies = groups.reduce((total, { counts }) => total + counts.proxies, 0);
  return [
    { kind: 'heading', level: 1, text: t('method.title') },
    plainPoints([
      ...modesOf(words).map((mode) => t(`method.${mode}`)),
      ...(symposium.chathamHouse ? [t('method.rule'), t('paper.method.delegations-unnamed')] : []),
      t('paper.method.classes'),
      t('paper.method.apart'),
      t('paper.method.convergence'),
      t('method.proxy', { count: proxies }),
      ...(ballots.length === 0 ? [t('method.small-cells', { count: SMALL_CELL })] : [t('paper.method.delegations')]),
      t('paper.method.order'),
      t('paper.method.versions'),
    ]),
    ...(ballots.length === 0
      ? []
      : [
          { kind: 'heading', level: 2, text: t('paper.method.plenary') } as const,
          plainPoints(
            ballotMethod(
              words,
              ballots.map(({ number, results }) => ({
                number,
                results,
                phase: null,
                archived: false,
                proxies: results.base.proxies,
              })),
            ),
          ),
        ]),
  ];
};

/** Writes the options paper of a symposium as blocks (docs/method.md §8), from what exists. */
export const composePaper = (record: ProjectedSymposium, language: Locale): Report => {
  const t = translateInto(language);
  const words: PaperWords = { t, language, record };
  const { symposium, rounds, groups, sealed } = record;
  const status = t(sealed ? 'paper.final' : 'paper.interim');
  const marking = oneLine(inLanguage(symposium.marking, language));
  const selection = selectOptions(record);
  const [first] = rounds;
  return {
    language,
    rightToLeft: runsFromTheRight(language),
    date: symposium.startsOn,
    symposium: oneLine(symposium.title),
    title: t('paper.title'),
    question:
      rounds.length === 1 && first !== undefined
        ? oneLine(first.question)
        : t('paper.question', { rounds: rounds.length, groups: groups.length }),
    marking,
    status,
    watermark: sealed ? null : t('report.watermark'),
    pageOf: pageOf(t),
    blocks: [
      ...(sealed ? [] : [{ kind: 'paragraph', tone: 'notice', text: t('paper.interim-notice') } as const]),
      facts(words, status, marking),
      ...summaryBlocks(words, selection),
      ...classBlocks(words, selection.body),
      ...divergenceBlocks(words, selection.body),
      ...asideBlocks(words, selection),
      ...methodBlocks(words),
      ...paperAnnex(words, selection),
    ],
  };
};
