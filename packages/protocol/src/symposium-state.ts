import { z } from 'zod';
import { GroupId, RoundId, SymposiumId } from '@rapport/domain/ids';
import { PhaseKind } from '@rapport/domain/phases';
import { Timer } from '@rapport/domain/timer';
import { HelpRequest } from './group-state.ts';

/** One tile of the cockpit: counts only. */
export const GroupTile = z.object({
  id: GroupId,
  roundId: RoundId,
  number: z.number().int(),
  name: z.string(),
  status: z.enum(['open', 'closed']),
  phase: z.object({ kind: PhaseKind, index: z.number().int(), of: z.number().int() }),
  timer: Timer,
  seats: z.number().int(),
  present: z.number().int(),
  done: z.number().int(),
  cardsWritten: z.number().int(),
  /** Of the private cards those still being written. */
  draftsOpen: z.number().int(),
  cards: z.number().int(),
  ballot: z.object({ cast: z.number().int(), entitled: z.number().int() }).nullable(),
  /** Open calls for help. */
  help: z.array(HelpRequest),
});
export type GroupTile = z.infer<typeof GroupTile>;

/** What an organiser watches; the server sends it again whole, at most once a second, as `symposium` event. */
export const SymposiumState = z.object({
  id: SymposiumId,
  serverTime: z.iso.datetime(),
  groups: z.array(GroupTile),
});
export type SymposiumState = z.infer<typeof SymposiumState>;
