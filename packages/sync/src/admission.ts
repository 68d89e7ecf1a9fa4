import * as Y from 'yjs';
import { ContentIds } from './content-ids.ts';
import type { DocumentAnswers } from './document-answers.ts';
import { SYNC_LIMITS } from './limits.ts';
import type { Claim, Member, QueuedChange } from './member.ts';
import type { Roots } from './open-roots.ts';
import { Recovery } from './recovery.ts';
import { refusal, type Refusal } from './refusals.ts';
import type { RoomPorts } from './room-options.ts';
import { isRefusal, scanUpdate, type UpdateScan } from './scan-update.ts';
import { forgetPlaces, mergeChanged, touchedEntries, type TouchedEntry } from './touched-entries.ts';
import { cutsCharacters, dropPending, fits, overlaps, stateOf } from './update-fit.ts';

/** What admission leaves to the room: it decides about bytes and touches the document, never a pipe or a clock. */
type AdmissionPorts<A> = {
  /** Says why to a member and shows it out for good; its changes are not to come again. */
  refuse(member: Member<A>, reason: Refusal): void;
  /** Answers that wait are to be looked at by then (ms). */
  wakeAt(time: number): void;
  /** The document cannot be trusted any more; any of these members may have caused it. */
  fault(error: unknown, blamed: readonly Member<A>[]): void;
};

type AdmissionOptions<A> = {
  doc: Y.Doc;
  roots: Roots;
  /** Content ids with their owners; absent: ids are not bound in this document. */
  claims: readonly Claim[] | undefined;
  recovering: boolean;
  answers: DocumentAnswers;
  host: Pick<RoomPorts<A>, 'repair' | 'entriesAdded' | 'worked'>;
  ports: AdmissionPorts<A>;
};

/** Which bytes of whom get into the document (R10 to R17, R30 to R36). */
export class Admission<A> {
  private readonly doc: Y.Doc;
  private readonly roots: Roots;
  private readonly rootNames: ReadonlySet<string>;
  private readonly answers: DocumentAnswers;
  private readonly host: AdmissionOptions<A>['host'];
  private readonly ports: AdmissionPorts<A>;
  /** Absent where ids are not bound. */
  private readonly ids: ContentIds<A> | null;
  private readonly recovery: Recovery<A> | null;
  /** Time of the call that is being worked on. */
  private now = 0;
  /** Whose bytes are in Yjs's hands right now. */
  private applying: Member<A> | null = null;

  constructor({ doc, roots, claims, recovering, answers, host, ports }: AdmissionOptions<A>) {
    this.doc = doc;
    this.roots = roots;
    this.rootNames = new Set(Object.keys(roots));
    this.answers = answers;
    this.host = host;
    this.ports = ports;
    this.ids = claims === undefined ? null : new ContentIds(doc, claims);
    this.recovery = this.ids === null ? null : new Recovery(this.ids, recovering);
  }

  /** True where a member has to prove which content ids are its own. */
  get bindsIds(): boolean {
    return this.ids !== null;
  }

  /** True when answers wait for the work of others. */
  get anyHeld(): boolean {
    return this.recovery?.anyHeld === true;
  }

  /** True when an answer that waits could be taken by now. */
  get anyReady(): boolean {
    return this.recovery?.anyReady === true;
  }

  /** Somebody has come, at `now` (ms). */
  begin(now: number): void {
    this.recovery?.begin(now);
  }

  /** Nothing of this member waits any more. */
  forget(member: Member<A>): void {
    this.recovery?.forget(member);
  }

  /** Bindings of content ids made since this was last asked, to be stored with the next record. */
  takeFreshClaims(): readonly Claim[] {
    return this.ids?.takeFresh() ?? [];
  }

  /** What an update says about itself, or why it cannot be taken from anybody. */
  scan(kind: QueuedChange<A>['kind'], update: Uint8Array): UpdateScan | Refusal {
    const maxStructs = kind === 'step2' ? SYNC_LIMITS.step2Structs : SYNC_LIMITS.updateStructs;
    return scanUpdate(update, { roots: this.rootNames, maxStructs });
  }

  /**
   * Answers whose time has come by `now` (ms), to be applied before everything else; those that have waited in vain
   * are refused.
   */
  release(now: number): readonly QueuedChange<A>[] {
    this.recovery?.settleAfter(now);
    const released = this.recovery?.release(now);
    if (released === undefined) return [];
    for (const member of released.tooLate) this.ports.refuse(member, refusal('foreign-client-id'));
    if (released.nextAt !== null) this.ports.wakeAt(released.nextAt);
    return released.ready;
  }

