import { tokenFrame } from './frames.ts';
import type { Member, QueuedToken } from './member.ts';

const NONE: readonly Uint8Array[] = [];

/** Durable tokens that wait for their commit. */
export class Tokens<A> {
  private readonly waiting = new Set<Member<A>>();

  /** A token that has been asked for: it covers everything up to `seq`. */
  ask({ member, token }: QueuedToken<A>, seq: number): void {
    // Before its answer nobody knows what a member has changed out of touch; a reader is not asked.
    if (!member.answered) member.heldTokens.push(token);
    else {
      member.tokens.push({ seq, token });
      this.waiting.add(member);
    }
  }

  /** Something of a member was worked on: tokens that came before its answer may wait for it no longer. */
  cover(member: Member<A>, seq: number): void {
    if (!member.answered || member.heldTokens.length === 0) return;
    for (const token of member.heldTokens) member.tokens.push({ seq, token });
    member.heldTokens = [];
    this.waiting.add(member);
  }

  forget(member: Member<A>): void {
    this.waiting.delete(member);
  }

  /** True when somebody can be answered now. */
  anyUpTo(durable: number): boolean {
    for (const { tokens } of this.waiting) {
      if ((tokens[0]?.seq ?? Number.POSITIVE_INFINITY) <= durable) return true;
    }
    return false;
  }

  /** The answers a member can be given now. */
  answersFor(member: Member<A>, durable: number): readonly Uint8Array[] {
    const { tokens } = member;
    const [first] = tokens;
    if (first === undefined || first.seq > durable) return NONE;
    const frames: Uint8Array[] = [];
    for (const { seq, token } of tokens) {
      if (seq > durable) break;
      frames.push(tokenFrame(token));
    }
    tokens.splice(0, frames.length);
    if (tokens.length === 0) this.waiting.delete(member);
    return frames;
  }

  /** Members that wait for an answer. */
  [Symbol.iterator](): Iterator<Member<A>> {
    return this.waiting.values();
  }
}
