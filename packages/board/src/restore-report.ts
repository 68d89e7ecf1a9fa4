import type * as Y from 'yjs';
import { LIMITS } from '@rapport/domain/limits';
import { cutText } from './cut-text.ts';
import { asMap } from './layout.ts';
import { putSentence } from './place-sentence.ts';
import type { ReportContent } from './read-report.ts';
import { replaceText } from './replace-text.ts';
import { HEADLINES, SENTENCE_LISTS, headlineOf, sentencesOf } from './report-layout.ts';

/** The texts of a report as they once stood. */
export type EarlierReport = Pick<ReportContent, 'headlines'> &
  Record<(typeof SENTENCE_LISTS)[number], readonly { id: string; text: string; at: number }[]>;

/** Brings the texts of a report back to how they once stood, in one transaction, by what anybody could do by hand. */
export const restoreReport = (doc: Y.Doc, earlier: EarlierReport, origin: unknown): void =>
  doc.transact(() => {
    for (const [index, headline] of HEADLINES.entries()) {
      const text = headlineOf(doc, headline);
      const wanted = cutText(earlier.headlines[index] ?? '', LIMITS.reportSentence);
      if (text.toJSON() === wanted) continue;
      text.delete(0, text.length);
      text.insert(0, wanted);
    }
    for (const list of SENTENCE_LISTS) {
      const root = sentencesOf(doc, list);
      const kept = new Set(earlier[list].map(({ id }) => id));
      for (const id of root.keys()) if (!kept.has(id)) root.delete(id);
      for (const one of earlier[list]) {
        const map = asMap(root.get(one.id));
        if (map === null) putSentence(doc, list, one, origin);
        else {
          replaceText(map, 'text', cutText(one.text, LIMITS.reportSentence));
          if (map.get('at') !== one.at) map.set('at', one.at);
        }
      }
    }
  }, origin);
