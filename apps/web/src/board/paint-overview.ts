import type { CardId } from '@rapport/domain/ids';
import type { BoardSession } from './board-session.ts';
import { grow, overlaps, type Rect } from './geometry.ts';
import { linkLines } from './link-lines.ts';

/** Colours as the design tokens have them in the current theme. */
type Ink = { card: string; line: string; text: string; selected: string; tints: string[]; window: string };

let ink: Ink | null = null;
const forget = (): void => {
  ink = null;
};
new MutationObserver(forget).observe(document.documentElement, { attributes: true });
for (const query of ['(prefers-color-scheme: dark)', '(prefers-contrast: more)', '(forced-colors: active)']) {
  matchMedia(query).addEventListener('change', forget);
}

/** Asking the page costs more than painting a thousand cards: once until something about its look changes. */
const readInk = (): Ink => {
  if (ink !== null) return ink;
  const style = getComputedStyle(document.documentElement);
  const token = (name: string): string => style.getPropertyValue(name).trim();
  ink = {
    card: token('--paper-raised'),
    line: token('--line-strong'),
    text: token('--ink'),
    selected: token('--focus'),
    window: token('--accent'),
    tints: Array.from({ length: 8 }, (_, n) => token(`--cl-${n + 1}`)),
  };
  return ink;
};

export type Frame = { x: number; y: number; scale: number; width: number; height: number };

type Options = { titles: boolean; without: ReadonlySet<string> };

/**
 * Paints the whole board small: cards as sheets, clusters as their tint with their title. `frame` maps board px to
 * CSS px of the canvas.
 */
export const paintOverview = (
  canvas: HTMLCanvasElement,
  session: BoardSession,
  frame: Frame,
  options: Options,
): void => {
  const context = canvas.getContext('2d');
  if (context === null) return;
  const ratio = window.devicePixelRatio || 1;
  const [width, height] = [Math.round(frame.width * ratio), Math.round(frame.height * ratio)];
  if (canvas.width !== width || canvas.height !== height) {
    canvas.width = width;
    canvas.height = height;
  }
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.clearRect(0, 0, frame.width, frame.height);
  paintThings(context, session, frame, options, null);
};

/** Screen px that edges reach out of a part, and the least a part has: titles of small clusters reach out of them. */
const REACH = 4;
const LEAST = { width: 92, height: 24 } as const;

/**
 * Paints anew what lies in these parts of the board (board px) in a canvas that `paintOverview` has painted with the
 * same frame.
 */
export const paintParts = (
  canvas: HTMLCanvasElement,
  session: BoardSession,
  frame: Frame,
  options: Options,
  parts: readonly Rect[],
): void => {
  const context = canvas.getContext('2d');
  if (context === null) return;
  const all = { x: frame.x, y: frame.y, width: frame.width / frame.scale, height: frame.height / frame.scale };
  const ratio = canvas.width / frame.width;
  const px = frame.scale * ratio;
  const clip = new Path2D();
  const grown: Rect[] = [];
  for (const part of parts) {
    const least = options.titles ? LEAST : { width: 0, height: 0 };
    const wide = grow(
      {
        ...part,
        width: Math.max(part.width, least.width / frame.scale),
        height: Math.max(part.height, least.height / frame.scale),
      },
      REACH / frame.scale,
    );
    if (!overlaps(wide, all)) continue;
    // Whole pixels of the canvas: half a pixel would be cleared by half.
    const [left, top] = [Math.floor((wide.x - frame.x) * px), Math.floor((wide.y - frame.y) * px)];
    const [right, bottom] = [
      Math.ceil((wide.x + wide.width - frame.x) * px),
      Math.ceil((wide.y + wide.height - frame.y) * px),
    ];
    clip.rect(left, top, right - left, bottom - top);
    grown.push(wide);
  }
  if (grown.length === 0) return;
  context.save();
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.clip(clip);
  context.clearRect(0, 0, canvas.width, canvas.height);
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  paintThings(context, session, frame, options, grown);
  context.restore();
};

/** Ids of cards to be painted. */
const cardsIn = (session: BoardSession, parts: readonly Rect[] | null): Iterable<string> => {
  const { cards } = session.index;
  if (parts === null) return cards.ids();
  const found = new Set<string>();
  for (const part of parts) for (const id of cards.query(part)) found.add(id);
  return found;
};

