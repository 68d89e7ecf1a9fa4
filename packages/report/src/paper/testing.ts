import type { BallotResults } from '@rapport/domain/ballot-results';
import { DEFAULT_THRESHOLDS } from '@rapport/domain/ballots';
import type { BallotId, BallotOptionId, OptionId } from '@rapport/domain/ids';
import { projectSymposium, summariseGroup } from '@rapport/domain/projection';
import type { PaperOption, ProjectedSymposium, SymposiumRecord } from '@rapport/domain/symposium-record';
import { sampleRecord } from '../testing.ts';

const HIDDEN = { bloc: 'organisation', shown: false, reason: 'small-group' } as const;

/** Delegations of the roster; the first two have signed, the others must be named nowhere under the Rule. */
export const DELEGATIONS = ['Borduria', 'Syldavia', 'Ruritania', 'Grand Fenwick'];

/** The plenary on the merged option and on another one, by heads and by delegations. */
const plenaryBallot = (): Extract<BallotResults, { kind: 'endorsement' }> => ({
  ballotId: 'ballot-plenary-1' as BallotId,
  kind: 'endorsement',
  thresholds: DEFAULT_THRESHOLDS,
  sides: ['allied', 'partner'],
  base: { valid: 58, entitled: 60, proxies: 1 },
  options: [
    {
      id: 'p1' as BallotOptionId,
      subject: { kind: 'option', id: 'option-merged' },
      title: 'One school of exercises, one number to call',
      levels: { endorse: 41, reservation: 9, abstain: 2, 'stand-aside': 3, oppose: 2 },
      notJudged: 1,
      texts: [{ level: 'oppose', text: 'The costs are not known.' }],
      blocs: [
        {
          bloc: 'allied',
          shown: true,
          papers: 32,
          support: { kind: 'exact', value: 0.875 },
          opposition: { kind: 'exact', value: 0.031_25 },
        },
        {
          bloc: 'partner',
          shown: true,
          papers: 20,
          support: { kind: 'exact', value: 0.9 },
          opposition: { kind: 'exact', value: 0.05 },
        },
        HIDDEN,
      ],
      agreement: {
        kind: 'measured',
        verdict: { class: 'shared-support' },
        support: 0.861,
        opposition: 0.07,
        divergence: -2.5,
        z: -0.3,
        rough: false,
      },
    },
    {
      id: 'p2' as BallotOptionId,
      subject: { kind: 'option', id: 'option-cyber' },
      title: 'تدريب مشترك على الأمن السيبراني مع الشركاء',
      levels: { endorse: 28, reservation: 2, abstain: 5, 'stand-aside': 10, oppose: 13 },
      notJudged: 0,
      texts: [],
      blocs: [
        {
          bloc: 'allied',
          shown: true,
          papers: 33,
          support: { kind: 'exact', value: 8 / 33 },
          opposition: { kind: 'exact', value: 12 / 33 },
        },
        {
          bloc: 'partner',
          shown: true,
          papers: 20,
          support: { kind: 'exact', value: 0.95 },
          opposition: { kind: 'exact', value: 0 },
        },
        HIDDEN,
      ],
      agreement: {
        kind: 'measured',
        verdict: { class: 'led', by: 'partner' },
        support: 0.492,
        opposition: 0.13,
        divergence: -70.757,
        z: -4.9,
        rough: false,
      },
    },
  ],
  byDelegation: {
    delegations: 31,
    unassigned: 2,
    options: [
      {
        id: 'p1' as BallotOptionId,
        measures: [
          {
            measure: 'support',
            delegations: 31,
            mean: { shown: true, value: 0.88, step: 0.02 },
            cells: [
              { delegation: 'Ruritania', bloc: 'allied', papers: 9, value: { kind: 'exact', value: 8 / 9 } },
              { delegation: 'Grand Fenwick', bloc: 'allied', papers: 6, value: { kind: 'at-least', value: 0.8 } },
            ],
          },
          { measure: 'opposition', delegations: 31, mean: { shown: true, value: 0.04, step: 0.02 }, cells: [] },
        ],
      },
      {
        id: 'p2' as BallotOptionId,
        measures: [
          { measure: 'support', delegations: 30, mean: { shown: true, value: 0.52, step: 0.02 }, cells: [] },
          { measure: 'opposition', delegations: 30, mean: { shown: false }, cells: [] },
        ],
      },
    ],
  },
});

const group7 = { round: 1, number: 7 };

