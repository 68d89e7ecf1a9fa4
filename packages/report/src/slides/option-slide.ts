import type { Agreement, AttitudeCell, BallotResults } from '@rapport/domain/ballot-results';
import { EndorsementLevel } from '@rapport/domain/ballots';
import { inLanguage } from '@rapport/domain/languages';
import type { OptionRecord } from '@rapport/domain/options';
import { sidesText, verdictText } from '../agreement-words.ts';
import { isForwarded, optionBadges, optionTitle } from '../option-blocks.ts';
import type { Tone } from '../report-blocks.ts';
import {
  decimal,
  LEVEL_TONES,
  oneLine,
  placeTones,
  RATING_TONES,
  stacked,
  type BlocWords,
  type Words,
} from '../words.ts';
import type { SlideBody, SlideOption, SlideResult } from './deck.ts';

type Ballot = Words['record']['ballots'][number];

/** The class in words with the shares of the two sides and without, or why there is none. */
const saidOf = (
  words: BlocWords,
  agreement: Agreement,
  cells: readonly AttitudeCell[],
): { said: string; brief: string } => {
  if (agreement.kind !== 'measured') {
    const reason = words.t(`result.${agreement.kind}`);
    return { said: reason, brief: reason };
  }
  const brief = verdictText(words, agreement);
  return { said: words.t('slides.verdict', { verdict: brief, sides: sidesText(words, cells) }), brief };
};

const about = <T extends { subject: { kind: string; id: string } }>(options: readonly T[], id: string): T | undefined =>
  options.find(({ subject }) => subject.kind === 'option' && subject.id === id);

/** What one ballot says of an option: a rating says two things, the others one, and nothing where it was not asked. */
export const slideResults = (
  words: BlocWords,
  { number, results }: Pick<Ballot, 'number' | 'results'>,
  id: string,
): SlideResult[] => {
  const { t, language } = words;
  const join = (parts: readonly string[]): string => parts.join(t('list.separator'));
  const what = t('result.ballot', { number, kind: t(`ballots.kind.${results.kind}`) });
  switch (results.kind) {
    case 'dots': {
      const line = about(results.options, id);
      if (line === undefined) return [];
      const { valid } = results.base;
      const data = t('result.dots', { dots: line.dots, voters: line.voters, valid });
      const bar = valid === 0 ? [] : [{ share: line.voters / valid, tone: 'plain' as const, count: line.voters }];
      return [{ caption: join([what, data]), bar, data, said: '', brief: '' }];
    }
    case 'rating':
      return (about(results.options, id)?.axes ?? []).map((axis, index) => {
        const name = oneLine(inLanguage(results.axes[index === 0 ? 0 : 1], language));
        const mean =
          axis.spread === null
            ? []
            : [t('result.mean', { mean: decimal(words, axis.spread.mean), papers: axis.papers })];
        return {
          caption: join([name, ...mean]),
          bar: stacked(axis.distribution, RATING_TONES),
          data: join([
            ...axis.distribution.map((count, at) => t('slides.rating', { rating: at + 1, count })),
            t('slides.not-judged', { count: axis.notJudged }),
          ]),
          ...saidOf(words, axis.agreement, axis.blocs),
        };
      });
    case 'ranking': {
      const line = about(results.options, id);
      if (line === undefined) return [];
      const { meanRank, places, unplaced } = line;
      const mean =
        meanRank === null ? [] : [t('result.mean-rank', { rank: decimal(words, meanRank), papers: results.ranked })];
      return [
        {
          caption: join([what, ...mean]),
          bar: stacked([...places, unplaced], placeTones(places.length)),
          data: join([
            ...places.map((count, at) => t('slides.place', { place: at + 1, count })),
            t('slides.unplaced', { count: unplaced }),
          ]),
          said: '',
          brief: '',
        },
      ];
    }
    case 'endorsement': {
      const line = about(results.options, id);
      if (line === undefined) return [];
      const counts = EndorsementLevel.options.map((level) => line.levels[level]);
      return [
        {
          caption: t('slides.papers', { what, papers: results.base.valid }),
          bar: stacked(counts, LEVEL_TONES),
          data: join([
            ...EndorsementLevel.options.map((level) =>
              t('result.level', { level: t(`level.${level}`), count: line.levels[level] }),
            ),
            t('slides.not-judged', { count: line.notJudged }),
          ]),
          ...saidOf(words, line.agreement, line.blocs),
        },
      ];
    }
  }
};

/** Ballots in the order in which they are worth showing: those that compare the two sides, the latest first. */
const byWeight = (ballots: readonly Ballot[]): Ballot[] => {
  const latest = ballots.filter(({ archived }) => !archived).toReversed();
  const compares = ({ results }: Ballot): boolean => results.kind === 'rating' || results.kind === 'endorsement';
  return [...latest.filter(compares), ...latest.filter((ballot) => !compares(ballot))];
};

/** How many results an option shows at most; the report has them all. */
const RESULTS = 2;

export const legendOf = ({ t }: BlocWords, kind: BallotResults['kind']): { label: string; tone: Tone }[] => {
  switch (kind) {
    case 'dots':
      return [];
    case 'rating':
      return RATING_TONES.map((tone, index) => ({ label: String(index + 1), tone }));
    case 'ranking':
      return [
        { label: t('slides.first'), tone: 'highest' },
        { label: t('slides.second'), tone: 'high' },
        { label: t('slides.later'), tone: 'middle' },
        { label: t('slides.left-out'), tone: 'lowest' },
      ];
    case 'endorsement':
      return EndorsementLevel.options.map((level, index) => ({
        label: t(`level.${level}`),
        tone: LEVEL_TONES[index] ?? 'plain',
      }));
  }
};

/** The options the group forwarded, each with the ballot that says most of it, and what the colours of bars mean. */
export const optionsBody = (words: Words): SlideBody => {
  const { t, record } = words;
  const ballots = byWeight(record.ballots);
  const kinds = new Set<BallotResults['kind']>();
  const slideOption = (option: OptionRecord): SlideOption => {
    const told = ballots.find((ballot) => slideResults(words, ballot, option.id).length > 0);
    if (told !== undefined) kinds.add(told.results.kind);
    return {
      code: option.code,
      title: optionTitle(words, option),
      note: optionBadges(words, option),
      text: oneLine(option.text.text),
      results: told === undefined ? [] : slideResults(words, told, option.id).slice(0, RESULTS),
    };
  };
  const options = record.options.filter(isForwarded).map(slideOption);
  return {
    kind: 'options',
    options,
    none: t(record.options.length === 0 ? 'options.none' : 'options.none-forwarded'),
    legend: [...kinds].flatMap((kind) => legendOf(words, kind)),
  };
};
