import { z } from 'zod';
import { PhaseId } from './ids.ts';

/** The kinds of a phase (docs/method.md §2). Any kind may repeat, be left out or be reordered. */
export const PhaseKind = z.enum([
  'lobby',
  'frame',
  'write',
  'clarify',
  'cluster',
  'draft',
  'shortlist',
  'evaluate',
  'discuss',
  'revote',
  'readback',
]);
export type PhaseKind = z.infer<typeof PhaseKind>;

/** One step of a group's session. `index` counts from 0. */
export const Phase = z.object({
  id: PhaseId,
  kind: PhaseKind,
  minutes: z.number().int().min(1).max(600),
  index: z.number().int().min(0),
});
export type Phase = z.infer<typeof Phase>;

export const PhaseTemplate = z
  .array(z.object({ kind: PhaseKind, minutes: z.number().int().min(1).max(600) }))
  .min(1)
  .max(40);
export type PhaseTemplate = z.infer<typeof PhaseTemplate>;

/** Ninety minutes. */
export const DEFAULT_TEMPLATE: PhaseTemplate = [
  { kind: 'lobby', minutes: 5 },
  { kind: 'frame', minutes: 5 },
  { kind: 'write', minutes: 10 },
  { kind: 'clarify', minutes: 15 },
  { kind: 'cluster', minutes: 10 },
  { kind: 'draft', minutes: 20 },
  { kind: 'shortlist', minutes: 4 },
  { kind: 'evaluate', minutes: 6 },
  { kind: 'discuss', minutes: 12 },
  { kind: 'revote', minutes: 4 },
  { kind: 'readback', minutes: 6 },
];

/** While people write in private, who is typing is itself a leak: no presence leaves the server. */
export const hidesPresence = (kind: PhaseKind): boolean => kind === 'write';

/** In private writing a new card belongs in the author's own drafts, not on the board. */
export const writesInPrivate = (kind: PhaseKind): boolean => kind === 'lobby' || kind === 'frame' || kind === 'write';
