import { agendaShapes } from './agenda-shapes.ts';
import type { Deck, Slide, SlideBody } from './deck.ts';
import { cutToLines, fitLine, type Cut } from './fit-text.ts';
import { COVER, FRAME, SMALL_PRINT } from './frame.ts';
import { listShapes, messageShapes, pointsShape } from './list-shapes.ts';
import { optionsShapes } from './option-shapes.ts';
import { paperOptionShapes } from './paper-option-shapes.ts';
import type { LaidOutSlide, LayoutName, Means, Paragraph, Run, Shape } from './shapes.ts';

const LAYOUTS: Record<SlideBody['kind'], LayoutName> = {
  cover: 'cover',
  agenda: 'columns',
  messages: 'content',
  options: 'title-only',
  lists: 'columns',
  points: 'content',
  'paper-option': 'columns',
};

const layoutOf = (body: SlideBody): LayoutName =>
  body.kind === 'agenda' && body.columns === 1 ? 'content' : LAYOUTS[body.kind];

const coverShapes = ({ subtitle, lines }: Extract<SlideBody, { kind: 'cover' }>): Shape[] => [
  {
    kind: 'text',
    name: 'Subtitle',
    place: 'subtitle',
    box: COVER.subtitle,
    paragraphs: [
      { runs: [{ text: subtitle, bold: true, colour: 'accent' }], size: 28, held: true },
      ...lines.map((text): Paragraph => ({ runs: [{ text, colour: 'soft' }], size: 20, held: true, before: 10 })),
    ],
  },
];

const bodyShapes = (means: Means, body: SlideBody): Shape[] => {
  switch (body.kind) {
    case 'cover':
      return coverShapes(body);
    case 'agenda':
      return agendaShapes(body);
    case 'messages':
      return messageShapes(means, body);
    case 'options':
      return optionsShapes(means, body);
    case 'lists':
      return listShapes(means, body);
    case 'points':
      return [pointsShape(means, body)];
    case 'paper-option':
      return paperOptionShapes(means, body);
  }
};

/** The marking is never shortened: it gets smaller until it fits. */
const markingShape = (marking: string, place: 'marking' | 'footer'): Shape => {
  const box = FRAME[place];
  const { width } = box;
  const one = fitLine(marking, { width, sizes: [14, 12, 11], bold: true });
  const { size } = one.text === marking ? one : fitLine(marking, { width, sizes: [9, 8], lines: 2, bold: true });
  return {
    kind: 'text',
    name: place === 'marking' ? 'Marking, top' : 'Marking, bottom',
    place,
    box,
    paragraphs: [{ runs: [{ text: marking, bold: true }], size, align: 'center' }],
    anchor: 'middle',
  };
};

const smallText = (name: string, place: 'kicker' | 'status', runs: readonly Run[]): Shape => ({
  kind: 'text',
  name,
  place,
  box: FRAME[place],
  paragraphs: [{ runs, size: SMALL_PRINT, held: true }],
  anchor: 'middle',
});

const titleShape = ({ cut }: Means, title: string, isCover: boolean): Shape => {
  const box = isCover ? COVER.title : FRAME.title;
  const { width } = box;
  const one = fitLine(title, { width, sizes: isCover ? [44, 40, 36] : [32, 28, 26], bold: true });
  const fitted =
    one.text === title
      ? one
      : fitLine(title, { width, sizes: isCover ? [40, 34, 28] : [19, 18], lines: 2, bold: true }, cut);
  return {
    kind: 'text',
    name: 'Title',
    place: 'title',
    box,
    paragraphs: [{ runs: [{ text: fitted.text, bold: true }], size: fitted.size, held: true }],
    anchor: isCover ? 'bottom' : 'middle',
  };
};

/** Shapes in the order in which they are read aloud; what is decoration lies below them all. */
export const layOutSlide = (deck: Deck, { title, kicker, status, watermark, body }: Slide): LaidOutSlide => {
  let shortened = false;
  const cut: Cut = (text, lines, fit) => {
    const kept = cutToLines(text, lines, fit);
    if (kept !== text) shortened = true;
    return kept;
  };
  const means: Means = { cut, more: deck.more };
  const titled = titleShape(means, title, body.kind === 'cover');
  const shown = bodyShapes(means, body);
  const kept = cutToLines(kicker, 1, { width: FRAME.kicker.width, size: SMALL_PRINT, bold: true });
  return {
    layout: layoutOf(body),
    title,
    shapes: [
      ...(watermark === null ? [] : [{ kind: 'watermark', text: watermark } as const]),
      titled,
      ...(kept === '' ? [] : [smallText('Where', 'kicker', [{ text: kept, bold: true, colour: 'accent' }])]),
      ...shown,
      ...(status === ''
        ? []
        : [
            smallText('Status', 'status', [
              { text: status, colour: watermark === null ? 'soft' : 'warn' },
              ...(shortened ? [{ text: ` · ${deck.shortened}`, colour: 'soft' } as const] : []),
            ]),
          ]),
      markingShape(deck.marking, 'marking'),
      markingShape(deck.marking, 'footer'),
    ],
  };
};
