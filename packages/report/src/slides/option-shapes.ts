import type { SlideBody, SlideOption, SlideResult } from './deck.ts';
import { cutToLines, SIZES, SMALLEST } from './fit-text.ts';
import { COLUMN, FRAME, GUTTER, heightOf, lineHeight } from './frame.ts';
import { heldText, type Box, type Means, type Run, type Shape } from './shapes.ts';

export const BAR_HEIGHT = 24;
const TITLE_SIZE = 20;
/** Points between two options; half of them on each side of the line that parts them. */
const GAP = 12;
/** Up to so many options show their text and two results, more of them one result each. */
const FULL_OPTIONS = 3;
const MOST_OPTIONS = 5;
/** What an option says of the two sides may take so many lines. */
const SAID_LINES = 2;
/** Points between an option's words and its results. */
const TEXT_GAP = 8;

export const barShape = (code: string, { caption, bar, data }: SlideResult, box: Box): Shape[] =>
  bar.length === 0 ? [] : [{ kind: 'bar', name: `${code}: ${caption}`, box, bar, alt: `${code}. ${caption}. ${data}` }];

/** What a result says of the two sides in so many lines: in few words where it would have to be shortened. */
export const saidText = ({ said, brief }: SlideResult, width: number, lines: number): string => {
  const fit = { width, size: SMALLEST };
  const most = Math.min(SAID_LINES, lines);
  if (said === '' || most < 1) return '';
  return cutToLines(said, most, fit) === said ? said : cutToLines(brief, most, fit);
};

/** Caption and bar, before anything is said. */
const drawnHeight = ({ bar }: SlideResult): number =>
  lineHeight(SMALLEST) + 2 + (bar.length === 0 ? 0 : BAR_HEIGHT + 2);

const resultHeight = (result: SlideResult, width: number, room: number): number => {
  const lines = Math.floor((room - drawnHeight(result)) / lineHeight(SMALLEST));
  return drawnHeight(result) + heightOf(saidText(result, width, lines), width, SMALLEST);
};

/** What was asked and how it ended, the bar, what it says of the two sides. */
const resultShapes = ({ cut }: Means, code: string, result: SlideResult, { x, y, width, height }: Box): Shape[] => {
  const { caption } = result;
  const drawn = drawnHeight(result);
  const said = saidText(result, width, Math.floor((height - drawn) / lineHeight(SMALLEST)));
  return [
    heldText(
      `${code}: ${caption}`,
      { x, y, width, height: lineHeight(SMALLEST) },
      [{ text: cut(caption, 1, { width, size: SMALLEST }), colour: 'soft' }],
      SMALLEST,
    ),
    ...barShape(code, result, { x, y: y + lineHeight(SMALLEST) + 2, width, height: BAR_HEIGHT }),
    ...(said === ''
      ? []
      : [
          heldText(
            `${code}: ${result.said}`,
            { x, y: y + drawn, width, height: heightOf(said, width, SMALLEST) },
            [{ text: said }],
            SMALLEST,
          ),
        ]),
  ];
};

/** Code, title and badges on one line; a title too long for it is shortened and the badges left to the report. */
const titleShape = ({ cut }: Means, { code, title, note }: SlideOption, { x, y, width }: Box): Shape => {
  const lead = `${code}  `;
  const fit = { width, size: TITLE_SIZE, bold: true };
  const whole = `${lead}${title}${note === '' ? '' : `  ${note}`}`;
  const isWhole = cutToLines(whole, 1, fit) === whole;
  const shown = isWhole ? title : cut(`${lead}${title}`, 1, fit).slice(lead.length);
  const runs: Run[] = [
    { text: lead, colour: 'soft' },
    { text: shown, bold: true },
    ...(isWhole && note !== '' ? [{ text: `  ${note}`, colour: 'soft' } as const] : []),
  ];
  return heldText(code, { x, y, width, height: lineHeight(TITLE_SIZE) }, runs, TITLE_SIZE);
};

