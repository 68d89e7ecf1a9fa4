import { PresenceEntry } from './presence.ts';
import type { Refusal } from './refusals.ts';
import type { UpdateScan } from './scan-update.ts';

/** What the host knows about a member; the engine looks only at these fields. */
export type Access = { mayWrite: boolean; refusal?: Refusal | undefined };

/** The pipe to one member. `send` gets all frames of a tick at once, to be written in one go. */
export type Peer = {
  /** `shared`: whoever else gets the same in this tick gets the very same list. */
  send(frames: readonly Uint8Array[], shared: boolean): void;
  /** Bytes handed to `send` that the network has not taken yet. */
  buffered(): number;
  close(code: number, reason: string): void;
};

/**
 * Who may go on writing under a content id. `proof` is a hash only its session can make again; it says nothing about
 * the session, nor which ids belong to one.
 */
export type Claim = { client: number; proof: string };

/** Makes a session's proof for a content id. */
export type Prove = (client: number) => string;

export type Member<A> = {
  readonly peer: Peer;
  access: A;
  readonly prove: Prove | null;
  /** What its updates have cost beyond what it may cost, ms, at the time of the last one. */
  cost: { ms: number; at: number };
  /** Content ids known to be its session's own. */
  readonly ids: Set<number>;
  /** Its answer, which holds work of others that the room lacks, and what came after it; null when nothing waits. */
  held: { until: number; bytes: number; changes: QueuedChange<A>[]; ownPartTaken: boolean } | null;
  /** Set once its step 1 was answered: it gets every change from then on. */
  live: boolean;
  /** Asked for what the server lacks. */
  asked: boolean;
  /** Its answer has been applied: from here on its updates have no gaps. */
  answered: boolean;
  /** Nothing it sends is looked at any more. */
  closed: boolean;
  readonly presence: PresenceEntry;
  /** It is told about everybody at the next occasion. */
  presenceStale: boolean;
  lagging: { since: number; stateVector: Uint8Array } | null;
  /** A first full state may be larger than any threshold. */
  grace: number;
  lastSentAt: number;
  /** Tokens that came before its first answer was applied. */
  heldTokens: Uint8Array[];
  /** Tokens whose changes are appended, in order of `seq`. */
  tokens: { seq: number; token: Uint8Array }[];
};

export type QueuedChange<A> = { kind: 'update' | 'step2'; member: Member<A>; update: Uint8Array; scan: UpdateScan };
export type QueuedToken<A> = { kind: 'token'; member: Member<A>; token: Uint8Array };
export type Queued<A> = QueuedChange<A> | QueuedToken<A>;

/** Somebody of whom nothing has been heard yet. */
export const newMember = <A>(
  access: A,
  peer: Peer,
  prove: Prove | null,
  presenceId: number,
  now: number,
): Member<A> => ({
  peer,
  access,
  prove,
  cost: { ms: 0, at: now },
  ids: new Set(),
  held: null,
  live: false,
  asked: false,
  answered: false,
  closed: false,
  presence: new PresenceEntry(presenceId),
  presenceStale: false,
  lagging: null,
  grace: 0,
  lastSentAt: now,
  heldTokens: [],
  tokens: [],
});
