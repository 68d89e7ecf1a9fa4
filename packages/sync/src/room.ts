import type * as Y from 'yjs';
import { Admission } from './admission.ts';
import { CLOSE } from './close-codes.ts';
import { DocumentAnswers } from './document-answers.ts';
import { FanOut } from './fan-out.ts';
import { readClientFrame, refusalFrame, step1Frame, updateFrame } from './frames.ts';
import { SYNC_LIMITS } from './limits.ts';
import { newMember, type Access, type Claim, type Member, type Peer, type Prove, type Queued } from './member.ts';
import { openRoots } from './open-roots.ts';
import { readPresence } from './presence.ts';
import { refusal, type Refusal } from './refusals.ts';
import type { RoomOptions, RoomPorts } from './room-options.ts';
import { RoomPresence } from './room-presence.ts';
import { isRefusal } from './scan-update.ts';
import { tickWindow } from './tick-window.ts';
import type { TouchedEntry } from './touched-entries.ts';
import { bringsDeletions, bringsStructs, isAhead } from './update-fit.ts';

export type { Access, Claim, Peer, Prove, RoomOptions, RoomPorts, TouchedEntry };

/**
 * One live document and everybody in it, as a pure state machine: no sockets, clocks or disks. The host calls in with
 * what happened and the time (ms, monotonic), asks `nextTickAt` after every call and calls `tick` then. The rules it
 * keeps are numbered in SPEC.md.
 */
export class Room<A extends Access> {
  readonly doc: Y.Doc;
  private readonly ports: RoomPorts<A>;
  private readonly members = new Map<number, Member<A>>();
  private nextMember = 1;
  /** Time of the call that is being worked on, as the host gave it. */
  private now = 0;
  private readOnly: Refusal | undefined;

  private queue: Queued<A>[] = [];
  private queuedBytes = 0;
  /** Updates Yjs emitted that are not appended yet. */
  private emitted: Uint8Array[] = [];
  private outbox: Uint8Array[] = [];
  private outboxBytes = 0;
  private seq: number;
  private durable: number;

  private readonly answers: DocumentAnswers;
  private readonly admission: Admission<A>;
  private readonly presence: RoomPresence<A>;
  private readonly fanOut: FanOut<A>;

  private lastTickAt = Number.NEGATIVE_INFINITY;
  private dueAt: number | null = null;
  private failed = false;

  constructor(options: RoomOptions<A>) {
    this.doc = options.doc;
    this.ports = options.ports;
    this.seq = options.seq;
    this.durable = options.seq;
    this.readOnly = options.readOnly;
    this.answers = new DocumentAnswers(this.doc);
    this.admission = new Admission({
      doc: this.doc,
      roots: options.roots,
      claims: options.claims,
      recovering: options.recovering === true,
      answers: this.answers,
      host: options.ports,
      ports: {
        refuse: (member, reason) => this.refuse(member, reason),
        wakeAt: (time) => this.wantTickAt(time),
        fault: (error, blamed) => this.fail(error, blamed),
      },
    });
    this.presence = new RoomPresence(this.members, (access, raw, id) => this.ports.projectPresence(access, raw, id));
    this.fanOut = new FanOut(this.members, this.answers, this.presence);
    openRoots(this.doc, options.roots);
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
    if (this.admission.bindsIds && prove === null) throw new Error('ids are bound here: a member has to prove its own');
    this.now = now;
    this.admission.begin(now);
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
    this.admission.forget(member);
    this.fanOut.forget(member);
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
      this.fanOut.send(member, [step1Frame(this.answers.currentVector())], now);
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
    if (!this.fanOut.anyTokenUpTo(seq)) return;
    const soon = this.windowEnd();
    // Along with what is about to be written anyway; else at once, for nothing gathers that would be worth the wait.
    if (this.failed || (this.dueAt !== null && this.dueAt <= soon)) return;
    this.fanOut.sendTokens(seq, now);
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
    for (const member of this.fanOut.tick(changes, this.durable, now)) {
      this.close(member, CLOSE.tooSlow, 'reads too slowly');
    }
    this.wantTickAt(this.fanOut.nextAt(now));
  }

  /** To be called every few seconds: a silent room still sends a frame now and then. */
  keepAlive(now: number): void {
    this.now = now;
    this.fanOut.keepAlive(now);
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
    const others: Uint8Array[] = [];
    if (this.mayWrite(member) && !member.asked) {
      member.asked = true;
      others.push(step1Frame(this.answers.currentVector()));
    }
    const present = this.presence.everybodyBut(member);
    if (present !== null) others.push(present);
    member.live = true;
    this.fanOut.sendAnswer(member, answer, others, this.now);
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
    const scan = this.admission.scan(kind, bytes);
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
    this.fanOut.cover(member, this.seq);
    this.wantTick();
  }

  private takeToken(member: Member<A>, token: Uint8Array): void {
    if (member.tokens.length + member.heldTokens.length >= SYNC_LIMITS.waitingTokens) {
      return this.close(member, CLOSE.tooSlow, 'too many tokens');
    }
    if (!this.mayWrite(member) && member.live && !member.asked && member.heldTokens.length === 0) {
      member.asked = true;
      this.fanOut.send(member, [step1Frame(this.answers.currentVector())], this.now);
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
    const released = this.admission.release(this.now);
    if (released.length > 0) this.queue = [...released, ...this.queue];
    if (this.queue.length === 0) return;
    const queue = this.queue;
    this.queue = [];
    this.queuedBytes = 0;
    const changes = queue.filter((item) => item.kind !== 'token');
    if ((changes.length > 0 || this.admission.anyHeld) && !this.admission.apply(changes, this.now)) return;
    this.appendEmitted();
    for (const item of queue) {
      if (item.member.closed) continue;
      if (item.kind === 'token') this.fanOut.askToken(item, this.seq);
      else this.fanOut.cover(item.member, this.seq);
    }
    // What has just come may be what an answer waits for.
    if (this.admission.anyReady) this.wantTick();
  }

  private appendEmitted(): void {
    if (this.emitted.length === 0) return;
    const updates = this.emitted;
    const claims = this.admission.takeFreshClaims();
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

  /** Says why and closes for good: a client must not go on typing on refused ground. */
  private refuse(member: Member<A>, reason: Refusal): void {
    if (member.closed) return;
    this.fanOut.send(member, [refusalFrame(reason)], this.now);
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
