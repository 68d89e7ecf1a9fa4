import { z } from 'zod';
import { asksForText, EndorsementLevel, type BallotKind, type Choices } from '@rapport/domain/ballots';
import { BallotOptionId } from '@rapport/domain/ids';
import { LIMITS } from '@rapport/domain/limits';

/** 1–5, "cannot judge" said aloud, or null where nothing has been said yet. */
const Answer = z.union([z.number().int().min(1).max(5), z.literal('cannot-judge')]).nullable();
export type Answer = z.infer<typeof Answer>;

/**
 * A paper as it is being filled in. It knows more than what is handed in: "cannot judge" is another thing than not yet
 * answered, and a reason stays while its writer tries another level.
 */
export const PaperDraft = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('dots'), dots: z.record(BallotOptionId, z.number().int().min(1)) }),
  z.object({ kind: z.literal('rating'), ratings: z.record(BallotOptionId, z.tuple([Answer, Answer])) }),
  z.object({ kind: z.literal('ranking'), ranking: z.array(BallotOptionId).max(LIMITS.rankedOptions) }),
  z.object({
    kind: z.literal('endorsement'),
    levels: z.record(BallotOptionId, z.object({ level: EndorsementLevel, text: z.string().max(LIMITS.levelText) })),
  }),
]);
export type PaperDraft = z.infer<typeof PaperDraft>;
export type DraftOf<Kind extends BallotKind> = Extract<PaperDraft, { kind: Kind }>;

export const blankDraft = (kind: BallotKind): PaperDraft => {
  switch (kind) {
    case 'dots':
      return { kind, dots: {} };
    case 'rating':
      return { kind, ratings: {} };
    case 'ranking':
      return { kind, ranking: [] };
    case 'endorsement':
      return { kind, levels: {} };
  }
};

/** Options about which the paper says something. */
export const answeredOptions = (draft: PaperDraft): number => {
  switch (draft.kind) {
    case 'dots':
      return Object.keys(draft.dots).length;
    case 'rating':
      return Object.values(draft.ratings).filter((pair) => pair.every((answer) => answer !== null)).length;
    case 'ranking':
      return draft.ranking.length;
    case 'endorsement':
      return Object.keys(draft.levels).length;
  }
};

/** True while nothing is on the paper, not even half an answer. */
export const isBlank = (draft: PaperDraft): boolean =>
  answeredOptions(draft) === 0 &&
  (draft.kind !== 'rating' || Object.values(draft.ratings).every((pair) => pair.every((answer) => answer === null)));

const rated = (answer: Answer): number | null => (typeof answer === 'number' ? answer : null);

/** What is handed in: a reason only with a level that asks for one. */
export const choicesOf = (draft: PaperDraft): Choices => {
  switch (draft.kind) {
    case 'dots':
      return { dots: draft.dots };
    case 'rating':
      return {
        ratings: Object.fromEntries(
          Object.entries(draft.ratings).map(([id, [one, two]]) => [id, [rated(one), rated(two)]]),
        ),
      };
    case 'ranking':
      return { ranking: draft.ranking };
    case 'endorsement':
      return {
        levels: Object.fromEntries(
          Object.entries(draft.levels).map(([id, { level, text }]) => [
            id,
            asksForText(level) && text.trim() !== '' ? { level, text: text.trim() } : { level },
          ]),
        ),
      };
  }
};
