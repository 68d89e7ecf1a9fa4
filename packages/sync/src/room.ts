import * as Y from 'yjs';
import { CLOSE } from './close-codes.ts';
import { ContentIds } from './content-ids.ts';
import { DocumentAnswers } from './document-answers.ts';
import { readClientFrame, refusalFrame, step1Frame, updateFrame } from './frames.ts';
import { SYNC_LIMITS } from './limits.ts';
import { newMember, type Access, type Claim, type Member, type Peer, type Prove, type Queued } from './member.ts';
import type { QueuedChange } from './member.ts';
import { openRoots, type Roots } from './open-roots.ts';
import { KEEP_ALIVE, readPresence } from './presence.ts';
import { Pressure } from './pressure.ts';
import { Recovery } from './recovery.ts';
import { refusal, type Refusal } from './refusals.ts';
import { RoomPresence, type PresenceNews } from './room-presence.ts';
import { isRefusal, scanUpdate, type UpdateScan } from './scan-update.ts';
import { tickWindow } from './tick-window.ts';
import { Tokens } from './tokens.ts';
import { forgetPlaces, mergeChanged, touchedEntries, type TouchedEntry } from './touched-entries.ts';
import {
  bringsDeletions,
  bringsStructs,
  cutsCharacters,
  dropPending,
  fits,
  isAhead,
  overlaps,
  stateOf,
} from './update-fit.ts';

export type { Access, Claim, Peer, Prove, TouchedEntry };

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

