/** A report as a list of blocks, the same for every format that is read rather than computed with. */
export type ReportBlock =
  /** `code` stands before the text, `note` is ours and stands back behind it. */
  | { kind: 'heading'; level: 1 | 2 | 3; text: string; code?: string; note?: string; startsPage?: true }
  | { kind: 'paragraph'; text: string; tone: 'plain' | 'note' | 'notice' }
  | { kind: 'facts'; rows: Fact[] }
  | { kind: 'points'; items: Point[] }
  | { kind: 'numbered'; items: string[] }
  | { kind: 'table'; columns: TableColumn[]; rows: TableCell[][] }
  /** What the colours of the bars above it mean; formats without colours leave it out. */
  | { kind: 'legend'; items: { label: string; tone: Tone }[] }
  | { kind: 'cards'; cards: { number: number; title: string; paragraphs: string[]; note: string }[] }
  | { kind: 'changes'; label: string; parts: DifferencePart[] };

/** Each value is a paragraph of its own. */
export type Fact = { label: string; values: string[] };

/** `note` is ours and stands back behind the text. */
export type Point = { text: string; note?: string };

/** `wide` takes what the others leave. */
export type TableColumn = { label: string; align: 'start' | 'end'; wide: boolean };

/** The text says all that the bar shows; formats without pictures hold the text alone. */
export type TableCell = string | { text: string; bar: Bar };

/** Shares of a whole from its beginning, each 0–1, together at most 1; `count` where it is of papers. */
export type Bar = readonly { share: number; tone: Tone; count?: number }[];

/** From agreement to disagreement; `plain` when a bar is only long or short. */
export type Tone = 'plain' | 'highest' | 'high' | 'middle' | 'low' | 'lowest';

/** A stretch of a text that was changed. */
export type DifferencePart = { kind: 'same' | 'added' | 'removed'; text: string };

/** All texts are plain: writers escape them. */
export type Report = {
  language: string;
  rightToLeft: boolean;
  /** The symposium's first day, `YYYY-MM-DD`: the only date in a file's metadata. */
  date: string;
  /** Above the title. */
  symposium: string;
  title: string;
  /** The question the group worked on. */
  question: string;
  /** On every page. */
  marking: string;
  status: string;
  /** Set while the session is open: what is written across every page. */
  watermark: string | null;
  /** "Page 1 of 3" in parts; a writer puts its own figures in. */
  pageOf: ('page' | 'pages' | { text: string })[];
  blocks: ReportBlock[];
};

/** What a cell says without its picture. */
export const cellText = (cell: TableCell): string => (typeof cell === 'string' ? cell : cell.text);
