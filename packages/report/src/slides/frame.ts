import { LINE } from './fit-text.ts';
import { breakLines } from './measure-text.ts';
import { SLIDE, type Box } from './shapes.ts';

/** Points left free at both sides. */
const MARGIN = 44;
const WIDTH = SLIDE.width - 2 * MARGIN;

/** Where everything stands that every slide has. */
export const FRAME = {
  marking: { x: MARGIN, y: 12, width: WIDTH, height: 22 },
  kicker: { x: MARGIN, y: 38, width: WIDTH, height: 20 },
  title: { x: MARGIN, y: 58, width: WIDTH, height: 46 },
  body: { x: MARGIN, y: 116, width: WIDTH, height: 360 },
  status: { x: MARGIN, y: 483, width: WIDTH - 120, height: 20 },
  number: { x: SLIDE.width - MARGIN - 110, y: 484, width: 110, height: 20 },
  footer: { x: MARGIN, y: 506, width: WIDTH, height: 22 },
} as const satisfies Record<string, Box>;

/** Of the first slide of a deck. */
export const COVER = {
  title: { x: MARGIN, y: 150, width: WIDTH, height: 110 },
  subtitle: { x: MARGIN, y: 272, width: WIDTH, height: 150 },
} as const;

export const GUTTER = 36;
export const COLUMN = (WIDTH - GUTTER) / 2;

/** Small print, never anything that has to be read from afar. */
export const SMALL_PRINT = 14;

export const columnBox = (index: 0 | 1): Box => ({
  ...FRAME.body,
  x: MARGIN + index * (COLUMN + GUTTER),
  width: COLUMN,
});

/** Points from one line to the next. */
export const lineHeight = (size: number): number => size * LINE;

/** How high a text is when set so wide. */
export const heightOf = (text: string, width: number, size: number, bold = false): number =>
  breakLines(text, width, size, bold).length * lineHeight(size);
