import type {
  AxisResult,
  DotResults,
  EndorsementResults,
  RankingResults,
  RatingResults,
} from '@rapport/domain/ballot-results';
import { DEFAULT_AXES, DEFAULT_THRESHOLDS } from '@rapport/domain/ballots';
import { DEFAULT_BLOCS, DEFAULT_SIDES } from '@rapport/domain/blocs';
import type { Author, GroupRecord } from '@rapport/domain/group-record';
import type { BallotId, BallotOptionId, CardId, ClusterId, OptionId, PhaseId } from '@rapport/domain/ids';
import { DEFAULT_MARKING } from '@rapport/domain/languages';
import type { OptionRecord, OptionText, ReportTexts } from '@rapport/domain/options';
import { DEFAULT_TEMPLATE } from '@rapport/domain/phases';

/** Two people of the sample; nothing of theirs may stand in a file under the Chatham House Rule. */
export const AUTHORS: readonly Author[] = [
  { displayName: 'Perce-Neige Delacroix', delegation: 'Ruritania', bloc: 'allied' },
  { displayName: 'Kornblume von und zu Tal', delegation: 'Atlantis', bloc: 'partner' },
];

type SampleCard = GroupRecord['cards'][number];

const card = (id: string, title: string, more: Partial<SampleCard> = {}): SampleCard => ({
  id: id as CardId,
  title,
  body: '',
  position: [0, 0],
  cluster: null,
  late: false,
  proxy: false,
  binned: false,
  tags: [],
  alsoIn: [],
  author: AUTHORS[id.length % 2] ?? null,
  signed: false,
  ...more,
});

const TRAINING = 'cluster-training' as ClusterId;
const WARNING = 'cluster-warning' as ClusterId;
const EMPTY = 'cluster-empty' as ClusterId;

/** A card in each state, in three languages. */
export const sampleCards = (): SampleCard[] => [
  card('card-a', 'Joint cyber exercise every autumn', {
    cluster: TRAINING,
    body: 'Two days, at a partner’s school in turn.\nThe script is shared one month before.',
  }),
  card('card-b', 'Exchange of instructors', { cluster: TRAINING, signed: true }),
  card('card-cc', 'Un module commun pour les officiers de liaison', {
    cluster: TRAINING,
    body: 'En français et en anglais, ouvert aux civils.',
    late: true,
  }),
  card('card-d', 'تدريب مشترك على الأمن السيبراني مع الشركاء', {
    cluster: TRAINING,
    body: 'مرة كل سنة، بالتناوب بين البلدان.\nيُنشر التقييم باللغة English أيضًا.',
  }),
  card('card-e', 'A shared picture of maritime traffic', { cluster: WARNING, proxy: true, author: null }),
  card('card-ff', 'Call each other before the press does', {
    cluster: WARNING,
    body: 'One telephone number per delegation, answered day and night.',
  }),
  card('card-g', 'A small fund for quick projects'),
  card('card-hh', ''),
  card('card-i', 'Taken back', { binned: true }),
];

const blocs = (allied: [number, number] | null): DotResults['options'][number]['blocs'] => [
  allied === null
    ? { bloc: 'allied', shown: false, reason: 'small-group' }
    : { bloc: 'allied', shown: true, papers: 7, dots: allied[0], voters: allied[1] },
  { bloc: 'partner', shown: false, reason: 'small-group' },
  { bloc: 'organisation', shown: false, reason: 'small-group' },
];

/** A dot ballot of twelve papers with a tie; blocs other than the first are too small, and that is of one mind once. */
const sampleResults = (): DotResults => ({
  ballotId: 'ballot-1' as BallotId,
  kind: 'dots',
  budget: 3,
  cap: 2,
  base: { valid: 12, entitled: 14, proxies: 1 },
  options: [
    {
      id: 'o1' as BallotOptionId,
      subject: { kind: 'cluster', id: TRAINING },
      title: 'Training together',
      rank: 1,
      tied: false,
      dots: 15,
      voters: 10,
      blocs: blocs([9, 6]),
    },
    {
      id: 'o2' as BallotOptionId,
      subject: { kind: 'cluster', id: WARNING },
      title: 'Early warning | and “trust”',
      rank: 2,
      tied: true,
      dots: 9,
      voters: 7,
      blocs: blocs([5, 4]),
    },
    {
      id: 'o3' as BallotOptionId,
      subject: { kind: 'card', id: 'card-d' },
      title: 'تدريب مشترك على الأمن السيبراني مع الشركاء',
      rank: 2,
      tied: true,
      dots: 9,
      voters: 7,
      blocs: blocs([5, 3]),
    },
  ],
});

