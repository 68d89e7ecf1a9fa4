import { cardMap } from '@rapport/board/layout';
import { readBoard } from '@rapport/board/read-board';
import { readOptions } from '@rapport/board/read-options';
import { restoreBoard } from '@rapport/board/restore-board';
import { boardDocument } from '@rapport/domain/document-id';
import { newId, type CardId, type CheckpointId, type GroupId, type RandomBytes } from '@rapport/domain/ids';
import { leads } from '@rapport/domain/roles';
import { fail, succeed, type Outcome } from '@rapport/protocol/failures';
import type {
  CardTexts,
  Checkpoint,
  EarlierBoard,
  EarlierText,
  History as HistoryList,
  Restored,
} from '@rapport/protocol/history';
import type { Caller } from '../access/caller.ts';
import { findOpenBallot } from '../ballots/find-ballot.ts';
import type { Clock } from '../clock.ts';
import type { Database, Transaction } from '../db/database.ts';
import type { Documents } from '../documents/documents.ts';
import type { Announcements } from '../events/announcements.ts';
import { allow, noSuchGroup } from '../groups/allow.ts';
import type { GroupConditions } from '../groups/group-conditions.ts';
import { roleOf } from '../groups/role-of.ts';
import { KeepingTimes, readMoment, surplusOf } from './keeping-times.ts';

type Board = Pick<EarlierBoard, 'cards' | 'clusters' | 'options'>;

/**
 * Keeps boards as they stood: when a phase begins and every few minutes of work; never private documents. What is kept
 * is what everybody saw, as plain values, so that a withdrawn card can be taken out of every one of them. For those who
 * lead the group.
 */
export class History implements AsyncDisposable {
  readonly #db: Database;
  readonly #documents: Pick<Documents, 'read' | 'edit' | 'onChanged'>;
  readonly #conditions: GroupConditions;
  readonly #clock: Clock;
  readonly #random: RandomBytes;
  readonly #times: KeepingTimes;

