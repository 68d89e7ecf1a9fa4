import type { BallotResults, DelegationTally } from '@rapport/domain/ballot-results';
import type { Judgement, PaperOption } from '@rapport/domain/symposium-record';
import { resultLines, resultTable, type ResultLine } from '../option-results.ts';
import type { ReportBlock } from '../report-blocks.ts';
import { decimal, note } from '../words.ts';
import { whoseText, type PaperWords } from './paper-words.ts';

/** The closed ballot a judgement is about. */
export const resultsOf = ({ record }: PaperWords, { group, ballot }: Judgement): BallotResults | null => {
  const ballots =
    group === null
      ? record.ballots
      : (record.groups.find(({ round, number }) => round === group.round && number === group.number)?.ballots ?? []);
  return ballots.find(({ number }) => number === ballot)?.results ?? null;
};

/** A measure's mean over delegations. Shares are percents; rounding has been settled with the result. */
export const delegationMean = (words: PaperWords, { measure, mean }: DelegationTally): string | null => {
  if (!mean.shown) return null;
  return measure === 'support' || measure === 'opposition'
    ? words.t('ballots.share-value', { share: mean.value })
    : decimal(words, mean.value);
};

/** What delegations said of an option; nothing where they were not counted. */
export const delegationTallies = (results: BallotResults, id: string): readonly DelegationTally[] => {
  const line = results.options.find(({ subject }) => subject.kind === 'option' && subject.id === id);
  return results.byDelegation?.options.find((one) => one.id === line?.id)?.measures ?? [];
};

/** Below the heads: each delegation once, where it was counted. */
const delegationLines = (words: PaperWords, results: BallotResults, id: string, whose: string): ResultLine[] => {
  const { t } = words;
  const tallies = delegationTallies(results, id);
  if (tallies.length === 0) return [];
  const said = tallies.map((tally) => {
    const measure = t(`paper.measure.${tally.measure}`);
    const { delegations } = tally;
    const value = delegationMean(words, tally);
    return value === null
      ? t('paper.result.delegations-hidden', { measure, delegations })
      : t('paper.result.delegations-value', { measure, value, delegations });
  });
  const what = t(`ballots.kind.${results.kind}`);
  return [
    {
      what: t('paper.result.delegations', { whose, what }),
      all: said.join(t('list.separator')),
      blocs: [],
      verdict: '',
    },
  ];
};

/** Whose result it is, and whether it is about other words or another option; `what` is the result's own name. */
export const whoseResult = (words: PaperWords, option: PaperOption, judgement: Judgement, what: string): string => {
  const { t } = words;
  const whose = whoseText(words, judgement.group);
  if (judgement.id !== option.id) return t('paper.result.on-other', { whose, what, code: judgement.code });
  return t(judgement.stands ? 'paper.result.of' : 'paper.result.earlier', { whose, what });
};

/**
 * What was voted on an option: results of groups and of the plenary beside each other, each with its own base, those on
 * earlier words and on what it was merged from marked so. Nothing is added up.
 */
export const evidenceBlocks = (words: PaperWords, option: PaperOption): ReportBlock[] => {
  const { t } = words;
  const lines = option.judged.flatMap((judgement): ResultLine[] => {
    const results = resultsOf(words, judgement);
    if (results === null) return [];
    return [
      ...resultLines(words, judgement.ballot, results, judgement.id).map((line) => ({
        ...line,
        what: whoseResult(words, option, judgement, line.what),
      })),
      ...delegationLines(words, results, judgement.id, whoseText(words, judgement.group)),
    ];
  });
  return lines.length === 0 ? [note(t('paper.option.no-result'))] : resultTable(words, lines);
};
