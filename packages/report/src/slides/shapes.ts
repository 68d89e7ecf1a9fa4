import type { Bar, Tone } from '../report-blocks.ts';
import type { Lead } from './deck.ts';
import type { Cut } from './fit-text.ts';

/** Points from the corner at which the deck's lines begin: a deck that runs from the right is mirrored when drawn. */
export type Box = { x: number; y: number; width: number; height: number };

export const SLIDE = { width: 960, height: 540 };

export type Colour = 'ink' | 'soft' | 'accent' | 'line' | 'paper' | 'warn';

/** A stretch of one look. `tone` is a colour of bars; `to` is the slide it leads to. */
export type Run = { text: string; bold?: boolean; colour?: Colour; tone?: Tone; to?: Lead };

export type Paragraph = {
  runs: readonly Run[];
  size: number;
  align?: 'start' | 'center' | 'end';
  /** Stays on the side on which the deck begins, whichever way its words run. */
  held?: boolean;
  list?: 'bullet' | 'number';
  /** Points before it. */
  before?: number;
};

/** What a text is to the layout: a screen reader says it, and a change of the layout reaches it. */
export type Place = 'title' | 'subtitle' | 'body' | 'second' | 'kicker' | 'marking' | 'status' | 'footer' | 'number';

export type Shape =
  | {
      kind: 'text';
      name: string;
      box: Box;
      place?: Place;
      paragraphs: readonly Paragraph[];
      anchor?: 'top' | 'middle' | 'bottom';
    }
  /** `alt` says all that it shows. */
  | { kind: 'bar'; name: string; box: Box; bar: Bar; alt: string }
  /** Says nothing. */
  | { kind: 'rule'; box: Box; colour: Colour }
  | { kind: 'watermark'; text: string };

/** What a slide is laid out with: `cut` shortens and remembers that it did, `more` counts what was left out. */
export type Means = { cut: Cut; more: (count: number) => string };

/** Which of the layouts a slide is made from. */
export type LayoutName = 'cover' | 'content' | 'columns' | 'title-only';

export type LaidOutSlide = { layout: LayoutName; title: string; shapes: Shape[] };

/** Words that stay on the side on which the deck begins. */
export const heldText = (
  name: string,
  box: Box,
  runs: readonly Run[],
  size: number,
  anchor: 'top' | 'middle' | 'bottom' = 'top',
): Shape => ({ kind: 'text', name, box, paragraphs: [{ runs, size, held: true }], anchor });