const HIDDEN = { bloc: 'organisation', shown: false, reason: 'small-group' } as const;

const TEXTS: { id: BallotOptionId; subject: { kind: 'cluster' | 'card' | 'option'; id: string }; title: string }[] = [
  {
    id: 'o1' as BallotOptionId,
    subject: { kind: 'option', id: 'option-school' },
    title: 'A common school of exercises',
  },
  { id: 'o2' as BallotOptionId, subject: { kind: 'cluster', id: WARNING }, title: 'Early warning | and “trust”' },
  {
    id: 'o3' as BallotOptionId,
    subject: { kind: 'option', id: 'option-cyber' },
    title: 'تدريب مشترك على الأمن السيبراني مع الشركاء',
  },
];
const [FIRST, SECOND, THIRD] = TEXTS as [(typeof TEXTS)[0], (typeof TEXTS)[0], (typeof TEXTS)[0]];

/** Both sides support it: 9 of 10 and 8 of 9. */
const shared: AxisResult = {
  papers: 19,
  notJudged: 1,
  distribution: [0, 1, 1, 10, 7],
  spread: {
    median: 4,
    quartiles: [4, 5],
    mean: 4.210_526,
    deviation: 0.765_62,
    consensus: 0.764_1,
    normalisedDeviation: 0.191_4,
    contested: false,
  },
  blocs: [
    {
      bloc: 'allied',
      shown: true,
      papers: 10,
      support: { kind: 'exact', value: 0.9 },
      opposition: { kind: 'exact', value: 0 },
      mean: { kind: 'exact', value: 4.3 },
    },
    {
      bloc: 'partner',
      shown: true,
      papers: 9,
      support: { kind: 'exact', value: 8 / 9 },
      opposition: { kind: 'exact', value: 1 / 9 },
      mean: { kind: 'exact', value: 37 / 9 },
    },
    HIDDEN,
  ],
  agreement: {
    kind: 'measured',
    verdict: { class: 'shared-support' },
    support: 0.825_7,
    opposition: 0.123_1,
    divergence: 10 / 9,
    z: 0.07,
    rough: false,
  },
};

/** All seven of one side, few of the other: printed as a bound. */
const led: AxisResult = {
  papers: 16,
  notJudged: 4,
  distribution: [4, 3, 1, 2, 6],
  spread: {
    median: 3.5,
    quartiles: [1.75, 5],
    mean: 3.187_5,
    deviation: 1.661_6,
    consensus: 0.303_2,
    normalisedDeviation: 0.415_4,
    contested: true,
  },
  blocs: [
    {
      bloc: 'allied',
      shown: true,
      papers: 7,
      support: { kind: 'at-least', value: 0.8 },
      opposition: { kind: 'at-most', value: 0.2 },
      mean: { kind: 'at-least', value: 4 },
    },
    {
      bloc: 'partner',
      shown: true,
      papers: 9,
      support: { kind: 'exact', value: 1 / 9 },
      opposition: { kind: 'exact', value: 7 / 9 },
      mean: { kind: 'exact', value: 2 },
    },
    HIDDEN,
  ],
  agreement: {
    kind: 'measured',
    verdict: { class: 'led', by: 'allied' },
    support: 0.365_8,
    opposition: 0.424_7,
    divergence: 68.888_9,
    z: 2.6,
    rough: true,
  },
};

const notShown: AxisResult = {
  papers: 8,
  notJudged: 12,
  distribution: [1, 1, 2, 3, 1],
  spread: {
    median: 3.5,
    quartiles: [2.75, 4],
    mean: 3.25,
    deviation: 1.198_96,
    consensus: 0.557_5,
    normalisedDeviation: 0.299_7,
    contested: false,
  },
  blocs: [
    { bloc: 'allied', shown: false, reason: 'small-group' },
    { bloc: 'partner', shown: false, reason: 'small-group' },
    HIDDEN,
  ],
  agreement: { kind: 'not-shown' },
};

const notRated: AxisResult = {
  ...notShown,
  papers: 0,
  notJudged: 20,
  distribution: [0, 0, 0, 0, 0],
  spread: null,
};

/** A rating in which options are agreed on, led by one side, too small to tell and not judged. */
const sampleRating = (): RatingResults => ({
  ballotId: 'ballot-2' as BallotId,
  kind: 'rating',
  axes: DEFAULT_AXES,
  thresholds: DEFAULT_THRESHOLDS,
  sides: ['allied', 'partner'],
  base: { valid: 20, entitled: 22, proxies: 0 },
  options: [
    { ...FIRST, rank: 1, tied: false, priority: { value: 0.662_5, papers: 15 }, axes: [shared, led] },
    { ...SECOND, rank: 2, tied: false, priority: { value: 0.561, papers: 7 }, axes: [notShown, notShown] },
    { ...THIRD, rank: 3, tied: false, priority: null, axes: [notShown, notRated] },
  ],
});

