import { z } from 'zod';
import { BlocId } from '@rapport/domain/blocs';
import { GroupId } from '@rapport/domain/ids';
import { GroupRole } from '@rapport/domain/roles';

/** Who sits here. One of the few messages with names; it holds no card, option or paper id (§4 A5). */
export const RoomList = z.object({
  groupId: GroupId,
  people: z.array(
    z.object({
      displayName: z.string(),
      delegation: z.string(),
      bloc: BlocId,
      role: GroupRole,
      present: z.boolean(),
    }),
  ),
});
export type RoomList = z.infer<typeof RoomList>;

/** Sent as socket event `room` to a group's watchers, in batches of at least 60 s. */
export const ROOM_EVERY_MS = 60_000;
