import type { DocumentAnswers } from './document-answers.ts';
import type { Member, QueuedToken } from './member.ts';
import { KEEP_ALIVE } from './presence.ts';
import { Pressure } from './pressure.ts';
import type { PresenceNews, RoomPresence } from './room-presence.ts';
import { Tokens } from './tokens.ts';

const KEEP_ALIVE_MS = 15_000;

/** What goes out to members: at a tick one write for each, with everything it may be told (R9, R18, R26, R27). */
export class FanOut<A> {
  private readonly members: ReadonlyMap<number, Member<A>>;
  private readonly answers: DocumentAnswers;
  private readonly presence: RoomPresence<A>;
  private readonly tokens = new Tokens<A>();
  private readonly pressure = new Pressure<A>();

  constructor(members: ReadonlyMap<number, Member<A>>, answers: DocumentAnswers, presence: RoomPresence<A>) {
    this.members = members;
    this.answers = answers;
    this.presence = presence;
  }

  /** Time (ms) at which something has to go out although nothing changes; null when nothing has to. */
  nextAt(now: number): number | null {
    const look = this.pressure.nextLookAt(now);
    const { dueAt } = this.presence;
    return look === null || dueAt === null ? (look ?? dueAt) : Math.min(look, dueAt);
  }

  /**
   * Sends the changes of a tick to everybody who is live, along with presence and tokens that are durable. Returns
   * those who read too slowly to stay.
   */
  tick(changes: readonly Uint8Array[], durable: number, now: number): Member<A>[] {
    const news = this.presence.news(now, changes.length > 0);
    const shared = news === null ? changes : [...changes, news.frame];
    const tooSlow: Member<A>[] = [];
    for (const member of this.members.values()) {
      if (!member.live) continue;
      this.sendTick(member, changes, news, shared, durable, now);
      if (!this.pressure.watch(member, now, this.answers.currentVector)) tooSlow.push(member);
    }
    return tooSlow;
  }

  /** Sends frames in one write, unless the pipe is closed. `shared`: others get the very same list. */
  send(member: Member<A>, frames: readonly Uint8Array[], now: number, shared = false): void {
    if (member.closed) return;
    member.lastSentAt = now;
    member.peer.send(frames, shared);
  }

  /** Sends a first answer, however large it is; `step2` is what it holds of the document. */
  sendAnswer(member: Member<A>, step2: Uint8Array, others: readonly Uint8Array[], now: number): void {
    this.pressure.grant(member, step2.length);
    this.send(member, [step2, ...others], now);
  }

  /** Sends a frame to those who have heard nothing for long. */
  keepAlive(now: number): void {
    for (const member of this.members.values()) {
      if (!member.closed && now - member.lastSentAt >= KEEP_ALIVE_MS) this.send(member, [KEEP_ALIVE], now);
    }
  }

  /** A member has asked for a token that covers everything up to `seq`. */
  askToken(item: QueuedToken<A>, seq: number): void {
    this.tokens.ask(item, seq);
  }

  /** Something of a member was worked on, and is appended up to `seq`. */
  cover(member: Member<A>, seq: number): void {
    this.tokens.cover(member, seq);
  }

  /** True when a token can be answered once everything up to `durable` is. */
  anyTokenUpTo(durable: number): boolean {
    return this.tokens.anyUpTo(durable);
  }

  /** Answers the tokens that nothing waits with. */
  sendTokens(durable: number, now: number): void {
    for (const member of this.tokens) {
      const answers = this.tokens.answersFor(member, durable);
      if (answers.length > 0) this.send(member, answers, now);
    }
  }

  /** A member has left. */
  forget(member: Member<A>): void {
    this.tokens.forget(member);
    this.pressure.release(member);
  }

  /** Everything of this tick in one write: most members get the same. */
  private sendTick(
    member: Member<A>,
    changes: readonly Uint8Array[],
    news: PresenceNews | null,
    shared: readonly Uint8Array[],
    durable: number,
    now: number,
  ): void {
    const own = this.changesFor(member, changes);
    const presence = this.presenceFor(member, news);
    const answers = this.tokens.answersFor(member, durable);
    const isShared = own === changes && presence === (news?.frame ?? null) && answers.length === 0;
    const frames = isShared ? shared : [...own, ...(presence === null ? [] : [presence]), ...answers];
    if (frames.length > 0) this.send(member, frames, now, isShared);
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
}
