import type { Member } from './member.ts';
import { presenceFrame, presenceFrameWithout, type PresenceChange, type PresenceEntry } from './presence.ts';

/**
 * A presence flush every 100 ms, less often when it would cost a member more than this many bytes a second; sooner in a
 * write that goes to everybody anyway, for the number of writes is the cost.
 */
const PRESENCE = { intervalMs: 100, alongMs: 50, bytesPerSecond: 48 * 1024 } as const;

/** What a tick tells about who is here: one frame of all of them, and where in it each entry lies. */
export type PresenceNews = {
  frame: Uint8Array;
  own: ReadonlyMap<PresenceEntry, { from: number; to: number }>;
};

/** Who is here as the others see it, and what has to be said of it when. */
export class RoomPresence<A> {
  private readonly members: ReadonlyMap<number, Member<A>>;
  private readonly project: (access: A, raw: unknown, presenceId: number) => object | null;
  private readonly changed = new Set<Member<A>>();
  private departed: PresenceEntry[] = [];
  /** How many have left: who comes back may have seen presence up to then. */
  private departures = 0;
  private flushAt = Number.NEGATIVE_INFINITY;
  /** From when on it goes along with changes. */
  private alongAt = Number.NEGATIVE_INFINITY;

  constructor(
    members: ReadonlyMap<number, Member<A>>,
    project: (access: A, raw: unknown, presenceId: number) => object | null,
  ) {
    this.members = members;
    this.project = project;
  }

  /** When what has changed may be told; null when nothing has. */
  get dueAt(): number | null {
    return this.changed.size > 0 ? this.flushAt : null;
  }

  /** A member says something of itself. */
  take(member: Member<A>, change: Exclude<PresenceChange, { kind: 'none' }>): void {
    member.presence.clientId = change.kind === 'state' ? change.clientId : null;
    member.presence.raw = change.kind === 'state' ? change.raw : null;
    this.changed.add(member);
  }

  /** What others may see of a member may have changed. */
  reconsider(member: Member<A>): void {
    this.changed.add(member);
  }

  /** Somebody has left; true when the others have to be told. */
  leave(member: Member<A>): boolean {
    this.departures += 1;
    this.changed.delete(member);
    if (member.presence.shown) this.departed.push(member.presence);
    return member.presence.shown;
  }

  /** What this tick tells; null when nothing. `along`: everybody is written to anyway. */
  news(now: number, along: boolean): PresenceNews | null {
    const entries = new Map<PresenceEntry, Uint8Array>();
    for (const entry of this.departed) {
      const bytes = entry.encode(null, this.departures);
      if (bytes !== null) entries.set(entry, bytes);
    }
    this.departed = [];
    if (this.changed.size > 0 && now >= (along ? this.alongAt : this.flushAt)) {
      for (const { presence, access } of this.changed) {
        const state = presence.raw === null ? null : this.project(access, presence.raw, presence.id);
        const bytes = presence.encode(state, this.departures);
        if (bytes !== null) entries.set(presence, bytes);
      }
      this.changed.clear();
      let size = 0;
      for (const bytes of entries.values()) size += bytes.length;
      const affordableMs = (size * 1000) / PRESENCE.bytesPerSecond;
      this.flushAt = now + Math.max(PRESENCE.intervalMs, affordableMs);
      this.alongAt = now + Math.max(PRESENCE.alongMs, affordableMs);
    }
    if (entries.size === 0) return null;
    const frame = presenceFrame([...entries.values()]);
    let at = frame.length;
    for (const { length } of entries.values()) at -= length;
    const own = new Map<PresenceEntry, { from: number; to: number }>();
    for (const [entry, { length }] of entries) own.set(entry, { from: at, to: (at += length) });
    return { frame, own };
  }

  /** What a member is told of the news. Nobody is told about itself: under its presence id a client would take it for somebody else. */
  newsFor(member: Member<A>, news: PresenceNews): Uint8Array | null {
    const mine = news.own.get(member.presence);
    if (mine === undefined) return news.frame;
    return presenceFrameWithout(news.frame, news.own.size, mine);
  }

  /** Everybody but this member, for one who knows nobody yet; null when nobody shows anything. */
  everybodyBut(member: Member<A>): Uint8Array | null {
    const present: Uint8Array[] = [];
    for (const other of this.members.values()) {
      const current = other === member ? null : other.presence.current(this.departures);
      if (current !== null) present.push(current);
    }
    return present.length > 0 ? presenceFrame(present) : null;
  }
}
