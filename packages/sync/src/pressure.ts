import type { Member } from './member.ts';

/** Bytes waiting for one member: from here on no presence, then no changes, then good-bye. */
const PRESSURE = { presence: 64 * 1024, lagging: 256 * 1024, close: 1024 * 1024, lagMs: 10_000, pollMs: 50 } as const;

/** What members have not read yet, and what follows from it. */
export class Pressure<A> {
  private lagging = 0;

  /** When to look again at those who lag; null when nobody does. */
  nextLookAt(now: number): number | null {
    return this.lagging > 0 ? now + PRESSURE.pollMs : null;
  }

  /** True while a member gets no presence. */
  isHigh(member: Member<A>): boolean {
    return member.peer.buffered() >= PRESSURE.presence;
  }

  /** A first full state, or one step 2 in place of what was missed, may be larger than any threshold. */
  grant(member: Member<A>, bytes: number): void {
    member.grace = Math.max(member.grace, bytes);
  }

  /**
   * Looks at a member after everything applied has been sent to it. One that lags from here on is caught up in one
   * step 2 against `stateVector()`. False when it reads too slowly to stay.
   */
  watch(member: Member<A>, now: number, stateVector: () => Uint8Array): boolean {
    const waiting = member.peer.buffered();
    if (waiting < PRESSURE.presence) member.grace = 0;
    if (waiting > PRESSURE.close + member.grace) return false;
    if (member.lagging !== null) return now - member.lagging.since <= PRESSURE.lagMs;
    if (waiting > PRESSURE.lagging + member.grace) {
      member.lagging = { since: now, stateVector: stateVector() };
      this.lagging += 1;
    }
    return true;
  }

  /** A member that lagged is caught up, or gone. */
  release(member: Member<A>): void {
    if (member.lagging === null) return;
    member.lagging = null;
    this.lagging -= 1;
  }
}
