import { z } from 'zod';
import { BallotOptionId } from './ids.ts';
import { LocalisedText } from './languages.ts';
import { LIMITS } from './limits.ts';

export const BallotKind = z.enum(['dots', 'rating', 'ranking', 'endorsement']);
export type BallotKind = z.infer<typeof BallotKind>;

/** What a ballot is about. */
export const BallotSubject = z.object({
  kind: z.enum(['card', 'cluster', 'option']),
  id: z.string().min(1).max(64),
});
export type BallotSubject = z.infer<typeof BallotSubject>;

const share = z.number().min(0).max(1);

/**
 * What decides how a result is put into words (docs/method.md §6): shares 0–1, consensus 0–1, divergence in points.
 * Chosen before a ballot opens and part of it from then on.
 */
export const Thresholds = z.object({
  /** Both sides support from this share on. */
  support: share,
  /** Both sides reject up to this share of support. */
  rejection: share,
  /** One side leads with `support` when the other is below this share and the difference is at least `z`. */
  follower: share,
  z: z.number().min(0).max(10),
  /** Split inside blocs: the sides differ by fewer points than this, and consensus is below `consensus`. */
  points: z.number().min(0).max(100),
  consensus: share,
  /** A rating is flagged as contested above this normalised standard deviation. */
  dissent: share,
});
export type Thresholds = z.infer<typeof Thresholds>;

export const DEFAULT_THRESHOLDS: Thresholds = {
  support: 2 / 3,
  rejection: 1 / 3,
  follower: 1 / 2,
  z: 1.28,
  points: 15,
  consensus: 0.4,
  dissent: 0.3,
};

/** Of every ballot: whether it closes by itself 15 s after the group's timer has run out. Absent: it does not. */
const timing = { closesWithTimer: z.boolean().optional() };

/** Budget and cap of a dot ballot. */
export const DotSettings = z.object({
  budget: z.number().int().min(1).max(50),
  cap: z.number().int().min(1).max(50),
  ...timing,
});
export type DotSettings = z.infer<typeof DotSettings>;

/** What a rating asks for on one axis, by language. */
export const AxisName = LocalisedText.refine(
  (text) => Object.values(text).some((name) => name.trim() !== ''),
  'must have a name in at least one language',
).refine(
  (text) => Object.values(text).every((name) => name.length <= LIMITS.axisName),
  `must be ${LIMITS.axisName} characters or fewer`,
);

export const DEFAULT_AXES: [LocalisedText, LocalisedText] = [
  { en: 'Contribution to security', fr: 'Contribution à la sécurité', ar: 'الإسهام في الأمن' },
  { en: 'Feasibility', fr: 'Faisabilité', ar: 'قابلية التنفيذ' },
];

export const RatingSettings = z.object({
  axes: z.tuple([AxisName, AxisName]),
  thresholds: Thresholds,
  ...timing,
});
export type RatingSettings = z.infer<typeof RatingSettings>;

export const RankingSettings = z.object(timing);
export type RankingSettings = z.infer<typeof RankingSettings>;

export const EndorsementSettings = z.object({ thresholds: Thresholds, ...timing });
export type EndorsementSettings = z.infer<typeof EndorsementSettings>;

/** A kind with the settings it has. */
export const BallotRules = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('dots'), settings: DotSettings }),
  z.object({ kind: z.literal('rating'), settings: RatingSettings }),
  z.object({ kind: z.literal('ranking'), settings: RankingSettings }),
  z.object({ kind: z.literal('endorsement'), settings: EndorsementSettings }),
]);
export type BallotRules = z.infer<typeof BallotRules>;

/** B = clamp(round(sqrt(n)), 3, 7), cap 2 (docs/method.md §5): 9 options → 3, 16 → 4, 25 → 5, 40 → 6. */
export const defaultDotSettings = (options: number): DotSettings => ({
  budget: Math.min(7, Math.max(3, Math.round(Math.sqrt(options)))),
  cap: 2,
});

/** Kept by the voter's client, hashed on the server: with it a paper can be replaced until close. */
export const PaperKey = z.string().regex(/^[A-Za-z0-9_-]{16,128}$/, 'must be 16–128 letters, digits, "-" or "_"');
export type PaperKey = z.infer<typeof PaperKey>;

export const DotChoices = z.object({ dots: z.record(BallotOptionId, z.number().int().min(0).max(50)) });
export type DotChoices = z.infer<typeof DotChoices>;

/** 1–5, or null for "cannot judge". */
const Rating = z.number().int().min(1).max(5).nullable();

/** Each option on the two axes in their order; an option left out is not judged. */
export const RatingChoices = z.object({ ratings: z.record(BallotOptionId, z.tuple([Rating, Rating])) });
export type RatingChoices = z.infer<typeof RatingChoices>;

/** The best first. Options left out share the mean of the remaining ranks; an empty list is an abstention. */
export const RankingChoices = z.object({ ranking: z.array(BallotOptionId).max(LIMITS.rankedOptions) });
export type RankingChoices = z.infer<typeof RankingChoices>;

/**
 * `reservation`: endorse with a reservation. `stand-aside`: neither support nor oppose forwarding. `oppose`: oppose
 * forwarding.
 */
