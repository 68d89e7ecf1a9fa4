import type { BoardSession } from './board-session.ts';
import type { Rect } from './geometry.ts';

/** Colours as the design tokens have them in the current theme. */
type Ink = { card: string; line: string; text: string; selected: string; tints: string[]; window: string };

const readInk = (element: Element): Ink => {
  const style = getComputedStyle(element);
  const token = (name: string): string => style.getPropertyValue(name).trim();
  return {
    card: token('--paper-raised'),
    line: token('--line-strong'),
    text: token('--ink'),
    selected: token('--focus'),
    window: token('--accent'),
    tints: Array.from({ length: 8 }, (_, n) => token(`--cl-${n + 1}`)),
  };
};

export type Frame = { x: number; y: number; scale: number; width: number; height: number };

/**
 * Paints the whole board small: cards as sheets, clusters as their tint with their title. `frame` maps board px to
 * CSS px of the canvas; `seen` draws the window one looks through.
 */
export const paintOverview = (
  canvas: HTMLCanvasElement,
  session: BoardSession,
  frame: Frame,
  options: { titles: boolean; seen: Rect | null; without: ReadonlySet<string> },
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
  const ink = readInk(canvas);
  const place = (rect: Rect): [number, number, number, number] => [
    (rect.x - frame.x) * frame.scale,
    (rect.y - frame.y) * frame.scale,
    rect.width * frame.scale,
    rect.height * frame.scale,
  ];
  const { index, records, ui } = session;
  for (const [id, region] of index.allRegions()) {
    const cluster = records.cluster(id);
    if (cluster === null) continue;
    context.fillStyle = ink.tints[cluster.colour - 1] ?? ink.line;
    context.beginPath();
    context.roundRect(...place(region), Math.min(12, 16 * frame.scale + 2));
    context.fill();
  }
  const { selection } = ui.getState();
  context.lineWidth = 1;
  for (const [id, rect] of index.cards.entries()) {
    if (options.without.has(id)) continue;
    const [x, y, w, h] = place(rect);
    if (x + w < 0 || y + h < 0 || x > frame.width || y > frame.height) continue;
    const isSelected = (selection as ReadonlySet<string>).has(id);
    context.fillStyle = ink.card;
    context.strokeStyle = isSelected ? ink.selected : ink.line;
    context.lineWidth = isSelected ? 2 : 0.75;
    context.beginPath();
    context.roundRect(x, y, w, h, Math.min(6, w / 12));
    context.fill();
    context.stroke();
    if (w > 24) paintLines(context, ink, x, y, w, h);
  }
  if (options.titles) paintTitles(context, session, place, ink);
  if (options.seen !== null) {
    context.strokeStyle = ink.window;
    context.lineWidth = 2;
    const [x, y, w, h] = place(options.seen);
    context.strokeRect(x, y, w, h);
  }
};

/** Text that would be too small to read. */
const paintLines = (
  context: CanvasRenderingContext2D,
  ink: Ink,
  x: number,
  y: number,
  width: number,
  height: number,
): void => {
  context.globalAlpha = 0.3;
  context.fillStyle = ink.text;
  const line = height / 14;
  context.fillRect(x + width * 0.08, y + height * 0.14, width * 0.72, line);
  context.fillRect(x + width * 0.08, y + height * 0.3, width * 0.5, line);
  context.globalAlpha = 1;
};

/** Titles stay readable however far out one is. */
const paintTitles = (
  context: CanvasRenderingContext2D,
  { index, records }: BoardSession,
  place: (rect: Rect) => [number, number, number, number],
  ink: Ink,
): void => {
  context.font = '600 14px "Inter Variable", system-ui, sans-serif';
  context.textBaseline = 'top';
  context.fillStyle = ink.text;
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
