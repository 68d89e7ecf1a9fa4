import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  Header,
  HeadingLevel,
  ImageRun,
  Packer,
  PageNumber,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
  type IParagraphOptions,
  type IRunOptions,
} from 'docx';
import { TextWatermark } from 'docx/watermarks';
import { TONES, drawBar } from './bar-picture.ts';
import { ACCENT, INK_SOFT, LINE, PAGE, PAPER_SUNK, WARN, numbering, styles } from './docx-look.ts';
import { freezeDocx } from './freeze-docx.ts';
import {
  cellText,
  type Bar,
  type DifferencePart,
  type Report,
  type ReportBlock,
  type TableCell as Cell,
} from './report-blocks.ts';
import { measureText } from './slides/measure-text.ts';
import { runsRightToLeft, splitByDirection } from './split-by-direction.ts';

const HEADINGS = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 } as const;
/** Width of a column of figures, twentieths of a point. */
const FIGURE = 1100;
const LONG_FIGURE = 14;
/** Of a column's head, points. */
const HEAD_SIZE = 9;
const CELL_MARGIN = 80;
const LABEL = 2000;

/** `rightToLeft` is the paragraph's direction, where that is not the text's own. */
const textRuns = (text: string, look: IRunOptions = {}, rightToLeft?: boolean): TextRun[] =>
  splitByDirection(text, rightToLeft).map(
    (part) =>
      new TextRun({
        ...look,
        text: part.text,
        ...(part.rightToLeft && { rightToLeft: true }),
        ...(part.language !== undefined && { language: { bidirectional: part.language } }),
      }),
  );

/** Which way the document runs; what has no letters runs with it. */
type Side = { rightToLeft: boolean };

/** Our own words behind somebody's, standing back. */
const aside = (text: string, rightToLeft: boolean): TextRun[] =>
  textRuns(text, { color: INK_SOFT, bold: false, size: 18 }, rightToLeft);

/** A space after which a line of a document from the right runs on as the document does. */
const gap = (side: Side): TextRun =>
  side.rightToLeft ? new TextRun({ text: '\u200F  ', rightToLeft: true }) : new TextRun({ text: '  ' });

/**
 * A paragraph of somebody's words: it runs as its first letter does. With `held` it stays on the side on which the
 * document begins, as what is short and stands under others should.
 */
const paragraph = (
  side: Side,
  text: string,
  options: Omit<IParagraphOptions, 'text' | 'children'> & { held?: boolean },
  { before, after }: { before?: TextRun[]; after?: string | undefined } = {},
) => {
  const { held = false, ...rest } = options;
  // Between a code and a note of ours a Latin title is a part of the line, and the code still comes first.
  const framed = held && (before ?? after) !== undefined;
  const rightToLeft = runsRightToLeft(text, side.rightToLeft) || (framed && side.rightToLeft);
  const turned = held && rightToLeft !== side.rightToLeft;
  const atEnd = (rest.alignment === AlignmentType.END) !== turned;
  return new Paragraph({
    ...rest,
    ...(turned && { alignment: atEnd ? AlignmentType.END : AlignmentType.START }),
    ...(rightToLeft && { bidirectional: true }),
    children: [
      ...(before ?? []),
      ...textRuns(text, {}, rightToLeft),
      ...(after === undefined
        ? []
        : framed
          ? [gap(side), ...aside(after, rightToLeft)]
          : aside(`  ${after}`, rightToLeft)),
    ],
  });
};

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
const hair = { style: BorderStyle.SINGLE, size: 4, color: LINE } as const;
const BORDERS = { top: hair, bottom: hair, left: none, right: none, insideHorizontal: hair, insideVertical: none };

/** Pixels and, half as many, points: sharp on paper. */
const BAR = { width: 132, height: 14 };

const barParagraph = (side: Side, bar: Bar, alt: string, width: number, end: boolean): Paragraph => {
  const pixels = Math.min(BAR.width, Math.floor((width - 160) / 10));
  return new Paragraph({
    style: 'Cell',
    ...(end && { alignment: AlignmentType.END }),
    ...(side.rightToLeft && { bidirectional: true }),
    keepNext: true,
    spacing: { before: 40, after: 0 },
    children: [
      new ImageRun({
        type: 'png',
        data: drawBar(bar, { width: pixels * 2, height: BAR.height }, side.rightToLeft),
        transformation: { width: Math.round(pixels * 0.66), height: BAR.height / 2 },
        altText: { name: 'bar', description: alt, title: '' },
      }),
    ],
  });
};

