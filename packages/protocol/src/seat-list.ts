import { z } from 'zod';
import { GroupId, SeatId } from '@rapport/domain/ids';
import { GroupRole } from '@rapport/domain/roles';

/** Whose seats a leader may give roles to. One of the few messages with seat ids; it holds no card, option or paper. */
export const SeatList = z.object({
  groupId: GroupId,
  seats: z.array(
    z.object({
      id: SeatId,
      displayName: z.string(),
      delegation: z.string(),
      role: GroupRole,
      present: z.boolean(),
      /** The caller's own. */
      self: z.boolean(),
    }),
  ),
});
export type SeatList = z.infer<typeof SeatList>;
