import type { BlocCell, DotResultLine, DotResults } from '@rapport/domain/ballot-results';

/** Below this many papers a bloc of one mind is told roughly, so that nobody's vote is told exactly (§6). */
const ROUGH_BELOW = 8;

/** The sentence of one option: a key of the catalogue and its figures. */
export type ResultSentence = {
  key: 'results.say.first' | 'results.say.tiedFirst' | 'results.say.tied' | 'results.say.plain' | 'results.say.none';
  values: { rank: number; dots: number; voters: number; valid: number };
};

export const sentenceOf = (
  line: Pick<DotResultLine, 'rank' | 'tied' | 'dots' | 'voters'>,
  { valid }: Pick<DotResults['base'], 'valid'>,
): ResultSentence => {
  const { rank, tied, dots, voters } = line;
  const values = { rank, dots, voters, valid };
  if (dots === 0) return { key: 'results.say.none', values };
  if (tied) return { key: rank === 1 ? 'results.say.tiedFirst' : 'results.say.tied', values };
  return { key: rank === 1 ? 'results.say.first' : 'results.say.plain', values };
};

/** How many of a bloc gave an option dots: counted, or told roughly where the bloc is small and of one mind. */
export type BlocShare =
  | { kind: 'counted'; voters: number; papers: number; share: number }
  | { kind: 'at-least' | 'at-most'; papers: number; share: number };

export const shareOf = ({ papers, voters }: Extract<BlocCell, { shown: true }>): BlocShare => {
  if (papers > 0 && papers < ROUGH_BELOW) {
    if (voters === papers) return { kind: 'at-least', papers, share: 0.8 };
    if (voters === 0) return { kind: 'at-most', papers, share: 0.2 };
  }
  return { kind: 'counted', voters, papers, share: papers === 0 ? 0 : voters / papers };
};