const cell = (
  side: Side,
  content: Cell,
  width: number,
  options: { style: string; end: boolean; fill?: string },
): TableCell => {
  const text = cellText(content);
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    margins: { left: CELL_MARGIN, right: CELL_MARGIN },
    verticalAlign: VerticalAlignTable.CENTER,
    ...(options.fill !== undefined && { shading: { type: ShadingType.CLEAR, color: 'auto', fill: options.fill } }),
    children: [
      ...(typeof content === 'string' || content.bar.length === 0
        ? []
        : [barParagraph(side, content.bar, text, width, options.end)]),
      paragraph(side, text, { style: options.style, held: true, ...(options.end && { alignment: AlignmentType.END }) }),
    ],
  });
};

const table = (side: Side, widths: readonly number[], rows: TableRow[]): Table =>
  new Table({
    width: { size: PAGE.text, type: WidthType.DXA },
    columnWidths: [...widths],
    layout: TableLayoutType.FIXED,
    borders: BORDERS,
    rows,
    ...(side.rightToLeft && { visuallyRightToLeft: true }),
  });

/** A column of long figures is given half as much again. */
const weightOf = (block: Extract<ReportBlock, { kind: 'table' }>, index: number): number =>
  block.rows.some((row) => cellText(row[index] ?? '').length > LONG_FIGURE) ? 1.5 : 1;

/** The longest word of a column's head stands in one line. */
const headWidth = (label: string): number =>
  2 * CELL_MARGIN + 20 * Math.ceil(Math.max(...label.split(/\s+/).map((word) => measureText(word, HEAD_SIZE, true))));

const columnWidths = (block: Extract<ReportBlock, { kind: 'table' }>): number[] => {
  const { columns } = block;
  const wanted = columns.map((column, index) =>
    column.wide ? 0 : Math.max(weightOf(block, index) * FIGURE, headWidth(column.label)),
  );
  const figures = wanted.reduce((sum, width) => sum + width, 0);
  const wide = columns.filter((column) => column.wide).length;
  // Many blocs: narrower figures rather than an option's title of one word a line.
  const share = Math.min(1, (PAGE.text * 0.72) / Math.max(1, figures));
  const widths = wanted.map((width) => Math.floor(width * share));
  const rest = Math.floor((PAGE.text - widths.reduce((sum, width) => sum + width, 0)) / Math.max(1, wide));
  return widths.map((width) => (width === 0 ? rest : width));
};

const resultTable = (side: Side, block: Extract<ReportBlock, { kind: 'table' }>): Table => {
  const widths = columnWidths(block);
  const widthOf = (index: number): number => widths[index] ?? FIGURE;
  const head = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: block.columns.map((column, index) =>
      cell(side, column.label, widthOf(index), { style: 'ColumnHead', end: column.align === 'end', fill: PAPER_SUNK }),
    ),
  });
  const rows = block.rows.map(
    (cells) =>
      new TableRow({
        cantSplit: true,
        children: cells.map((content, index) =>
          cell(side, content, widthOf(index), { style: 'Cell', end: block.columns[index]?.align === 'end' }),
        ),
      }),
  );
  return table(side, widths, [head, ...rows]);
};

const factTable = (side: Side, block: Extract<ReportBlock, { kind: 'facts' }>): Table =>
  table(
    side,
    [LABEL, PAGE.text - LABEL],
    block.rows.map(
      ({ label, values }) =>
        new TableRow({
          cantSplit: true,
          children: [
            cell(side, label, LABEL, { style: 'ColumnHead', end: false }),
            new TableCell({
              width: { size: PAGE.text - LABEL, type: WidthType.DXA },
              margins: { left: CELL_MARGIN, right: CELL_MARGIN },
              verticalAlign: VerticalAlignTable.CENTER,
              children: values.map((value) => paragraph(side, value, { style: 'Cell', held: true })),
            }),
          ],
        }),
    ),
  );

const BULLET = { reference: 'bullets', level: 0 };

/** Comes first beside a title in Latin letters too. */
const codeRuns = (code: string, side: Side): TextRun[] => [new TextRun({ text: code, color: INK_SOFT }), gap(side)];

const differenceRuns = ({ kind, text }: DifferencePart): TextRun[] =>
  textRuns(
    text,
    kind === 'same' ? {} : kind === 'added' ? { bold: true, color: ACCENT } : { strike: true, color: WARN },
  );

