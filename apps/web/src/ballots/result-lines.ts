import type {
  Agreement,
  AttitudeCell,
  BallotResults,
  DotResults,
  EndorsementResults,
  Figure,
  RankingResults,
  RatingResults,
} from '@rapport/domain/ballot-results';
import { EndorsementLevel } from '@rapport/domain/ballots';
import type { BlocId } from '@rapport/domain/blocs';
import { inLanguage } from '@rapport/domain/languages';
import { printShare } from '@rapport/domain/print-figure';
import { blocName, blocNames, blocTone, hiddenBlocs, type BlocTone, type ResultWords } from './bloc-words.ts';
import { decimal, meanText, shareText } from './result-figures.ts';
import { marksOf } from './result-marks.ts';

/** `rough` reaches from a bound to where the figure could lie; it is drawn faintly. */
export type BarPiece = { share: number; tone: 'all' | BlocTone; rough: boolean };

/** A bar: what it is about, how long its pieces are (shares 0–1), and the figure it stands for with its base. */
export type Bar = {
  key: string;
  /** Null for all papers together. */
  bloc: BlocId | null;
  name: string;
  pieces: BarPiece[];
  figure: string;
  /** There is a figure, and it is not shown. */
  isHeld?: true;
};

/** Which of the two sides leads, and how far. */
export type Lead = {
  sides: readonly [BlocId, BlocId];
  /** −100 to 100, positive for the first side. */ points: number;
  text: string;
};

export type Tag = { text: string; tone: 'agree' | 'warn' | 'plain' | BlocTone };

/** What is said of one option, or of one axis of it: a sentence first, then what it rests upon. */
export type ResultPart = {
  key: string;
  /** The axis; null where there is only one thing to say. */
  title: string | null;
  tags: Tag[];
  say: string;
  bars: Bar[];
  lead: Lead | null;
  note: string | null;
};

export type ResultLine = {
  id: string;
  /** Its rank, told apart where ranks are shared; null where there is no order. */
  mark: string | null;
  isTied: boolean;
  title: string;
  /** What is said of the option as a whole, where its parts do not say it. */
  say: string | null;
  parts: ResultPart[];
  reasons: { level: string; text: string }[];
};

type Words = ResultWords;

const allBar = ({ t }: Words, share: number, figure: string): Bar => ({
  key: 'all',
  bloc: null,
  name: t('results.all'),
  pieces: [{ share, tone: 'all', rough: false }],
  figure,
});

/** `share` is the length; a bound says on which side of it the figure lies. */
const blocBar = (words: Words, bloc: BlocId, share: { kind: Figure['kind']; value: number }, figure: string): Bar => {
  const tone = blocTone(words.blocs, bloc);
  const piece = (length: number, rough: boolean): BarPiece[] => (length > 0 ? [{ share: length, tone, rough }] : []);
  return {
    key: bloc,
    bloc,
    name: blocName(words, bloc),
    pieces: [
      ...piece(share.value, share.kind === 'at-most'),
      ...(share.kind === 'at-least' ? piece(1 - share.value, true) : []),
    ],
    figure,
  };
};

/** A bloc that is shown elsewhere in this result is told to be held back here; one that never is has the note below. */
const hiddenBar = (words: Words, bloc: BlocId): Bar => ({
  ...blocBar(words, bloc, { kind: 'exact', value: 0 }, words.t('results.notShown')),
  isHeld: true,
});

type Cell = { bloc: BlocId; shown: boolean };
type Shown<One extends Cell> = Extract<One, { shown: true }>;
const isShown = <One extends Cell>(cell: One): cell is Shown<One> => cell.shown;

const blocBars = <One extends Cell>(
  words: Words,
  cells: readonly One[],
  everywhere: readonly BlocId[],
  draw: (cell: Shown<One>) => Bar,
): Bar[] =>
  cells
    .filter((cell) => cell.shown || !everywhere.includes(cell.bloc))
    .map((cell) => (isShown(cell) ? draw(cell) : hiddenBar(words, cell.bloc)));

const supportBars = (words: Words, cells: readonly AttitudeCell[], everywhere: readonly BlocId[]): Bar[] =>
  blocBars(words, cells, everywhere, ({ bloc, support, papers }) =>
    blocBar(words, bloc, support, shareText(words.t, support, papers)),
  );

/** The class in words; the same words as in the report. */
export const verdictText = (words: Words, { verdict }: Extract<Agreement, { kind: 'measured' }>): string =>
  verdict.class === 'led'
    ? words.t('results.verdict.led', { bloc: blocName(words, verdict.by) })
    : words.t(`results.verdict.${verdict.class}`);

const verdictTag = (words: Words, agreement: Extract<Agreement, { kind: 'measured' }>): Tag => {
  const text = verdictText(words, agreement);
  const { verdict } = agreement;
  switch (verdict.class) {
    case 'shared-support':
      return { text, tone: 'agree' };
    case 'led':
      return { text, tone: blocTone(words.blocs, verdict.by) };
    case 'split':
      return { text, tone: 'warn' };
    case 'shared-rejection':
    case 'open':
      return { text, tone: 'plain' };
  }
};

