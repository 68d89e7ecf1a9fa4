import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  Header,
  HeadingLevel,
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
import { INK_SOFT, LINE, PAGE, PAPER_SUNK, numbering, styles } from './docx-look.ts';
import { freezeDocx } from './freeze-docx.ts';
import type { Report, ReportBlock, TableColumn } from './report-blocks.ts';
import { runsRightToLeft, splitByDirection } from './split-by-direction.ts';

const HEADINGS = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 } as const;
/** Width of a column of figures, twentieths of a point. */
const FIGURE = 1000;
const LABEL = 2000;

const textRuns = (text: string, look: IRunOptions = {}): TextRun[] =>
  splitByDirection(text).map(
    (part) =>
      new TextRun({
        ...look,
        text: part.text,
        ...(part.rightToLeft && { rightToLeft: true }),
        ...(part.language !== undefined && { language: { bidirectional: part.language } }),
      }),
  );

/** A paragraph of somebody's words: it runs as its first letter does. */
const paragraph = (text: string, options: Omit<IParagraphOptions, 'text' | 'children'>, after: TextRun[] = []) =>
  new Paragraph({
    ...options,
    ...(runsRightToLeft(text) && { bidirectional: true }),
    children: [...textRuns(text), ...after],
  });

/** Our own words behind somebody's, standing back. */
const aside = (text: string): TextRun[] => textRuns(text, { color: INK_SOFT, bold: false, size: 18 });

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
const hair = { style: BorderStyle.SINGLE, size: 4, color: LINE } as const;
const BORDERS = { top: hair, bottom: hair, left: none, right: none, insideHorizontal: hair, insideVertical: none };

const cell = (text: string, width: number, options: { style: string; end: boolean; fill?: string }): TableCell =>
  new TableCell({
    width: { size: width, type: WidthType.DXA },
    margins: { left: 80, right: 80 },
    verticalAlign: VerticalAlignTable.CENTER,
    ...(options.fill !== undefined && { shading: { type: ShadingType.CLEAR, color: 'auto', fill: options.fill } }),
    children: [paragraph(text, { style: options.style, ...(options.end && { alignment: AlignmentType.END }) })],
  });

const table = (widths: readonly number[], rows: TableRow[]): Table =>
  new Table({
    width: { size: PAGE.text, type: WidthType.DXA },
    columnWidths: [...widths],
    layout: TableLayoutType.FIXED,
    borders: BORDERS,
    rows,
  });

const columnWidths = (columns: readonly TableColumn[]): number[] => {
  const figures = columns.filter((column) => !column.wide).length;
  const wide = columns.length - figures;
  // Many blocs: narrower figures rather than an option's title of one word a line.
  const figure = Math.min(FIGURE, Math.floor((PAGE.text * 0.6) / Math.max(1, figures)));
  const rest = Math.floor((PAGE.text - figures * figure) / Math.max(1, wide));
  return columns.map((column) => (column.wide ? rest : figure));
};

const resultTable = (block: Extract<ReportBlock, { kind: 'table' }>): Table => {
  const widths = columnWidths(block.columns);
  const widthOf = (index: number): number => widths[index] ?? FIGURE;
  const head = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: block.columns.map((column, index) =>
      cell(column.label, widthOf(index), { style: 'ColumnHead', end: column.align === 'end', fill: PAPER_SUNK }),
    ),
  });
  const rows = block.rows.map(
    (texts) =>
      new TableRow({
        cantSplit: true,
        children: texts.map((text, index) =>
          cell(text, widthOf(index), { style: 'Cell', end: block.columns[index]?.align === 'end' }),
        ),
      }),
  );
  return table(widths, [head, ...rows]);
};

const factTable = (block: Extract<ReportBlock, { kind: 'facts' }>): Table =>
  table(
    [LABEL, PAGE.text - LABEL],
    block.rows.map(
      ({ label, value }) =>
        new TableRow({
          cantSplit: true,
          children: [
            cell(label, LABEL, { style: 'ColumnHead', end: false }),
            cell(value, PAGE.text - LABEL, { style: 'Cell', end: false }),
          ],
        }),
    ),
  );

const BULLET = { reference: 'bullets', level: 0 };

const writeBlock = (block: ReportBlock, next: ReportBlock | undefined): (Paragraph | Table)[] => {
  switch (block.kind) {
    case 'heading':
      return [
        paragraph(
          block.text,
          { heading: HEADINGS[block.level], ...(block.startsPage === true && { pageBreakBefore: true }) },
          block.note === undefined ? [] : aside(`  ${block.note}`),
        ),
      ];
    case 'paragraph': {
      const style = { plain: {}, note: { style: 'Note' }, notice: { style: 'Notice' } }[block.tone];
      // A line about a table stays with it.
      return [paragraph(block.text, { ...style, ...(next?.kind === 'table' && { keepNext: true }) })];
    }
    case 'facts':
      return [factTable(block)];
    case 'ideas':
      return block.items.map((item) =>
        paragraph(item.text, { style: 'Idea', numbering: BULLET }, aside(`  ${item.number}`)),
      );
    case 'points':
      return block.items.map((item) => paragraph(item, { style: 'Idea', numbering: BULLET }));
    case 'table':
      return [resultTable(block)];
    case 'cards':
      return block.cards.flatMap((card) => [
        paragraph(card.title, { style: 'CardTitle', numbering: { reference: 'cards', level: 0 } }),
        ...card.paragraphs.map((text) => paragraph(text, { style: 'CardBody' })),
        // Stands on the side on which its card stands.
        paragraph(card.note, { style: 'CardNote', ...(runsRightToLeft(card.title) && { bidirectional: true }) }),
      ]);
  }
};

const header = (report: Report): Header =>
  new Header({
    children: [
      new Paragraph({
        style: 'Marking',
        ...(runsRightToLeft(report.marking) && { bidirectional: true }),
        children: [
          ...textRuns(report.marking),
          ...(report.watermark === null
            ? []
            : [new TextWatermark({ text: report.watermark, font: 'Arial', color: LINE, opacity: 0.45 })]),
        ],
      }),
      // Said in words as well: not every reader draws what lies behind the text.
      paragraph(report.status, { style: 'Running' }),
    ],
  });

const footer = (report: Report): Footer =>
  new Footer({
    children: [
      new Paragraph({
        style: 'Running',
        children: [
          ...textRuns(`${report.title}  ·  `),
          ...report.pageOf.map((part) =>
            part === 'page' || part === 'pages'
              ? new TextRun({ children: [part === 'page' ? PageNumber.CURRENT : PageNumber.TOTAL_PAGES] })
              : new TextRun({ text: part.text }),
          ),
        ],
      }),
      paragraph(report.marking, { style: 'Marking' }),
    ],
  });

/**
 * The report as a Word document: real headings, lists and table heads, the marking on every page, right-to-left where
 * the text is. Its metadata name nobody and its only date is the symposium's first day (`YYYY-MM-DD`).
 */
export const writeDocx = async (report: Report, date: string): Promise<Uint8Array> => {
  const { width, height, margin } = PAGE;
  const document = new Document({
    title: report.title,
    creator: 'Rapport',
    lastModifiedBy: 'Rapport',
    revision: 1,
    styles: styles(report.language),
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
          paragraph(report.symposium, { style: 'Kicker' }),
          paragraph(report.title, { heading: HeadingLevel.TITLE }),
          paragraph(report.question, { style: 'Question' }),
          ...report.blocks.flatMap((block, index) => writeBlock(block, report.blocks[index + 1])),
        ],
      },
    ],
  });
  return freezeDocx(await Packer.toBuffer(document), date);
};