  /**
   * Applies what may be taken of these changes and mends what they touched, in one transaction at `now` (ms). False
   * when the document cannot be trusted any more.
   */
  apply(changes: readonly QueuedChange<A>[], now: number): boolean {
    this.now = now;
    const touched: TouchedEntry<A>[] = [];
    const added: TouchedEntry<A>[] = [];
    this.applying = null;
    try {
      // One outer transaction: its cost grows with every client id the document has seen, not with the frames in it.
      this.doc.transact((transaction) => {
        for (const change of changes) this.take(change, transaction, touched, added);
        if (this.anyHeld) this.takeOwnParts(transaction, touched, added);
        forgetPlaces(transaction);
        if (added.length > 0) this.host.entriesAdded?.(added);
        if (touched.length > 0) this.host.repair?.(this.doc, touched);
        // Yjs marks the transaction as remote and would then take our own repairs for a stolen client id.
        transaction.local = true;
      }, 'members');
      return true;
    } catch (error) {
      const culprit: Member<A> | null = this.applying;
      this.ports.fault(error, culprit === null ? changes.map(({ member }) => member) : [culprit]);
      return false;
    }
  }

  private take(
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
      return this.ports.refuse(member, refusal('missing-predecessor'));
    }
    if (cutsCharacters(this.doc, scan)) return this.ports.refuse(member, refusal('malformed'));
    if (!this.mayWriteUnder(item)) return;
    const fresh = this.freshEntries(scan);
    this.hand(item, transaction, touched);
    for (const entry of fresh) {
      if (this.hasEntry(entry.root, entry.key)) added.push({ ...entry, by: member.access });
    }
    if (item.kind === 'step2') member.answered = true;
    if (dropPending(this.doc)) this.ports.refuse(member, refusal('missing-predecessor'));
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
    const start = this.host.worked?.() ?? 0;
    Y.applyUpdate(this.doc, overlaps(this.doc, scan) ? Y.diffUpdate(update, Y.encodeStateVector(this.doc)) : update);
    this.charge(member, (this.host.worked?.() ?? 0) - start);
    this.applying = null;
    for (const entry of touchedEntries(this.doc, transaction.changed)) touched.push({ ...entry, by: member.access });
    transaction.changed = mergeChanged(before, transaction.changed);
  }

  /** Some orders of structs make Yjs search for long; nobody may do that to a room more than once. */
  private charge(member: Member<A>, ms: number): void {
    const { cost } = member;
    cost.ms = Math.max(0, cost.ms - ((this.now - cost.at) / 1000) * SYNC_LIMITS.costMsPerSecond) + ms;
    cost.at = this.now;
    if (cost.ms > SYNC_LIMITS.costMs) this.ports.refuse(member, refusal('too-costly'));
  }

  private freshEntries(scan: UpdateScan): UpdateScan['entries'] {
    return scan.entries.filter(({ root, key }) => !this.hasEntry(root, key));
  }

  private hasEntry(root: string, key: string): boolean {
    return this.roots[root] === 'map' && this.doc.getMap(root).has(key);
  }

  /**
   * Takes from every answer that waits what stands under its member's own ids: two members may each hold the other's
   * last words and build on them, and neither could be taken before the other. Those whose own part still builds on
   * what nobody has brought go on waiting.
   */
  private takeOwnParts(transaction: Y.Transaction, touched: TouchedEntry<A>[], added: TouchedEntry<A>[]): void {
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
    if (dropPending(this.doc))
      for (const { member } of parts) this.ports.refuse(member, refusal('missing-predecessor'));
  }

  private ownPart(answer: QueuedChange<A>, ids: ContentIds<A>): QueuedChange<A>[] {
    const update = ids.ownPart(answer);
    const scan = this.scan('step2', update);
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
      this.ports.refuse(member, refusal('too-large'));
      return false;
    }
    for (const { client } of fresh) {
      if (ids.owns(member, client, recovering)) continue;
      if (!recovering || member.answered) this.ports.refuse(member, refusal('foreign-client-id'));
      else if (item.kind === 'step2') {
        this.ports.wakeAt(recovery.hold(member, this.now));
        if (member.held !== null) this.keep(member, member.held, item);
      }
      // An update before the answer: the answer holds it.
      return false;
    }
    for (const { client } of fresh) ids.claim(item, client, recovering);
    return true;
  }

  private keep(member: Member<A>, held: NonNullable<Member<A>['held']>, item: QueuedChange<A>): void {
    if (this.recovery?.keep(held, item) === false) this.ports.refuse(member, refusal('too-large'));
  }
}
