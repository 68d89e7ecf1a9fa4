import { z } from 'zod';
import { LIMITS } from '@rapport/domain/limits';
import { ShownPresence } from './board-presence.ts';

const place = z.number().int().min(0).max(LIMITS.reportSentence);
const Caret = z.object({ field: z.string().regex(/^[A-Za-z0-9_-]{1,64}$/), anchor: place, head: place });

/**
 * Where a member of a report writes: a field and characters in it. Characters are counted and not named by what stands
 * beside them, because no frame may pair a content id with a caret (docs/method.md §4, A5).
 * `{"caret":{"field":"headline1","anchor":4,"head":9}}`
 */
export const OwnCaret = z.object({ caret: Caret.nullable().default(null).catch(null) });
export type OwnCaret = z.infer<typeof OwnCaret>;

/** What the server lets others see of it; who it is as on the board. */
export const ShownCaret = ShownPresence.pick({ name: true, delegation: true, alias: true, colour: true }).extend({
  caret: Caret.optional(),
});
export type ShownCaret = z.infer<typeof ShownCaret>;
