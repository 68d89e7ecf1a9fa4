import { CLOSE } from '@rapport/sync/close-codes';
import { FRAME, readClientFrame, refusalFrame, step1Frame } from '@rapport/sync/frames';
import { SYNC_LIMITS } from '@rapport/sync/limits';
import { refusal, type Refusal } from '@rapport/sync/refusals';
import type { Peer, Prove } from '@rapport/sync/room';
import type { DocumentAccess } from './document-rules.ts';
import type { LiveDocument, Membership } from './live-document.ts';

export type EarlyMembershipOptions = {
  access: DocumentAccess;
  peer: Peer;
  prove: Prove;
  /** A step 2 with the whole document as it is stored. */
  whole: Uint8Array;
};

/** More than this is not kept for a document that is still being decoded. */
const WAITING_BYTES = SYNC_LIMITS.step2Bytes + SYNC_LIMITS.updateBytes;

/**
 * A place in a document that is not in memory yet. Who comes with nothing gets the stored bytes at once, before they
 * are decoded; everything else waits, in order, until the document is there. The document is then told that this
 * member has what was stored: it asks what it lacks and goes on as with everybody. Its answer says nothing new and is
 * left out: clients may take the last step 2 for the whole document.
 */
export class EarlyMembership implements Membership {
  readonly #options: EarlyMembershipOptions;
  readonly #peer: PeerAfterWhole;
  #membership: Membership | null = null;
  #waiting: Uint8Array[] = [];
  #waitingBytes = 0;
  #heard = false;
  #served = false;
  /** What it may do by now, when that has changed. */
  #changed: DocumentAccess | null = null;
  #over = false;

  constructor(options: EarlyMembershipOptions) {
    this.#options = options;
    this.#peer = new PeerAfterWhole(options.peer);
  }

  /** True once something has come from it, or it has gone. */
  get settled(): boolean {
    return this.#heard || this.#over;
  }

  receive(bytes: Uint8Array): void {
    if (this.#membership !== null) return this.#membership.receive(bytes);
    if (this.#over) return;
    if (!this.#heard && asksForEverything(bytes)) {
      this.#heard = true;
      this.#served = true;
      return this.#options.peer.send([this.#options.whole], true);
    }
    this.#heard = true;
    this.#waitingBytes += bytes.length;
    if (this.#waitingBytes > WAITING_BYTES) return this.refuse(refusal('too-large'));
    // The pipe may use its buffer again once we return.
    this.#waiting.push(new Uint8Array(bytes));
  }

  leave(): void {
    this.#over = true;
    this.#membership?.leave();
  }

  reconsider(access: DocumentAccess | null): void {
    if (this.#membership !== null) return this.#membership.reconsider(access);
    if (access === null) return this.dismiss(CLOSE.refused, 'not allowed here any more');
    this.#changed = access;
  }

  dismiss(code: number, reason: string): void {
    if (this.#membership !== null) return this.#membership.dismiss(code, reason);
    if (this.#over) return;
    this.#over = true;
    this.#options.peer.close(code, reason);
  }

  refuse(reason: Refusal): void {
    if (this.#membership !== null) return this.#membership.refuse(reason);
    if (this.#over) return;
    this.#options.peer.send([refusalFrame(reason)], false);
    this.dismiss(CLOSE.refused, reason.code);
  }

  /** The document is in memory, and nothing has happened in it: `vector` is what was stored. */
  become(live: LiveDocument, vector: Uint8Array): void {
    if (this.#over) return;
    const { access, peer, prove } = this.#options;
    const membership = live.join(access, this.#served ? this.#peer : peer, prove);
    this.#membership = membership;
    if (this.#served) this.#peer.without(isAnswer, () => membership.receive(step1Frame(vector)));
    for (const bytes of this.#waiting) membership.receive(bytes);
    this.#waiting = [];
    // What came before a change of access counts as before.
    if (this.#changed !== null) membership.reconsider(this.#changed);
  }
}

/** A step 1 of somebody who has nothing: one state vector of no clients. */
const asksForEverything = (bytes: Uint8Array): boolean => {
  const frame = readClientFrame(bytes);
  return frame?.type === 'step1' && frame.stateVector.length === 1 && frame.stateVector[0] === 0;
};

/** A step 2 begins so. */
const isAnswer = (frame: Uint8Array): boolean => frame[0] === FRAME.sync && frame[1] === 1;

/** The pipe as the room may judge it: the whole document that went ahead is nobody's lagging behind. */
class PeerAfterWhole implements Peer {
  readonly #peer: Peer;
  #sent = 0;
  #isLeftOut: (frame: Uint8Array) => boolean = () => false;

  constructor(peer: Peer) {
    this.#peer = peer;
  }

  /** Leaves out such frames while `work` runs. */
  without(isLeftOut: (frame: Uint8Array) => boolean, work: () => void): void {
    const before = this.#isLeftOut;
    this.#isLeftOut = isLeftOut;
    work();
    this.#isLeftOut = before;
  }

  send(frames: readonly Uint8Array[], shared: boolean): void {
    const left = frames.some(this.#isLeftOut) ? frames.filter((frame) => !this.#isLeftOut(frame)) : frames;
    for (const frame of left) this.#sent += frame.length;
    if (left.length > 0) this.#peer.send(left, shared && left === frames);
  }

  /** What went ahead leaves first, so never more waits of the room's own than it has sent. */
  buffered(): number {
    return Math.min(this.#peer.buffered(), this.#sent);
  }

  close(code: number, reason: string): void {
    this.#peer.close(code, reason);
  }
}
