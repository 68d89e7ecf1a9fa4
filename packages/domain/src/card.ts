import { z } from 'zod';
import { CardId, ClusterId } from './ids.ts';
import { LIMITS } from './limits.ts';

/** Board space in px; a card's position is its top left corner. */
export const CARD_WIDTH = 208;
export const CARD_HEIGHT = 128;
/** Space between cards laid out in a grid, px. */
export const CARD_GAP = 16;

export const Point = z.tuple([z.number(), z.number()]);
/** `[x, y]` in board px. */
export type Point = z.infer<typeof Point>;

/** A card as everybody sees it: no author, no time. */
export const Card = z.object({
  id: CardId,
  title: z.string().max(LIMITS.cardTitle),
  /** Plain text of the body, paragraphs separated by one line feed. */
  body: z.string().max(LIMITS.cardBody),
  position: Point,
  cluster: ClusterId.nullable(),
  /** Written on the board after a reveal (P3). */
  late: z.boolean(),
  /** Entered by the facilitator for somebody without a device; has no author (P6). */
  proxy: z.boolean(),
  binned: z.boolean(),
  /** In order of their words. */
  tags: z.array(z.string()),
  /** Clusters it matters to besides its own; says nothing about membership. */
  alsoIn: z.array(ClusterId),
});
export type Card = z.infer<typeof Card>;

/** The eight tints of clusters, each paired with a pattern by the design tokens. */
export const CLUSTER_COLOURS = 8;

export const Cluster = z.object({
  id: ClusterId,
  title: z.string().max(LIMITS.clusterTitle),
  /** 1–8. */
  colour: z.number().int().min(1).max(CLUSTER_COLOURS),
});
export type Cluster = z.infer<typeof Cluster>;

/** What somebody hands in as a card: a title, perhaps a body. */
export const CardText = z.object({
  title: z.string().trim().min(1, 'a card needs a title').max(LIMITS.cardTitle),
  body: z.string().max(LIMITS.cardBody).default(''),
});
export type CardText = z.infer<typeof CardText>;
