import type { Agreement, BallotResults } from '@rapport/domain/ballot-results';
import type { EndorsementLevel } from '@rapport/domain/ballots';
import type { OptionId } from '@rapport/domain/ids';

/** Where a level stands between opposing (0) and endorsing (1); who abstains stands nowhere. */
const STANCE: Readonly<Record<Exclude<EndorsementLevel, 'abstain'>, number>> = {
  endorse: 1,
  reservation: 0.75,
  'stand-aside': 0.25,
  oppose: 0,
};

/** Twice the population standard deviation of values 0–1: 0 is one mind, 1 is half against half. */
const spreadOf = (counts: readonly { value: number; count: number }[]): number | null => {
  const papers = counts.reduce((sum, { count }) => sum + count, 0);
  if (papers === 0) return null;
  const mean = counts.reduce((sum, { value, count }) => sum + value * count, 0) / papers;
  const variance = counts.reduce((sum, { value, count }) => sum + count * (value - mean) ** 2, 0) / papers;
  return Math.min(1, 2 * Math.sqrt(variance));
};

const betweenSides = (agreement: Agreement): number =>
  agreement.kind === 'measured' ? Math.abs(agreement.divergence) / 100 : 0;

const most = (values: readonly (number | null)[]): number | null => {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : Math.max(...known);
};

const withSides = (spread: number | null, agreement: Agreement): number | null =>
  spread === null ? null : Math.max(spread, betweenSides(agreement));

/**
 * How divided a ballot shows the group over each option it was about, 0–1: the larger of the spread of opinions and of
 * the distance between the two sides where that may be shown. An option nobody judged is left out.
 */
export const disagreementOf = (results: BallotResults): Map<OptionId, number> => {
  const found = new Map<OptionId, number>();
  const note = (line: BallotResults['options'][number], value: number | null): void => {
    if (line.subject.kind === 'option' && value !== null) found.set(line.subject.id as OptionId, value);
  };
  switch (results.kind) {
    case 'dots':
      for (const line of results.options) {
        const share = results.base.valid === 0 ? null : line.voters / results.base.valid;
        note(line, share === null ? null : 1 - Math.abs(2 * share - 1));
      }
      break;
    case 'rating':
      for (const line of results.options) {
        note(
          line,
          most(
            line.axes.map(({ spread, agreement }) =>
              withSides(spread === null ? null : 2 * spread.normalisedDeviation, agreement),
            ),
          ),
        );
      }
      break;
    case 'ranking':
      for (const line of results.options) {
        const last = Math.max(1, results.options.length - 1);
        note(line, spreadOf(line.places.map((count, place) => ({ value: place / last, count }))));
      }
      break;
    case 'endorsement':
      for (const line of results.options) {
        const levels = Object.entries(STANCE) as [keyof typeof STANCE, number][];
        note(
          line,
          withSides(spreadOf(levels.map(([level, value]) => ({ value, count: line.levels[level] }))), line.agreement),
        );
      }
      break;
  }
  return found;
};

/** In words: from where on a group is called divided. */
export const disagreementWord = (value: number): 'divided' | 'some' | 'close' =>
  value >= 0.6 ? 'divided' : value >= 0.35 ? 'some' : 'close';