/** An option with its results beside each other; what they leave free is for its own words. */
const optionShapes = (means: Means, option: SlideOption, box: Box): Shape[] => {
  const { x, width } = box;
  const { code, results } = option;
  const top = box.y + lineHeight(TITLE_SIZE) + 2;
  const room = box.y + box.height - top;
  const cell = results.length > 1 ? COLUMN : width;
  const taken = Math.max(0, ...results.map((result) => resultHeight(result, cell, room)));
  const free = room - taken - TEXT_GAP;
  const size = SIZES.find((one) => heightOf(option.text, width, one) <= free) ?? SMALLEST;
  const lines = Math.floor(free / lineHeight(size));
  const text = lines < 1 ? '' : means.cut(option.text, lines, { width, size });
  const textHeight = text === '' ? 0 : heightOf(text, width, size);
  const resultTop = top + textHeight + (textHeight === 0 ? 0 : TEXT_GAP);
  return [
    titleShape(means, option, box),
    ...(text === '' ? [] : [heldText(`${code}: text`, { x, y: top, width, height: textHeight }, [{ text }], size)]),
    ...results.flatMap((result, index) =>
      resultShapes(means, code, result, { x: x + index * (COLUMN + GUTTER), y: resultTop, width: cell, height: taken }),
    ),
  ];
};

/** An option on two lines, its bar beside what it says, where there are many. */
const shortOptionShapes = (means: Means, option: SlideOption, box: Box): Shape[] => {
  const { x, width } = box;
  const { code, results, note } = option;
  const [result] = results;
  const top = box.y + lineHeight(TITLE_SIZE) + 2;
  const caption = result === undefined ? note : [result.caption, result.said].filter((part) => part !== '').join(' · ');
  const barWidth = result === undefined || result.bar.length === 0 ? 0 : width * 0.3;
  const textWidth = width - (barWidth === 0 ? 0 : barWidth + 16);
  const words = means.cut(caption, 1, { width: textWidth, size: SMALLEST });
  return [
    titleShape(means, option, box),
    ...(result === undefined ? [] : barShape(code, result, { x, y: top, width: barWidth, height: BAR_HEIGHT })),
    ...(words === ''
      ? []
      : [
          heldText(
            `${code}: ${caption}`,
            { x: x + width - textWidth, y: top, width: textWidth, height: BAR_HEIGHT },
            [{ text: words, colour: 'soft' }],
            SMALLEST,
            'middle',
          ),
        ]),
  ];
};

type OptionsBody = Extract<SlideBody, { kind: 'options' }>;

/** How many options the report has beside these, and what the colours of bars mean. */
export const footRuns = ({ more }: Means, left: number, legend: OptionsBody['legend']): Run[] => [
  ...(left > 0 ? [{ text: `${more(left)}    `, bold: true }] : []),
  ...legend.flatMap(({ label, tone }): Run[] => [
    { text: '■ ', tone },
    { text: `${label}   `, colour: 'soft' },
  ]),
];

/** Options below each other, each with what its ballots say. */
export const optionsShapes = (means: Means, { options, none, legend }: OptionsBody): Shape[] => {
  const { x, y, width, height } = FRAME.body;
  if (options.length === 0) {
    return [heldText('Options', { x, y, width, height: 60 }, [{ text: none, colour: 'soft' }], 22)];
  }
  const shown = options.length > MOST_OPTIONS ? options.slice(0, MOST_OPTIONS) : options;
  const foot = footRuns(means, options.length - shown.length, legend);
  const footHeight = heightOf(foot.map(({ text }) => text).join(''), width, SMALLEST);
  const isFull = shown.length <= FULL_OPTIONS;
  const row = (height - footHeight - (footHeight === 0 ? 0 : 6)) / shown.length;
  return [
    ...shown.flatMap((option, index): Shape[] => {
      const box: Box = { x, y: y + index * row, width, height: row - GAP };
      return [
        ...(index === 0
          ? []
          : [{ kind: 'rule', box: { x, y: box.y - GAP / 2, width, height: 0.75 }, colour: 'line' } as const]),
        ...(isFull ? optionShapes(means, option, box) : shortOptionShapes(means, option, box)),
      ];
    }),
    ...(footHeight === 0
      ? []
      : [heldText('Legend', { x, y: y + height - footHeight, width, height: footHeight }, foot, SMALLEST)]),
  ];
};
