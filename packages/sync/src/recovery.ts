import type { ContentIds } from './content-ids.ts';
import { SYNC_LIMITS } from './limits.ts';
import type { Member, QueuedChange } from './member.ts';

/** After a crash: how long ids are settled anew, and how long a member's answer waits for another's author. */
const RECOVERY = { ms: 60_000, holdMs: 10_000 } as const;

/** What time has brought to the answers that wait. */
type Released<A> = { ready: QueuedChange<A>[]; tooLate: Member<A>[]; nextAt: number | null };

/** The time after a crash that may have eaten what members had seen, and the answers that wait for its authors (R34, R35). */
export class Recovery<A> {
  private readonly ids: ContentIds<A>;
  private readonly needed: boolean;
  private end = Number.NEGATIVE_INFINITY;
  private readonly holding = new Set<Member<A>>();

  constructor(ids: ContentIds<A>, needed: boolean) {
    this.ids = ids;
    this.needed = needed;
  }

  /** The first to come back starts the clock: a document may lie for hours before anybody asks for it. */
  begin(now: number): void {
    if (this.needed && this.end === Number.NEGATIVE_INFINITY) this.end = now + RECOVERY.ms;
  }

  isOn(now: number): boolean {
    return now < this.end;
  }

  /** From here on nobody waits for what a crash has eaten. */
  settleAfter(now: number): void {
    if (now >= this.end) this.ids.settleLoose();
  }

  get anyHeld(): boolean {
    return this.holding.size > 0;
  }

  /** True when an answer that waits could be taken by now. */
  get anyReady(): boolean {
    for (const member of this.holding) if (member.held !== null && !this.isHeldBack(member)) return true;
    return false;
  }

  /** Lets a member's answer wait; returns until when, ms. */
  hold(member: Member<A>, now: number): number {
    const until = now + RECOVERY.holdMs;
    member.held = { until, bytes: 0, changes: [], ownPartTaken: false };
    this.holding.add(member);
    return until;
  }

  /** Puts the answer, or what came after it, to what waits; false when that is too much. */
  keep(held: NonNullable<Member<A>['held']>, item: QueuedChange<A>): boolean {
    held.bytes += item.update.length;
    held.changes.push(item);
    return held.bytes <= 2 * SYNC_LIMITS.step2Bytes;
  }

  forget(member: Member<A>): void {
    this.holding.delete(member);
  }

  /** Answers whose own part has not been taken yet. */
  untaken(): QueuedChange<A>[] {
    return [...this.holding].flatMap(({ held, closed }) => {
      const [answer] = held?.changes ?? [];
      return answer === undefined || closed || held?.ownPartTaken === true ? [] : [answer];
    });
  }

  /** Takes out the answers whose time has come, and those that have waited in vain. */
  release(now: number): Released<A> {
    const released: Released<A> = { ready: [], tooLate: [], nextAt: null };
    for (const member of this.holding) {
      const { held } = member;
      if (held === null || member.closed) this.holding.delete(member);
      else if (!this.isHeldBack(member)) {
        this.holding.delete(member);
        member.held = null;
        released.ready = [...held.changes, ...released.ready];
      } else if (now >= held.until) {
        this.holding.delete(member);
        released.tooLate.push(member);
      } else released.nextAt = Math.min(held.until, released.nextAt ?? held.until);
    }
    return released;
  }

  /** True while the answer still holds work of others that the room lacks. */
  private isHeldBack({ held }: Member<A>): boolean {
    const [answer] = held?.changes ?? [];
    return answer !== undefined && this.ids.holdsForeign(answer);
  }
}
