import type { Locale } from '@rapport/domain/languages';
import type { Deck } from './deck.ts';
import { LINE } from './fit-text.ts';
import { layOutSlide } from './lay-out-slide.ts';
import { breakLines } from './measure-text.ts';
import { SLIDE, type Box, type LaidOutSlide, type Shape } from './shapes.ts';

export const LANGUAGES: readonly Locale[] = ['en', 'fr', 'ar'];

/** So many words of a report's kind. */
export const words = (count: number): string =>
  Array.from(
    { length: count },
    (_, index) => 'resilience of partners across every region’s borders'.split(' ')[index % 7],
  ).join(' ');

export const laidOut = (deck: Deck): LaidOutSlide[] =>
  deck.sections.flatMap(({ slides }) => slides.map((slide) => layOutSlide(deck, slide)));

const heightOf = ({ box, paragraphs }: Extract<Shape, { kind: 'text' }>): number =>
  paragraphs.reduce((sum, { runs, size, list, before = 0 }) => {
    const bold = runs.every((run) => run.bold === true);
    const width = box.width - (list === undefined ? 0 : 28);
    return sum + before + breakLines(runs.map(({ text }) => text).join(''), width, size, bold).length * size * LINE;
  }, 0);

const overlap = (one: Box, other: Box): boolean =>
  one.x < other.x + other.width - 1 &&
  other.x < one.x + one.width - 1 &&
  one.y < other.y + other.height - 1 &&
  other.y < one.y + one.height - 1;

/** Points by which a text is higher than its box. */
export const overrun = (shape: Shape): number => (shape.kind === 'text' ? heightOf(shape) - shape.box.height : 0);

/** Names of what has no room: a text over its box, a box over the slide or another. */
export const crowded = ({ shapes }: LaidOutSlide): string[] => {
  const solid = shapes.filter((shape) => shape.kind === 'text' || shape.kind === 'bar');
  return solid.flatMap((shape, index) => {
    const { x, y, width, height } = shape.box;
    const outside = x < 0 || y < 0 || x + width > SLIDE.width || y + height > SLIDE.height;
    const under = solid.slice(index + 1).filter((other) => overlap(shape.box, other.box));
    return [
      ...(outside ? [`${shape.name}: outside`] : []),
      ...(overrun(shape) < 1 ? [] : [`${shape.name}: too much text`]),
      ...under.map((other) => `${shape.name}: under ${other.name}`),
    ];
  });
};

const SMALL_PRINT = new Set(['Where', 'Status', 'Marking, top', 'Marking, bottom', 'Facts']);

/** Names of texts that cannot be read from the back of the room, but for the small print. */
export const tinyTexts = ({ shapes }: LaidOutSlide): string[] =>
  shapes.flatMap((shape) =>
    shape.kind === 'text' && !SMALL_PRINT.has(shape.name) && shape.paragraphs.some(({ size }) => size < 18)
      ? [shape.name]
      : [],
  );
