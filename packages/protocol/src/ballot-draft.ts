import { z } from 'zod';
import { AxisName, BallotKind, BallotSubject, Thresholds } from '@rapport/domain/ballots';
import { LIMITS } from '@rapport/domain/limits';

const axis = z.union([
  z
    .string()
    .trim()
    .min(1)
    .max(LIMITS.axisName)
    .transform((name) => ({ en: name })),
  AxisName,
]);
/** What is left out is as the method says; a setting that the ballot's kind does not have is refused. */
const ballotSettings = z
  .object({
    /** dots */
    budget: z.number().int().min(1).max(50),
    cap: z.number().int().min(1).max(50),
    /** rating: what the two axes ask for */
    axes: z.tuple([axis, axis]),
    /** rating and endorsement: how a result is put into words */
    thresholds: Thresholds.partial(),
    /** every kind: the ballot closes by itself 15 s after the group's timer has run out */
    closesWithTimer: z.boolean(),
  })
  .partial();

/** What a ballot will ask, and how: as it is opened, or printed before. */
export const BallotDraft = z.object({
  kind: BallotKind,
  options: z.array(BallotSubject).min(1).max(LIMITS.ballotOptions),
  settings: ballotSettings.optional(),
});
export type BallotDraft = z.output<typeof BallotDraft>;