/** A ranking with a tie and an abstention. */
const sampleRanking = (): RankingResults => ({
  ballotId: 'ballot-3' as BallotId,
  kind: 'ranking',
  base: { valid: 15, entitled: 15, proxies: 2 },
  ranked: 14,
  concordance: { kind: 'measured', w: 0.312_5 },
  options: [
    {
      ...SECOND,
      rank: 1,
      tied: false,
      meanRank: 1.5,
      places: [8, 5, 1],
      unplaced: 0,
      blocs: [
        { bloc: 'allied', shown: true, papers: 5, meanRank: { kind: 'at-most', value: 1.4 } },
        { bloc: 'partner', shown: true, papers: 9, meanRank: { kind: 'exact', value: 16 / 9 } },
        HIDDEN,
      ],
    },
    ...[FIRST, THIRD].map((text) => ({
      ...text,
      rank: 2,
      tied: true,
      meanRank: 2.25,
      places: [3, 4, 5],
      unplaced: 2,
      blocs: [
        { bloc: 'allied', shown: true as const, papers: 5, meanRank: { kind: 'exact' as const, value: 2.5 } },
        { bloc: 'partner', shown: true as const, papers: 9, meanRank: { kind: 'exact' as const, value: 2.111_111 } },
        HIDDEN,
      ],
    })),
  ],
});

/** An endorsement with reasons, without papers of one side. */
const sampleEndorsement = (): EndorsementResults => ({
  ballotId: 'ballot-4' as BallotId,
  kind: 'endorsement',
  thresholds: DEFAULT_THRESHOLDS,
  sides: ['allied', 'partner'],
  base: { valid: 11, entitled: 12, proxies: 0 },
  options: [
    {
      ...FIRST,
      levels: { endorse: 6, reservation: 2, abstain: 1, 'stand-aside': 1, oppose: 1 },
      notJudged: 0,
      texts: [
        { level: 'reservation', text: 'Only with *common* funds.' },
        { level: 'oppose', text: 'Nous n’avons pas\nles moyens.' },
      ],
      blocs: [
        {
          bloc: 'allied',
          shown: true,
          papers: 11,
          support: { kind: 'exact', value: 8 / 11 },
          opposition: { kind: 'exact', value: 1 / 11 },
        },
        { bloc: 'partner', shown: false, reason: 'small-group' },
        HIDDEN,
      ],
      agreement: { kind: 'no-papers', blocs: ['partner'] },
    },
    {
      ...THIRD,
      levels: { endorse: 10, reservation: 0, abstain: 0, 'stand-aside': 0, oppose: 0 },
      notJudged: 1,
      texts: [],
      blocs: [
        {
          bloc: 'allied',
          shown: true,
          papers: 10,
          support: { kind: 'exact', value: 1 },
          opposition: { kind: 'exact', value: 0 },
        },
        { bloc: 'partner', shown: false, reason: 'small-group' },
        HIDDEN,
      ],
      agreement: { kind: 'no-papers', blocs: ['partner'] },
    },
  ],
});

const school: OptionText = {
  title: 'A common school of exercises',
  text: 'Allies and partners open one of their schools in turn to a yearly exercise of two days. The host writes the script, all share the costs of travel.\nWhat is learnt is published in both languages within a month.',
  rationale: 'Exercises are planned alone and repeated by each nation, while the lessons are the same.',
  actors: 'Training commands of the nations; the host chairs.',
  resources: 'Two instructors and ten days of work for each host.',
  horizon: '',
};

const cyber: OptionText = {
  title: 'تدريب مشترك على الأمن السيبراني مع الشركاء',
  text: 'يُنظَّم تدريب سنوي مشترك بالتناوب بين البلدان، ويُنشر تقييمه خلال شهر.',
  rationale: 'التهديدات واحدة، والخبرات موزعة.',
  actors: 'المراكز الوطنية للأمن السيبراني',
  resources: 'فريق من خمسة خبراء',
  horizon: '2028',
};

const emptyText: OptionText = { title: '', text: '', rationale: '', actors: '', resources: '', horizon: '' };

const option = (id: string, code: string, text: OptionText, more: Partial<OptionRecord> = {}): OptionRecord => ({
  id: id as OptionId,
  code,
  state: 'draft',
  version: null,
  text,
  lineage: { cards: 0, clusters: [], parents: [] },
  convergence: { groups: 1, of: 22 },
  reservations: [],
  readback: null,
  sponsors: [],
  crossBloc: false,
  interest: 0,
  versions: [],
  ...more,
});

