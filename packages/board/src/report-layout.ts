import * as Y from 'yjs';
import { asMap } from './layout.ts';

/**
 * Roots of `report.<groupId>`. Headlines have fixed places, so that nobody can put one text in another's place. `made`
 * is the server's: the sentences the product has ever offered, by id, and the language it wrote them in.
 */
export const REPORT_ROOTS = {
  headline1: 'text',
  headline2: 'text',
  headline3: 'text',
  agreement: 'map',
  questions: 'map',
  made: 'map',
} as const;

export const HEADLINES = ['headline1', 'headline2', 'headline3'] as const;
export type Headline = (typeof HEADLINES)[number];

/** The lists of a report whose entries come and go. */
export const SENTENCE_LISTS = ['agreement', 'questions'] as const;
export type SentenceList = (typeof SENTENCE_LISTS)[number];

/** Keys of a sentence's map; `at` says where it stands among the others. */
export type SentenceShape = { text: Y.Text; at: number };
export const SENTENCE_KEYS: readonly (keyof SentenceShape)[] = ['text', 'at'];

/** Key of `made` under which the language stands; no id of a sentence reads like it. */
export const LANGUAGE_KEY = 'language';

export const headlineOf = (doc: Y.Doc, headline: Headline): Y.Text => doc.getText(headline);
export const sentencesOf = (doc: Y.Doc, list: SentenceList): Y.Map<unknown> => doc.getMap(list);
export const madeOf = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('made');

/** The live text of a sentence; null when there is none. */
export const sentenceText = (doc: Y.Doc, list: SentenceList, id: string): Y.Text | null => {
  const text = asMap(sentencesOf(doc, list).get(id))?.get('text');
  return text instanceof Y.Text ? text : null;
};
