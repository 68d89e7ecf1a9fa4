import type * as Y from 'yjs';
import { asMap, cardsOf } from '@rapport/board/layout';
import { boardDocument } from '@rapport/domain/document-id';
import type { GroupId, SymposiumId } from '@rapport/domain/ids';
import { Timer } from '@rapport/domain/timer';
import type { SymposiumState } from '@rapport/protocol/symposium-state';
import { readProgress } from '../ballots/progress.ts';
import { isoNow, type Clock } from '../clock.ts';
import type { Database } from '../db/database.ts';
import type { Documents } from '../documents/documents.ts';
import type { WrittenCards } from './draft-counts.ts';
import type { Presence } from './presence.ts';

const countCards = (doc: Y.Doc): number =>
  [...cardsOf(doc).values()].filter((card) => asMap(card)?.get('binned') !== true).length;

/** What an organiser sees of a symposium: counts of every group, nothing of any person. */
export class Cockpit {
  readonly #db: Database;
  readonly #clock: Clock;
  readonly #presence: Presence;
  readonly #documents: Pick<Documents, 'read'>;
  readonly #privateCards: (groupId: GroupId) => WrittenCards;

  constructor(options: {
    db: Database;
    clock: Clock;
    presence: Presence;
    documents: Pick<Documents, 'read'>;
    /** Drafts and finished private cards of a group, from memory. */
    privateCards: (groupId: GroupId) => WrittenCards;
  }) {
    this.#db = options.db;
    this.#clock = options.clock;
    this.#presence = options.presence;
    this.#documents = options.documents;
    this.#privateCards = options.privateCards;
  }

  /** All groups of a symposium as they are now; null when there is no such symposium. */
  async read(symposiumId: SymposiumId): Promise<SymposiumState | null> {
    const query = this.#db.query;
    const symposium = await query.selectFrom('symposium').select('id').where('id', '=', symposiumId).executeTakeFirst();
    if (symposium === undefined) return null;
    const groups = await query
      .selectFrom('group')
      .innerJoin('round', 'round.id', 'group.round_id')
      .innerJoin('phase', 'phase.id', 'group.phase_id')
      .select(['group.id', 'group.round_id', 'group.number', 'group.name', 'group.status', 'group.timer'])
      .select(['phase.kind', 'phase.index'])
      .where('group.symposium_id', '=', symposiumId)
      .orderBy('round.number')
      .orderBy('group.number')
      .execute();
    const phases = await query
      .selectFrom('phase')
      .innerJoin('group', 'group.id', 'phase.group_id')
      .select((eb) => ['phase.group_id', eb.fn.countAll<number | string>().as('count')])
      .where('group.symposium_id', '=', symposiumId)
      .groupBy('phase.group_id')
      .execute();
    const seats = await query
      .selectFrom('group_seat')
      .innerJoin('group', 'group.id', 'group_seat.group_id')
      .select(['group_seat.group_id', 'group_seat.seat_id', 'group_seat.done'])
      .where('group.symposium_id', '=', symposiumId)
      .execute();
    const ballots = await query
      .selectFrom('ballot')
      .innerJoin('group', 'group.id', 'ballot.group_id')
      .select(['ballot.group_id', 'ballot.id'])
      .where('group.symposium_id', '=', symposiumId)
      .where('ballot.status', '=', 'open')
      .execute();
    const progress = await readProgress(
      query,
      ballots.map((ballot) => ballot.id),
    );

    const calls = await query
      .selectFrom('help_request')
      .innerJoin('group', 'group.id', 'help_request.group_id')
      .select(['help_request.group_id', 'help_request.text', 'help_request.asked_at'])
      .where('group.symposium_id', '=', symposiumId)
      .orderBy('help_request.number')
      .execute();

    const cards = new Map(
      await Promise.all(
        groups.map(async ({ id }) => [id, await this.#documents.read(boardDocument(id), countCards)] as const),
      ),
    );

    const phaseCount = new Map(phases.map((row) => [row.group_id, Number(row.count)]));
    const seatsOf = Map.groupBy(seats, (seat) => seat.group_id);
    const callsOf = Map.groupBy(calls, (call) => call.group_id);
    const ballotOf = new Map(ballots.map((row) => [row.group_id, progress.get(row.id) ?? null]));
    return {
      id: symposiumId,
      serverTime: isoNow(this.#clock),
      groups: groups.map((group) => {
        const all = seatsOf.get(group.id) ?? [];
        const present = all.filter((seat) => this.#presence.isPresent(group.id, seat.seat_id));
        return {
          id: group.id,
          roundId: group.round_id,
          number: group.number,
          name: group.name,
          status: group.status,
          phase: { kind: group.kind, index: group.index, of: phaseCount.get(group.id) ?? 0 },
          timer: Timer.parse(JSON.parse(group.timer)),
          seats: all.length,
          present: present.length,
          done: present.filter((seat) => seat.done === 1).length,
          ...this.#privateCards(group.id),
          cards: cards.get(group.id) ?? 0,
          ballot: ballotOf.get(group.id) ?? null,
          help: (callsOf.get(group.id) ?? []).map((call) => ({ text: call.text, askedAt: call.asked_at })),
        };
      }),
    };
  }
}
