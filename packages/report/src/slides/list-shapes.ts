import type { SlideBody, SlideList } from './deck.ts';
import { fitLine, fitLists, HEADING_GAP, ITEM_GAP, listHeight, SIZES, SMALLEST, type Size } from './fit-text.ts';
import { columnBox, FRAME, heightOf, SMALL_PRINT } from './frame.ts';
import { heldText, type Means, type Paragraph, type Shape } from './shapes.ts';

/** Lists as paragraphs; what was left out of one is counted below it. */
export const listParagraphs = (
  lists: readonly SlideList[],
  size: Size,
  { more, cut }: Means,
  list: 'bullet' | 'number',
  sizes: readonly number[] = SIZES,
): Paragraph[] => {
  const fitted = fitLists(lists, size, { sizes, cut });
  return fitted.lists.flatMap(({ heading, items, none, left }, index): Paragraph[] => [
    {
      runs: [{ text: heading, bold: true, colour: 'accent' }],
      size: SMALLEST,
      held: true,
      ...(index > 0 && { before: HEADING_GAP }),
    },
    ...(items.length === 0 && left === 0
      ? [{ runs: [{ text: none, colour: 'soft' }], size: SMALLEST, before: ITEM_GAP } satisfies Paragraph]
      : items.map(({ mark, text, note }): Paragraph => ({
          runs: [
            ...(mark === undefined ? [] : [{ text: `${mark}  `, bold: true, colour: 'soft' } as const]),
            { text },
            ...(note === undefined ? [] : [{ text: `  ${note}`, colour: 'soft' } as const]),
          ],
          size: fitted.size,
          list,
          before: ITEM_GAP,
        }))),
    ...(left === 0
      ? []
      : [
          {
            runs: [{ text: more(left), colour: 'soft' }],
            size: SMALLEST,
            held: true,
            before: ITEM_GAP,
          } satisfies Paragraph,
        ]),
  ]);
};

const QUESTION_LINES = 2;

/** The question and what the group has to say. */
export const messageShapes = (
  means: Means,
  { question, list, facts }: Extract<SlideBody, { kind: 'messages' }>,
): Shape[] => {
  const { x, y, width, height } = FRAME.body;
  const inset = 16;
  const asked = fitLine(
    question,
    { width: width - inset, sizes: [22, 20, SMALLEST], lines: QUESTION_LINES },
    means.cut,
  );
  const questionHeight = question === '' ? 0 : heightOf(asked.text, width - inset, asked.size) + 4;
  const top = y + questionHeight + (questionHeight === 0 ? 0 : 14);
  const smallPrint = { y: y + height - 18, height: 20 };
  const room = smallPrint.y - 4 - top;
  return [
    ...(questionHeight === 0
      ? []
      : [
          { kind: 'rule', box: { x, y, width: 4, height: questionHeight }, colour: 'accent' } as const,
          heldText(
            'Question',
            { x: x + inset, y, width: width - inset, height: questionHeight },
            [{ text: asked.text }],
            asked.size,
            'middle',
          ),
        ]),
    {
      kind: 'text',
      name: 'Messages',
      place: 'body',
      box: { x, y: top, width, height: room },
      paragraphs: listParagraphs([list], { width, height: room }, means, 'number'),
    },
    heldText(
      'Facts',
      { x, width, ...smallPrint },
      [{ text: means.cut(facts, 1, { width, size: SMALL_PRINT }), colour: 'soft' }],
      SMALL_PRINT,
      'middle',
    ),
  ];
};

/** Two columns of lists in letters of one size. */
export const listShapes = (means: Means, { first, second }: Extract<SlideBody, { kind: 'lists' }>): Shape[] => {
  const columns = [first, second];
  const size = Math.min(...columns.map((lists, index) => fitLists(lists, columnBox(index === 0 ? 0 : 1)).size));
  return columns.map((lists, index): Shape => {
    const box = columnBox(index === 0 ? 0 : 1);
    return {
      kind: 'text',
      name: lists[0]?.heading ?? '',
      place: index === 0 ? 'body' : 'second',
      box,
      paragraphs: listParagraphs(lists, box, means, 'bullet', [size]),
    };
  });
};

/** One list over the whole slide. */
export const pointsShape = (means: Means, { list }: Extract<SlideBody, { kind: 'points' }>): Shape => ({
  kind: 'text',
  name: list.heading,
  place: 'body',
  box: FRAME.body,
  paragraphs: listParagraphs([list], FRAME.body, means, 'bullet'),
});

/** A list in as many parts as it takes to show all of it; only an item longer than a slide is shortened. */
export const listPages = (list: SlideList): SlideList[] => {
  const pages: SlideList[] = [];
  let page: SlideList['items'] = [];
  for (const item of list.items) {
    if (page.length > 0 && listHeight({ ...list, items: [...page, item] }, FRAME.body.width) > FRAME.body.height) {
      pages.push({ ...list, items: page });
      page = [];
    }
    page.push(item);
  }
  return [...pages, { ...list, items: page }];
};
