import { readBoard } from '@rapport/board/read-board';
import { boardDocument } from '@rapport/domain/document-id';
import type { GroupId } from '@rapport/domain/ids';
import type { CommandParsed, CommandValue } from '@rapport/protocol/commands';
import { fail, succeed, type Outcome } from '@rapport/protocol/failures';
import type { Caller } from '../access/caller.ts';
import type { Clock } from '../clock.ts';
import type { Database } from '../db/database.ts';
import type { Documents } from '../documents/documents.ts';
import { allow } from '../groups/allow.ts';
import { Turns } from '../turns.ts';
import { suggestInWorker } from './suggest-in-worker.ts';

/** A board that takes longer is not worth waiting for, ms; the largest one takes a few seconds. */
const TIME_LIMIT_MS = 30_000;

type Answer = Outcome<CommandValue['cluster.suggest']>;

/**
 * Proposes clusters of what lies on a board. It changes nothing: who asked looks at the proposals and takes them one by
 * one. Computed on a thread, one board at a time, so that rooms keep a core; leaders of one group who ask while theirs
 * is under way get the same answer.
 */
export class Suggestions implements AsyncDisposable {
  readonly #db: Database;
  readonly #documents: Pick<Documents, 'read'>;
  readonly #clock: Clock;
  readonly #lane = new Turns<'thread'>();
  readonly #underWay = new Map<GroupId, Promise<Answer>>();
  readonly #stop = new AbortController();

  constructor(options: { db: Database; documents: Pick<Documents, 'read'>; clock: Clock }) {
    this.#db = options.db;
    this.#documents = options.documents;
    this.#clock = options.clock;
  }

  /** `cluster.suggest` */
  async suggest(caller: Caller, { groupId }: CommandParsed<'cluster.suggest'>): Promise<Answer> {
    const allowed = await allow(this.#db.query, 'cluster.suggest', caller, groupId);
    if (!allowed.ok) return allowed;
    const running = this.#underWay.get(groupId);
    if (running !== undefined) return running;
    const answer = this.#lane
      .take('thread', () => this.#compute(groupId))
      .finally(() => this.#underWay.delete(groupId));
    this.#underWay.set(groupId, answer);
    return answer;
  }

  /** Ends what is under way; it answers `unavailable`. */
  async [Symbol.asyncDispose](): Promise<void> {
    this.#stop.abort();
    await this.#lane.settled();
  }

  async #compute(groupId: GroupId): Promise<Answer> {
    if (this.#stop.signal.aborted) return calledOff();
    const cards = await this.#documents.read(boardDocument(groupId), (doc) => {
      const live = readBoard(doc).cards.filter((card) => !card.binned);
      const loose = live.filter((card) => card.cluster === null);
      return (loose.length === 0 ? live : loose).map(({ id, title, body }) => ({ id, title, body }));
    });
    const late = new AbortController();
    const callOff = this.#clock.after(TIME_LIMIT_MS, () => late.abort());
    try {
      const found = await suggestInWorker(cards, AbortSignal.any([this.#stop.signal, late.signal]));
      return found === null ? calledOff() : succeed(found);
    } finally {
      callOff();
    }
  }
}

const calledOff = (): Answer => fail('unavailable', 'Clusters could not be suggested in time. Try again in a moment.');
