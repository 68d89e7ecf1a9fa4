import type { AgendaLine, SlideBody } from './deck.ts';
import { cutToLines, SMALLEST } from './fit-text.ts';
import { columnBox, FRAME, lineHeight } from './frame.ts';
import { measureText } from './measure-text.ts';
import type { Paragraph, Shape } from './shapes.ts';

/** Lines of an agenda in one column. */
export const AGENDA_LINES = Math.floor(FRAME.body.height / (lineHeight(SMALLEST) + 4));

const agendaParagraph = ({ text, note, to, heading }: AgendaLine, width: number): Paragraph => {
  const after = note === undefined ? '' : `  ${note}`;
  const room = Math.max(width / 3, width - 6 - measureText(after, SMALLEST));
  return {
    runs: [
      heading === true
        ? { text: cutToLines(text, 1, { width: room, size: SMALLEST, bold: true }), bold: true, colour: 'accent' }
        : { text: cutToLines(text, 1, { width: room, size: SMALLEST }), ...(to !== undefined && { to }) },
      ...(after === '' ? [] : [{ text: after, colour: 'soft' as const }]),
    ],
    size: SMALLEST,
    held: true,
    before: 4,
  };
};

/** Lines slide by slide; no heading is the last of its slide while something follows it. */
export const agendaPages = (lines: readonly AgendaLine[], columns: 1 | 2): AgendaLine[][] => {
  const pages: AgendaLine[][] = [];
  const most = columns * AGENDA_LINES;
  for (let at = 0; at < lines.length;) {
    const page = lines.slice(at, at + most);
    if (at + page.length < lines.length && page.length > 1 && page.at(-1)?.heading === true) page.pop();
    pages.push(page);
    at += page.length;
  }
  return pages;
};

/** Columns of lines, each leading to a slide. */
export const agendaShapes = ({ lines, columns }: Extract<SlideBody, { kind: 'agenda' }>): Shape[] =>
  ([0, 1] as const).flatMap((index): Shape[] => {
    const column = lines.slice(index * AGENDA_LINES, (index + 1) * AGENDA_LINES);
    if (column.length === 0 && index === 1) return [];
    const box = columns === 1 ? FRAME.body : columnBox(index);
    return [
      {
        kind: 'text',
        name: index === 0 ? 'Agenda' : 'Agenda, continued',
        place: index === 0 ? 'body' : 'second',
        box,
        paragraphs: column.map((line): Paragraph => agendaParagraph(line, box.width)),
      },
    ];
  });