/** `parts`: only what lies there. */
const paintThings = (
  context: CanvasRenderingContext2D,
  session: BoardSession,
  frame: Frame,
  options: Options,
  parts: readonly Rect[] | null,
): void => {
  const colours = readInk();
  const place = (rect: Rect): [number, number, number, number] => [
    (rect.x - frame.x) * frame.scale,
    (rect.y - frame.y) * frame.scale,
    rect.width * frame.scale,
    rect.height * frame.scale,
  ];
  const { index, records, ui } = session;
  const { shown } = ui.getState();
  for (const [id, region] of index.allRegions()) {
    const cluster = records.cluster(id);
    if (cluster === null) continue;
    context.fillStyle = colours.tints[cluster.colour - 1] ?? colours.line;
    context.beginPath();
    context.roundRect(...place(region), Math.min(12, 16 * frame.scale + 2));
    context.fill();
  }
  if (index.linked.size > 0) paintLinks(context, session, frame, colours);
  const selection: ReadonlySet<string> = ui.getState().selection;
  // One path for all of a kind: thousands of small ones would cost a frame each time.
  const [cards, dimmed, selected, lines] = [new Path2D(), new Path2D(), new Path2D(), new Path2D()];
  for (const id of cardsIn(session, parts)) {
    const rect = index.cards.rectOf(id);
    if (rect === undefined || options.without.has(id)) continue;
    const [x, y, w, h] = place(rect);
    if (x + w < 0 || y + h < 0 || x > frame.width || y > frame.height) continue;
    const stepsBack = shown?.has(id as CardId) === false;
    const sheets = selection.has(id) ? selected : stepsBack ? dimmed : cards;
    if (w > ROUNDED) sheets.roundRect(x, y, w, h, Math.min(6, w / 12));
    else sheets.rect(x, y, w, h);
    if (w > LINED && !stepsBack) addLines(lines, x, y, w, h);
  }
  context.fillStyle = colours.card;
  context.strokeStyle = colours.line;
  context.lineWidth = 0.75;
  context.fill(cards);
  context.stroke(cards);
  context.globalAlpha = 0.3;
  context.fill(dimmed);
  context.globalAlpha = 1;
  context.strokeStyle = colours.selected;
  context.lineWidth = 2;
  context.fill(selected);
  context.stroke(selected);
  context.globalAlpha = 0.3;
  context.fillStyle = colours.text;
  context.fill(lines);
  context.globalAlpha = 1;
  if (options.titles) paintTitles(context, session, place, colours);
};

/** "Also relevant to" as one path of quiet lines, under the cards. */
const paintLinks = (context: CanvasRenderingContext2D, session: BoardSession, frame: Frame, colours: Ink): void => {
  const path = new Path2D();
  const part = { x: frame.x, y: frame.y, width: frame.width / frame.scale, height: frame.height / frame.scale };
  for (const { from, to } of linkLines(session, part)) {
    path.moveTo((from[0] - frame.x) * frame.scale, (from[1] - frame.y) * frame.scale);
    path.lineTo((to[0] - frame.x) * frame.scale, (to[1] - frame.y) * frame.scale);
  }
  context.strokeStyle = colours.line;
  context.lineWidth = 1;
  context.setLineDash([2, 4]);
  context.stroke(path);
  context.setLineDash([]);
};

/** The window one looks through, on a picture of the board. */
export const paintWindow = (context: CanvasRenderingContext2D, frame: Frame, seen: Rect): void => {
  context.strokeStyle = readInk().window;
  context.lineWidth = 2;
  context.strokeRect(
    (seen.x - frame.x) * frame.scale,
    (seen.y - frame.y) * frame.scale,
    seen.width * frame.scale,
    seen.height * frame.scale,
  );
};

/** Width of a card on the picture, px, from which on it has round corners, and lines for its text. */
const ROUNDED = 40;
const LINED = 24;

/** Text that would be too small to read. */
const addLines = (path: Path2D, x: number, y: number, width: number, height: number): void => {
  const line = height / 14;
  path.rect(x + width * 0.08, y + height * 0.14, width * 0.72, line);
  path.rect(x + width * 0.08, y + height * 0.3, width * 0.5, line);
};

/** Titles stay readable however far out one is. */
const paintTitles = (
  context: CanvasRenderingContext2D,
  { index, records }: BoardSession,
  place: (rect: Rect) => [number, number, number, number],
  colours: Ink,
): void => {
  context.font = '600 14px "Inter Variable", system-ui, sans-serif';
  context.textBaseline = 'top';
  context.fillStyle = colours.text;
  for (const [id, region] of index.allRegions()) {
    const title = records.cluster(id)?.title ?? '';
    if (title === '') continue;
    const [x, y, w] = place(region);
    context.fillText(shorten(context, title, Math.max(80, w - 8)), x + 4, y + 3);
  }
};

const shorten = (context: CanvasRenderingContext2D, text: string, width: number): string => {
  if (context.measureText(text).width <= width) return text;
  let end = text.length;
  while (end > 1 && context.measureText(`${text.slice(0, end)}…`).width > width) end -= 1;
  return `${text.slice(0, end)}…`;
};
