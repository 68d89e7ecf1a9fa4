import { z } from 'zod';
import { Card, Cluster, Point } from '@rapport/domain/card';
import { CheckpointId, OptionId } from '@rapport/domain/ids';
import { OptionText } from '@rapport/domain/options';
import { PhaseKind } from '@rapport/domain/phases';

/** Why the board was kept: a phase began, people had worked on it for a while, or it was about to be restored. */
const CheckpointReason = z.enum(['phase', 'activity', 'restore']);

/** A board as it stood once. Under the Rule it says the phase and not the time (docs/method.md §4). */
export const Checkpoint = z.object({
  id: CheckpointId,
  /** Counts in a group from 1. */
  number: z.number().int(),
  reason: CheckpointReason,
  phase: z.object({ kind: PhaseKind, index: z.number().int() }),
  /** UTC; null under the Rule. */
  at: z.iso.datetime().nullable(),
  /** Cards that were not in the bin. */
  cards: z.number().int(),
});
export type Checkpoint = z.infer<typeof Checkpoint>;

/** `GET /api/groups/{id}/history`: newest first. */
export const History = z.object({ checkpoints: z.array(Checkpoint) });
export type History = z.infer<typeof History>;

/** `GET /api/groups/{id}/history/{checkpoint}`: for looking only. */
export const EarlierBoard = z.object({
  checkpoint: Checkpoint,
  cards: z.array(Card),
  clusters: z.array(Cluster.extend({ position: Point.nullable() })),
  /** Live texts of the group's options, in order of ids. */
  options: z.array(OptionText.extend({ id: OptionId })),
});
export type EarlierBoard = z.infer<typeof EarlierBoard>;

/** What a card said when a board was kept. */
export const EarlierText = z.object({ checkpoint: Checkpoint, title: Card.shape.title, body: Card.shape.body });
export type EarlierText = z.infer<typeof EarlierText>;

/** `GET /api/groups/{id}/history/cards/{card}`: newest first, each text with the first board that held it. */
export const CardTexts = z.object({ texts: z.array(EarlierText) });
export type CardTexts = z.infer<typeof CardTexts>;

/** `POST /api/groups/{id}/history/{checkpoint}/restore`: what stands as then, and where the board before it is kept. */
export const Restored = z.object({ cards: z.number().int(), keptAs: CheckpointId });
export type Restored = z.infer<typeof Restored>;
