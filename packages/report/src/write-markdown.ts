import {
  cellText,
  type DifferencePart,
  type Report,
  type ReportBlock,
  type TableCell,
  type TableColumn,
} from './report-blocks.ts';

/** What means something to CommonMark or to the tables, strikes, mentions, formulas and autolinks built upon it. */
const MARKUP = /[\\`*_{}[\]<>&|~^$@#]|:(?=\/\/)|(?<=\bwww)\./gi;

/** People's words as Markdown that shows exactly these words, on one line. */
const escapeMarkdown = (text: string): string =>
  text
    .replaceAll(/\s+/g, ' ')
    .trim()
    .replaceAll(MARKUP, String.raw`\$&`)
    // What would make a heading, list, rule or underline out of a line's start.
    .replace(/^[-+=]/, String.raw`\$&`)
    .replace(/^(\d+)([.)])(?=\s|$)/, String.raw`$1\$2`);

const tableRow = (cells: readonly TableCell[]): string =>
  `| ${cells.map((cell) => escapeMarkdown(cellText(cell))).join(' | ')} |`;

const tableRule = (columns: readonly TableColumn[]): string =>
  `|${columns.map((column) => (column.align === 'end' ? ' ---: |' : ' --- |')).join('')}`;

/** Marks stand right at the words: spaces stay outside, or they would not be marks. */
const difference = ({ kind, text }: DifferencePart): string => {
  const words = escapeMarkdown(text);
  if (words === '') return '';
  return kind === 'same' ? words : kind === 'added' ? `**${words}**` : `~~${words}~~`;
};

/** Ours, behind somebody's words. */
const aside = (note: string | undefined): string => (note === undefined ? '' : ` (${escapeMarkdown(note)})`);

const writeBlock = (block: ReportBlock): string => {
  switch (block.kind) {
    case 'heading': {
      const rule = block.startsPage === true ? '---\n\n' : '';
      const code = block.code === undefined ? '' : `${escapeMarkdown(block.code)}: `;
      return `${rule}${'#'.repeat(block.level + 1)} ${code}${escapeMarkdown(block.text)}${aside(block.note)}`;
    }
    case 'paragraph': {
      const text = escapeMarkdown(block.text);
      return block.tone === 'plain' ? text : block.tone === 'note' ? `*${text}*` : `> **${text}**`;
    }
    case 'facts':
      return block.rows
        .map((row) => `- **${escapeMarkdown(row.label)}:** ${row.values.map(escapeMarkdown).join('\n\n  ')}`)
        .join('\n');
    case 'points':
      return block.items.map((item) => `- ${escapeMarkdown(item.text)}${aside(item.note)}`).join('\n');
    case 'numbered':
      return block.items.map((item, index) => `${index + 1}. ${escapeMarkdown(item)}`).join('\n');
    case 'legend':
      return '';
    case 'changes':
      return `- **${escapeMarkdown(block.label)}:** ${block.parts
        .map(difference)
        .filter((part) => part !== '')
        .join(' ')}`;
    case 'table':
      return [
        tableRow(block.columns.map((column) => column.label)),
        tableRule(block.columns),
        ...block.rows.map(tableRow),
      ].join('\n');
    case 'cards':
      return block.cards
        .map((card) =>
          [
            `${card.number}. **${escapeMarkdown(card.title)}**`,
            ...card.paragraphs.map(escapeMarkdown),
            `*${escapeMarkdown(card.note)}*`,
          ]
            // A paragraph of a list item is set in by the width of its number.
            .map((paragraph, index) => (index === 0 ? paragraph : ' '.repeat(`${card.number}. `.length) + paragraph))
            .join('\n\n'),
        )
        .join('\n\n');
  }
};

/** The report as CommonMark with tables. A marking stands at its top and its end: Markdown has no pages. */
export const writeMarkdown = (report: Report): string =>
  [
    `**${escapeMarkdown(report.marking)}**`,
    `# ${escapeMarkdown(report.title)}`,
    `**${escapeMarkdown(report.symposium)}** · ${escapeMarkdown(report.status)}`,
    `> ${escapeMarkdown(report.question)}`,
    ...report.blocks.map(writeBlock).filter((text) => text !== ''),
    `**${escapeMarkdown(report.marking)}**`,
  ].join('\n\n') + '\n';
