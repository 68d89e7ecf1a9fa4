import * as Y from 'yjs';
import type { SentenceId } from '@rapport/domain/ids';
import { LIMITS } from '@rapport/domain/limits';
import { cutText } from './cut-text.ts';
import { asMap } from './layout.ts';
import { readSentences } from './read-report.ts';
import { sentencesOf, type SentenceList } from './report-layout.ts';

/** Puts a new sentence behind another one, at the end without one; it begins with `text`. */
export const addSentence = (
  doc: Y.Doc,
  list: SentenceList,
  { id, after, text = '' }: { id: SentenceId; after?: SentenceId | null; text?: string },
  origin: unknown,
): void =>
  doc.transact(() => {
    const others = readSentences(doc, list);
    const index = others.findIndex((one) => one.id === after);
    const before = index === -1 ? others.at(-1) : others[index];
    const next = index === -1 ? undefined : others[index + 1];
    sentencesOf(doc, list).set(id, sentence(text, between(before?.at, next?.at)));
  }, origin);

/** Takes a sentence out of its list; null when there was none, else what brings it back as it stood. */
export const removeSentence = (
  doc: Y.Doc,
  list: SentenceList,
  id: SentenceId,
  origin: unknown,
): ((backOrigin: unknown) => void) | null =>
  doc.transact(() => {
    const found = readSentences(doc, list).find((one) => one.id === id);
    if (found === undefined) return null;
    sentencesOf(doc, list).delete(id);
    return (backOrigin: unknown) => putSentence(doc, list, found, backOrigin);
  }, origin);

/** Moves a sentence one place up or down; false when it stands at that end. */
export const moveSentence = (doc: Y.Doc, list: SentenceList, id: SentenceId, step: -1 | 1, origin: unknown): boolean =>
  doc.transact(() => {
    const all = readSentences(doc, list);
    const index = all.findIndex((one) => one.id === id);
    const passed = index === -1 ? undefined : all[index + step];
    if (passed === undefined) return false;
    const beyond = all[index + 2 * step];
    const at = step === 1 ? between(passed.at, beyond?.at) : between(beyond?.at, passed.at);
    asMap(sentencesOf(doc, list).get(id))?.set('at', at);
    return true;
  }, origin);

/** Puts a sentence where it is said to stand, in place of nothing or of itself. */
export const putSentence = (
  doc: Y.Doc,
  list: SentenceList,
  { id, text, at }: { id: string; text: string; at: number },
  origin: unknown,
): void =>
  doc.transact(() => {
    sentencesOf(doc, list).set(id, sentence(text, at));
  }, origin);

const sentence = (text: string, at: number): Y.Map<unknown> =>
  new Y.Map<unknown>([
    ['text', new Y.Text(cutText(text, LIMITS.reportSentence))],
    ['at', at],
  ]);

/** A number between two neighbours, either of which may be missing. Equal neighbours keep their order by id. */
const between = (before: number | undefined, next: number | undefined): number => {
  if (before === undefined) return next === undefined ? 0 : next - 1;
  return next === undefined ? before + 1 : (before + next) / 2;
};
