import type * as Y from 'yjs';
import { ID_PATTERN, type SentenceId } from '@rapport/domain/ids';
import { Locale } from '@rapport/domain/languages';
import { LIMITS } from '@rapport/domain/limits';
import type { ReportSentence, ReportTexts } from '@rapport/domain/options';
import { asMap } from './layout.ts';
import { readText } from './read-board.ts';
import { HEADLINES, LANGUAGE_KEY, headlineOf, madeOf, sentencesOf, type SentenceList } from './report-layout.ts';

/** A sentence where it stands; a question is always somebody's own. */
export type PlacedSentence = ReportSentence & { id: SentenceId; at: number };

export type ReportContent = {
  /** In which the product wrote its sentences; null before it wrote any. */
  language: Locale | null;
  /** One for each place, empty where nobody has written. */
  headlines: string[];
  agreement: PlacedSentence[];
  questions: PlacedSentence[];
};

/** A sentence of the product is `generated` exactly as long as it reads as it was made; the document cannot claim it. */
const originOf = (made: unknown, text: string): ReportSentence['origin'] =>
  typeof made !== 'string' ? 'own' : made === text ? 'generated' : 'edited';

/** Sentences of a list in their order. Never throws: what is none is left out. */
export const readSentences = (doc: Y.Doc, list: SentenceList): PlacedSentence[] => {
  const made = madeOf(doc);
  return [...sentencesOf(doc, list)]
    .flatMap(([id, entry]): PlacedSentence[] => {
      const map = asMap(entry);
      if (map === null || !ID_PATTERN.test(id)) return [];
      const at = map.get('at');
      const text = readText(map.get('text'), LIMITS.reportSentence);
      return [
        {
          id: id as SentenceId,
          text,
          at: typeof at === 'number' && Number.isFinite(at) ? at : 0,
          origin: list === 'agreement' ? originOf(made.get(id), text) : 'own',
        },
      ];
    })
    .toSorted((one, other) => one.at - other.at || (one.id < other.id ? -1 : 1));
};

/** A report as it is written now. */
export const readReport = (doc: Y.Doc): ReportContent => {
  const language = Locale.safeParse(madeOf(doc).get(LANGUAGE_KEY));
  return {
    language: language.success ? language.data : null,
    headlines: HEADLINES.map((headline) => readText(headlineOf(doc, headline), LIMITS.reportSentence)),
    agreement: readSentences(doc, 'agreement'),
    questions: readSentences(doc, 'questions'),
  };
};

/** What of it is printed: without ids, places and empty lines. */
export const reportTexts = ({ headlines, agreement, questions }: ReportContent): ReportTexts => ({
  headlines: headlines.filter(isWritten),
  agreement: agreement.filter(({ text }) => isWritten(text)).map(({ text, origin }) => ({ text, origin })),
  questions: questions.map(({ text }) => text).filter(isWritten),
});

const isWritten = (text: string): boolean => text.trim() !== '';
