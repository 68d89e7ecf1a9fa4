import type { PaperOptionBody, SlideResult } from './deck.ts';
import { listHeight, SIZES, SMALLEST } from './fit-text.ts';
import { FRAME, heightOf, lineHeight } from './frame.ts';
import { listParagraphs } from './list-shapes.ts';
import { BAR_HEIGHT, barShape, footRuns, saidText } from './option-shapes.ts';
import { heldText, type Box, type Means, type Shape } from './shapes.ts';

/** Where an option's own words stand: so wide that most texts of the greatest length fit. */
const LEFT = { ...FRAME.body, width: 488 };
const BETWEEN = 28;
const RIGHT = { ...FRAME.body, x: LEFT.x + LEFT.width + BETWEEN, width: FRAME.body.width - LEFT.width - BETWEEN };

const GAP = 10;
/** Points that reservations may ask for before results are left to the paper, and origin before the text is shortened. */
const ROOM_FOR_RESERVATIONS = 128;
const ROOM_FOR_ORIGIN = 92;
const CAPTION_LINES = 2;

type Drawn = { result: SlideResult; caption: string; said: string; height: number };

const draw = ({ cut }: Means, result: SlideResult): Drawn => {
  const { width } = RIGHT;
  const caption = cut(result.caption, CAPTION_LINES, { width, size: SMALLEST });
  const said = saidText(result, width, CAPTION_LINES);
  const height =
    heightOf(caption, width, SMALLEST) +
    (result.bar.length === 0 ? 0 : BAR_HEIGHT + 4) +
    (said === '' ? 0 : heightOf(said, width, SMALLEST));
  return { result, caption, said, height };
};

const resultShapes = (code: string, { result, caption, said, height }: Drawn, y: number): Shape[] => {
  const { x, width } = RIGHT;
  const captionHeight = heightOf(caption, width, SMALLEST);
  const saidHeight = said === '' ? 0 : heightOf(said, width, SMALLEST);
  return [
    heldText(
      `${code}: ${result.caption}`,
      { x, y, width, height: captionHeight },
      [{ text: caption, colour: 'soft' }],
      SMALLEST,
    ),
    ...barShape(code, result, { x, y: y + captionHeight + 2, width, height: BAR_HEIGHT }),
    ...(said === ''
      ? []
      : [
          heldText(
            `${code}: ${result.said}`,
            { x, y: y + height - saidHeight, width, height: saidHeight },
            [{ text: said }],
            SMALLEST,
          ),
        ]),
  ];
};

/** The text in the largest letters that leave its origin room, then where it comes from. */
const wordShapes = (means: Means, { code, text, none, origin }: PaperOptionBody, height: number): Shape[] => {
  const { x, y, width } = LEFT;
  const wanted = Math.min(ROOM_FOR_ORIGIN, listHeight(origin, width));
  const free = height - wanted - GAP;
  const shown = text === '' ? none : text;
  const size = SIZES.find((one) => heightOf(shown, width, one) <= free) ?? SMALLEST;
  const kept = means.cut(shown, Math.floor(free / lineHeight(size)), { width, size });
  const textHeight = heightOf(kept, width, size);
  const box: Box = { x, y: y + textHeight + GAP, width, height: height - textHeight - GAP };
  return [
    {
      kind: 'text',
      name: `${code}: text`,
      place: 'body',
      box: { x, y, width, height: textHeight },
      paragraphs: [{ runs: [{ text: kept, ...(text === '' && { colour: 'soft' as const }) }], size }],
    },
    { kind: 'text', name: origin.heading, box, paragraphs: listParagraphs([origin], box, means, 'bullet', [SMALLEST]) },
  ];
};

/** Results one below the other as far as reservations leave room; they are never left out. */
const judgedShapes = (
  means: Means,
  { code, results, noResult, reservations }: PaperOptionBody,
  height: number,
): { shapes: Shape[]; left: number } => {
  const { x, y, width } = RIGHT;
  const room = height - Math.min(ROOM_FOR_RESERVATIONS, listHeight(reservations, width)) - GAP;
  const shapes: Shape[] = [];
  let top = y;
  let shown = 0;
  for (const result of results) {
    const drawn = draw(means, result);
    if (top + drawn.height > y + room) break;
    shapes.push(...resultShapes(code, drawn, top));
    top += drawn.height + GAP;
    shown += 1;
  }
  if (results.length === 0) {
    const words = means.cut(noResult, CAPTION_LINES, { width, size: SMALLEST });
    const high = heightOf(words, width, SMALLEST);
    shapes.push(
      heldText(`${code}: result`, { x, y, width, height: high }, [{ text: words, colour: 'soft' }], SMALLEST),
    );
    top += high + GAP;
  }
  const box: Box = { x, y: top, width, height: y + height - top };
  shapes.push({
    kind: 'text',
    name: reservations.heading,
    place: 'second',
    box,
    paragraphs: listParagraphs([reservations], box, means, 'bullet', [SMALLEST]),
  });
  return { shapes, left: results.length - shown };
};

/** An option of the paper: its words and where they come from on one side, what people said to them on the other. */
export const paperOptionShapes = (means: Means, body: PaperOptionBody): Shape[] => {
  const { x, y, width, height } = FRAME.body;
  const footOf = (left: number) => footRuns(means, left, body.legend);
  const footHeight = heightOf(
    footOf(body.results.length)
      .map(({ text }) => text)
      .join(''),
    width,
    SMALLEST,
  );
  const room = height - (footHeight === 0 ? 0 : footHeight + GAP);
  const judged = judgedShapes(means, body, room);
  const foot = footOf(judged.left);
  return [
    ...wordShapes(means, body, room),
    {
      kind: 'rule',
      box: { x: LEFT.x + LEFT.width + BETWEEN / 2, y, width: 0.75, height: room },
      colour: 'line',
    },
    ...judged.shapes,
    ...(foot.length === 0
      ? []
      : [heldText('Legend', { x, y: y + height - footHeight, width, height: footHeight }, foot, SMALLEST)]),
  ];
};
