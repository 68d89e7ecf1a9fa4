import type { DocumentName } from '@rapport/domain/document-id';
import type { GroupId, PhaseId } from '@rapport/domain/ids';
import { isoNow, type Clock } from '../clock.ts';
import type { Transaction } from '../db/database.ts';
import type { Documents } from '../documents/documents.ts';
import type { Announcements } from '../events/announcements.ts';
import { Turns } from '../turns.ts';

/** From the first change after a checkpoint to the next one, ms. */
const ACTIVITY_MS = 5 * 60_000;
/** Of those made by activity, a group keeps the newest: six hours of work. */
const ACTIVITY_KEPT = 72;

/** Says when a document of each group is to be kept as it stands: when a phase begins and every few minutes of work. */
export class KeepingTimes implements AsyncDisposable {
  readonly #clock: Clock;
  readonly #keep: (groupId: GroupId, reason: 'phase' | 'activity') => Promise<unknown>;
  readonly #onFault: () => void;
  readonly #turns = new Turns<GroupId>();
  /** Groups whose document has changed since its last checkpoint, and how to call off the next. */
  readonly #armed = new Map<GroupId, () => void>();
  readonly #stopListening: (() => void)[];

  constructor(options: {
    documents: Pick<Documents, 'onChanged'>;
    /** Which of a group's documents is kept. */
    kind: Exclude<DocumentName['kind'], 'draft'>;
    announcements: Announcements;
    clock: Clock;
    /** Called in the group's turn. */
    keep: (groupId: GroupId, reason: 'phase' | 'activity') => Promise<unknown>;
    onFault: () => void;
  }) {
    this.#clock = options.clock;
    this.#keep = options.keep;
    this.#onFault = options.onFault;
    this.#stopListening = [
      options.announcements.listen((announcement) => {
        if (announcement.to === 'group' && announcement.news.type === 'phase.moved') {
          this.#keepSoon(announcement.news.groupId, 'phase');
        }
      }),
      options.documents.onChanged((name) => {
        if (name.kind === options.kind) this.#arm(name.groupId);
      }),
    ];
  }

  /** Does something to what is kept of a group, when all earlier work on it has ended. */
  inTurn<T>(groupId: GroupId, work: () => Promise<T>): Promise<T> {
    return this.#turns.take(groupId, work);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const stop of this.#stopListening) stop();
    for (const callOff of this.#armed.values()) callOff();
    this.#armed.clear();
    await this.#turns.settled();
  }

  #arm(groupId: GroupId): void {
    if (this.#armed.has(groupId)) return;
    this.#armed.set(
      groupId,
      this.#clock.after(ACTIVITY_MS, () => this.#keepSoon(groupId, 'activity')),
    );
  }

  #keepSoon(groupId: GroupId, reason: 'phase' | 'activity'): void {
    this.#armed.get(groupId)?.();
    this.#armed.delete(groupId);
    this.#turns.take(groupId, () => this.#keep(groupId, reason)).catch(this.#onFault);
  }
}

/** In which phase something is kept now, and when; under the Rule a time could say whose words they were. */
export const readMoment = async (
  tx: Transaction,
  groupId: GroupId,
  clock: Clock,
): Promise<{ phase_id: PhaseId; at: string | null }> => {
  const group = await tx
    .selectFrom('group')
    .innerJoin('symposium', 'symposium.id', 'group.symposium_id')
    .select(['group.phase_id', 'symposium.chatham_house'])
    .where('group.id', '=', groupId)
    .executeTakeFirstOrThrow();
  return { phase_id: group.phase_id, at: group.chatham_house === 1 ? null : isoNow(clock) };
};

/** Of what was kept by activity, newest first, what is one too many. */
export const surplusOf = <Id>(rows: readonly { id: Id }[]): Id[] => rows.slice(ACTIVITY_KEPT).map(({ id }) => id);