  constructor(options: {
    db: Database;
    documents: Pick<Documents, 'read' | 'edit' | 'onChanged'>;
    announcements: Announcements;
    conditions: GroupConditions;
    clock: Clock;
    random: RandomBytes;
    onFault: (fault: unknown) => void;
  }) {
    this.#db = options.db;
    this.#documents = options.documents;
    this.#conditions = options.conditions;
    this.#clock = options.clock;
    this.#random = options.random;
    this.#times = new KeepingTimes({
      ...options,
      kind: 'board',
      keep: (groupId, reason) => this.#keep(groupId, reason),
      // What the database says of a failed row may hold what people wrote.
      onFault: () => options.onFault(new Error('an earlier board could not be kept')),
    });
  }

  /** Newest first. */
  async list(caller: Caller, groupId: GroupId): Promise<Outcome<HistoryList>> {
    const refusal = await this.#refuse(caller, groupId);
    if (refusal !== null) return refusal;
    return succeed({ checkpoints: (await this.#rows(groupId)).map(toCheckpoint) });
  }

  /** One board as it stood, for looking. */
  async look(caller: Caller, groupId: GroupId, id: CheckpointId): Promise<Outcome<EarlierBoard>> {
    const refusal = await this.#refuse(caller, groupId);
    if (refusal !== null) return refusal;
    const row = (await this.#rows(groupId, id))[0];
    if (row === undefined) return fail('not-found', 'There is no such earlier board.');
    return succeed({ checkpoint: toCheckpoint(row), ...readKept(row.board) });
  }

  /** What one card said, newest first; a text that stood over several boards counts from the first of them. */
  async texts(caller: Caller, groupId: GroupId, cardId: CardId): Promise<Outcome<CardTexts>> {
    const refusal = await this.#refuse(caller, groupId);
    if (refusal !== null) return refusal;
    return this.#times.inTurn(groupId, async () => {
      // A card that is being withdrawn is off the board before it is out of what was kept.
      const isThere = await this.#documents.read(boardDocument(groupId), (doc) => cardMap(doc, cardId) !== null);
      if (!isThere) return fail('not-found', 'There is no such card.');
      const texts: EarlierText[] = [];
      for (const row of (await this.#rows(groupId)).toReversed()) {
        const card = readKept(row.board).cards.find(({ id }) => id === cardId);
        const last = texts.at(-1);
        if (card === undefined || (last?.title === card.title && last.body === card.body)) continue;
        texts.push({ checkpoint: toCheckpoint(row), title: card.title, body: card.body });
      }
      return succeed({ texts: texts.toReversed() });
    });
  }

  /**
   * Makes the board stand as it stood, as an ordinary edit. How it stands now is kept first, so that this can be taken
   * back the same way.
   */
  async restore(caller: Caller, groupId: GroupId, id: CheckpointId): Promise<Outcome<Restored>> {
    const allowed = await allow(this.#db.query, 'board.lock', caller, groupId);
    if (!allowed.ok) return allowed;
    return this.#times.inTurn(groupId, async () => {
      const row = (await this.#rows(groupId, id))[0];
      if (row === undefined) return fail('not-found', 'There is no such earlier board.');
      if ((await findOpenBallot(this.#db.query, { groupId })) !== null) {
        return fail('ballot-open', 'A ballot is open about what stands on the board.');
      }
      const keptAs = await this.#keep(groupId, 'restore');
      const earlier = readKept(row.board);
      await this.#conditions.load(groupId);
      const { value: cards, durable } = await this.#documents.edit(boardDocument(groupId), (doc) =>
        // A frozen text says what its version says.
        restoreBoard(
          doc,
          earlier,
          'server',
          (optionId) => this.#conditions.get(groupId)?.options.get(optionId) === null,
        ),
      );
      await durable;
      return succeed({ cards, keptAs });
    });
  }

  /** Takes a withdrawn card out of every earlier board (P3). It must have left the board before. */
  forgetCard(groupId: GroupId, cardId: CardId): Promise<void> {
    // In the group's turn: a checkpoint that was being made when the card was still there comes before this.
    return this.#times.inTurn(groupId, () =>
      this.#db.transaction(async (tx) => {
        const rows = await tx
          .selectFrom('checkpoint')
          .select(['id', 'board'])
          .where('group_id', '=', groupId)
          .where('board', 'like', `%"${cardId}"%`)
          .execute();
        for (const row of rows) {
          const kept = readKept(row.board);
          const left: Board = { ...kept, cards: kept.cards.filter((card) => card.id !== cardId) };
          await tx
            .updateTable('checkpoint')
            .set({ board: JSON.stringify(left), cards: countLive(left) })
            .where('id', '=', row.id)
            .execute();
        }
        tx.afterCommit(() => this.#db.truncateLog());
      }),
    );
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.#times[Symbol.asyncDispose]();
  }

  /** In the group's turn. Returns where it was kept; a board that has not changed is not kept twice by activity. */
  async #keep(groupId: GroupId, reason: Checkpoint['reason']): Promise<CheckpointId> {
    const { cards, clusters, options } = await this.#documents.read(boardDocument(groupId), (doc) => ({
      ...readBoard(doc),
      options: readOptions(doc),
    }));
    const board: Board = {
      cards,
      options,
      clusters: clusters.map(({ id, title, colour, position }) => ({ id, title, colour, position })),
    };
    return this.#db.transaction((tx) => this.#store(tx, groupId, reason, board));
  }

  async #store(tx: Transaction, groupId: GroupId, reason: Checkpoint['reason'], board: Board): Promise<CheckpointId> {
    const moment = await readMoment(tx, groupId, this.#clock);
    const last = await tx
      .selectFrom('checkpoint')
      .select(['id', 'number', 'board'])
      .where('group_id', '=', groupId)
      .orderBy('number', 'desc')
      .limit(1)
      .executeTakeFirst();
    const text = JSON.stringify(board);
    if (reason !== 'phase' && last?.board === text) return last.id;
    const id = newId(this.#random) as CheckpointId;
    await tx
      .insertInto('checkpoint')
      .values({
        id,
        group_id: groupId,
        number: (last?.number ?? 0) + 1,
        reason,
        ...moment,
        cards: countLive(board),
        board: text,
      })
      .execute();
    const old = await tx
      .selectFrom('checkpoint')
      .select('id')
      .where('group_id', '=', groupId)
      .where('reason', '=', 'activity')
      .orderBy('number', 'desc')
      .execute();
    const surplus = surplusOf(old);
    if (surplus.length > 0) await tx.deleteFrom('checkpoint').where('id', 'in', surplus).execute();
    return id;
  }

  async #refuse(caller: Caller, groupId: GroupId): Promise<Outcome<never> | null> {
    const who = await roleOf(this.#db.query, caller, groupId);
    if (who === null) return noSuchGroup();
    return leads(who.role) ? null : fail('role-refused', 'Earlier boards are for those who lead the group.');
  }

  #rows(groupId: GroupId, id?: CheckpointId) {
    return this.#db.query
      .selectFrom('checkpoint')
      .innerJoin('phase', 'phase.id', 'checkpoint.phase_id')
      .select([
        'checkpoint.id',
        'checkpoint.number',
        'checkpoint.reason',
        'checkpoint.at',
        'checkpoint.cards',
        'checkpoint.board',
        'phase.kind',
        'phase.index',
      ])
      .where('checkpoint.group_id', '=', groupId)
      .$if(id !== undefined, (query) => query.where('checkpoint.id', '=', id as CheckpointId))
      .orderBy('checkpoint.number', 'desc')
      .execute();
  }
}

/** Boards kept before there were options have none. */
const readKept = (text: string): Board => ({ options: [], ...(JSON.parse(text) as Omit<Board, 'options'>) });

const countLive = ({ cards }: Board): number => cards.filter((card) => !card.binned).length;

const toCheckpoint = (row: {
  id: CheckpointId;
  number: number;
  reason: Checkpoint['reason'];
  at: string | null;
  cards: number;
  kind: Checkpoint['phase']['kind'];
  index: number;
}): Checkpoint => ({
  id: row.id,
  number: row.number,
  reason: row.reason,
  phase: { kind: row.kind, index: row.index },
  at: row.at,
  cards: row.cards,
});
