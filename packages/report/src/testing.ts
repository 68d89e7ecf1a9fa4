import type { DotResults } from '@rapport/domain/ballot-results';
import { DEFAULT_BLOCS, DEFAULT_SIDES } from '@rapport/domain/blocs';
import type { Author, GroupRecord } from '@rapport/domain/group-record';
import type { BallotId, BallotOptionId, CardId, ClusterId, PhaseId } from '@rapport/domain/ids';
import { DEFAULT_MARKING } from '@rapport/domain/languages';
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

/** A dot ballot of twelve papers with a tie; blocs other than the first are too small. */
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
  ballots: [{ number: 1, phase: phases[6] ?? null, archived: false, proxies: 1, results: sampleResults() }],
});