const writeBlock = (
  side: Side,
  block: ReportBlock,
  index: number,
  next: ReportBlock | undefined,
): (Paragraph | Table)[] => {
  switch (block.kind) {
    case 'heading':
      return [
        paragraph(
          side,
          block.text,
          { heading: HEADINGS[block.level], held: true, ...(block.startsPage === true && { pageBreakBefore: true }) },
          {
            ...(block.code !== undefined && { before: codeRuns(block.code, side) }),
            after: block.note,
          },
        ),
      ];
    case 'paragraph': {
      const style = { plain: {}, note: { style: 'Note' }, notice: { style: 'Notice' } }[block.tone];
      // A line about a table stays with it.
      return [paragraph(side, block.text, { ...style, ...(next?.kind === 'table' && { keepNext: true }) })];
    }
    case 'facts':
      return [factTable(side, block)];
    case 'points':
      return block.items.map((item) =>
        paragraph(side, item.text, { style: 'Idea', numbering: BULLET }, { after: item.note }),
      );
    case 'numbered':
      return block.items.map((item) =>
        // Each list counts for itself.
        paragraph(side, item, { style: 'Message', numbering: { reference: 'numbers', level: 0, instance: index } }),
      );
    case 'table':
      return [resultTable(side, block)];
    case 'legend':
      return [
        new Paragraph({
          style: 'CardNote',
          indent: { start: 0 },
          ...(side.rightToLeft && { bidirectional: true }),
          children: block.items.flatMap(({ label, tone }) => [
            new TextRun({ text: '■ ', color: TONES[tone] }),
            ...textRuns(`${label}    `),
          ]),
        }),
      ];
    case 'cards':
      return block.cards.flatMap((card) => [
        paragraph(side, card.title, { style: 'CardTitle', numbering: { reference: 'cards', level: 0 } }),
        ...card.paragraphs.map((text) => paragraph(side, text, { style: 'CardBody' })),
        // Stands on the side on which its card stands.
        new Paragraph({
          style: 'CardNote',
          ...(runsRightToLeft(card.title, side.rightToLeft) && { bidirectional: true }),
          children: textRuns(card.note),
        }),
      ]);
    case 'changes': {
      const text = block.parts.map((part) => part.text).join('');
      return [
        new Paragraph({
          style: 'Idea',
          ...(runsRightToLeft(text, side.rightToLeft) && { bidirectional: true }),
          children: [...textRuns(`${block.label}: `, { color: INK_SOFT }), ...block.parts.flatMap(differenceRuns)],
        }),
      ];
    }
  }
};

const isTable = (block: ReportBlock | undefined): boolean => block?.kind === 'table' || block?.kind === 'facts';

const header = (report: Report): Header =>
  new Header({
    children: [
      new Paragraph({
        style: 'Marking',
        ...(runsRightToLeft(report.marking, report.rightToLeft) && { bidirectional: true }),
        children: [
          ...textRuns(report.marking),
          ...(report.watermark === null
            ? []
            : [new TextWatermark({ text: report.watermark, font: 'Arial', color: LINE, opacity: 0.45 })]),
        ],
      }),
      // Said in words as well: not every reader draws what lies behind the text.
      paragraph(report, report.status, { style: 'Running' }),
    ],
  });

const footer = (report: Report): Footer =>
  new Footer({
    children: [
      new Paragraph({
        style: 'Running',
        ...(report.rightToLeft && { bidirectional: true }),
        children: [
          ...textRuns(`${report.title}  ·  `),
          ...report.pageOf.map((part) =>
            part === 'page' || part === 'pages'
              ? new TextRun({ children: [part === 'page' ? PageNumber.CURRENT : PageNumber.TOTAL_PAGES] })
              : new TextRun({ text: part.text, ...(report.rightToLeft && { rightToLeft: true }) }),
          ),
        ],
      }),
      paragraph(report, report.marking, { style: 'Marking' }),
    ],
  });

/**
 * The report as a Word document: real headings, lists and table heads, the marking on every page, right-to-left where
 * the text is, results as pictures with their figures below. Its metadata name nobody and its only date is the symposium's first day (`YYYY-MM-DD`).
 */
export const writeDocx = async (report: Report): Promise<Uint8Array> => {
  const { width, height, margin } = PAGE;
  const document = new Document({
    title: report.title,
    creator: 'Rapport',
    lastModifiedBy: 'Rapport',
    revision: 1,
    styles: styles(report.language, report.rightToLeft),
    numbering,
    sections: [
      {
        properties: {
          page: {
            size: { width, height },
            margin: { top: 1500, bottom: 1400, left: margin, right: margin, header: 560, footer: 480 },
          },
        },
        headers: { default: header(report) },
        footers: { default: footer(report) },
        children: [
          paragraph(report, report.symposium, { style: 'Kicker', held: true }),
          paragraph(report, report.title, { heading: HeadingLevel.TITLE, held: true }),
          paragraph(report, report.question, { style: 'Question', held: true }),
          ...report.blocks.flatMap((block, index) => [
            // Two tables in a row would be one.
            ...(isTable(block) && isTable(report.blocks[index - 1]) ? [new Paragraph({ style: 'Gap' })] : []),
            ...writeBlock(report, block, index, report.blocks[index + 1]),
          ]),
        ],
      },
    ],
  });
  return freezeDocx(await Packer.toBuffer(document), report.date);
};
