import { z } from 'zod';
import { BallotOptionId } from './ids.ts';

export const BallotKind = z.enum(['dots', 'rating', 'ranking', 'endorsement']);
export type BallotKind = z.infer<typeof BallotKind>;

/** What a ballot is about. */
export const BallotSubject = z.object({
  kind: z.enum(['card', 'cluster', 'option']),
  id: z.string().min(1).max(64),
});
export type BallotSubject = z.infer<typeof BallotSubject>;

/** Budget and cap of a dot ballot. */
export const DotSettings = z.object({
  budget: z.number().int().min(1).max(50),
  cap: z.number().int().min(1).max(50),
});
export type DotSettings = z.infer<typeof DotSettings>;

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

export type DotRefusal =
  | { code: 'unknown-option'; optionId: string }
  | { code: 'over-budget'; used: number; budget: number }
  | { code: 'over-cap'; optionId: string; dots: number; cap: number };

/** Checks a dot paper against its ballot; null when it is valid. Fewer dots than the budget are fine. */
export const refuseDots = (
  choices: DotChoices,
  settings: DotSettings,
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
