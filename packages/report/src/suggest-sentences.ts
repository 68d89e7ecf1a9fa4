import { createHash } from 'node:crypto';
import type { BallotResults } from '@rapport/domain/ballot-results';
import type { ProjectedRecord } from '@rapport/domain/group-record';
import type { SentenceId } from '@rapport/domain/ids';
import { inLanguage, Locale } from '@rapport/domain/languages';
import { LIMITS } from '@rapport/domain/limits';
import { agreementSentences, type Compared } from './agreement-words.ts';
import { cleanTexts } from './clean-texts.ts';
import { translateInto } from './translate.ts';
import { decimal, listOf, oneLine, type Words } from './words.ts';

/** How many options of a ballot a sentence names; the annex has them all. */
const NAMED = 3;

const titled = ({ t }: Words, title: string): string =>
  t('summary.option', { option: oneLine(title) || t('ballots.untitled') });

/** The best of a ballot, ties with them: never more than are named, unless they are tied. */
const best = <T extends { rank: number }>(options: readonly T[]): T[] => {
  const last = options[NAMED - 1]?.rank ?? Number.POSITIVE_INFINITY;
  return options.filter(({ rank }) => rank <= last);
};

/** What a ballot found, in one sentence; an endorsement has no order, so its options speak for themselves. */
const summary = (words: Words, number: number, results: BallotResults): string[] => {
  const { t, language } = words;
  const { valid } = results.base;
  if (valid === 0) return [t('summary.nobody', { number })];
  switch (results.kind) {
    case 'dots': {
      const lines = best(results.options).filter(({ dots }) => dots > 0);
      return [
        t('summary.dots', {
          number,
          valid,
          options: listOf(
            lines.map(({ title, dots }) => t('summary.dots-option', { option: titled(words, title), dots })),
            language,
          ),
        }),
      ];
    }
    case 'rating': {
      const lines = best(results.options.filter(({ priority }) => priority !== null));
      const contested = results.options.flatMap(({ title, axes }) =>
        axes.some(({ spread }) => spread?.contested === true) ? [titled(words, title)] : [],
      );
      return [
        ...(lines.length === 0
          ? []
          : [
              t('summary.rating', {
                number,
                valid,
                options: listOf(
                  lines.map(({ title, priority }) =>
                    t('summary.value', { option: titled(words, title), value: decimal(words, priority?.value ?? 0) }),
                  ),
                  language,
                ),
              }),
            ]),
        ...(contested.length === 0 ? [] : [t('summary.contested', { number, options: listOf(contested, language) })]),
      ];
    }
    case 'ranking': {
      const lines = best(results.options.filter(({ meanRank }) => meanRank !== null));
      if (lines.length === 0) return [];
      return [
        t('summary.ranking', {
          number,
          ranked: results.ranked,
          options: listOf(
            lines.map(({ title, meanRank }) =>
              t('summary.value', { option: titled(words, title), value: decimal(words, meanRank ?? 0) }),
            ),
            language,
          ),
        }),
      ];
    }
    case 'endorsement':
      return results.options.map(({ title, levels }) =>
        t('summary.endorsement', {
          option: titled(words, title),
          endorse: levels.endorse,
          reservation: levels.reservation,
          abstain: levels.abstain,
          aside: levels['stand-aside'],
          oppose: levels.oppose,
          valid,
        }),
      );
  }
};

/** What may be compared between the two sides: an option, or an option on an axis. */
const compared = (words: Words, results: BallotResults): Compared[][] => {
  const { t, language } = words;
  if (results.kind === 'endorsement') {
    return [
      results.options.map(({ title, blocs, agreement }) => ({ title: titled(words, title), cells: blocs, agreement })),
    ];
  }
  if (results.kind !== 'rating') return [];
  return ([0, 1] as const).map((axis) =>
    results.options.map((line) => ({
      title: t('summary.on-axis', {
        option: titled(words, line.title),
        axis: oneLine(inLanguage(results.axes[axis], language)),
      }),
      cells: line.axes[axis].blocs,
      agreement: line.axes[axis].agreement,
    })),
  );
};

/**
 * Sentences about where the group agreed and where it differed, made from the results of its closed ballots in the
 * order of the ballots; archived ones are left out. Nothing is judged here: every word follows from a figure.
 */
export const sentencesFromResults = (words: Words): string[] =>
  words.record.ballots
    .filter((ballot) => !ballot.archived)
    .flatMap(({ number, results }) => [
      ...summary(words, number, results),
      ...new Set(
        compared(words, results).flatMap((lines) => {
          const { sentences, remarks } = agreementSentences(words, lines);
          return [...sentences, ...remarks];
        }),
      ),
    ]);

/**
 * The same sentences for somebody to go on from, in their order; in another language they are as many. The id stands
 * for the words, so a sentence that says something else has another one.
 */
export const suggestSentences = (record: ProjectedRecord, language: Locale): { id: SentenceId; text: string }[] => {
  const { ballots, symposium } = cleanTexts({ ballots: record.ballots, symposium: record.symposium });
  const words = {
    t: translateInto(language),
    language,
    record: { ...record, ballots, symposium, cards: [], clusters: [], loose: [] },
  };
  return sentencesFromResults(words).map((text) => ({ id: idOf(language, text), text: shortened(text) }));
};

/** A sentence that names many options is longer than a line of a report may be. */
const shortened = (text: string): string =>
  text.length <= LIMITS.reportSentence ? text : `${text.slice(0, LIMITS.reportSentence - 1).toWellFormed()}…`;

const idOf = (language: Locale, text: string): SentenceId =>
  `made-${createHash('sha256').update(`${language}\n${text}`).digest('base64url').slice(0, 22)}` as SentenceId;

/**
 * What the product's own sentences read in the report's language, by what a line of it holds of them in any; a sentence that is not
 * there does not follow from the results any more.
 */
export const sentencesByText = (words: Words): ReadonlyMap<string, string> => {
  const here = sentencesFromResults(words);
  return new Map(
    Locale.options.flatMap((language) =>
      sentencesFromResults({ ...words, language, t: translateInto(language) }).map((text, index): [string, string] => [
        shortened(text),
        here[index] ?? text,
      ]),
    ),
  );
};