/** Divergence never stands without the common ground: half against half and all against none have the same one. */
const leadOf = (
  words: Words,
  sides: readonly [BlocId, BlocId],
  { divergence, support, rough }: Extract<Agreement, { kind: 'measured' }>,
): Lead => {
  const ahead = divergence > 0 ? sides[0] : sides[1];
  // As far as it is printed: nobody is ahead by 0.
  const isEven = Math.abs(divergence) < 0.05;
  const values = {
    bloc: blocName(words, ahead),
    points: Math.abs(divergence),
    common: support,
    rough: rough ? 'yes' : 'no',
  };
  return {
    sides,
    points: divergence,
    text: words.t(isEven ? 'results.lead.even' : 'results.lead.ahead', values),
  };
};

/** Why nothing is said of the sides; null where something is, or where the note below all lines says it once. */
const silence = (words: Words, agreement: Agreement, saidBelow: boolean): string | null => {
  if (agreement.kind === 'measured' || saidBelow) return null;
  return agreement.kind === 'no-papers'
    ? words.t('results.agreement.no-papers', { blocs: blocNames(words, agreement.blocs) })
    : words.t('results.agreement.not-shown');
};

const dotLines = (words: Words, results: DotResults): ResultLine[] => {
  const { t } = words;
  const { valid } = results.base;
  const { everywhere } = hiddenBlocs(results);
  const marks = marksOf(results.options);
  return results.options.map((line, index) => {
    const { rank, tied, dots, voters } = line;
    const values = { rank, dots, voters, valid };
    const key = tied
      ? rank === 1
        ? 'results.say.tiedFirst'
        : 'results.say.tied'
      : rank === 1
        ? 'results.say.first'
        : 'results.say.plain';
    return {
      id: line.id,
      mark: marks[index] ?? null,
      isTied: tied && dots > 0,
      title: line.title,
      say: null,
      reasons: [],
      parts: [
        {
          key: 'dots',
          title: null,
          tags: [],
          say: dots === 0 ? t('results.say.none') : t(key, values),
          bars:
            dots === 0
              ? []
              : [
                  allBar(words, voters / Math.max(1, valid), t('results.of', { voters, papers: valid })),
                  ...blocBars(words, line.blocs, everywhere, ({ bloc, voters: own, papers }) => {
                    const share = printShare(own, papers);
                    return blocBar(words, bloc, share, shareText(t, share, papers));
                  }),
                ],
          lead: null,
          note: null,
        },
      ],
    };
  });
};

const ratingLines = (words: Words, results: RatingResults, saidBelow: boolean): ResultLine[] => {
  const { t, locale } = words;
  const { everywhere } = hiddenBlocs(results);
  const marks = marksOf(results.options);
  return results.options.map((line, index) => ({
    id: line.id,
    mark: marks[index] ?? null,
    isTied: line.tied && line.priority !== null,
    title: line.title,
    say:
      line.priority === null
        ? t('results.rating.noPriority')
        : t('results.rating.priority', { value: line.priority.value, papers: line.priority.papers }),
    reasons: [],
    parts: line.axes.map((axis, at): ResultPart => {
      const { spread, papers, notJudged, agreement } = axis;
      const [, , , fours, fives] = axis.distribution;
      const support = fours + fives;
      const base = {
        key: at === 0 ? 'first' : 'second',
        title: inLanguage(results.axes[at] ?? {}, locale),
        note: silence(words, agreement, saidBelow),
      };
      if (spread === null) {
        return { ...base, tags: [], say: t('results.rating.notRated'), bars: [], lead: null };
      }
      const [from, to] = spread.quartiles;
      return {
        ...base,
        tags: [
          ...(agreement.kind === 'measured' ? [verdictTag(words, agreement)] : []),
          ...(spread.contested ? [{ text: t('results.contested'), tone: 'warn' as const }] : []),
        ],
        say: t('results.rating.say', {
          support,
          papers,
          median: decimal(t, spread.median),
          from: decimal(t, from),
          to: decimal(t, to),
          mean: meanText(t, { kind: 'exact', value: spread.mean }),
          notJudged,
        }),
        bars: [
          allBar(words, support / papers, t('results.of', { voters: support, papers })),
          ...supportBars(words, axis.blocs, everywhere),
        ],
        lead: agreement.kind === 'measured' ? leadOf(words, results.sides, agreement) : null,
      };
    }),
  }));
};

const OPPOSITE = { 'at-least': 'at-most', 'at-most': 'at-least' } as const;

