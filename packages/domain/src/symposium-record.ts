import type { Verdict } from './ballot-results.ts';
import type { GroupRecord } from './group-record.ts';
import type { OptionId } from './ids.ts';
import type { OptionRecord, OptionState, OptionText, ReservationKind } from './options.ts';

/** A group as the codes of its options name it: `R1-G07`. */
export type GroupPlace = { round: number; number: number };

/** A ballot in which an option, or one that it grew out of, was judged. */
export type Judgement = {
  /** The option the ballot was about, itself or an ancestor. */
  id: OptionId;
  code: string;
  /** Whose ballot it was; null for the plenary. */
  group: GroupPlace | null;
  ballot: number;
  /** The frozen version whose title and text were voted on; null when it was none of them. */
  version: number | null;
  /** Whether those are the words that stand now, and the option is the one that stands in the register. */
  stands: boolean;
};

/** An entry of the register as the options paper shows it. Nobody's name but those of sponsors, who sign on record. */
export type PaperOption = {
  id: OptionId;
  code: string;
  state: OptionState;
  /** Null for options of the plenary. */
  group: GroupPlace | null;
  version: { number: number; hash: string };
  text: OptionText;
  /** Codes of the options it grew out of, and of those that grew out of it. */
  parents: string[];
  children: string[];
  /** What it, if it is a group's, grew out of on the board. */
  lineage: { cards: number; clusters: string[] };
  /** Groups that proposed it independently. */
  proposedBy: GroupPlace[];
  /** `code` names the earlier option a reservation was made on; null for its own. */
  reservations: { code: string | null; kind: ReservationKind; text: string }[];
  readback: OptionRecord['readback'];
  sponsors: OptionRecord['sponsors'];
  crossBloc: boolean;
  interest: number;
  /** Class of the newest result on these words, and whose it is; null when there is none or it may not be shown. */
  verdict: Verdict | null;
  judgedBy: 'group' | 'plenary' | null;
  /** The group's ballots, then the plenary's, each the first first. */
  judged: Judgement[];
  /** All frozen versions, the first first. */
  versions: { number: number; hash: string }[];
};

/** What the paper tells of a group: its cards are counts. */
export type PaperGroup = GroupPlace & {
  name: string;
  attribution: GroupRecord['group']['attribution'];
  status: GroupRecord['group']['status'];
  version: number;
  counts: { seats: number; present: number; cards: number; late: number; proxies: number };
  /** The largest first, then by title. */
  clusters: { title: string; cards: number }[];
  /** Cards in no cluster. */
  loose: number;
  headlines: string[];
  questions: string[];
  /** Closed ballots. */
  ballots: GroupRecord['ballots'];
  /** Options that are not in the register. */
  kept: { code: string; title: string; state: OptionState }[];
};

/** All that is known about a symposium as far as its options paper needs it; only `projectSymposium` lets it out. */
export type SymposiumRecord = {
  symposium: GroupRecord['symposium'] & { /** BCP 47 */ languages: string[] };
  /** Once sealed nothing changes any more and the paper is final. */
  sealed: boolean;
  counts: { seats: number; present: number };
  /** Names of all delegations on the roster. */
  delegations: string[];
  rounds: { number: number; title: string; question: string }[];
  groups: PaperGroup[];
  /** The register in the order of report-backs. */
  options: PaperOption[];
  /** Closed ballots of the plenary. */
  ballots: Pick<GroupRecord['ballots'][number], 'number' | 'results'>[];
};

/** A symposium's record after projection. */
export type ProjectedSymposium = Omit<SymposiumRecord, 'delegations' | 'counts'> & {
  counts: SymposiumRecord['counts'] & { delegations: number };
};