const option = (from: string, more: Partial<PaperOption> = {}): PaperOption => {
  const model = sampleRecord().options.find(({ id }) => id === from);
  if (model === undefined) throw new Error('the sample has this option');
  return {
    id: model.id,
    code: model.code,
    state: model.state,
    group: group7,
    version: model.version ?? { number: 1, hash: 'd'.repeat(64) },
    text: model.text,
    parents: [],
    children: [],
    lineage: { cards: model.lineage.cards, clusters: model.lineage.clusters },
    proposedBy: [group7],
    reservations: model.reservations.map((one) => ({ code: null, ...one })),
    readback: model.readback,
    sponsors: model.sponsors,
    crossBloc: model.crossBloc,
    interest: model.interest,
    verdict: null,
    judgedBy: null,
    judged: [],
    versions: model.versions.map(({ number, hash }) => ({ number, hash })),
    ...more,
  };
};

const judgement = (id: string, code: string, ballot: number, more: Partial<PaperOption['judged'][number]> = {}) => ({
  id: id as OptionId,
  code,
  group: group7,
  ballot,
  version: 1,
  stands: true,
  ...more,
});

/** Two groups of a round: one with options that were merged, judged by the plenary or left, one that wrote little. */
const sampleSymposium = (): SymposiumRecord => {
  const session = sampleRecord();
  session.group = { ...session.group, status: 'closed', version: 2 };
  const quiet = sampleRecord();
  quiet.group = { number: 2, name: 'Harbour', attribution: 'sealed', status: 'open', version: 1 };
  quiet.options = [];
  quiet.ballots = [];
  quiet.clusters = quiet.clusters.slice(2);
  quiet.texts = { headlines: [], agreement: [], questions: ['Qui paie le premier exercice ?'] };
  const school = option('option-school');
  return {
    symposium: { ...session.symposium, languages: ['en', 'fr', 'ar'] },
    sealed: false,
    counts: { seats: 60, present: 58 },
    delegations: [...DELEGATIONS, 'Borduria', ''],
    rounds: [{ number: 1, title: session.round.title, question: session.round.question }],
    groups: [summariseGroup(quiet, 1), summariseGroup(session, 1)],
    options: [
      option('option-school', {
        state: 'merged',
        children: ['PL-O1'],
        judged: [
          judgement('option-school', 'R1-G07-O1', 2, { stands: false }),
          judgement('option-school', 'R1-G07-O1', 4),
        ],
      }),
      option('option-cyber', {
        verdict: { class: 'led', by: 'partner' },
        judgedBy: 'plenary',
        judged: [
          judgement('option-cyber', 'R1-G07-O2', 2),
          judgement('option-cyber', 'R1-G07-O2', 4),
          judgement('option-cyber', 'R1-G07-O2', 1, { group: null }),
        ],
      }),
      option('option-fund', {
        code: 'R1-G02-O1',
        state: 'forwarded',
        group: { round: 1, number: 2 },
        proposedBy: [{ round: 1, number: 2 }],
      }),
      {
        ...school,
        id: 'option-merged' as OptionId,
        code: 'PL-O1',
        state: 'plenary',
        group: null,
        version: { number: 1, hash: 'e'.repeat(64) },
        text: { ...school.text, title: 'One school of exercises, one number to call' },
        parents: ['R1-G02-O2', 'R1-G07-O1'],
        lineage: { cards: 0, clusters: [] },
        proposedBy: [{ round: 1, number: 2 }, group7],
        reservations: [
          { code: null, kind: 'reservation', text: 'Only for the public.' },
          ...school.reservations.map((one) => ({ ...one, code: 'R1-G07-O1' })),
        ],
        readback: null,
        sponsors: [
          ...school.sponsors.map((sponsor) => ({ ...sponsor, suspended: false })),
          { delegation: 'Zubrowka', bloc: 'organisation', suspended: true },
        ],
        verdict: { class: 'shared-support' },
        judgedBy: 'plenary',
        judged: [
          judgement('option-school', 'R1-G07-O1', 4, { stands: false }),
          judgement('option-merged', 'PL-O1', 1, { group: null }),
        ],
        versions: [{ number: 1, hash: 'e'.repeat(64) }],
      },
    ],
    ballots: [{ number: 1, results: plenaryBallot() }],
  };
};

/** As a file would be given it. */
export const projected = (change: (record: SymposiumRecord) => void = () => undefined): ProjectedSymposium => {
  const record = sampleSymposium();
  change(record);
  return projectSymposium(record);
};
