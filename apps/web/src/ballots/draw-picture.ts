import type { BlocTone } from './bloc-words.ts';
import type { ResultLine } from './result-lines.ts';
import { across, SCATTER, upwards, type ScatterPoint } from './scatter.ts';

/** Colours and the typeface of the design tokens as they stand. */
export type Palette = Record<
  'paper' | 'sunk' | 'ink' | 'inkSoft' | 'line' | 'accent' | 'accentSoft' | 'onAccent' | BlocTone,
  string
>;

export type PictureText = {
  /** Of the page: where lines and bars begin. */
  direction: 'ltr' | 'rtl';
  title: string;
  base: string;
  /** Stands at the top and at the bottom. */
  marking: string;
  /** What is said of the whole; below the lines. */
  notes: readonly string[];
  scatter: { points: readonly ScatterPoint[]; up: string; along: string; caption: string } | null;
};

const WIDTH = 1200;
const MARGIN = 56;
const INDENT = 44;
const SIZE = { title: 34, heading: 23, text: 18 };

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** Keeps a line in the direction its whole text begins in, where that is not the page's. */
const inOwnDirection = (line: string, whole: string, direction: PictureText['direction']): string => {
  const first = /\p{L}/u.exec(whole)?.[0];
  if (first === undefined) return line;
  const own = /[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(first) ? 'rtl' : 'ltr';
  if (own === direction) return line;
  return `${own === 'rtl' ? '\u2067' : '\u2066'}${line}\u2069`;
};

/** Breaks a text into lines of about `width` px: a letter is about half as wide as its size, a CJK one as wide as it is high. */
export const breakText = (text: string, width: number, size: number): string[] => {
  const lines: string[] = [];
  let line = '';
  let used = 0;
  for (const word of text.split(/(?<=\s)|(?=[\u2E80-\u9FFF\uF900-\uFAFF])/u)) {
    const length = Array.from(word).reduce(
      (sum, letter) => sum + (/[\u2E80-\uFAFF]/u.test(letter) ? 1 : 0.48) * size,
      0,
    );
    if (used + length > width && line !== '') {
      lines.push(line.trimEnd());
      line = '';
      used = 0;
    }
    line += word;
    used += length;
  }
  return [...lines, line.trimEnd()];
};

/**
 * A result as one SVG file that needs nothing else: for slides and papers. It says what the page says, in the same
 * order, with the marking on it.
 */
export const drawPicture = (
  text: PictureText,
  lines: readonly ResultLine[],
  palette: Palette,
): { svg: string; width: number; height: number } => {
  const parts: string[] = [];
  const mirrors = text.direction === 'rtl';
  let y = 0;
  const write = (
    words: string,
    { x = MARGIN, size = SIZE.text, weight = 400, fill = palette.ink, anchor = 'start', whole = words } = {},
  ): void => {
    const place = mirrors ? WIDTH - x : x;
    parts.push(
      `<text x="${place}" y="${y}" direction="${text.direction}" font-size="${size}" font-weight="${weight}" fill="${fill}" text-anchor="${anchor}">${escape(inOwnDirection(words, whole, text.direction))}</text>`,
    );
  };
  const paragraph = (
    words: string,
    options: { x?: number; size?: number; weight?: number; fill?: string; width?: number } = {},
  ): void => {
    const { x = MARGIN, size = SIZE.text, width = WIDTH - MARGIN - x, ...look } = options;
    for (const line of breakText(words, width, size)) {
      y += size * 1.35;
      write(line, { ...look, x, size, whole: words });
    }
  };
  const rect = (x: number, top: number, width: number, height: number, fill: string, more = ''): void => {
    const place = mirrors ? WIDTH - x - width : x;
    parts.push(
      `<rect x="${place}" y="${top}" width="${Math.max(0, width)}" height="${height}" fill="${fill}"${more}/>`,
    );
  };
  const marking = (): void => {
    rect(0, y, WIDTH, 32, palette.ink);
    y += 22;
    write(text.marking, { x: WIDTH / 2, size: 16, fill: palette.paper, anchor: 'middle' });
    y += 10;
  };

  marking();
  y += 24;
  paragraph(text.title, { size: SIZE.title, weight: 700 });
  paragraph(text.base, { fill: palette.inkSoft });
  y += 12;
  for (const line of lines) {
    y += 14;
    const x = line.mark === null ? MARGIN : MARGIN + INDENT;
    const top = y;
    paragraph(line.title, { x, size: SIZE.heading, weight: 650 });
    if (line.mark !== null) {
      const after = y;
      y = top + SIZE.heading * 1.35;
      write(line.mark, { size: SIZE.heading, weight: 600, fill: palette.inkSoft });
      y = after;
    }
    if (line.say !== null) paragraph(line.say, { x, fill: palette.inkSoft });
    for (const part of line.parts) {
      if (part.title !== null) {
        y += 4;
        paragraph(part.title, { x, weight: 650 });
      }
      paragraph([...part.tags.map((tag) => `${tag.text}.`), part.say].join(' '), { x });
      y += 6;
      for (const bar of part.bars) {
        y += 24;
        write(bar.name, { x });
        const from = x + 170;
        const length = WIDTH - MARGIN - 220 - from;
        if (bar.isHeld !== true) {
          rect(from, y - 13, length, 14, palette.sunk, ' rx="7"');
          let at = from;
          for (const { share, tone, rough } of bar.pieces) {
            rect(
              at,
              y - 13,
              length * share,
              14,
              tone === 'all' ? palette.accent : palette[tone],
              rough ? ' rx="7" fill-opacity="0.3"' : ' rx="7"',
            );
            at += length * share;
          }
        }
        write(bar.figure, { x: from + length + 20, fill: palette.inkSoft });
      }
      if (part.lead !== null) paragraph(part.lead.text, { x, fill: palette.inkSoft });
      if (part.note !== null) paragraph(part.note, { x, fill: palette.inkSoft });
    }
    y += 16;
    rect(MARGIN, y, WIDTH - 2 * MARGIN, 1, palette.line);
  }

  if (text.scatter !== null) {
    y += 28;
    // Axes do not mirror: right is more in every language.
    const { points, up, along, caption } = text.scatter;
    const { left, top, side, width, height } = SCATTER;
    const scale = 1.7;
    parts.push(
      `<g transform="translate(${(WIDTH - width * scale) / 2} ${y}) scale(${scale})" font-size="12">`,
      `<rect x="${left}" y="${top}" width="${side}" height="${side}" rx="8" fill="${palette.sunk}"/>`,
      `<rect x="${across(3)}" y="${top}" width="${left + side - across(3)}" height="${upwards(3) - top}" rx="8" fill="${palette.accentSoft}"/>`,
      `<path d="M${left} ${upwards(3)}h${side}M${across(3)} ${top}v${side}" fill="none" stroke="${palette.line}" stroke-dasharray="3 4"/>`,
      ...[1, 2, 3, 4, 5].map(
        (rating) =>
          `<text x="${across(rating)}" y="${top + side + 16}" fill="${palette.inkSoft}" text-anchor="middle">${rating}</text><text x="${left - 8}" y="${upwards(rating) + 4}" fill="${palette.inkSoft}" text-anchor="end">${rating}</text>`,
      ),
      `<text x="${left + side / 2}" y="${height - 4}" fill="${palette.inkSoft}" text-anchor="middle">${escape(along)} →</text>`,
      `<text transform="translate(14 ${top + side / 2}) rotate(-90)" fill="${palette.inkSoft}" text-anchor="middle">${escape(up)} →</text>`,
      ...points.map(
        ({ box }) =>
          `<rect x="${box.x}" y="${box.y}" width="${box.width}" height="${box.height}" rx="6" fill="none" stroke="${palette.inkSoft}"/>`,
      ),
      ...points.map(
        (point) =>
          `<circle cx="${point.x}" cy="${point.y}" r="10" fill="${palette.accent}"/><text x="${point.x}" y="${point.y + 4}" fill="${palette.onAccent}" font-weight="700" text-anchor="middle">${point.mark}</text>`,
      ),
      '</g>',
    );
    y += height * scale;
    paragraph(caption, { fill: palette.inkSoft });
  }
  for (const note of text.notes) paragraph(note, { fill: palette.inkSoft });
  y += 28;
  marking();

  const height = Math.ceil(y);
  return {
    width: WIDTH,
    height,
    svg: `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}" font-family="Inter, 'Noto Sans', 'Noto Sans Arabic', system-ui, sans-serif"><rect width="${WIDTH}" height="${height}" fill="${palette.paper}"/>${parts.join('')}</svg>\n`,
  };
};
