import type * as Y from 'yjs';
import type { SentenceId } from '@rapport/domain/ids';
import type { Locale } from '@rapport/domain/languages';
import { LIMITS } from '@rapport/domain/limits';
import { addSentence, putSentence } from './place-sentence.ts';
import { readReport, readSentences } from './read-report.ts';
import { LANGUAGE_KEY, madeOf, sentencesOf } from './report-layout.ts';

/** A sentence the product makes; the id stands for what it says, so another text has another id. */
export type MadeSentence = { id: SentenceId; text: string };

/**
 * Writes the product's sentences into a report nobody has opened before; false when somebody has. For the server, in its
 * own transaction: of two who open it together one finds it written.
 */
export const prefillReport = (
  doc: Y.Doc,
  language: Locale,
  sentences: readonly MadeSentence[],
  origin: unknown,
): boolean => {
  if (readReport(doc).language !== null) return false;
  doc.transact(() => {
    madeOf(doc).set(LANGUAGE_KEY, language);
    addMade(doc, sentences, origin);
  }, origin);
  return true;
};

/** Adds the sentences that were never offered before, at the end; touches no other. For the server. Returns how many. */
export const bringInSentences = (doc: Y.Doc, sentences: readonly MadeSentence[], origin: unknown): number =>
  doc.transact(() => addMade(doc, sentences, origin), origin);

/**
 * Says the product's sentences in another language: those nobody has edited are replaced where they stand, all others
 * stay. `from` and `to` are the same sentences in the same order. For the server. Returns how many were replaced.
 */
export const translateSentences = (
  doc: Y.Doc,
  language: Locale,
  { from, to }: { from: readonly MadeSentence[]; to: readonly MadeSentence[] },
  origin: unknown,
): number =>
  doc.transact(() => {
    madeOf(doc).set(LANGUAGE_KEY, language);
    const wanted = new Map(from.map(({ id }, index) => [id, to[index]]));
    let replaced = 0;
    for (const { id, at, origin: written } of readSentences(doc, 'agreement')) {
      const other = wanted.get(id);
      if (written !== 'generated' || other === undefined || other.id === id) continue;
      sentencesOf(doc, 'agreement').delete(id);
      madeOf(doc).set(other.id, other.text);
      putSentence(doc, 'agreement', { ...other, at }, origin);
      replaced += 1;
    }
    // What was taken out or edited in the first language is not new in the second.
    for (const [index, { id }] of from.entries()) {
      const other = to[index];
      if (other !== undefined && madeOf(doc).has(id)) madeOf(doc).set(other.id, other.text);
    }
    return replaced;
  }, origin);

/** Which of them were never offered in this report. */
export const freshSentences = (doc: Y.Doc, sentences: readonly MadeSentence[]): MadeSentence[] =>
  sentences.filter(({ id }) => !madeOf(doc).has(id));

const addMade = (doc: Y.Doc, sentences: readonly MadeSentence[], origin: unknown): number => {
  const room = LIMITS.reportSentences - sentencesOf(doc, 'agreement').size;
  const fresh = freshSentences(doc, sentences).slice(0, Math.max(0, room));
  for (const { id, text } of fresh) {
    madeOf(doc).set(id, text);
    addSentence(doc, 'agreement', { id, text }, origin);
  }
  return fresh.length;
};
