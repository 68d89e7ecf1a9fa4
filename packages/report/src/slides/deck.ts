import type { Bar, Tone } from '../report-blocks.ts';

/**
 * A ballot's result on one option. `data` are the figures behind the bar, for whoever does not see it; `said` is what
 * it says of the two sides, `brief` the same in few words.
 */
export type SlideResult = { caption: string; bar: Bar; data: string; said: string; brief: string };

export type SlideOption = { code: string; title: string; note: string; text: string; results: SlideResult[] };

/** A list under a heading; `none` is said where it is empty. Items with a mark before them are whose the mark says. */
export type SlideList = { heading: string; items: { mark?: string; text: string; note?: string }[]; none: string };

/** A slide by its section and its place in it, both from 0. */
export type Lead = { section: number; slide: number };

/** A line of the agenda; `to` is the slide it leads to. */
export type AgendaLine = { text: string; note?: string; to?: Lead; heading?: true };

/** An option of the options paper on a slide of its own; `none` is said where nobody wrote a text. */
export type PaperOptionBody = {
  kind: 'paper-option';
  code: string;
  text: string;
  none: string;
  origin: SlideList;
  results: SlideResult[];
  noResult: string;
  reservations: SlideList;
  legend: { label: string; tone: Tone }[];
};

/** What a slide shows, whatever fits. */
export type SlideBody =
  | { kind: 'cover'; subtitle: string; lines: string[] }
  /** In two columns, or in one where lines are long. */
  | { kind: 'agenda'; lines: AgendaLine[]; columns: 1 | 2 }
  | { kind: 'points'; list: SlideList }
  | PaperOptionBody
  /** `facts` is small print. */
  | { kind: 'messages'; question: string; list: SlideList; facts: string }
  | { kind: 'options'; options: SlideOption[]; none: string; legend: { label: string; tone: Tone }[] }
  | { kind: 'lists'; first: SlideList[]; second: SlideList[] };

export type Slide = {
  /** Its own in the whole deck: screen readers list slides by it. */
  title: string;
  /** Above the title. */
  kicker: string;
  /** Interim or final, and which version. */
  status: string;
  /** Set while the session is open: what is written across the slide. */
  watermark: string | null;
  body: SlideBody;
};

/** Slides in sections, in one language. All texts are plain: the writer escapes them. */
export type Deck = {
  language: string;
  rightToLeft: boolean;
  /** The symposium's first day, `YYYY-MM-DD`: the only date in the file's metadata. */
  date: string;
  title: string;
  /** At the top and at the bottom of every slide. */
  marking: string;
  /** Said where something did not fit. */
  shortened: string;
  more: (count: number) => string;
  sections: { name: string; slides: Slide[] }[];
};