const hashOf = (digit: string): string => digit.repeat(64);

/** Two options that were forwarded, one that was not pursued and an empty draft; sponsors sign on the record. */
const sampleOptions = (): OptionRecord[] => [
  option('option-school', 'R1-G07-O1', school, {
    state: 'forwarded',
    version: { number: 2, hash: hashOf('b') },
    lineage: { cards: 3, clusters: ['Training together'], parents: [] },
    convergence: { groups: 4, of: 22 },
    reservations: [
      { kind: 'reservation', text: 'Only if travel is paid for in common.' },
      { kind: 'minority', text: 'Un réseau de formateurs suffirait ; une école est de trop.' },
    ],
    readback: { accepted: 13, objected: 1, reasons: ['The host’s chair | is not what we agreed.'] },
    sponsors: [
      { delegation: 'Borduria', bloc: 'allied', suspended: false },
      { delegation: 'Syldavia', bloc: 'partner', suspended: true },
    ],
    crossBloc: true,
    interest: 5,
    versions: [
      {
        number: 1,
        hash: hashOf('a'),
        text: {
          ...school,
          text: 'Allies open one of their schools in turn to a yearly exercise of three days. The host writes the script, all share the costs of travel.\nWhat is learnt is published in both languages within a month.',
          resources: '',
        },
      },
      { number: 2, hash: hashOf('b'), text: school },
    ],
  }),
  option('option-cyber', 'R1-G07-O2', cyber, {
    state: 'forwarded',
    version: { number: 1, hash: hashOf('c') },
    lineage: { cards: 1, clusters: [], parents: [] },
    readback: { accepted: 14, objected: 0, reasons: [] },
    versions: [{ number: 1, hash: hashOf('c'), text: cyber }],
  }),
  option(
    'option-fund',
    'R1-G07-O3',
    { ...emptyText, title: 'A fund for quick projects' },
    { state: 'set-aside', lineage: { cards: 1, clusters: [], parents: [] } },
  ),
  option('option-empty', 'R1-G07-O4', emptyText),
];

/** As several rapporteurs would leave it: a sentence untouched, one changed, one of their own. */
const sampleTexts = (): ReportTexts => ({
  headlines: [
    'Practise together before it is needed: one school, open to all, every autumn.',
    'Avertir avant la presse : un numéro par délégation, jour et nuit.',
    'تقاسم الخبرات في الأمن السيبراني أجدى من شراء المزيد من الأدوات.',
  ],
  agreement: [
    { text: '“A common school of exercises”: both sides support it.', origin: 'generated' },
    { text: 'Feasibility was doubted most where budgets are small.', origin: 'edited' },
    { text: 'Nobody spoke against the telephone numbers.', origin: 'own' },
  ],
  questions: ['Who hosts the first exercise?', 'Which lessons may be published at all?'],
});

const phases = DEFAULT_TEMPLATE.map((step, index) => ({ ...step, id: `phase-${index}` as PhaseId, index }));

/** A whole session in its discussion, under the Chatham House Rule, with authors behind its cards. */
export const sampleRecord = (): GroupRecord => ({
  symposium: {
    title: 'Partnerships Symposium',
    startsOn: '2026-02-14',
    marking: DEFAULT_MARKING,
    chathamHouse: true,
    blocs: [...DEFAULT_BLOCS],
    sides: DEFAULT_SIDES,
    orderKey: new Uint8Array(32).fill(7),
  },
  round: {
    title: 'Round 1: Common ground',
    question: 'How can allies and partners make themselves harder to surprise by the year 2030?',
  },
  group: { number: 7, name: 'Group 7', attribution: 'non-attributed', status: 'open', version: 1 },
  phases,
  currentPhase: 8,
  counts: { seats: 19, present: 16, cards: 8 },
  seatsByBloc: { allied: 9, partner: 7, organisation: 3 },
  cards: sampleCards(),
  clusters: [
    { id: EMPTY, title: '', colour: 3 },
    { id: WARNING, title: 'Early warning | and “trust”', colour: 2 },
    { id: TRAINING, title: 'Training together', colour: 1 },
  ],
  options: sampleOptions(),
  texts: sampleTexts(),
  ballots: [
    { number: 1, phase: phases[6] ?? null, archived: false, proxies: 1, results: sampleResults() },
    { number: 2, phase: phases[7] ?? null, archived: false, proxies: 0, results: sampleRating() },
    { number: 3, phase: phases[7] ?? null, archived: false, proxies: 2, results: sampleRanking() },
    { number: 4, phase: phases[8] ?? null, archived: false, proxies: 0, results: sampleEndorsement() },
  ],
});
