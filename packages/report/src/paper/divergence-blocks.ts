import type { PaperOption } from '@rapport/domain/symposium-record';
import { inLanguage } from '@rapport/domain/languages';
import { agreementSentences, type Compared } from '../agreement-words.ts';
import { optionTitle } from '../option-blocks.ts';
import type { ReportBlock } from '../report-blocks.ts';
import { note, oneLine, plainPoints } from '../words.ts';
import { resultsOf } from './evidence-blocks.ts';
import { byClass, whoseText, type PaperWords } from './paper-words.ts';

/** The newest result on the words that stand, as far as it asks what the sides think. */
const comparedOn = (words: PaperWords, option: PaperOption): Compared[] => {
  const { t, language } = words;
  for (const judgement of option.judged.toReversed()) {
    if (!judgement.stands || (judgement.group === null) !== (option.judgedBy === 'plenary')) continue;
    const results = resultsOf(words, judgement);
    const title = t('paper.divergence.option', {
      code: option.code,
      title: optionTitle(words, option),
      whose: whoseText(words, judgement.group),
    });
    if (results?.kind === 'endorsement') {
      const line = results.options.find(({ subject }) => subject.id === option.id);
      if (line !== undefined) return [{ title, cells: line.blocs, agreement: line.agreement }];
    }
    if (results?.kind === 'rating') {
      const line = results.options.find(({ subject }) => subject.id === option.id);
      return (line?.axes ?? []).map((axis, index) => ({
        title: t('paper.divergence.axis', {
          option: title,
          axis: oneLine(inLanguage(results.axes[index === 0 ? 0 : 1], language)),
        }),
        cells: axis.blocs,
        agreement: axis.agreement,
      }));
    }
  }
  return [];
};

/** Both sides' shares of every option on which they were measured, in the order of the classes. */
export const divergenceSentences = (words: PaperWords, body: readonly PaperOption[]): string[] => {
  const lines = byClass(words, body)
    .flatMap(({ options }) => options)
    .flatMap((option) => comparedOn(words, option));
  // One option of which a side has no paper must not silence all others.
  const measured = lines.filter(({ agreement }) => agreement.kind === 'measured');
  return agreementSentences(words, measured).sentences;
};

export const divergenceBlocks = (words: PaperWords, body: readonly PaperOption[]): ReportBlock[] => {
  const { t } = words;
  const sentences = divergenceSentences(words, body);
  return [
    { kind: 'heading', level: 1, text: t('paper.divergence.title') },
    ...(sentences.length === 0
      ? [note(t('paper.divergence.none'))]
      : [plainPoints(sentences), note(t('paper.divergence.note'))]),
  ];
};
