import type { Point } from './report-blocks.ts';
import { sentencesByText } from './suggest-sentences.ts';
import { oneLine, type Words } from './words.ts';

/**
 * What rapporteurs left under agreement and divergence, each with whose words it is; empty when they left nothing.
 * Untouched words of the product are said in the report's language; one that no longer follows from the results is
 * marked as outdated.
 */
export const writtenSentences = (words: Words): Point[] => {
  const { t, record } = words;
  const current = sentencesByText(words);
  return record.texts.agreement
    .filter(({ text }) => oneLine(text) !== '')
    .map(({ text, origin }) => {
      const line = oneLine(text);
      if (origin !== 'generated') return { text: line, note: t(`divergence.${origin}`) };
      // A sentence must not outlive what it follows from.
      const said = current.get(text) ?? current.get(line);
      return said === undefined ? { text: line, note: t('divergence.outdated') } : { text: said };
    });
};
