import { z } from 'zod';
import { CardId, ClusterId } from '@rapport/domain/ids';

const coordinate = z.number().min(-1_000_000).max(1_000_000);
const Cursor = z.tuple([coordinate, coordinate]);
/** Cards on their way, or a cluster that is folded or empty: where they are dropped is written then. */
const Dragging = z.object({
  ids: z
    .array(z.union([CardId, ClusterId]))
    .min(1)
    .max(50),
  dx: coordinate,
  dy: coordinate,
});

/**
 * What a member of a board says about itself through the awareness protocol, board px; every part is optional and one
 * that is wrong is left out. `{"cursor":[120,80],"dragging":{"ids":["c1"],"dx":14,"dy":-3},"editing":"c2"}`
 */
export const OwnPresence = z.object({
  cursor: Cursor.nullable().default(null).catch(null),
  dragging: Dragging.nullable().default(null).catch(null),
  editing: CardId.nullable().default(null).catch(null),
});
export type OwnPresence = z.infer<typeof OwnPresence>;

/** Words for people without names; each client says them in its own language. */
export const PRESENCE_ALIASES = [
  'heron',
  'swallow',
  'kestrel',
  'curlew',
  'plover',
  'avocet',
  'siskin',
  'wagtail',
  'osprey',
  'gannet',
  'puffin',
  'dipper',
  'bittern',
  'lapwing',
  'goldcrest',
  'nightjar',
] as const;

/** Presence colours of the design tokens. */
export const PRESENCE_COLOURS = 8;

/**
 * What the server lets others see of a member: in `named` a name, in all other modes an alias drawn for this connection
 * that has nothing to do with the seat, and then no `editing`: who types into a new card would be its author (A5).
 */
export const ShownPresence = z.object({
  name: z.string().optional(),
  delegation: z.string().optional(),
  alias: z.enum(PRESENCE_ALIASES),
  /** 1–8 */
  colour: z.number().int().min(1).max(PRESENCE_COLOURS),
  cursor: Cursor.optional(),
  dragging: Dragging.optional(),
  editing: CardId.optional(),
});
export type ShownPresence = z.infer<typeof ShownPresence>;
