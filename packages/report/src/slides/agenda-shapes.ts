import type { AgendaLine, SlideBody } from './deck.ts';
import { cutToLines, SMALLEST } from './fit-text.ts';
import { COLUMN, columnBox, FRAME, lineHeight } from './frame.ts';
import { measureText } from './measure-text.ts';
import type { Paragraph, Shape } from './shapes.ts';

/** Lines of an agenda in one column. */
export const AGENDA_LINES = Math.floor(FRAME.body.height / (lineHeight(SMALLEST) + 4));

const agendaParagraph = ({ text, note, to }: AgendaLine): Paragraph => {
  const after = note === undefined ? '' : `  ${note}`;
  const room = Math.max(COLUMN / 3, COLUMN - 6 - measureText(after, SMALLEST));
  return {
    runs: [
      to === undefined
        ? { text: cutToLines(text, 1, { width: COLUMN, size: SMALLEST, bold: true }), bold: true, colour: 'accent' }
        : { text: cutToLines(text, 1, { width: room, size: SMALLEST }), section: to },
      ...(after === '' ? [] : [{ text: after, colour: 'soft' as const }]),
    ],
    size: SMALLEST,
    held: true,
    before: 4,
  };
};

/** Two columns of groups, each leading to its first slide. */
export const agendaShapes = ({ lines }: Extract<SlideBody, { kind: 'agenda' }>): Shape[] =>
  ([0, 1] as const).flatMap((index): Shape[] => {
    const column = lines.slice(index * AGENDA_LINES, (index + 1) * AGENDA_LINES);
    if (column.length === 0 && index === 1) return [];
    return [
      {
        kind: 'text',
        name: index === 0 ? 'Agenda' : 'Agenda, continued',
        place: index === 0 ? 'body' : 'second',
        box: columnBox(index),
        paragraphs: column.map((line): Paragraph => agendaParagraph(line)),
      },
    ];
  });