const rankingLines = (words: Words, results: RankingResults): ResultLine[] => {
  const { t } = words;
  const { everywhere } = hiddenBlocs(results);
  const marks = marksOf(results.options);
  const last = results.options.length;
  /** The best place fills the bar, the last one leaves it empty. */
  const length = (rank: number): number => (last === 1 ? 1 : (last - rank) / (last - 1));
  return results.options.map((line, index) => ({
    id: line.id,
    mark: line.meanRank === null ? null : (marks[index] ?? null),
    isTied: line.tied && line.meanRank !== null,
    title: line.title,
    say: null,
    reasons: [],
    parts: [
      {
        key: 'ranking',
        title: null,
        tags: [],
        say:
          line.meanRank === null
            ? t('results.ranking.no-ranking')
            : t('results.ranking.say', {
                mean: meanText(t, { kind: 'exact', value: line.meanRank }),
                first: line.places[0] ?? 0,
                ranked: results.ranked,
                unplaced: line.unplaced,
              }),
        bars:
          line.meanRank === null
            ? []
            : [
                allBar(
                  words,
                  length(line.meanRank),
                  t('results.ranking.figure', {
                    mean: meanText(t, { kind: 'exact', value: line.meanRank }),
                    papers: results.ranked,
                  }),
                ),
                ...blocBars(words, line.blocs, everywhere, ({ bloc, meanRank, papers }) =>
                  blocBar(
                    words,
                    bloc,
                    // A low rank is a long bar.
                    {
                      kind: meanRank.kind === 'exact' ? 'exact' : OPPOSITE[meanRank.kind],
                      value: length(meanRank.value),
                    },
                    t('results.ranking.figure', { mean: meanText(t, meanRank), papers }),
                  ),
                ),
              ],
        lead: null,
        note: null,
      },
    ],
  }));
};

const endorsementLines = (words: Words, results: EndorsementResults, saidBelow: boolean): ResultLine[] => {
  const { t } = words;
  const { everywhere } = hiddenBlocs(results);
  return results.options.map((line) => {
    const { levels, notJudged, agreement } = line;
    const judged = EndorsementLevel.options.reduce((sum, level) => sum + levels[level], 0);
    const support = levels.endorse + levels.reservation;
    return {
      id: line.id,
      mark: null,
      isTied: false,
      title: line.title,
      say: null,
      reasons: line.texts.map(({ level, text }) => ({ level: t(`results.level.${level}`), text })),
      parts: [
        {
          key: 'endorsement',
          title: null,
          tags: agreement.kind === 'measured' ? [verdictTag(words, agreement)] : [],
          say:
            judged === 0
              ? t('results.endorsement.notJudged')
              : t('results.endorsement.say', {
                  support,
                  judged,
                  reservations: levels.reservation,
                  oppose: levels.oppose,
                  abstain: levels.abstain,
                  aside: levels['stand-aside'],
                  notJudged,
                }),
          bars:
            judged === 0
              ? []
              : [
                  allBar(words, support / judged, t('results.of', { voters: support, papers: judged })),
                  ...supportBars(words, line.blocs, everywhere),
                ],
          lead: agreement.kind === 'measured' ? leadOf(words, results.sides, agreement) : null,
          note: silence(words, agreement, saidBelow),
        },
      ],
    };
  });
};

/** Every agreement a result measures or does not. */
const agreementsOf = (results: BallotResults): Agreement[] => {
  switch (results.kind) {
    case 'dots':
    case 'ranking':
      return [];
    case 'rating':
      return results.options.flatMap((line) => line.axes.map((axis) => axis.agreement));
    case 'endorsement':
      return results.options.map((line) => line.agreement);
  }
};

/** Why no agreement is measured at all, to be said once; null where one is, or where the kind measures none. */
export const agreementNote = (words: Words, results: BallotResults): string | null => {
  const agreements = agreementsOf(results);
  if (agreements.length === 0 || agreements.some(({ kind }) => kind === 'measured')) return null;
  const absent = new Set(agreements.flatMap((one) => (one.kind === 'no-papers' ? one.blocs : [])));
  return absent.size > 0
    ? words.t('results.agreement.no-papers', { blocs: blocNames(words, [...absent]) })
    : words.t('results.agreement.not-shown');
};

/** How much rankings are alike; null for other kinds. */
export const concordanceText = ({ t }: Words, results: BallotResults): string | null => {
  if (results.kind !== 'ranking') return null;
  const { concordance } = results;
  return concordance.kind === 'measured'
    ? t('results.ranking.concordance', { w: decimal(t, concordance.w) })
    : t(`results.ranking.${concordance.kind}`);
};

/** What a result says of each option, in its order; the page and the picture are both drawn from it. */
export const linesOf = (words: Words, results: BallotResults): ResultLine[] => {
  const saidBelow = agreementNote(words, results) !== null;
  switch (results.kind) {
    case 'dots':
      return dotLines(words, results);
    case 'rating':
      return ratingLines(words, results, saidBelow);
    case 'ranking':
      return rankingLines(words, results);
    case 'endorsement':
      return endorsementLines(words, results, saidBelow);
  }
};
