import type { GroupId } from '@rapport/domain/ids';
import type { Timer } from '@rapport/domain/timer';
import type { Clock } from '../clock.ts';
import type { Announcements } from '../events/announcements.ts';

/** After the timer has run out papers are still taken for this time (docs/method.md §2), ms. */
const GRACE_MS = 15_000;

/** When a ballot that closes with this timer is due, ms since 1970; null while the timer does not run. */
export const dueAt = (timer: Timer): number | null =>
  timer.state === 'running' ? Date.parse(timer.endsAt) + GRACE_MS : null;

/**
 * Knows which groups have a ballot open that closes with the timer, and says when it is due. A timer that is changed
 * changes that; one that is paused or stopped takes it back.
 */
export class TimedClosing implements AsyncDisposable {
  readonly #clock: Clock;
  readonly #close: (groupId: GroupId) => Promise<void>;
  readonly #onFault: (fault: unknown) => void;
  readonly #watched = new Map<GroupId, () => void>();
  readonly #running = new Set<Promise<void>>();
  readonly #stopListening: () => void;

  constructor(options: {
    clock: Clock;
    announcements: Announcements;
    /** Closes what is due; looks at the rows again, for the timer may have been changed this moment. */
    close: (groupId: GroupId) => Promise<void>;
    onFault: (fault: unknown) => void;
  }) {
    this.#clock = options.clock;
    this.#close = options.close;
    this.#onFault = options.onFault;
    this.#stopListening = options.announcements.listen((announcement) => {
      if (announcement.to !== 'group') return;
      const { news } = announcement;
      if (news.type === 'ballot.closed') this.#forget(news.groupId);
      if (news.type !== 'timer.changed' && news.type !== 'phase.moved') return;
      if (this.#watched.has(news.groupId)) this.watch(news.groupId, news.timer);
    });
  }

  /** From now on the group's open ballot closes with this timer. */
  watch(groupId: GroupId, timer: Timer): void {
    this.#forget(groupId);
    const due = dueAt(timer);
    const callOff =
      due === null ? () => {} : this.#clock.after(Math.max(0, due - this.#clock.now()), () => this.#run(groupId));
    this.#watched.set(groupId, callOff);
  }

  /** Calls off what is still to come and waits for what runs. */
  async [Symbol.asyncDispose](): Promise<void> {
    this.#stopListening();
    for (const groupId of this.#watched.keys()) this.#forget(groupId);
    await Promise.all(this.#running);
  }

  #forget(groupId: GroupId): void {
    this.#watched.get(groupId)?.();
    this.#watched.delete(groupId);
  }

  #run(groupId: GroupId): void {
    const run: Promise<void> = this.#close(groupId)
      .catch(this.#onFault)
      .finally(() => this.#running.delete(run));
    this.#running.add(run);
  }
}
