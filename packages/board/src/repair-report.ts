import * as Y from 'yjs';
import { ID_PATTERN } from '@rapport/domain/ids';
import { LIMITS } from '@rapport/domain/limits';
import { isReplaced, valueBefore } from './before-transaction.ts';
import { readBodyText } from './body-text.ts';
import { cutText } from './cut-text.ts';
import { asMap } from './layout.ts';
import { readText } from './read-board.ts';
import { replaceText } from './replace-text.ts';
import {
  HEADLINES,
  SENTENCE_KEYS,
  SENTENCE_LISTS,
  headlineOf,
  madeOf,
  sentencesOf,
  type Headline,
  type SentenceList,
} from './report-layout.ts';

/** Further apart no sentences ever stand. */
const FAR = 1_000_000_000;

/**
 * Mends what members have just touched in a report, inside their transaction: texts become plain lines of bounded
 * length, what is no sentence goes, and so do those of this tick beyond the limit; what the product has made stays as
 * it was made. Sound entries are not written to.
 */
export const repairReport = (doc: Y.Doc, touched: Iterable<{ root: string; key: string }>): void =>
  doc.transact((transaction) => {
    for (const { root, key } of touched) {
      if (isHeadline(root)) repairHeadline(headlineOf(doc, root));
      else if (root === 'made') keepMade(transaction, madeOf(doc), key);
      else if (isList(root)) repairSentence(transaction, sentencesOf(doc, root), key);
    }
  });

const isHeadline = (root: string): root is Headline => (HEADLINES as readonly string[]).includes(root);
const isList = (root: string): root is SentenceList => (SENTENCE_LISTS as readonly string[]).includes(root);

const oneLine = (text: string): string => text.replaceAll(/[\r\n\u2028\u2029]+/g, ' ');

const isPlain = (text: Y.Text, wanted: string): boolean =>
  text.length === wanted.length &&
  text.toDelta().every((part: { insert: unknown; attributes?: object }) => part.attributes === undefined) &&
  readBodyText(text) === wanted;

const repairHeadline = (text: Y.Text): void => {
  const wanted = oneLine(cutText(readBodyText(text), LIMITS.reportSentence));
  if (isPlain(text, wanted)) return;
  text.delete(0, text.length);
  text.insert(0, wanted);
};

const keepMade = (transaction: Y.Transaction, made: Y.Map<unknown>, key: string): void => {
  const before = valueBefore(transaction, made, key);
  if (before === undefined) made.delete(key);
  else if (isReplaced(transaction, made, key)) made.set(key, before);
};

const repairSentence = (transaction: Y.Transaction, list: Y.Map<unknown>, key: string): void => {
  if (!list.has(key)) return;
  const map = asMap(list.get(key));
  const isNew = valueBefore(transaction, list, key) === undefined;
  if (map === null || !ID_PATTERN.test(key) || (isNew && list.size > LIMITS.reportSentences)) {
    list.delete(key);
    return;
  }
  for (const name of map.keys()) if (!(SENTENCE_KEYS as readonly string[]).includes(name)) map.delete(name);
  const text = map.get('text');
  const wanted = oneLine(readText(text, LIMITS.reportSentence));
  if (!(text instanceof Y.Text) || text instanceof Y.XmlText) replaceText(map, 'text', wanted);
  else if (!isPlain(text, wanted)) map.set('text', new Y.Text(wanted));
  const at = map.get('at');
  if (typeof at !== 'number' || !(Math.abs(at) <= FAR)) map.set('at', 0);
};
