/** Widths of Arial's ASCII characters in thousandths of its size (Adobe's AFM of the metrically equal Helvetica). */
const ASCII = [
  278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556,
  556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833,
  722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556,
  556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334,
  260, 334, 584,
];
/** The same of the bold letters. */
const BOLD_ASCII = [
  278, 333, 474, 556, 556, 889, 722, 238, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556,
  556, 556, 556, 333, 333, 584, 584, 584, 611, 975, 722, 722, 722, 722, 667, 611, 778, 722, 278, 556, 722, 611, 833,
  722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 333, 278, 333, 584, 556, 333, 556, 611, 556, 611,
  556, 333, 611, 611, 278, 278, 556, 278, 889, 611, 611, 611, 611, 389, 556, 333, 611, 556, 778, 556, 556, 500, 389,
  280, 389, 584,
];
/** Other letters, on the wide side: what is thought too long is shortened, what is thought too short runs over. */
const ARABIC = 560;
const WIDE = 1050;
const OTHER = 680;
const BOLD = 1.1;

const isMark = /^[\p{M}\p{Cf}]$/u;
const isArabic = /^[\p{Script=Arabic}\p{Script=Hebrew}]$/u;
const isWide = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Emoji_Presentation}]$/u;
const SMALL: ReadonlyMap<string, number> = new Map([
  ['’', 222],
  ['‘', 222],
  ['“', 333],
  ['”', 333],
  ['«', 556],
  ['»', 556],
  ['·', 333],
  ['…', 1000],
  ['–', 556],
]);

const widthOf = (character: string, bold: boolean): number => {
  const code = character.codePointAt(0) ?? 0;
  const ascii = (bold ? BOLD_ASCII : ASCII)[code - 0x20];
  if (ascii !== undefined) return ascii;
  if (isMark.test(character)) return 0;
  if (isWide.test(character)) return WIDE;
  return (isArabic.test(character) ? ARABIC : (SMALL.get(character) ?? OTHER)) * (bold ? BOLD : 1);
};

/** Roughly how wide a text is in points when set in Arial at `size` points. */
export const measureText = (text: string, size: number, bold = false): number => {
  let width = 0;
  for (const character of text.normalize('NFD')) width += widthOf(character, bold);
  return (width / 1000) * size;
};

/** As much of a word as fits, one character at least. */
const fittingPart = (word: string, width: number, size: number, bold: boolean): string => {
  let part = '';
  let taken = 0;
  for (const character of word) {
    taken += measureText(character, size, bold);
    if (part !== '' && taken > width) break;
    part += character;
  }
  return part;
};

/** Breaks a text into lines at most `width` points wide; a word too long for a line is broken where it must be. */
export const breakLines = (text: string, width: number, size: number, bold = false): string[] => {
  const space = measureText(' ', size, bold);
  const lines: string[] = [];
  let line = '';
  let taken = 0;
  const put = (piece: string, wide: number): void => {
    if (line !== '' && taken + space + wide <= width) {
      line += ` ${piece}`;
      taken += space + wide;
      return;
    }
    if (line !== '') lines.push(line);
    line = piece;
    taken = wide;
  };
  for (const word of text.split(/\s+/)) {
    let rest = word;
    let wide = measureText(rest, size, bold);
    while (wide > width) {
      const part = fittingPart(rest, width, size, bold);
      put(part, measureText(part, size, bold));
      rest = rest.slice(part.length);
      wide = measureText(rest, size, bold);
    }
    if (rest !== '') put(rest, wide);
  }
  return line === '' ? lines : [...lines, line];
};
