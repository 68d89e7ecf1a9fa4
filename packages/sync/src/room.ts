import * as Y from 'yjs';
import { CLOSE } from './close-codes.ts';
import { readClientFrame, refusalFrame, step1Frame, step2Frame, tokenFrame, updateFrame } from './frames.ts';
import { SYNC_LIMITS } from './limits.ts';
import { openRoots, type Roots } from './open-roots.ts';
import { KEEP_ALIVE, PresenceEntry, presenceFrame, readPresence } from './presence.ts';
import { refusal, type Refusal } from './refusals.ts';
import { isRefusal, scanUpdate, type ClockRange, type UpdateScan } from './scan-update.ts';
import { tickWindow } from './tick-window.ts';

/** What the host knows about a member; the engine looks only at these fields. */
export type Access = { mayWrite: boolean; refusal?: Refusal | undefined };

/** The pipe to one member. `send` gets all frames of a tick at once, to be written in one go. */
export type Peer = {
  send(frames: readonly Uint8Array[]): void;
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

/** An entry of a root map that a member changed in this tick. */
export type TouchedEntry<A> = { root: string; key: string; by: A };

export type RoomPorts<A> = {
  /** Takes a change for storage; the host answers with `committed` once it is durable. */
  append(record: { seq: number; update: Uint8Array; claims: readonly Claim[] }): void;
  /**
   * The state others may see of this member; null shows nothing. `presenceId` is the number others know it by: another
   * one on every connection.
   */
  projectPresence(access: A, raw: unknown, presenceId: number): object | null;
  /** A fresh random number in [2^32, 2^53). */
  presenceId(): number;
  /** May edit `doc` in the tick's own transaction; nobody has seen the tick yet. */
  repair?(doc: Y.Doc, touched: readonly TouchedEntry<A>[]): void;
  /** New entries of root maps with who made them, before they are broadcast. */
  entriesAdded?(added: readonly TouchedEntry<A>[]): void;
  /** Time this thread has worked, ms: what a change costs is charged to who sent it. Absent: nothing is charged. */
  worked?(): number;
  /** Bytes were refused or a pipe was closed; for counters, without any content. */
  refused?(reason: string): void;
  /**
   * Yjs or a repair failed while bytes were being applied. Nothing of that tick was stored or spread, everybody is
   * being shown out, the room does nothing any more: the host has to drop it and load the document again.
   */
  fault(error: unknown): void;
};

export type RoomOptions<A> = {
  doc: Y.Doc;
  roots: Roots;
  /** Sequence number of the last stored record, 0 for a new document. */
  seq: number;
  /** Content ids with their owners, as stored with the records; absent: ids are not bound in this document. */
  claims?: readonly Claim[] | undefined;
  /** True after an end that may have eaten changes which members had already received (R34, R35). */
  recovering?: boolean;
  /** When set, nothing may be written (a damaged store). */
  readOnly?: Refusal | undefined;
  ports: RoomPorts<A>;
};

/** Bytes waiting for one member: from here on no presence, then no changes, then good-bye. */
const PRESSURE = { presence: 64 * 1024, lagging: 256 * 1024, close: 1024 * 1024, lagMs: 10_000, pollMs: 50 } as const;
/** A presence flush every 100 ms, less often when it would cost a member more than this many bytes a second. */
const PRESENCE = { intervalMs: 100, bytesPerSecond: 48 * 1024 } as const;
const KEEP_ALIVE_MS = 15_000;
/** After a crash: how long ids are settled anew, and how long a member's answer waits for another's author. */
const RECOVERY = { ms: 60_000, holdMs: 10_000 } as const;
/** Answers to longer vectors are not kept: the key alone would cost more than it saves. */
const CACHED_VECTOR_BYTES = 16 * 1024;

type Member<A> = {
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
  presence: PresenceEntry;
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

type QueuedChange<A> = { kind: 'update' | 'step2'; member: Member<A>; update: Uint8Array; scan: UpdateScan };
type Queued<A> = QueuedChange<A> | { kind: 'token'; member: Member<A>; token: Uint8Array };

/**
 * One live document and everybody in it, as a pure state machine: no sockets, clocks or disks. The host calls in with
 * what happened and the time (ms, monotonic), asks `nextTickAt` after every call and calls `tick` then. The rules it
 * keeps are numbered in SPEC.md.
 */
export class Room<A extends Access> {
  readonly doc: Y.Doc;
  private readonly ports: RoomPorts<A>;
  private readonly roots: Roots;
  private readonly rootNames: ReadonlySet<string>;
  private readonly members = new Map<number, Member<A>>();
  private nextMember = 1;
  /** Time of the call that is being worked on, as the host gave it. */
  private now = 0;
  private readOnly: Refusal | undefined;

  private readonly claims: Map<number, string> | null;
  /** Claims of this tick, to be stored with its record. */
  private newClaims: Claim[] = [];
  /** Ids that came back in answers after a crash, each with who brought it last: nobody can tell yet whose they are. */
  private readonly loose = new Map<number, string>();
  private recovering: boolean;
  private recoveryEnd = Number.NEGATIVE_INFINITY;
  private readonly holding = new Set<Member<A>>();

  private queue: Queued<A>[] = [];
  /** Whose bytes are in Yjs's hands right now. */
  private applying: Member<A> | null = null;
  private queuedBytes = 0;
  /** Updates Yjs emitted that are not appended yet. */
  private emitted: Uint8Array[] = [];
  private outbox: Uint8Array[] = [];
  private outboxBytes = 0;
  private seq: number;
  private durable: number;

  private readonly waiting = new Set<Member<A>>();
  private readonly changedPresence = new Set<Member<A>>();
  private departed: PresenceEntry[] = [];
  private presenceAt = Number.NEGATIVE_INFINITY;

  private lastTickAt = Number.NEGATIVE_INFINITY;
  private dueAt: number | null = null;
  private lagging = 0;
  private failed = false;
  /** How many have left: who comes back may have seen presence up to then. */
  private departures = 0;

  /** Answers to step 1 by state vector, valid until the document changes. */
  private readonly answers = new Map<string, Uint8Array>();
  private stateVector: Uint8Array | null = null;
  private nothingNew: Uint8Array | null = null;

  constructor(options: RoomOptions<A>) {
    this.doc = options.doc;
    this.ports = options.ports;
    this.roots = options.roots;
    this.rootNames = new Set(Object.keys(options.roots));
    this.seq = options.seq;
    this.durable = options.seq;
    this.readOnly = options.readOnly;
    this.claims =
      options.claims === undefined ? null : new Map(options.claims.map(({ client, proof }) => [client, proof]));
    this.recovering = options.recovering === true && this.claims !== null;
    openRoots(this.doc, this.roots);
    this.doc.on('update', this.onUpdate);
  }

  /** Members in the room. */
  get size(): number {
    return this.members.size;
  }

  /** True when every change is durable. */
  get saved(): boolean {
    return this.queue.length === 0 && this.durable === this.seq;
  }

  /** True when nothing would be lost or left unsaid if the room went out of memory now. */
  get atRest(): boolean {
    return this.members.size === 0 && this.saved;
  }

  /** Sequence number of the last appended record. */
  get lastSeq(): number {
    return this.seq;
  }

  /**
   * Lets somebody in; returns the number by which the host speaks of this member from then on. `prove` is needed where
   * ids are bound.
   */
  join(access: A, peer: Peer, now: number, prove: Prove | null = null): number {
    if (this.claims !== null && prove === null) throw new Error('ids are bound here: a member has to prove its own');
    this.now = now;
    // The first to come back starts the clock: a document may lie for hours before anybody asks for it.
    if (this.recovering && this.recoveryEnd === Number.NEGATIVE_INFINITY) this.recoveryEnd = now + RECOVERY.ms;
    const id = this.nextMember++;
    this.members.set(id, {
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
      presence: new PresenceEntry(this.ports.presenceId()),
      presenceStale: false,
      lagging: null,
      grace: 0,
      lastSentAt: now,
      heldTokens: [],
      tokens: [],
    });
    return id;
  }

  /** The pipe is gone. What the member has sent is still applied. */
  leave(id: number, now: number): void {
    this.now = now;
    const member = this.members.get(id);
    if (member === undefined) return;
    this.members.delete(id);
    this.departures += 1;
    this.waiting.delete(member);
    this.changedPresence.delete(member);
    this.holding.delete(member);
    if (member.lagging !== null) this.lagging -= 1;
    member.closed = true;
    if (member.presence.shown) {
      this.departed.push(member.presence);
      this.wantTick();
    }
  }

  /** Bytes of one WebSocket frame from a member. */
  receive(id: number, bytes: Uint8Array, now: number): void {
    this.now = now;
    const member = this.members.get(id);
    if (member === undefined || member.closed) return;
    const frame = readClientFrame(bytes);
    if (frame === null) return this.close(member, CLOSE.badFrame, 'bad frame');
    switch (frame.type) {
      case 'step1':
        return this.answer(member, frame.stateVector);
      case 'step2':
      case 'update':
        return this.takeUpdate(member, frame.type, frame.update);
      case 'token':
        return this.takeToken(member, new Uint8Array(frame.token));
      case 'presence':
        return this.takePresence(member, frame.entries);
      case 'query-presence':
        member.presenceStale = true;
        return this.wantTick();
    }
  }

  /**
   * What a member may do has changed; null shows it out. Takes effect between ticks: what came before counts as
   * before.
   */
  reconsider(id: number, access: A | null, now: number): void {
    this.now = now;
    const member = this.members.get(id);
    if (member === undefined || member.closed) return;
    this.settle(now);
    if (member.closed) return;
    if (access === null) return this.close(member, CLOSE.refused, 'not allowed here any more');
    member.access = access;
    this.changedPresence.add(member);
    if (this.mayWrite(member) && member.live && !member.asked) {
      member.asked = true;
      this.send(member, [step1Frame(this.currentVector())]);
    }
    this.wantTick();
  }

  /** Applies and stores what has come in, before its tick; for whoever is about to look at `doc`. */
  settle(now: number): void {
    this.now = now;
    this.applyQueue();
    if (this.outbox.length > 0) this.wantTick();
  }

  /**
   * One transaction of the server's own, appended at once. What `deed` has done before it throws stays done: Yjs
   * knows no way back. Throws when nothing may be written. Call `settle` first and look whether the room has failed.
   */
  edit<T>(deed: (doc: Y.Doc) => T, now: number): T {
    if (this.readOnly !== undefined) throw new Error(`no edit: ${this.readOnly.code}`);
    this.now = now;
    try {
      return this.doc.transact(() => deed(this.doc), 'server');
    } finally {
      this.appendEmitted();
      if (this.outbox.length > 0) this.wantTick();
    }
  }

  /** Everything up to `seq` is on disk. */
  committed(seq: number, now: number): void {
    this.now = now;
    if (seq <= this.durable) return;
    this.durable = seq;
    for (const member of this.waiting) {
      if ((member.tokens[0]?.seq ?? Number.POSITIVE_INFINITY) <= seq) return this.wantTick();
    }
  }

  /** Time of the next tick; null when nothing is due. */
  get nextTickAt(): number | null {
    return this.dueAt;
  }

  /** Applies, stores and spreads what has gathered. */
  tick(now: number): void {
    this.now = now;
    this.dueAt = null;
    this.lastTickAt = now;
    this.applyQueue();
    if (this.failed) return;
    const changes = this.outbox;
    this.outbox = [];
    this.outboxBytes = 0;
    const news = this.presenceNews();
    const shared = news.length > 0 ? presenceFrame(news.map((part) => part.bytes)) : null;
    const own = new Map(news.map((part) => [part.entry, part.bytes]));
    const parts = news.map((part) => part.bytes);
    for (const member of this.members.values()) {
      if (!member.live) continue;
      const frames = this.changesFor(member, changes);
      this.addPresence(frames, member, shared, parts, own);
      this.addTokens(frames, member);
      if (frames.length > 0) this.send(member, frames);
      this.watchPressure(member);
    }
    if (this.changedPresence.size > 0) this.wantTickAt(this.presenceAt);
    if (this.lagging > 0) this.wantTickAt(now + PRESSURE.pollMs);
  }

  /** To be called every few seconds: a silent room still sends a frame now and then. */
  keepAlive(now: number): void {
    this.now = now;
    for (const member of this.members.values()) {
      if (!member.closed && now - member.lastSentAt >= KEEP_ALIVE_MS) this.send(member, [KEEP_ALIVE]);
    }
  }

  /** Closes one member's pipe. */
  dismiss(id: number, code: number, reason: string): void {
    const member = this.members.get(id);
    if (member !== undefined) this.close(member, code, reason);
  }

  /** Says why nothing of this member is taken any more and closes its pipe for good. */
  turnAway(id: number, reason: Refusal): void {
    const member = this.members.get(id);
    if (member !== undefined) this.refuse(member, reason);
  }

  /** Applies what has come in, sends what is due and closes every pipe. */
  drain(code: number, reason: string, now: number): void {
    this.now = now;
    this.tick(now);
    for (const member of this.members.values()) this.close(member, code, reason);
  }

  /** Nothing may be written from now on. */
  freeze(reason: Refusal): void {
    this.readOnly = reason;
  }

  /** Unhooks the document. */
  destroy(): void {
    this.doc.off('update', this.onUpdate);
    this.doc.destroy();
  }

  private readonly onUpdate = (update: Uint8Array): void => {
    this.emitted.push(update);
  };

  private mayWrite(member: Member<A>): boolean {
    return member.access.mayWrite && this.readOnly === undefined;
  }

  private answer(member: Member<A>, stateVector: Uint8Array): void {
    if (stateVector.length > SYNC_LIMITS.stateVectorBytes) return this.close(member, CLOSE.badFrame, 'bad frame');
    // Queued changes stay queued: the member is live from here on and gets them with everybody else.
    const answer = this.answerFor(stateVector);
    if (answer === null) return this.close(member, CLOSE.badFrame, 'bad frame');
    if (!this.mayWrite(member) && this.isAhead(stateVector)) {
      // Changes made out of touch that will not be taken: their author must not believe that others see them.
      return this.refuse(member, this.readOnlyReason(member));
    }
    const frames = [answer];
    if (this.mayWrite(member) && !member.asked) {
      member.asked = true;
      frames.push(step1Frame(this.currentVector()));
    }
    const present = this.everybodyBut(member);
    if (present.length > 0) frames.push(presenceFrame(present));
    member.live = true;
    member.grace = Math.max(member.grace, answer.length);
    this.send(member, frames);
  }

  private answerFor(stateVector: Uint8Array): Uint8Array | null {
    const key = latin1.decode(stateVector);
    const known = this.answers.get(key);
    if (known !== undefined) return known;
    try {
      const answer = step2Frame(Y.encodeStateAsUpdate(this.doc, stateVector));
      if (this.answers.size < 64 && key.length <= CACHED_VECTOR_BYTES) this.answers.set(key, answer);
      return answer;
    } catch {
      return null;
    }
  }

  /** True when somebody who has this much has something that is not here. */
  private isAhead(stateVector: Uint8Array): boolean {
    for (const [client, clock] of Y.decodeStateVector(stateVector)) if (clock > this.state(client)) return true;
    return false;
  }

  private readOnlyReason(member: Member<A>): Refusal {
    return this.readOnly ?? member.access.refusal ?? refusal('read-only');
  }

  private currentVector(): Uint8Array {
    return (this.stateVector ??= Y.encodeStateVector(this.doc));
  }

  private takeUpdate(member: Member<A>, kind: 'update' | 'step2', bytes: Uint8Array): void {
    const step2 = kind === 'step2';
    if (bytes.length > (step2 ? SYNC_LIMITS.step2Bytes : SYNC_LIMITS.updateBytes)) {
      return this.refuse(member, refusal('too-large'));
    }
    const scan = scanUpdate(bytes, {
      roots: this.rootNames,
      maxStructs: step2 ? SYNC_LIMITS.step2Structs : SYNC_LIMITS.updateStructs,
    });
    if (isRefusal(scan)) return this.refuse(member, scan);
    if (!this.mayWrite(member)) {
      if (!step2 || scan.ranges.some((range) => range.end > this.state(range.client))) {
        return this.refuse(member, this.readOnlyReason(member));
      }
      // The answer of a writer who became a reader meanwhile, with nothing new in it, is no write; but it may hold
      // deletions, so it is asked for again should the member become a writer again.
      member.asked = false;
      return;
    }
    // The pipe may use its buffer again once we return.
    this.queue.push({ kind, member, update: new Uint8Array(bytes), scan });
    this.queuedBytes += bytes.length;
    if (this.queue.length >= SYNC_LIMITS.tickFrames || this.queuedBytes >= SYNC_LIMITS.tickBytes) {
      this.wantTickAt(this.now);
    } else this.wantTick();
  }

  private takeToken(member: Member<A>, token: Uint8Array): void {
    if (member.tokens.length + member.heldTokens.length >= SYNC_LIMITS.waitingTokens) {
      return this.close(member, CLOSE.tooSlow, 'too many tokens');
    }
    this.queue.push({ kind: 'token', member, token });
    this.wantTick();
  }

  private takePresence(member: Member<A>, entries: Uint8Array): void {
    const change = readPresence(entries, member.presence.clientId);
    if (change === null) return this.close(member, CLOSE.badFrame, 'bad presence');
    if (change.kind === 'none') return;
    member.presence.clientId = change.kind === 'state' ? change.clientId : null;
    member.presence.raw = change.kind === 'state' ? change.raw : null;
    this.changedPresence.add(member);
    this.wantTickAt(Math.max(this.presenceAt, this.now));
  }

  private wantTick(): void {
    this.wantTickAt(Math.max(this.now, this.lastTickAt + tickWindow(this.members.size)));
  }

  private wantTickAt(time: number): void {
    if (this.failed) return;
    if (this.dueAt === null || time < this.dueAt) this.dueAt = time;
  }

  private applyQueue(): void {
    this.endRecovery();
    this.releaseHeld();
    if (this.queue.length === 0) return;
    const queue = this.queue;
    this.queue = [];
    this.queuedBytes = 0;
    const touched: TouchedEntry<A>[] = [];
    const added: TouchedEntry<A>[] = [];
    this.applying = null;
    try {
      // One outer transaction: its cost grows with every client id the document has seen, not with the frames in it.
      this.doc.transact((transaction) => {
        for (const item of queue) {
          if (item.kind !== 'token') this.apply(item, transaction, touched, added);
        }
        if (this.holding.size > 0) this.applyOwnParts(transaction, touched, added);
        if (added.length > 0) this.ports.entriesAdded?.(added);
        if (touched.length > 0) this.ports.repair?.(this.doc, touched);
        // Yjs marks the transaction as remote and would then take our own repairs for a stolen client id.
        transaction.local = true;
      }, 'members');
    } catch (error) {
      const culprit: Member<A> | null = this.applying;
      const senders = queue.filter((item) => item.kind !== 'token').map((item) => item.member);
      return this.fail(error, culprit === null ? senders : [culprit]);
    }
    this.appendEmitted();
    for (const item of queue) this.coverTokens(item);
    // What has just come may be what an answer waits for.
    for (const member of this.holding) {
      if (member.held !== null && !this.isHeldBack(member)) return this.wantTick();
    }
  }

  private apply(
    item: QueuedChange<A>,
    transaction: Y.Transaction,
    touched: TouchedEntry<A>[],
    added: TouchedEntry<A>[],
  ): void {
    const { member, scan } = item;
    if (member.held !== null) return this.hold(member, member.held, item);
    if (item.kind === 'step2' && this.isNothingNew(item.update)) {
      member.answered = true;
      return;
    }
    if (!this.fits(scan)) {
      // Until its first step 2 a client's updates may build on offline work which that step 2 will hold.
      if (item.kind === 'update' && !member.answered) return;
      return this.refuse(member, refusal('missing-predecessor'));
    }
    if (this.cutsCharacters(scan)) return this.refuse(member, refusal('malformed'));
    if (this.claims !== null && !this.mayWriteUnder(item, this.claims)) return;
    const fresh = this.freshEntries(scan);
    this.hand(item, transaction, touched);
    for (const entry of fresh) {
      if (this.hasEntry(entry.root, entry.key)) added.push({ ...entry, by: member.access });
    }
    if (item.kind === 'step2') member.answered = true;
    if (this.dropPending()) this.refuse(member, refusal('missing-predecessor'));
  }

  /** Gives a change to Yjs and notes what it touched. */
  private hand(
    { member, update, scan }: QueuedChange<A>,
    transaction: Y.Transaction,
    touched: TouchedEntry<A>[],
  ): void {
    const before = transaction.changed;
    transaction.changed = new Map();
    this.applying = member;
    const start = this.ports.worked?.() ?? 0;
    Y.applyUpdate(this.doc, this.overlaps(scan) ? Y.diffUpdate(update, Y.encodeStateVector(this.doc)) : update);
    this.charge(member, (this.ports.worked?.() ?? 0) - start);
    this.applying = null;
    for (const entry of touchedEntries(this.doc, transaction.changed)) touched.push({ ...entry, by: member.access });
    transaction.changed = mergeChanged(before, transaction.changed);
  }

  /** Some orders of structs make Yjs search for long; nobody may do that to a room more than once. */
  private charge(member: Member<A>, ms: number): void {
    const { cost } = member;
    cost.ms = Math.max(0, cost.ms - ((this.now - cost.at) / 1000) * SYNC_LIMITS.costMsPerSecond) + ms;
    cost.at = this.now;
    if (cost.ms > SYNC_LIMITS.costMs) this.refuse(member, refusal('too-costly'));
  }

  private freshEntries(scan: UpdateScan): UpdateScan['entries'] {
    return scan.entries.filter(({ root, key }) => !this.hasEntry(root, key));
  }

  /** True when Yjs was waiting for something; it does not wait any more. */
  private dropPending(): boolean {
    const { store } = this.doc;
    const wasPending = store.pendingStructs !== null || store.pendingDs !== null;
    store.pendingStructs = null;
    store.pendingDs = null;
    return wasPending;
  }

  /**
   * Takes from every answer that waits what stands under its member's own ids: two members may each hold the other's
   * last words and build on them, and neither could be taken before the other. Those whose own part still builds on
   * what nobody has brought go on waiting.
   */
  private applyOwnParts(transaction: Y.Transaction, touched: TouchedEntry<A>[], added: TouchedEntry<A>[]): void {
    const { claims } = this;
    if (claims === null) return;
    let parts = [...this.holding].flatMap(({ held, closed }) => {
      const [answer] = held?.changes ?? [];
      return answer === undefined || closed || held?.ownPartTaken === true ? [] : this.ownPart(answer, claims);
    });
    for (;;) {
      const ranges = parts.flatMap(({ scan }) => scan.ranges);
      const fitting = parts.filter(({ scan }) => this.fits(scan, ranges));
      if (fitting.length === parts.length) break;
      parts = fitting;
    }
    const fresh = parts.flatMap(({ member, scan }) => this.freshEntries(scan).map((entry) => ({ member, ...entry })));
    // Between the first and the last Yjs may wait for the next.
    for (const part of parts) {
      const { ranges } = part.scan;
      for (const { client, end } of ranges) if (end > this.state(client)) this.claim(part, client, claims, true);
      this.hand(part, transaction, touched);
      if (part.member.held !== null) part.member.held.ownPartTaken = true;
    }
    for (const { member, root, key } of fresh) {
      if (this.hasEntry(root, key)) added.push({ root, key, by: member.access });
    }
    if (this.dropPending()) for (const { member } of parts) this.refuse(member, refusal('missing-predecessor'));
  }

  private ownPart(answer: QueuedChange<A>, claims: ReadonlyMap<number, string>): QueuedChange<A>[] {
    const foreign = answer.scan.ranges.filter(
      ({ client, end }) => end > this.state(client) && !this.owns(answer.member, client, claims, true),
    );
    const without = new Map(foreign.map(({ client, end }) => [client, end]));
    const update = Y.diffUpdate(answer.update, Y.encodeStateVector(without));
    const scan = scanUpdate(update, { roots: this.rootNames, maxStructs: SYNC_LIMITS.step2Structs });
    return isRefusal(scan) || this.cutsCharacters(scan) ? [] : [{ ...answer, update, scan }];
  }

  /**
   * Binds new ids to the member and says whether all new structs stand under ids of its own. If not, the member is
   * refused, or its answer held back, or its early update dropped.
   */
  private mayWriteUnder(item: QueuedChange<A>, claims: Map<number, string>): boolean {
    const { member, scan } = item;
    const fresh = scan.ranges.filter(({ client, end }) => end > this.state(client));
    const recovering = this.now < this.recoveryEnd;
    const unknown = fresh.filter(({ client }) => this.state(client) === 0).length;
    if (unknown > (item.kind === 'step2' ? SYNC_LIMITS.step2NewIds : SYNC_LIMITS.updateNewIds)) {
      this.refuse(member, refusal('too-large'));
      return false;
    }
    for (const { client } of fresh) {
      if (this.owns(member, client, claims, recovering)) continue;
      if (!recovering || member.answered) this.refuse(member, refusal('foreign-client-id'));
      else if (item.kind === 'step2') {
        member.held = { until: this.now + RECOVERY.holdMs, bytes: 0, changes: [], ownPartTaken: false };
        this.holding.add(member);
        this.hold(member, member.held, item);
        this.wantTickAt(member.held.until);
      }
      // An update before the answer: the answer holds it.
      return false;
    }
    for (const { client } of fresh) this.claim(item, client, claims, recovering);
    return true;
  }

  private owns(member: Member<A>, client: number, claims: ReadonlyMap<number, string>, recovering: boolean): boolean {
    const proof = claims.get(client);
    if (proof === undefined) {
      // An id with a past and no owner was the server's own, or its owner has been forgotten: nobody goes on under it.
      return client !== this.doc.clientID && (recovering || this.state(client) === 0);
    }
    if (member.ids.has(client)) return true;
    if (proof !== member.prove?.(client)) return false;
    member.ids.add(client);
    return true;
  }

  private claim(
    { kind, member }: QueuedChange<A>,
    client: number,
    claims: Map<number, string>,
    recovering: boolean,
  ): void {
    if (claims.has(client)) return;
    const proof = member.prove?.(client) ?? '';
    // Relayed work and one's own look the same in an answer; an update of one's own settles it.
    if (recovering && kind === 'step2') {
      this.loose.set(client, proof);
      return;
    }
    this.loose.delete(client);
    member.ids.add(client);
    claims.set(client, proof);
    this.newClaims.push({ client, proof });
  }

  /** Ids nobody has written on under belong to whom they came from. */
  private endRecovery(): void {
    if (this.loose.size === 0 || this.claims === null || this.now < this.recoveryEnd) return;
    for (const [client, proof] of this.loose) {
      this.claims.set(client, proof);
      this.newClaims.push({ client, proof });
    }
    this.loose.clear();
  }

  private hold(member: Member<A>, held: NonNullable<Member<A>['held']>, item: QueuedChange<A>): void {
    held.bytes += item.update.length;
    held.changes.push(item);
    if (held.bytes > 2 * SYNC_LIMITS.step2Bytes) this.refuse(member, refusal('too-large'));
  }

  /** True while the answer still holds work of others that the room lacks. */
  private isHeldBack({ held }: Member<A>): boolean {
    const claims = this.claims;
    const [answer] = held?.changes ?? [];
    if (answer === undefined || claims === null) return false;
    return answer.scan.ranges.some(
      ({ client, end }) => end > this.state(client) && !this.owns(answer.member, client, claims, true),
    );
  }

  /** Puts answers whose time has come before everything else; those that have waited in vain are refused. */
  private releaseHeld(): void {
    for (const member of this.holding) {
      const { held } = member;
      if (held === null || member.closed) this.holding.delete(member);
      else if (!this.isHeldBack(member)) {
        this.holding.delete(member);
        member.held = null;
        this.queue = [...held.changes, ...this.queue];
      } else if (this.now >= held.until) {
        this.holding.delete(member);
        this.refuse(member, refusal('foreign-client-id'));
      } else this.wantTickAt(held.until);
    }
  }

  private hasEntry(root: string, key: string): boolean {
    return this.roots[root] === 'map' && this.doc.getMap(root).has(key);
  }

  /** Byte for byte what we would say ourselves to somebody who has everything. */
  private isNothingNew(update: Uint8Array): boolean {
    this.nothingNew ??= Y.encodeStateAsUpdate(this.doc, this.currentVector());
    return sameBytes(this.nothingNew, update);
  }

  private state(client: number): number {
    return Y.getState(this.doc.store, client);
  }

  /** True when everything the update builds on is here or comes with it. */
  private fits(scan: UpdateScan, coming: readonly ClockRange[] = scan.ranges): boolean {
    if (scan.ranges.some((range) => this.state(range.client) < range.clock)) return false;
    for (const [client, clock] of scan.needs) {
      if (clock < this.state(client)) continue;
      if (!coming.some((range) => range.client === client && clock < range.end)) return false;
    }
    return true;
  }

  /**
   * True when a struct stands between the two halves of a character beyond U+FFFF. Yjs makes both halves unreadable
   * where it cuts; when the struct itself comes to nothing (its parent was removed) it does so here and nowhere else.
   */
  private cutsCharacters({ cuts }: UpdateScan): boolean {
    for (let at = 0; at < cuts.length; at += 2) {
      const client = cuts[at] as number;
      const clock = cuts[at + 1] as number;
      if (clock === 0 || clock >= this.state(client)) continue;
      const struct = Y.getItem(this.doc.store, Y.createID(client, clock)) as Y.Item | Y.GC;
      if (!(struct instanceof Y.Item) || !(struct.content instanceof Y.ContentString)) continue;
      const before = struct.content.str.charCodeAt(clock - struct.id.clock - 1);
      if (before >= 0xd800 && before <= 0xdbff) return true;
    }
    return false;
  }

  /**
   * True when a struct may start in what is here and end beyond it. Yjs believes what such a struct says of its place:
   * a hostile one makes it throw, or stand elsewhere here than with everybody else. Cut off, its rest has no say.
   */
  private overlaps({ ranges }: UpdateScan): boolean {
    return ranges.some(({ client, clock, end }) => {
      const known = this.state(client);
      return clock < known && known < end;
    });
  }

  private appendEmitted(): void {
    if (this.emitted.length === 0) return;
    const updates = this.emitted;
    const claims = this.newClaims;
    this.emitted = [];
    this.newClaims = [];
    this.answers.clear();
    this.stateVector = null;
    this.nothingNew = null;
    for (const [index, update] of updates.entries()) {
      this.seq += 1;
      this.ports.append({ seq: this.seq, update, claims: index === 0 ? claims : [] });
      const frame = updateFrame(update);
      this.outbox.push(frame);
      this.outboxBytes += frame.length;
    }
  }

  private coverTokens(item: Queued<A>): void {
    const { member } = item;
    if (member.closed) return;
    if (item.kind === 'token') {
      // Before its answer nobody knows what a member has changed out of touch; a reader is not asked.
      if (!member.answered) member.heldTokens.push(item.token);
      else member.tokens.push({ seq: this.seq, token: item.token });
    } else if (member.answered && member.heldTokens.length > 0) {
      for (const token of member.heldTokens) member.tokens.push({ seq: this.seq, token });
      member.heldTokens = [];
    }
    if (member.tokens.length > 0) this.waiting.add(member);
  }

  private changesFor(member: Member<A>, changes: readonly Uint8Array[]): Uint8Array[] {
    if (member.lagging === null) return changes.slice();
    if (member.peer.buffered() >= PRESSURE.presence) return [];
    const caughtUp = this.answerFor(member.lagging.stateVector);
    member.lagging = null;
    this.lagging -= 1;
    member.presenceStale = true;
    if (caughtUp === null) return [];
    member.grace = Math.max(member.grace, caughtUp.length);
    return [caughtUp];
  }

  /** Entries to tell about in this tick, encoded. */
  private presenceNews(): { entry: PresenceEntry; bytes: Uint8Array }[] {
    const news: { entry: PresenceEntry; bytes: Uint8Array }[] = [];
    for (const entry of this.departed) {
      const bytes = entry.encode(null, this.departures);
      if (bytes !== null) news.push({ entry, bytes });
    }
    this.departed = [];
    if (this.changedPresence.size > 0 && this.now >= this.presenceAt) {
      for (const { presence, access } of this.changedPresence) {
        const state = presence.raw === null ? null : this.ports.projectPresence(access, presence.raw, presence.id);
        const bytes = presence.encode(state, this.departures);
        if (bytes !== null) news.push({ entry: presence, bytes });
      }
      this.changedPresence.clear();
      const size = news.reduce((sum, { bytes }) => sum + bytes.length, 0);
      this.presenceAt = this.now + Math.max(PRESENCE.intervalMs, (size * 1000) / PRESENCE.bytesPerSecond);
    }
    return news;
  }

  private everybodyBut(member: Member<A>): Uint8Array[] {
    const present: Uint8Array[] = [];
    for (const other of this.members.values()) {
      const current = other === member ? null : other.presence.current(this.departures);
      if (current !== null) present.push(current);
    }
    return present;
  }

  private addPresence(
    frames: Uint8Array[],
    member: Member<A>,
    shared: Uint8Array | null,
    parts: readonly Uint8Array[],
    own: ReadonlyMap<PresenceEntry, Uint8Array>,
  ): void {
    if (member.lagging !== null || (shared === null && !member.presenceStale)) return;
    if (member.peer.buffered() >= PRESSURE.presence) {
      member.presenceStale = true;
      return;
    }
    if (member.presenceStale) {
      member.presenceStale = false;
      const present = this.everybodyBut(member);
      if (present.length > 0) frames.push(presenceFrame(present));
      return;
    }
    // Nobody is told about itself: under its presence id a client would take it for somebody else.
    const mine = own.get(member.presence);
    if (mine === undefined) frames.push(shared as Uint8Array);
    else if (parts.length > 1) frames.push(presenceFrame(parts, mine));
  }

  private addTokens(frames: Uint8Array[], member: Member<A>): void {
    if (!this.waiting.has(member)) return;
    let answered = 0;
    for (const { seq, token } of member.tokens) {
      if (seq > this.durable) break;
      frames.push(tokenFrame(token));
      answered += 1;
    }
    member.tokens.splice(0, answered);
    if (member.tokens.length === 0) this.waiting.delete(member);
  }

  private watchPressure(member: Member<A>): void {
    const waiting = member.peer.buffered();
    if (waiting < PRESSURE.presence) member.grace = 0;
    if (
      waiting > PRESSURE.close + member.grace ||
      (member.lagging !== null && this.now - member.lagging.since > PRESSURE.lagMs)
    ) {
      return this.close(member, CLOSE.tooSlow, 'reads too slowly');
    }
    // Everything applied has been sent: what comes later is caught up in one step 2 against this vector.
    if (member.lagging === null && waiting > PRESSURE.lagging + member.grace) {
      member.lagging = { since: this.now, stateVector: this.currentVector() };
      this.lagging += 1;
    }
  }

  private send(member: Member<A>, frames: readonly Uint8Array[]): void {
    if (member.closed) return;
    member.lastSentAt = this.now;
    member.peer.send(frames);
  }

  /** Says why and closes for good: a client must not go on typing on refused ground. */
  private refuse(member: Member<A>, reason: Refusal): void {
    if (member.closed) return;
    this.send(member, [refusalFrame(reason)]);
    this.ports.refused?.(reason.code);
    this.close(member, CLOSE.refused, reason.code);
  }

  /** The live document cannot be trusted any more. Who may have caused it must not come back with the same bytes. */
  private fail(error: unknown, blamed: readonly Member<A>[]): void {
    this.failed = true;
    this.emitted = [];
    this.outbox = [];
    this.dueAt = null;
    for (const member of blamed) this.refuse(member, refusal('malformed'));
    for (const member of this.members.values()) this.close(member, CLOSE.fault, 'fault');
    this.ports.fault(error);
  }

  private close(member: Member<A>, code: number, reason: string): void {
    if (member.closed) return;
    member.closed = true;
    if (code !== CLOSE.refused) this.ports.refused?.(reason);
    member.peer.close(code, reason);
  }
}

/** Bytes as a key: one character a byte. */
const latin1 = new TextDecoder('latin1');

type Changed = Y.Transaction['changed'];

/** Which entries of which roots lie above the changed types. */
const touchedEntries = (doc: Y.Doc, changed: Changed): { root: string; key: string }[] => {
  const found = new Map<string, { root: string; key: string }>();
  const add = (root: Y.AbstractType<unknown>, key: string | null): void => {
    const name = rootName(doc, root);
    found.set(`${name}\n${key ?? ''}`, { root: name, key: key ?? '' });
  };
  for (const [changedType, keys] of changed) {
    let type = changedType as Y.AbstractType<unknown>;
    if (type._item === null) for (const key of keys) add(type, key);
    else {
      let item = type._item;
      for (
        type = item.parent as Y.AbstractType<unknown>;
        type._item !== null;
        type = item.parent as Y.AbstractType<unknown>
      ) {
        item = type._item;
      }
      add(type, item.parentSub);
    }
  }
  return [...found.values()];
};

const rootName = (doc: Y.Doc, type: Y.AbstractType<unknown>): string => {
  for (const [name, root] of doc.share) if (root === type) return name;
  return '';
};

const mergeChanged = (into: Changed, from: Changed): Changed => {
  for (const [type, keys] of from) {
    const known = into.get(type);
    if (known === undefined) into.set(type, keys);
    else for (const key of keys) known.add(key);
  }
  return into;
};

const sameBytes = (a: Uint8Array, b: Uint8Array): boolean => {
  if (a.length !== b.length) return false;
  for (let at = 0; at < a.length; at++) if (a[at] !== b[at]) return false;
  return true;
};