export const EndorsementLevel = z.enum(['endorse', 'reservation', 'abstain', 'stand-aside', 'oppose']);
export type EndorsementLevel = z.infer<typeof EndorsementLevel>;

/** Levels for which a reason is asked, never required. */
export const asksForText = (level: EndorsementLevel): boolean => level === 'reservation' || level === 'oppose';

/** A level for each text; a text left out is not judged. */
export const EndorsementChoices = z.object({
  levels: z.record(
    BallotOptionId,
    z.object({ level: EndorsementLevel, text: z.string().max(LIMITS.levelText).optional() }),
  ),
});
export type EndorsementChoices = z.infer<typeof EndorsementChoices>;

/** What stands on a paper. */
export const Choices = z.union([DotChoices, RatingChoices, RankingChoices, EndorsementChoices]);
export type Choices = z.infer<typeof Choices>;

type UnknownOption = { code: 'unknown-option'; optionId: string };

export type DotRefusal =
  | UnknownOption
  | { code: 'over-budget'; used: number; budget: number }
  | { code: 'over-cap'; optionId: string; dots: number; cap: number };

/** Checks a dot paper against its ballot; null when it is valid. Fewer dots than the budget are fine. */
export const refuseDots = (
  choices: DotChoices,
  settings: Pick<DotSettings, 'budget' | 'cap'>,
  options: ReadonlySet<string>,
): DotRefusal | null => {
  let used = 0;
  for (const [optionId, dots] of Object.entries(choices.dots)) {
    if (!options.has(optionId)) return { code: 'unknown-option', optionId };
    if (dots > settings.cap) return { code: 'over-cap', optionId, dots, cap: settings.cap };
    used += dots;
  }
  return used > settings.budget ? { code: 'over-budget', used, budget: settings.budget } : null;
};

const refuseUnknown = (ids: readonly string[], options: ReadonlySet<string>): UnknownOption | null => {
  const optionId = ids.find((id) => !options.has(id));
  return optionId === undefined ? null : { code: 'unknown-option', optionId };
};

/** Checks a paper of ratings; null when it is valid, an empty one included. */
export const refuseRatings = (choices: RatingChoices, options: ReadonlySet<string>): UnknownOption | null =>
  refuseUnknown(Object.keys(choices.ratings), options);

export type RankingRefusal = UnknownOption | { code: 'ranked-twice'; optionId: string };

/** Checks a ranking; null when it is valid, an incomplete or empty one included. */
export const refuseRanking = (choices: RankingChoices, options: ReadonlySet<string>): RankingRefusal | null => {
  const twice = choices.ranking.find((id, index) => choices.ranking.indexOf(id) < index);
  return (
    refuseUnknown(choices.ranking, options) ?? (twice === undefined ? null : { code: 'ranked-twice', optionId: twice })
  );
};

export type EndorsementRefusal =
  | UnknownOption
  /** A text with a level that asks for none would be lost or misread. */
  | { code: 'text-not-asked'; optionId: string; level: EndorsementLevel };

/** Checks a paper of endorsements; null when it is valid, an empty one included. */
export const refuseLevels = (choices: EndorsementChoices, options: ReadonlySet<string>): EndorsementRefusal | null => {
  const unknown = refuseUnknown(Object.keys(choices.levels), options);
  if (unknown !== null) return unknown;
  for (const [optionId, { level, text = '' }] of Object.entries(choices.levels)) {
    if (text.trim() !== '' && !asksForText(level)) return { code: 'text-not-asked', optionId, level };
  }
  return null;
};

export type PaperRefusal = DotRefusal | RankingRefusal | EndorsementRefusal | { code: 'wrong-kind'; kind: BallotKind };

/** Checks any paper against its ballot; null when it is valid. */
export const refusePaper = (
  choices: Choices,
  { kind, settings }: BallotRules,
  options: ReadonlySet<string>,
): PaperRefusal | null => {
  if (kind === 'dots' && 'dots' in choices) return refuseDots(choices, settings, options);
  if (kind === 'rating' && 'ratings' in choices) return refuseRatings(choices, options);
  if (kind === 'ranking' && 'ranking' in choices) return refuseRanking(choices, options);
  if (kind === 'endorsement' && 'levels' in choices) return refuseLevels(choices, options);
  return { code: 'wrong-kind', kind };
};

/** The same paper without what says nothing: no dots, nothing judged, no text. Says as little as it can when stored. */
export const tidyPaper = (choices: Choices): Choices => {
  if ('dots' in choices) {
    return { dots: Object.fromEntries(Object.entries(choices.dots).filter(([, dots]) => dots > 0)) };
  }
  if ('ratings' in choices) {
    const judged = Object.entries(choices.ratings).filter(([, pair]) => pair.some((rating) => rating !== null));
    return { ratings: Object.fromEntries(judged) };
  }
  if ('ranking' in choices) return { ranking: choices.ranking };
  const levels = Object.entries(choices.levels).map(([id, { level, text = '' }]) => [
    id,
    text.trim() === '' ? { level } : { level, text: text.trim() },
  ]);
  return { levels: Object.fromEntries(levels) as EndorsementChoices['levels'] };
};
