import type {
  Agreement,
  AxisResult,
  EndorsementResults,
  Figure,
  RankingResults,
  RatingResultLine,
  RatingResults,
  Verdict,
} from '@rapport/domain/ballot-results';
import { DEFAULT_AXES, DEFAULT_THRESHOLDS } from '@rapport/domain/ballots';
import type { BlocId } from '@rapport/domain/blocs';
import type { BallotId } from '@rapport/domain/ids';
import type { BallotState } from '@rapport/protocol/group-state';
import { ballotState } from '../group/testing.ts';

type Kind = Exclude<BallotState['kind'], 'dots'>;

/** The test group's ballot on its three options, of another kind than dots. */
export const ballotOfKind = (kind: Kind): BallotState => {
  const { kind: _kind, settings: _settings, ...ballot } = ballotState();
  switch (kind) {
    case 'rating':
      return { ...ballot, kind, settings: { axes: DEFAULT_AXES, thresholds: DEFAULT_THRESHOLDS } };
    case 'ranking':
      return { ...ballot, kind, settings: {} };
    case 'endorsement':
      return { ...ballot, kind, settings: { thresholds: DEFAULT_THRESHOLDS } };
  }
};

const base = { valid: 13, entitled: 14, proxies: 1 };
const exact = (value: number): Figure => ({ kind: 'exact', value });
const optionAt = (index: number) => {
  const option = ballotState().options[index];
  if (option === undefined) throw new Error('no such option');
  return { id: option.id, subject: option.subject, title: option.title };
};

const allied = (support: number) => ({
  bloc: 'allied' as BlocId,
  shown: true as const,
  papers: 8,
  support: exact(support / 8),
  opposition: exact(0),
});
const partner = (support: Figure) => ({
  bloc: 'partner' as BlocId,
  shown: true as const,
  papers: 5,
  support,
  opposition: exact(0),
});

/** A line of a rating, its two axes alike: 13 papers judged it, 8 Allied and 5 Partner ones. */
const ratedLine = (
  index: number,
  rank: number,
  axis: Pick<AxisResult, 'distribution' | 'agreement'> & { allied: number; partner: Figure; contested?: boolean },
): RatingResultLine => {
  const result: AxisResult = {
    papers: 13,
    notJudged: 0,
    distribution: axis.distribution,
    spread: {
      median: 4,
      quartiles: [3, 5],
      mean: 3.92,
      deviation: 1.07,
      consensus: 0.62,
      normalisedDeviation: 0.27,
      contested: axis.contested ?? false,
    },
    blocs: [
      { ...allied(axis.allied), mean: exact(4) },
      { ...partner(axis.partner), mean: exact(3.8) },
      { bloc: 'organisation', shown: false, reason: 'small-group' },
    ],
    agreement: axis.agreement,
  };
  return {
    ...optionAt(index),
    rank,
    tied: false,
    priority: { value: 0.7306, papers: 13 },
    axes: [result, result],
  };
};

const measured = (verdict: Verdict, divergence: number, rough = false): Agreement => ({
  kind: 'measured',
  verdict,
  support: 0.826,
  opposition: 0.12,
  divergence,
  z: 1.5,
  rough,
});

export const ratingResults = (): RatingResults => ({
  ballotId: 'b1' as BallotId,
  kind: 'rating',
  axes: DEFAULT_AXES,
  thresholds: DEFAULT_THRESHOLDS,
  sides: ['allied', 'partner'],
  base,
  options: [
    ratedLine(0, 1, {
      distribution: [0, 1, 1, 6, 5],
      allied: 7,
      partner: exact(4 / 5),
      agreement: measured({ class: 'shared-support' }, 7.5),
    }),
    ratedLine(1, 2, {
      distribution: [1, 4, 1, 4, 3],
      allied: 7,
      partner: { kind: 'at-most', value: 0.2 },
      contested: true,
      agreement: measured({ class: 'led', by: 'allied' }, 67.5, true),
    }),
    {
      ...optionAt(2),
      rank: 3,
      tied: false,
      priority: null,
      axes: [
        { ...emptyAxis(), agreement: { kind: 'not-shown' } },
        { ...emptyAxis(), agreement: { kind: 'not-shown' } },
      ],
    },
  ],
});

const emptyAxis = (): Omit<AxisResult, 'agreement'> => ({
  papers: 0,
  notJudged: 13,
  distribution: [0, 0, 0, 0, 0],
  spread: null,
  blocs: [
    { bloc: 'allied', shown: false, reason: 'small-group' },
    { bloc: 'partner', shown: false, reason: 'small-group' },
    { bloc: 'organisation', shown: false, reason: 'small-group' },
  ],
});

export const rankingResults = (): RankingResults => ({
  ballotId: 'b1' as BallotId,
  kind: 'ranking',
  base,
  ranked: 12,
  concordance: { kind: 'measured', w: 0.7778 },
  options: [
    {
      ...optionAt(0),
      rank: 1,
      tied: false,
      meanRank: 1.25,
      places: [9, 3, 0],
      unplaced: 0,
      blocs: [
        { bloc: 'allied', shown: true, papers: 7, meanRank: { kind: 'at-most', value: 1.4 } },
        { bloc: 'partner', shown: true, papers: 5, meanRank: exact(1.6) },
      ],
    },
    { ...optionAt(1), rank: 2, tied: true, meanRank: 2.375, places: [2, 4, 5], unplaced: 1, blocs: [] },
    { ...optionAt(2), rank: 2, tied: true, meanRank: 2.375, places: [1, 5, 5], unplaced: 1, blocs: [] },
  ],
});

export const endorsementResults = (): EndorsementResults => ({
  ballotId: 'b1' as BallotId,
  kind: 'endorsement',
  thresholds: DEFAULT_THRESHOLDS,
  sides: ['allied', 'partner'],
  base: { valid: 9, entitled: 9, proxies: 0 },
  options: [
    {
      ...optionAt(0),
      levels: { endorse: 6, reservation: 1, abstain: 1, 'stand-aside': 0, oppose: 1 },
      notJudged: 0,
      texts: [{ level: 'oppose', text: '=Not before the summit' }],
      blocs: [
        { ...allied(7), papers: 9 },
        { bloc: 'partner', shown: false, reason: 'small-group' },
      ],
      agreement: { kind: 'no-papers', blocs: ['partner'] },
    },
  ],
});
