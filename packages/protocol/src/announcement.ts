import { z } from 'zod';
import { Attribution } from '@rapport/domain/attribution';
import { AnnouncementId } from '@rapport/domain/ids';
import { LIMITS } from '@rapport/domain/limits';

/** Said to a whole group; who is told may put it aside. Never says which leader sent it. */
export const Announcement = z.discriminatedUnion('kind', [
  z.object({
    id: AnnouncementId,
    kind: z.literal('text'),
    from: z.enum(['organiser', 'leader']),
    text: z.string().max(LIMITS.announcement),
  }),
  /** The group's attribution is another one now; each client says it in its own language. */
  z.object({
    id: AnnouncementId,
    kind: z.literal('attribution'),
    attribution: Attribution,
    tells: z.enum(['more', 'less']),
  }),
]);
export type Announcement = z.infer<typeof Announcement>;
