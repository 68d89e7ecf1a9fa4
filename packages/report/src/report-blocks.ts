/** A report as a list of blocks, the same for every format that is read rather than computed with. */
export type ReportBlock =
  /** `note` is ours and stands back behind the text. */
  | { kind: 'heading'; level: 1 | 2 | 3; text: string; note?: string; startsPage?: true }
  | { kind: 'paragraph'; text: string; tone: 'plain' | 'note' | 'notice' }
  | { kind: 'facts'; rows: { label: string; value: string }[] }
  | { kind: 'ideas'; items: { text: string; number: number }[] }
  | { kind: 'points'; items: string[] }
  | { kind: 'table'; columns: TableColumn[]; rows: string[][] }
  | { kind: 'cards'; cards: { number: number; title: string; paragraphs: string[]; note: string }[] };

/** `wide` takes what the others leave. */
export type TableColumn = { label: string; align: 'start' | 'end'; wide: boolean };

/** All texts are plain: writers escape them. */
export type Report = {
  language: string;
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