const KEEP_ALIVE_MS = 15_000;
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

  /** Absent where ids are not bound. */
  private readonly ids: ContentIds<A> | null;
  private readonly recovery: Recovery<A> | null;

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

  private readonly tokens = new Tokens<A>();
  private readonly presence: RoomPresence<A>;
  private readonly pressure = new Pressure<A>();

  private lastTickAt = Number.NEGATIVE_INFINITY;
  private dueAt: number | null = null;
  private failed = false;

  private readonly answers: DocumentAnswers;

  constructor(options: RoomOptions<A>) {
    this.doc = options.doc;
    this.ports = options.ports;
    this.roots = options.roots;
    this.rootNames = new Set(Object.keys(options.roots));
    this.seq = options.seq;
    this.durable = options.seq;
    this.readOnly = options.readOnly;
    this.ids = options.claims === undefined ? null : new ContentIds(this.doc, options.claims);
    this.recovery = this.ids === null ? null : new Recovery(this.ids, options.recovering === true);
    this.answers = new DocumentAnswers(this.doc);
    this.presence = new RoomPresence(this.members, (access, raw, id) => this.ports.projectPresence(access, raw, id));
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
    if (this.ids !== null && prove === null) throw new Error('ids are bound here: a member has to prove its own');
    this.now = now;
    this.recovery?.begin(now);
    const id = this.nextMember++;
    this.members.set(id, newMember(access, peer, prove, this.ports.presenceId(), now));
    return id;
  }

  /** The pipe is gone. What the member has sent is still applied. */
  leave(id: number, now: number): void {
    this.now = now;
    const member = this.members.get(id);
    if (member === undefined) return;
    this.members.delete(id);
    this.tokens.forget(member);
    this.recovery?.forget(member);
    this.pressure.release(member);
    member.closed = true;
    if (this.presence.leave(member)) this.wantTick();
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
    this.presence.reconsider(member);
    if (this.mayWrite(member) && member.live && !member.asked) {
      member.asked = true;
      this.send(member, [step1Frame(this.answers.currentVector())]);
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
    if (!this.tokens.anyUpTo(seq)) return;
    const soon = this.windowEnd();
    // Along with what is about to be written anyway; else at once, for nothing gathers that would be worth the wait.
    if (this.failed || (this.dueAt !== null && this.dueAt <= soon)) return;
    for (const member of this.tokens) {
      const answers = this.tokens.answersFor(member, seq);
      if (answers.length > 0) this.send(member, answers);
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
    const news = this.presence.news(now, changes.length > 0);
    const shared = news === null ? changes : [...changes, news.frame];
    for (const member of this.members.values()) {
      if (!member.live) continue;
      this.sendTick(member, changes, news, shared);
      if (!this.pressure.watch(member, now, this.answers.currentVector))
        this.close(member, CLOSE.tooSlow, 'reads too slowly');
    }
    this.wantTickAt(this.presence.dueAt);
    this.wantTickAt(this.pressure.nextLookAt(now));
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
    const answer = this.answers.to(stateVector);
    if (answer === null) return this.close(member, CLOSE.badFrame, 'bad frame');
    if (!this.mayWrite(member) && isAhead(this.doc, stateVector)) {
      // Changes made out of touch that will not be taken: their author must not believe that others see them.
      return this.refuse(member, this.readOnlyReason(member));
    }
    const frames = [answer];
    if (this.mayWrite(member) && !member.asked) {
      member.asked = true;
      frames.push(step1Frame(this.answers.currentVector()));
    }
    const present = this.presence.everybodyBut(member);
    if (present !== null) frames.push(present);
    member.live = true;
    this.pressure.grant(member, answer.length);
    this.send(member, frames);
  }

  private readOnlyReason(member: Member<A>): Refusal {
    return this.readOnly ?? member.access.refusal ?? refusal('read-only');
  }

  private takeUpdate(member: Member<A>, kind: 'update' | 'step2', bytes: Uint8Array): void {
    const step2 = kind === 'step2';
    if (bytes.length > (step2 ? SYNC_LIMITS.step2Bytes : SYNC_LIMITS.updateBytes)) {
      return this.refuse(member, refusal('too-large'));
    }
    if (step2 && member.held === null && this.answers.isNothingNew(bytes)) return this.hasNothingNew(member);
    const scan = scanUpdate(bytes, {
      roots: this.rootNames,
      maxStructs: step2 ? SYNC_LIMITS.step2Structs : SYNC_LIMITS.updateStructs,
    });
    if (isRefusal(scan)) return this.refuse(member, scan);
    if (!this.mayWrite(member)) {
      if (!step2 || bringsStructs(this.doc, scan)) {
        return this.refuse(member, this.readOnlyReason(member));
      }
      // An answer without new structs is no write. The deletions it may hold are asked for again should the member
      // become a writer again; without any, all of its work is here.
      if (!bringsDeletions(this.doc, bytes)) return this.hasNothingNew(member);
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

  /** Its answer has come and all of it is here already, as with nearly everybody who comes back. */
  private hasNothingNew(member: Member<A>): void {
    member.asked = true;
    member.answered = true;
    this.tokens.cover(member, this.seq);
    this.wantTick();
  }

  private takeToken(member: Member<A>, token: Uint8Array): void {
    if (member.tokens.length + member.heldTokens.length >= SYNC_LIMITS.waitingTokens) {
      return this.close(member, CLOSE.tooSlow, 'too many tokens');
    }
    if (!this.mayWrite(member) && member.live && !member.asked && member.heldTokens.length === 0) {
      member.asked = true;
      this.send(member, [step1Frame(this.answers.currentVector())]);
    }
    this.queue.push({ kind: 'token', member, token });
    this.wantTick();
  }

  private takePresence(member: Member<A>, entries: Uint8Array): void {
    const change = readPresence(entries, member.presence.clientId);
    if (change === null) return this.close(member, CLOSE.badFrame, 'bad presence');
    if (change.kind === 'none') return;
    this.presence.take(member, change);
    this.wantTickAt(Math.max(this.presence.dueAt ?? this.now, this.now));
  }

  private wantTick(): void {
    this.wantTickAt(this.windowEnd());
  }

  private windowEnd(): number {
    return Math.max(this.now, this.lastTickAt + tickWindow(this.members.size));
  }

  private wantTickAt(time: number | null): void {
    if (this.failed || time === null) return;
    if (this.dueAt === null || time < this.dueAt) this.dueAt = time;
  }

  private applyQueue(): void {
    this.recovery?.settleAfter(this.now);
    this.releaseHeld();
    if (this.queue.length === 0) return;
    const queue = this.queue;
    this.queue = [];
    this.queuedBytes = 0;
    const changes = queue.filter((item) => item.kind !== 'token');
    if ((changes.length > 0 || this.recovery?.anyHeld === true) && !this.applyChanges(changes)) return;
    this.appendEmitted();
    for (const item of queue) {
      if (item.member.closed) continue;
      if (item.kind === 'token') this.tokens.ask(item, this.seq);
      else this.tokens.cover(item.member, this.seq);
    }
    // What has just come may be what an answer waits for.
    if (this.recovery?.anyReady === true) this.wantTick();
  }

  /** False when the room has failed over it. */
  private applyChanges(changes: readonly QueuedChange<A>[]): boolean {
    const touched: TouchedEntry<A>[] = [];
    const added: TouchedEntry<A>[] = [];
    this.applying = null;
    try {
      // One outer transaction: its cost grows with every client id the document has seen, not with the frames in it.
      this.doc.transact((transaction) => {
        for (const change of changes) this.apply(change, transaction, touched, added);
        if (this.recovery?.anyHeld === true) this.applyOwnParts(transaction, touched, added);
        forgetPlaces(transaction);
        if (added.length > 0) this.ports.entriesAdded?.(added);
        if (touched.length > 0) this.ports.repair?.(this.doc, touched);
        // Yjs marks the transaction as remote and would then take our own repairs for a stolen client id.
        transaction.local = true;
      }, 'members');
      return true;
    } catch (error) {
      const culprit: Member<A> | null = this.applying;
      this.fail(error, culprit === null ? changes.map(({ member }) => member) : [culprit]);
      return false;
    }
  }

  private apply(
    item: QueuedChange<A>,
    transaction: Y.Transaction,
    touched: TouchedEntry<A>[],
    added: TouchedEntry<A>[],
  ): void {
    const { member, scan } = item;
    if (member.held !== null) return this.keep(member, member.held, item);
    if (item.kind === 'step2' && this.answers.isNothingNew(item.update)) {
      member.answered = true;
      return;
    }
    if (!fits(this.doc, scan)) {
      // Until its first step 2 a client's updates may build on offline work which that step 2 will hold.
      if (item.kind === 'update' && !member.answered) return;
      return this.refuse(member, refusal('missing-predecessor'));
    }
    if (cutsCharacters(this.doc, scan)) return this.refuse(member, refusal('malformed'));
    if (!this.mayWriteUnder(item)) return;
    const fresh = this.freshEntries(scan);
    this.hand(item, transaction, touched);
    for (const entry of fresh) {
      if (this.hasEntry(entry.root, entry.key)) added.push({ ...entry, by: member.access });
    }
    if (item.kind === 'step2') member.answered = true;
    if (dropPending(this.doc)) this.refuse(member, refusal('missing-predecessor'));
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
    Y.applyUpdate(this.doc, overlaps(this.doc, scan) ? Y.diffUpdate(update, Y.encodeStateVector(this.doc)) : update);
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

  /**
   * Takes from every answer that waits what stands under its member's own ids: two members may each hold the other's
   * last words and build on them, and neither could be taken before the other. Those whose own part still builds on
   * what nobody has brought go on waiting.
   */
  private applyOwnParts(transaction: Y.Transaction, touched: TouchedEntry<A>[], added: TouchedEntry<A>[]): void {
    const { ids, recovery } = this;
    if (ids === null || recovery === null) return;
    let parts = recovery.untaken().flatMap((answer) => this.ownPart(answer, ids));
    for (;;) {
      const ranges = parts.flatMap(({ scan }) => scan.ranges);
      const fitting = parts.filter(({ scan }) => fits(this.doc, scan, ranges));
      if (fitting.length === parts.length) break;
      parts = fitting;
    }
    const fresh = parts.flatMap(({ member, scan }) => this.freshEntries(scan).map((entry) => ({ member, ...entry })));
    // Between the first and the last Yjs may wait for the next.
    for (const part of parts) {
      const { ranges } = part.scan;
      for (const { client, end } of ranges) if (end > stateOf(this.doc, client)) ids.claim(part, client, true);
      this.hand(part, transaction, touched);
      if (part.member.held !== null) part.member.held.ownPartTaken = true;
    }
    for (const { member, root, key } of fresh) {
      if (this.hasEntry(root, key)) added.push({ root, key, by: member.access });
    }
    if (dropPending(this.doc)) for (const { member } of parts) this.refuse(member, refusal('missing-predecessor'));
  }

  private ownPart(answer: QueuedChange<A>, ids: ContentIds<A>): QueuedChange<A>[] {
    const update = ids.ownPart(answer);
    const scan = scanUpdate(update, { roots: this.rootNames, maxStructs: SYNC_LIMITS.step2Structs });
    return isRefusal(scan) || cutsCharacters(this.doc, scan) ? [] : [{ ...answer, update, scan }];
  }

  /**
   * Binds new ids to the member and says whether all new structs stand under ids of its own. If not, the member is
   * refused, or its answer held back, or its early update dropped.
   */
  private mayWriteUnder(item: QueuedChange<A>): boolean {
    const { ids, recovery } = this;
    if (ids === null || recovery === null) return true;
    const { member, scan } = item;
    const fresh = scan.ranges.filter(({ client, end }) => end > stateOf(this.doc, client));
    const recovering = recovery.isOn(this.now);
    const unknown = fresh.filter(({ client }) => stateOf(this.doc, client) === 0).length;
    if (unknown > (item.kind === 'step2' ? SYNC_LIMITS.step2NewIds : SYNC_LIMITS.updateNewIds)) {
      this.refuse(member, refusal('too-large'));
      return false;
    }
    for (const { client } of fresh) {
      if (ids.owns(member, client, recovering)) continue;
      if (!recovering || member.answered) this.refuse(member, refusal('foreign-client-id'));
      else if (item.kind === 'step2') {
        this.wantTickAt(recovery.hold(member, this.now));
        if (member.held !== null) this.keep(member, member.held, item);
      }
      // An update before the answer: the answer holds it.
      return false;
    }
    for (const { client } of fresh) ids.claim(item, client, recovering);
    return true;
  }

  private keep(member: Member<A>, held: NonNullable<Member<A>['held']>, item: QueuedChange<A>): void {
    if (this.recovery?.keep(held, item) === false) this.refuse(member, refusal('too-large'));
  }

  /** Puts answers whose time has come before everything else; those that have waited in vain are refused. */
  private releaseHeld(): void {
    const released = this.recovery?.release(this.now);
    if (released === undefined) return;
    if (released.ready.length > 0) this.queue = [...released.ready, ...this.queue];
    for (const member of released.tooLate) this.refuse(member, refusal('foreign-client-id'));
    this.wantTickAt(released.nextAt);
  }

  private hasEntry(root: string, key: string): boolean {
    return this.roots[root] === 'map' && this.doc.getMap(root).has(key);
  }

  private appendEmitted(): void {
    if (this.emitted.length === 0) return;
    const updates = this.emitted;
    const claims = this.ids?.takeFresh() ?? [];
    this.emitted = [];
    this.answers.forget();
    for (const [index, update] of updates.entries()) {
      this.seq += 1;
      this.ports.append({ seq: this.seq, update, claims: index === 0 ? claims : [] });
      const frame = updateFrame(update);
      this.outbox.push(frame);
      this.outboxBytes += frame.length;
    }
  }

  /** Everything of this tick in one write: most members get the same. */
  private sendTick(
    member: Member<A>,
    changes: readonly Uint8Array[],
    news: PresenceNews | null,
    shared: readonly Uint8Array[],
  ): void {
    const own = this.changesFor(member, changes);
    const presence = this.presenceFor(member, news);
    const answers = this.tokens.answersFor(member, this.durable);
    const isShared = own === changes && presence === (news?.frame ?? null) && answers.length === 0;
    const frames = isShared ? shared : [...own, ...(presence === null ? [] : [presence]), ...answers];
    if (frames.length > 0) this.send(member, frames, isShared);
  }

  private changesFor(member: Member<A>, changes: readonly Uint8Array[]): readonly Uint8Array[] {
    if (member.lagging === null) return changes;
    if (this.pressure.isHigh(member)) return [];
    const caughtUp = this.answers.to(member.lagging.stateVector);
    this.pressure.release(member);
    member.presenceStale = true;
    if (caughtUp === null) return [];
    this.pressure.grant(member, caughtUp.length);
    return [caughtUp];
  }

  private presenceFor(member: Member<A>, news: PresenceNews | null): Uint8Array | null {
    if (member.lagging !== null || (news === null && !member.presenceStale)) return null;
    if (this.pressure.isHigh(member)) {
      member.presenceStale = true;
      return null;
    }
    if (news !== null && !member.presenceStale) return this.presence.newsFor(member, news);
    member.presenceStale = false;
    return this.presence.everybodyBut(member);
  }

  private send(member: Member<A>, frames: readonly Uint8Array[], shared = false): void {
    if (member.closed) return;
    member.lastSentAt = this.now;
    member.peer.send(frames, shared);
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
