import type { Generated } from 'kysely';
import type { Attribution } from '@rapport/domain/attribution';
import type { BallotKind } from '@rapport/domain/ballots';
import type { BlocId } from '@rapport/domain/blocs';
import type {
  BallotId,
  BallotOptionId,
  CardId,
  CheckpointId,
  CommentId,
  GroupId,
  OptionId,
  PhaseId,
  ReservationId,
  RoundId,
  SeatId,
  SessionId,
  SymposiumId,
} from '@rapport/domain/ids';
import type { OptionSource, OptionState, OptionText, ReservationKind } from '@rapport/domain/options';
import type { PhaseKind } from '@rapport/domain/phases';
import type { GroupRole, RosterRole } from '@rapport/domain/roles';
import type { RegisterDeed } from '@rapport/protocol/plenary';

/**
 * Rows as both SQLite and Postgres hold them: times are UTC ISO texts, truth values 0 or 1, structures JSON texts.
 * `symposium` and `group` are reserved words nowhere we use them unquoted: Kysely quotes every name.
 */
export type Schema = {
  symposium: {
    id: SymposiumId;
    slug: string;
    title: string;
    starts_on: string;
    attribution: Attribution;
    chatham_house: number;
    /** LocalisedText */
    marking: string;
    /** string[] */
    languages: string;
    /** Bloc[] */
    blocs: string;
    /** [BlocId, BlocId] */
    sides: string;
    walk_ins: number;
    status: 'open' | 'closed';
    /** 32 random bytes in hex; keys the order of cards in files (METHOD §9), kept for the symposium's life. */
    order_key: string;
    /** Options each group may forward. */
    forward_limit: Generated<number>;
    created_at: string;
  };
  seat: {
    id: SeatId;
    symposium_id: SymposiumId;
    /** From the roster; null for walk-ins. */
    participant_id: string | null;
    display_name: string;
    delegation_code: string;
    delegation: string;
    framework: string;
    bloc: BlocId;
    sector: string;
    language: string;
    email: string;
    roster_role: RosterRole;
    roster_group: number | null;
    /** Six characters, unique; typed in by hand. */
    join_code: string;
    /** 128 bits for badge links. */
    badge_code: string;
    /** 1 for who may sign options for the delegation. */
    authorised: Generated<number>;
    /** 1 for who chairs the plenary. */
    chair: Generated<number>;
  };
  round: { id: RoundId; symposium_id: SymposiumId; title: string; question: string; number: number };
  group: {
    id: GroupId;
    round_id: RoundId;
    symposium_id: SymposiumId;
    number: number;
    name: string;
    attribution: Attribution;
    /** For walk-ins, unique. */
    code: string;
    status: 'open' | 'closed';
    phase_id: PhaseId;
    /** Timer as JSON. */
    timer: string;
    board_locked: number;
    clusters_locked: number;
    /** 1 once a reveal is done. */
    revealed: number;
    /** End of the wait for open drafts (P4); null when no reveal runs. */
    reveal_ends_at: string | null;
    /** Spotlight as JSON; null when nobody asks to look anywhere. */
    spotlight: string | null;
    /** Version of the report, from 1; reopening begins the next. */
    version: number;
  };
  phase: { id: PhaseId; group_id: GroupId; kind: PhaseKind; minutes: number; index: number };
  group_seat: {
    group_id: GroupId;
    seat_id: SeatId;
    role: GroupRole;
    checked_in: number;
    done: number;
    /** 1 when the author let later drafts go (P5). */
    later_drafts: number;
  };
  /** A signed-in tab or client. The token itself is never stored. */
  session: {
    id: SessionId;
    token_hash: string;
    /** Names the cookie. */
    tab: string;
    seat_id: SeatId | null;
    /** 1 for who holds the organiser key. */
    organiser: number;
    /** A projector's: it has no seat and is of this symposium. */
    screen_of: SymposiumId | null;
    expires_at: string;
  };
  /** Who wrote a card on the board, or a comment under its id; the only place that knows (A1). */
  authorship: {
    group_id: GroupId;
    card_id: CardId;
    seat_id: SeatId;
    /** What its author was promised; never widened (A2). */
    mode: Attribution;
    /** 1 once its author has said "I own this" (A4). */
    signed: Generated<number>;
  };
  /** Drafts that were begun when less was told than the group's mode tells now; they keep that promise. */
  draft_promise: { group_id: GroupId; seat_id: SeatId; card_id: CardId; mode: Attribution };
  /** What was said to a group, counted from 1. */
  announcement: { group_id: GroupId; number: number; /** Announcement */ content: string };
  /** Open calls for an organiser; they go when they are answered. Who called is not stored. */
  help_request: { group_id: GroupId; number: number; text: string; asked_at: string };
  /** A fixed reveal set: made in one transaction, then inserted into the board, then marked done. */
  reveal: {
    id: string;
    group_id: GroupId;
    status: 'pending' | 'done';
    /** {id,title,body}[] in shuffled order */ cards: string;
    /** draft ids to empty: {seatId, ids}[] */ drafts: string;
  };
  /** An edit of a frozen text that was set back; kept for its author only. */
  rescued_text: { id: string; group_id: GroupId; seat_id: SeatId; subject: string; title: string; body: string };
  /** Of a group, or of the plenary of a symposium: one of the two ids is set. */
  ballot: {
    id: BallotId;
    group_id: GroupId | null;
    symposium_id: SymposiumId | null;
    number: number;
    kind: BallotKind;
    phase_id: PhaseId | null;
    status: 'open' | 'closed' | 'archived';
    /** The settings of its kind as JSON, see `BallotRules`. */
    settings: string;
    /** BallotResults as JSON, written once at close. */
    results: string | null;
  };
  ballot_option: {
    id: BallotOptionId;
    ballot_id: BallotId;
    position: number;
    subject_kind: 'card' | 'cluster' | 'option';
    subject_id: string;
    title: string;
    body: string;
  };
  /** Who may vote and *that* a seat has voted. Never joined to papers: no time, no order, no shared key. */
  ballot_seat: {
    ballot_id: BallotId;
    seat_id: SeatId;
    /** 1 once its paper is stored. */
    cast: number;
    /** 1 while its first paper is being stored; of one seat at a time (`ballots/papers.ts`). */
    claimed: Generated<number>;
  };
  /** A paper under the hash of a key only the voter's client holds. */
  ballot_paper: {
    key_hash: string;
    ballot_id: BallotId;
    bloc: BlocId;
    /** In the plenary, as on the roster, until the ballot closes; empty for none. */
    delegation: string | null;
    choices: string;
    proxy: number;
  };
  /** Record of what was destroyed, without saying whose it was. */
  purge: {
    id: Generated<number>;
    /** Null for what the plenary destroyed; `symposium_id` stands for it then. */
    group_id: GroupId | null;
    symposium_id: SymposiumId | null;
    what: 'authorship' | 'drafts' | 'answers';
    count: number;
    at: string;
  };
  /** A board as it stood: what everybody saw, nobody's name. */
  checkpoint: {
    id: CheckpointId;
    group_id: GroupId;
    number: number;
    reason: 'phase' | 'activity' | 'restore';
    phase_id: PhaseId;
    /** Null under the Rule. */
    at: string | null;
    cards: number;
    /** {cards, clusters} as JSON */
    board: string;
  };
  report_checkpoint: {
    id: CheckpointId;
    group_id: GroupId;
    number: number;
    reason: 'phase' | 'activity' | 'restore';
    phase_id: PhaseId;
    /** Null under the Rule. */
    at: string | null;
    words: number;
    /** {headlines, agreement, questions} as JSON */
    report: string;
  };
  /** An entry of the register; its live text is in the board's document, its frozen ones in `option_version`. */
  option: {
    id: OptionId;
    symposium_id: SymposiumId;
    /** Null for options of the plenary. */
    group_id: GroupId | null;
    number: number;
    code: string;
    state: OptionState;
    frozen: Generated<number>;
    /** The newest frozen version; null while there is none. */
    version: number | null;
    /** Interest shown in sessions that are closed; whose it was is purged. */
    interest_kept: Generated<number>;
  };
  option_version: OptionText & { option_id: OptionId; number: number; hash: string };
  /** What an option grew out of, with the title it had then. */
  option_source: {
    option_id: OptionId;
    position: number;
    kind: OptionSource['kind'];
    source_id: string;
    title: string;
  };
  option_parent: { option_id: OptionId; parent_id: OptionId };
  /** Nobody's: who wrote it is stored nowhere. */
  option_reservation: { option_id: OptionId; id: ReservationId; kind: ReservationKind; text: string };
  /** A version the group was asked about. `counted`: answers have gone, only these counts are left. */
  option_readback: {
    option_id: OptionId;
    version: number;
    counted: Generated<number>;
    accepted: Generated<number>;
    objected: Generated<number>;
  };
  /** So that an answer can be replaced; goes when the session closes. Never joined to reasons. */
  readback_answer: { option_id: OptionId; version: number; seat_id: SeatId; answer: 'accept' | 'object' };
  /** Why some objected, apart from who did: no key, time or order leads from one to the other. */
  readback_reason: { option_id: OptionId; id: string; version: number; text: string };
  /** A delegation that signed `version`, on the record. */
  option_sponsor: { option_id: OptionId; delegation: string; bloc: BlocId; seat_id: SeatId | null; version: number };
  option_interest: { option_id: OptionId; seat_id: SeatId };
  /** A remark in a group's discussion; who wrote it stands in `authorship`, if anywhere. */
  comment: {
    group_id: GroupId;
    id: CommentId;
    /** Counts from 1 within the group. */
    number: number;
    subject_kind: 'card' | 'cluster' | 'option';
    subject_id: string;
    /** The comment that begins its thread; null for that one. */
    parent: CommentId | null;
    text: string;
    resolved: number;
    withdrawn: number;
  };
  /** Two cards somebody finds alike, the lesser id in `one`; nobody stores who. */
  similar: { group_id: GroupId; one: CardId; other: CardId };
  /** Cards somebody has opened; `count` says nothing. */
  opened_card: { group_id: GroupId; card_id: CardId; count: number };
  /** Made when a symposium's plenary is first touched. */
  plenary: {
    symposium_id: SymposiumId;
    status: 'open' | 'closed';
    /** Timer as JSON. */
    timer: string;
    /** ScreenView as JSON. */
    view: string;
    /** Typed into a projector; null when none may come in. */
    screen_code: string | null;
  };
  /** What chairs did with the register, counted from 1, with what is needed to take it back. */
  register_deed: {
    symposium_id: SymposiumId;
    number: number;
    deed: RegisterDeed;
    /** RegisterChange as JSON. */
    content: string;
    undone: Generated<number>;
  };
  /** A symposium that is sealed, or being sealed: from its first row on nothing of it changes any more. */
  seal: {
    symposium_id: SymposiumId;
    status: 'writing' | 'done';
    sealed_at: string;
    /** SealManifest as JSON, to the byte as it is handed out; null until every file is written. */
    manifest: string | null;
  };
  /** A file of the seal, by its path in the archive. */
  seal_file: { symposium_id: SymposiumId; path: string; size: number; sha256: string; bytes: Buffer };
  setting: { name: string; value: string };
};
