import type { SlideList } from './deck.ts';
import { breakLines } from './measure-text.ts';

/** Points. */
export type Size = { width: number; height: number };

/** Lines stand this many times the size of their letters apart: Arial's 1.15 and a little air. */
export const LINE = 1.17;
/** Smallest text that is read from the back of a room, in points. */
export const SMALLEST = 18;
/** Sizes of running text, the largest that fits is taken. */
export const SIZES: readonly number[] = [24, 22, 20, SMALLEST];
/** Points before an item and before a heading. */
export const ITEM_GAP = 5;
export const HEADING_GAP = 14;
/** How far text stands in beside its bullet or number. */
export const INDENT = 28;
/** Lines one item may have when not everything fits: first this many, fewer until it does. */
const MOST_LINES = 10;
const FEWEST_LINES = 2;

const ELLIPSIS = '…';

/** The beginning of a text that fills `lines` lines at most, ended by "…" when something is left out. */
export const cutToLines = (
  text: string,
  lines: number,
  { width, size, bold = false }: { width: number; size: number; bold?: boolean },
): string => {
  const broken = breakLines(text, width, size, bold);
  if (broken.length <= lines) return text;
  const solid = broken.slice(0, lines).join('').replaceAll(/\s/g, '').length;
  let end = 0;
  for (let seen = 0; end < text.length && seen < solid; end += 1) if (!/\s/.test(text[end] ?? '')) seen += 1;
  let kept = text.slice(0, end).trimEnd();
  while (kept !== '' && breakLines(kept + ELLIPSIS, width, size, bold).length > lines) {
    const at = kept.search(/\s+\S*$/);
    // A single long word loses its letters, a surrogate pair both halves.
    kept = at > 0 ? kept.slice(0, at) : Array.from(kept).slice(0, -1).join('');
  }
  return kept.replace(/[\s,;:.،؛–-]+$/, '') + ELLIPSIS;
};

/** Shortens a text, and may remember that it did. */
export type Cut = typeof cutToLines;

/** The largest of some sizes at which a text has at most so many lines; at the smallest it is cut. */
export const fitLine = (
  text: string,
  {
    width,
    sizes,
    lines = 1,
    bold = false,
  }: { width: number; sizes: readonly number[]; lines?: number; bold?: boolean },
  cut: Cut = cutToLines,
): { text: string; size: number } => {
  const fitting = sizes.find((size) => breakLines(text, width, size, bold).length <= lines);
  const size = fitting ?? sizes.at(-1) ?? SMALLEST;
  return { text: cut(text, lines, { width, size, bold }), size };
};

/** A list with the number of items left out of it. */
export type FittedList = SlideList & { left: number };

type Item = SlideList['items'][number];

const itemText = ({ mark, text, note }: Item): string =>
  [mark, text, note].filter((part) => part !== undefined).join('  ');

const linesOf = (item: Item, width: number, size: number): number =>
  Math.max(1, breakLines(itemText(item), width - INDENT, size).length);

/** What has to be known of a list to say how high it is, measured once: there may be hundreds of items. */
type Measured = { frame: number; lines: readonly number[] };

const measure = ({ heading, items, none }: SlideList, index: number, width: number, size: number): Measured => ({
  frame:
    (index === 0 ? 0 : HEADING_GAP) +
    breakLines(heading, width, SMALLEST, true).length * SMALLEST * LINE +
    (items.length === 0 ? breakLines(none, width, SMALLEST).length * SMALLEST * LINE + ITEM_GAP : 0),
  lines: items.map((item) => linesOf(item, width, size)),
});

const NOTE = SMALLEST * LINE + ITEM_GAP;

/** How high the lists are when each shows its first `kept` items with `most` lines each. */
const heightOf = (all: readonly Measured[], size: number, kept: readonly number[], most: number): number =>
  all.reduce((sum, { frame, lines }, index) => {
    const shown = kept[index] ?? lines.length;
    const items = lines
      .slice(0, shown)
      .reduce((height, count) => height + Math.min(most, count) * size * LINE + ITEM_GAP, 0);
    return sum + frame + items + (shown < lines.length ? NOTE : 0);
  }, 0);

/** How high a list is in the smallest letters when all of it is shown. */
export const listHeight = (list: SlideList, width: number): number =>
  heightOf([measure(list, 0, width, SMALLEST)], SMALLEST, [], Number.POSITIVE_INFINITY);

const cutItem = (item: Item, lines: number, width: number, cut: Cut): Item => {
  if (linesOf(item, width, SMALLEST) <= lines) return item;
  // What stands beside the text takes its room from the text: a word as long stands for it.
  const beside =
    (item.mark === undefined ? 0 : item.mark.length + 2) + (item.note === undefined ? 0 : item.note.length + 2);
  const room = 'n'.repeat(beside);
  const kept = cut(`${room} ${item.text}`, lines, { width: width - INDENT, size: SMALLEST });
  return { ...item, text: kept.slice(room.length).trimStart() || ELLIPSIS };
};

/** How many items of each list are shown, and in how many lines, at the smallest size. */
const choose = (all: readonly Measured[], room: number): { kept: number[]; most: number } => {
  const kept = all.map(({ lines }) => lines.length);
  for (;;) {
    for (let most = MOST_LINES; most >= FEWEST_LINES; most -= 1) {
      if (heightOf(all, SMALLEST, kept, most) <= room) return { kept, most };
    }
    const longest = Math.max(...kept);
    if (longest <= 1) return { kept, most: 1 };
    kept[kept.lastIndexOf(longest)] = longest - 1;
  }
};

/**
 * Lists below each other at the largest size at which they fit the box. What does not fit at the smallest is shortened,
 * every item to the same number of lines; where there are too many, the last ones of the longest list are left out and
 * counted.
 */
export const fitLists = (
  wanted: readonly SlideList[],
  { width, height }: Size,
  { sizes = SIZES, cut = cutToLines }: { sizes?: readonly number[]; cut?: Cut } = {},
): { size: number; lists: FittedList[] } => {
  const whole = wanted.map((list) => ({ ...list, left: 0 }));
  for (const size of sizes) {
    const all = wanted.map((list, index) => measure(list, index, width, size));
    if (heightOf(all, size, [], Number.POSITIVE_INFINITY) <= height) return { size, lists: whole };
  }
  const all = wanted.map((list, index) => measure(list, index, width, SMALLEST));
  const { kept, most } = choose(all, height);
  const lists = wanted.map((list, index) => {
    const items = list.items.slice(0, kept[index]).map((item) => cutItem(item, most, width, cut));
    return { ...list, items, left: list.items.length - items.length };
  });
  return { size: SMALLEST, lists };
};
