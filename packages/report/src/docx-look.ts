import {
  AlignmentType,
  BorderStyle,
  LevelFormat,
  LineRuleType,
  type IBordersOptions,
  type INumberingOptions,
  type IStylesOptions,
} from 'docx';

/** Colours of the product's design, on paper. */
export const INK = '16213A';
export const INK_SOFT = '46506A';
export const ACCENT = '0B5D66';
export const LINE = 'DDD5C6';
export const PAPER_SUNK = 'F3EEE4';
export const WARN = '8A4B00';

/** A4 with margins of 2.2 cm, in twentieths of a point. */
export const PAGE = { width: 11906, height: 16838, margin: 1247, text: 11906 - 2 * 1247 };

/** On every machine, or a font of the same widths in its place; holds Latin, Greek, Cyrillic, Arabic and Hebrew. */
const FONT = 'Arial';
/** How far text stands in beside its number or bullet. */
const INDENT = 425;
const CARD_INDENT = 540;

const LANGUAGES: Readonly<Record<string, string>> = { en: 'en-GB', fr: 'fr-FR', ar: 'ar-SA' };

/** A bar along the side on which the document begins. */
const edge = (rightToLeft: boolean, color: string): IBordersOptions => {
  const bar = { style: BorderStyle.SINGLE, size: 24, color, space: 10 };
  return rightToLeft ? { right: bar } : { left: bar };
};

/** Sizes are half points, spaces twentieths of a point; 312 is 1.3 lines. */
export const styles = (language: string, rightToLeft: boolean): IStylesOptions => ({
  default: {
    document: {
      run: {
        font: FONT,
        size: 20,
        color: INK,
        language: { value: LANGUAGES[language] ?? language, eastAsia: 'zh-CN', bidirectional: 'ar-SA' },
      },
      paragraph: { spacing: { line: 276, lineRule: LineRuleType.AUTO, after: 80 } },
    },
    title: {
      run: { size: 44, bold: true, color: INK },
      paragraph: { spacing: { before: 40, after: 120, line: 264, lineRule: LineRuleType.AUTO }, keepNext: true },
    },
    heading1: {
      run: { size: 27, bold: true, color: INK },
      paragraph: {
        spacing: { before: 300, after: 100, line: 264, lineRule: LineRuleType.AUTO },
        keepNext: true,
        border: { bottom: { style: BorderStyle.SINGLE, size: 8, color: LINE, space: 4 } },
      },
    },
    heading2: {
      run: { size: 23, bold: true, color: ACCENT },
      paragraph: { spacing: { before: 200, after: 60, line: 264, lineRule: LineRuleType.AUTO }, keepNext: true },
    },
    heading3: {
      run: { size: 21, bold: true, color: INK },
      paragraph: { spacing: { before: 200, after: 60 }, keepNext: true },
    },
  },
  paragraphStyles: [
    {
      id: 'Kicker',
      name: 'Kicker',
      basedOn: 'Normal',
      run: { size: 19, bold: true, color: ACCENT, characterSpacing: 12 },
      paragraph: { spacing: { before: 120, after: 0 }, keepNext: true },
    },
    {
      id: 'Question',
      name: 'Question',
      basedOn: 'Normal',
      run: { size: 24, color: INK },
      paragraph: {
        spacing: { before: 40, after: 160, line: 300, lineRule: LineRuleType.AUTO },
        indent: { start: 200 },
        border: edge(rightToLeft, ACCENT),
      },
    },
    {
      id: 'Notice',
      name: 'Notice',
      basedOn: 'Normal',
      run: { bold: true, color: WARN },
      paragraph: {
        spacing: { before: 60, after: 200 },
        border: edge(rightToLeft, WARN),
        indent: { start: 200 },
      },
    },
    {
      id: 'Note',
      name: 'Note',
      basedOn: 'Normal',
      run: { size: 18, color: INK_SOFT },
      paragraph: { spacing: { line: 264, lineRule: LineRuleType.AUTO, before: 40, after: 80 } },
    },
    {
      id: 'Idea',
      name: 'Idea',
      basedOn: 'Normal',
      paragraph: { spacing: { after: 50 } },
    },
    {
      id: 'Message',
      name: 'Message',
      basedOn: 'Normal',
      run: { bold: true },
      paragraph: { spacing: { after: 60 } },
    },
    {
      id: 'CardTitle',
      name: 'Card title',
      basedOn: 'Normal',
      run: { bold: true },
      paragraph: { spacing: { before: 200, after: 40 }, keepNext: true, keepLines: true },
    },
    {
      id: 'CardBody',
      name: 'Card body',
      basedOn: 'Normal',
      paragraph: { indent: { start: CARD_INDENT }, spacing: { after: 40 } },
    },
    {
      id: 'CardNote',
      name: 'Card note',
      basedOn: 'Note',
      run: { size: 17, color: INK_SOFT },
      paragraph: { indent: { start: CARD_INDENT }, spacing: { before: 0, after: 80 } },
    },
    {
      id: 'Cell',
      name: 'Cell',
      basedOn: 'Normal',
      run: { size: 18 },
      paragraph: { spacing: { before: 30, after: 30, line: 252, lineRule: LineRuleType.AUTO } },
    },
    {
      id: 'ColumnHead',
      name: 'Column head',
      basedOn: 'Cell',
      run: { size: 18, bold: true, color: INK },
    },
    {
      id: 'Gap',
      name: 'Gap',
      basedOn: 'Normal',
      run: { size: 6 },
      paragraph: { spacing: { before: 0, after: 0, line: 80, lineRule: LineRuleType.EXACT } },
    },
    {
      id: 'Marking',
      name: 'Marking',
      basedOn: 'Normal',
      run: { size: 17, bold: true, color: INK },
      paragraph: { alignment: AlignmentType.CENTER, spacing: { after: 0 } },
    },
    {
      id: 'Running',
      name: 'Running line',
      basedOn: 'Normal',
      run: { size: 16, color: INK_SOFT },
      paragraph: { alignment: AlignmentType.CENTER, spacing: { before: 20, after: 20 } },
    },
  ],
});

const indent = { start: INDENT, hanging: INDENT };

export const numbering: INumberingOptions = {
  config: [
    {
      reference: 'bullets',
      levels: [
        {
          level: 0,
          format: LevelFormat.BULLET,
          text: '•',
          alignment: AlignmentType.START,
          style: { paragraph: { indent }, run: { color: ACCENT, font: FONT } },
        },
      ],
    },
    {
      reference: 'numbers',
      levels: [
        {
          level: 0,
          format: LevelFormat.DECIMAL,
          text: '%1.',
          alignment: AlignmentType.START,
          style: { paragraph: { indent }, run: { color: ACCENT, bold: true } },
        },
      ],
    },
    {
      reference: 'cards',
      levels: [
        {
          level: 0,
          format: LevelFormat.DECIMAL,
          text: '%1.',
          alignment: AlignmentType.START,
          style: {
            paragraph: { indent: { start: CARD_INDENT, hanging: CARD_INDENT } },
            run: { color: ACCENT, bold: true },
          },
        },
      ],
    },
  ],
};
