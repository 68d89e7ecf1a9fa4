import { addCard } from '@rapport/board/add-card';
import { cardsOf } from '@rapport/board/layout';
import { placeInGrid } from '@rapport/board/place-in-grid';
import { readBoard } from '@rapport/board/read-board';
import { keepsAuthorship } from '@rapport/domain/attribution';
import { boardDocument } from '@rapport/domain/document-id';
import { newId, type CardId, type GroupId, type RandomBytes, type SeatId } from '@rapport/domain/ids';
import { LIMITS } from '@rapport/domain/limits';
import type { CommandParsed, CommandValue } from '@rapport/protocol/commands';
import { fail, succeed, type Outcome } from '@rapport/protocol/failures';
import type { Caller } from '../access/caller.ts';
import { isoNow, type Clock } from '../clock.ts';
import type { Database, Transaction } from '../db/database.ts';
import type { Documents } from '../documents/documents.ts';
import type { Announcements } from '../events/announcements.ts';
import { shuffle } from '../shuffle.ts';
import { Turns } from '../turns.ts';
import { allow } from './allow.ts';
import { linkAuthors } from './authorship.ts';
import type { Drafts, SeatDrafts } from './drafts.ts';
import { forgetPromises, readPromises } from './draft-promises.ts';
import type { GroupConditions } from './group-conditions.ts';
import { readCardAuthors } from './read-authors.ts';

/** How long to wait before a reveal that was cut off is taken up again, ms. */
const RETRY_MS = 5_000;

/** A card of a fixed set, under its new id. */
type FixedCard = { id: CardId; title: string; body: string; late: boolean };
/** Which drafts a fixed set takes out of whose document; in no order that has to do with the cards'. */
type TakenDrafts = { seatId: SeatId; ids: CardId[]; /** Some of them may leave no bytes behind. */ sealed: boolean };
type FixedSet = { id: string; groupId: GroupId; cards: FixedCard[]; drafts: TakenDrafts[] };

/** A reveal of everything handed in, or of later cards whose authors agreed (P5). */
type Scope = 'all' | 'later';

/**
 * Brings private cards onto the board (docs/method.md §3). One SQL transaction fixes the set: shuffled, under new ids,
 * with its links, marked as pending. One document transaction of the server's own inserts what is not there yet; then
 * the drafts go and the set is marked done. Whatever stops in between is taken up again and never done twice: a pending
 * set is finished before anything else is revealed in its group. A reveal never moves the phase.
 */
export class Reveals implements AsyncDisposable {
  readonly #db: Database;
  readonly #documents: Pick<Documents, 'edit' | 'forgetClaims'>;
  readonly #drafts: Drafts;
  readonly #conditions: GroupConditions;
  readonly #announcements: Announcements;
  readonly #clock: Clock;
  readonly #random: RandomBytes;
  readonly #onFault: (fault: unknown) => void;
  readonly #turns = new Turns<GroupId>();
  /** A press while another one is being answered gets the same answer. */
  readonly #pressed = new Map<GroupId, Promise<Outcome<CommandValue['drafts.reveal']>>>();
  readonly #timers = new Map<GroupId, () => void>();
  #ended = false;

  constructor(options: {
    db: Database;
    documents: Pick<Documents, 'edit' | 'forgetClaims'>;
    drafts: Drafts;
    conditions: GroupConditions;
    announcements: Announcements;
    clock: Clock;
    random: RandomBytes;
    onFault: (fault: unknown) => void;
  }) {
    this.#db = options.db;
    this.#documents = options.documents;
    this.#drafts = options.drafts;
    this.#conditions = options.conditions;
    this.#announcements = options.announcements;
    this.#clock = options.clock;
    this.#random = options.random;
    this.#onFault = options.onFault;
  }

  /** `drafts.reveal`: at once when nobody is still writing, else after authors had 20 s to include what is open (P4). */
  reveal(caller: Caller, input: CommandParsed<'drafts.reveal'>): Promise<Outcome<CommandValue['drafts.reveal']>> {
    const { groupId, now = false } = input;
    const pressed = this.#pressed.get(groupId);
    if (pressed !== undefined && !now) {
      // The answer is shared, the right to it is not.
      return allow(this.#db.query, 'drafts.reveal', caller, groupId).then((allowed) =>
        allowed.ok ? pressed : allowed,
      );
    }
    const press = this.#turns
      .take(groupId, () => this.#press(caller, groupId, now))
      .finally(() => {
        if (this.#pressed.get(groupId) === press) this.#pressed.delete(groupId);
      });
    this.#pressed.set(groupId, press);
    return press;
  }

  /** `drafts.submit`: the author lets later cards go (P5); they appear in company or at the next phase move. */
  submit(caller: Caller, { groupId }: CommandParsed<'drafts.submit'>): Promise<Outcome<CommandValue['drafts.submit']>> {
    return this.#turns.take(groupId, async () => {
      const allowed = await allow(this.#db.query, 'drafts.write', caller, groupId);
      if (!allowed.ok) return allowed;
      const { seatId } = allowed.value;
      if (seatId === null) return fail('role-refused', 'Only somebody who sits in the group has private cards.');
      await this.#finishPending(groupId);
      const group = await this.#group(groupId);
      if (!group.revealed) {
        return fail('conflict', 'Nothing has been revealed yet. What you have handed in appears with the reveal.');
      }
      const own = (await this.#drafts.ofGroup(groupId)).find((seat) => seat.seatId === seatId);
      if (own === undefined || own.finished.length === 0) {
        return fail('nothing-to-reveal', 'You have no finished card that is still private.');
      }
      await this.#db.transaction((tx) =>
        tx
          .updateTable('group_seat')
          .set({ later_drafts: 1 })
          .where('group_id', '=', groupId)
          .where('seat_id', '=', seatId)
          .execute(),
      );
      const waiting = handedIn(await this.#agreed(groupId)).length;
      if (waiting < LIMITS.laterDraftsTogether) return succeed({ waiting: true });
      await this.#run(groupId, 'later');
      return succeed({ waiting: false });
    });
  }

  /** Finished cards that nobody but their authors has seen. */
  async hiddenCount(groupId: GroupId): Promise<number> {
    return handedIn(await this.#drafts.ofGroup(groupId)).length;
  }

  /** Reveals everything handed in without waiting for open drafts; returns how many cards appeared. */
  revealNow(groupId: GroupId): Promise<number> {
    return this.#turns.take(groupId, () => this.#run(groupId, 'all'));
  }

  /** Later cards whose authors agreed appear, however many there are; for phase moves. Returns how many. */
  appearLater(groupId: GroupId): Promise<number> {
    return this.#turns.take(groupId, async () => {
      await this.#finishPending(groupId);
      return handedIn(await this.#agreed(groupId)).length === 0 ? 0 : this.#run(groupId, 'later');
    });
  }

  /** Takes up what a stop of the server cut off: fixed sets and waits. To be called before anybody is let in. */
  async resumeReveals(): Promise<void> {
    const pending = await this.#db.query
      .selectFrom('reveal')
      .select('group_id')
      .distinct()
      .where('status', '=', 'pending')
      .execute();
    for (const { group_id: groupId } of pending) {
      await this.#turns.take(groupId, () => this.#finishPending(groupId));
    }
    const waiting = await this.#db.query
      .selectFrom('group')
      .select(['id', 'reveal_ends_at'])
      .where('reveal_ends_at', 'is not', null)
      .execute();
    for (const { id, reveal_ends_at: endsAt } of waiting) {
      if (endsAt !== null) this.#endAt(id, Date.parse(endsAt));
    }
  }

  /** Waits for what runs; waits go on at the next start. */
  async [Symbol.asyncDispose](): Promise<void> {
    this.#ended = true;
    for (const callOff of this.#timers.values()) callOff();
    this.#timers.clear();
    await this.#turns.settled();
  }

  async #press(caller: Caller, groupId: GroupId, now: boolean): Promise<Outcome<CommandValue['drafts.reveal']>> {
    const allowed = await allow(this.#db.query, 'drafts.reveal', caller, groupId);
    if (!allowed.ok) return allowed;
    await this.#finishPending(groupId);
    const group = await this.#group(groupId);
    if (group.endsAt !== null) {
      if (!now) return succeed({ state: 'asking', endsAt: group.endsAt });
      return succeed({ state: 'revealed', cards: await this.#run(groupId, 'all') });
    }
    if (group.revealed && group.phase !== 'write') {
      return fail(
        'nothing-to-reveal',
        'The cards of this group are on the board. A later card appears when its author lets it go.',
      );
    }
    const drafts = await this.#drafts.ofGroup(groupId);
    const open = drafts.reduce((sum, seat) => sum + seat.open, 0);
    if (handedIn(drafts).length === 0 && (open === 0 || now)) {
      return fail('nothing-to-reveal', 'Nobody has handed in a card yet.');
    }
    if (open === 0 || now) return succeed({ state: 'revealed', cards: await this.#run(groupId, 'all') });
    const endsAt = await this.#ask(groupId);
    return succeed({ state: 'asking', endsAt });
  }

  async #ask(groupId: GroupId): Promise<string> {
    const time = this.#clock.now() + LIMITS.revealGraceMs;
    const endsAt = new Date(time).toISOString();
    await this.#db.transaction(async (tx) => {
      await tx.updateTable('group').set({ reveal_ends_at: endsAt }).where('id', '=', groupId).execute();
      tx.afterCommit(() => {
        this.#announcements.announce({ to: 'group', news: { type: 'reveal.started', groupId, endsAt } });
        this.#endAt(groupId, time);
      });
    });
    return endsAt;
  }

  #endAt(groupId: GroupId, time: number): void {
    if (this.#ended) return;
    this.#timers.get(groupId)?.();
    const callOff = this.#clock.after(Math.max(0, time - this.#clock.now()), () => {
      this.#timers.delete(groupId);
      this.#turns.take(groupId, () => this.#end(groupId)).catch(this.#onFault);
    });
    this.#timers.set(groupId, callOff);
  }

  /** The wait is over, or a reveal that failed is tried again. */
  async #end(groupId: GroupId): Promise<void> {
    if (this.#ended) return;
    try {
      await this.#finishPending(groupId);
      const { endsAt } = await this.#group(groupId);
      if (endsAt !== null && Date.parse(endsAt) <= this.#clock.now()) await this.#run(groupId, 'all');
    } catch (fault) {
      this.#endAt(groupId, this.#clock.now() + RETRY_MS);
      throw fault;
    }
  }

  async #group(groupId: GroupId) {
    const group = await this.#db.query
      .selectFrom('group')
      .innerJoin('phase', 'phase.id', 'group.phase_id')
      .select(['group.revealed', 'group.reveal_ends_at', 'phase.kind'])
      .where('group.id', '=', groupId)
      .executeTakeFirstOrThrow();
    return { revealed: group.revealed === 1, endsAt: group.reveal_ends_at, phase: group.kind };
  }

  /** Seats that let later cards go, with these cards. */
  async #agreed(groupId: GroupId): Promise<SeatDrafts[]> {
    const rows = await this.#db.query
      .selectFrom('group_seat')
      .select('seat_id')
      .where('group_id', '=', groupId)
      .where('later_drafts', '=', 1)
      .execute();
    if (rows.length === 0) return [];
    const seats = new Set(rows.map((row) => row.seat_id));
    return (await this.#drafts.ofGroup(groupId)).filter((drafts) => seats.has(drafts.seatId));
  }

  /** Fixes a set and carries it out; in the group's turn. Returns how many cards appeared. */
  async #run(groupId: GroupId, scope: Scope): Promise<number> {
    await this.#finishPending(groupId);
    const drafts = scope === 'all' ? await this.#drafts.ofGroup(groupId) : await this.#agreed(groupId);
    const set = await this.#db.transaction((tx) => this.#fix(tx, groupId, scope, drafts));
    if (set === null) return 0;
    this.#timers.get(groupId)?.();
    this.#timers.delete(groupId);
    try {
      await this.#finish(set);
    } catch (fault) {
      // The set is fixed: it will appear, only later.
      this.#endAt(groupId, this.#clock.now() + RETRY_MS);
      throw fault;
    }
    return set.cards.length;
  }

  /** Null when the group has closed meanwhile: then everything stays private. */
  async #fix(tx: Transaction, groupId: GroupId, scope: Scope, drafts: readonly SeatDrafts[]): Promise<FixedSet | null> {
    const group = await tx
      .selectFrom('group')
      .select(['status', 'attribution'])
      .where('id', '=', groupId)
      .executeTakeFirstOrThrow();
    if (group.status === 'closed') {
      await tx.updateTable('group').set({ reveal_ends_at: null }).where('id', '=', groupId).execute();
      return null;
    }
    const promised = await readPromises(tx, groupId, group.attribution);
    const entries = shuffle(handedIn(drafts), this.#random).map(({ seatId, id, title, body }) => ({
      seatId,
      mode: promised(seatId, id),
      card: { id: newId(this.#random) as CardId, title, body, late: scope === 'later' },
    }));
    const set: FixedSet = {
      id: newId(this.#random),
      groupId,
      cards: entries.map(({ card }) => card),
      drafts: drafts
        .filter((seat) => seat.finished.length > 0)
        .map(({ seatId, finished }) => {
          const ids = finished.map((card) => card.id);
          return { seatId, ids, sealed: ids.some((id) => !keepsAuthorship(promised(seatId, id))) };
        }),
    };
    await tx
      .insertInto('reveal')
      .values({
        id: set.id,
        group_id: groupId,
        status: 'pending',
        cards: JSON.stringify(set.cards),
        drafts: JSON.stringify(set.drafts),
      })
      .execute();
    const links = entries.map(({ seatId, mode, card }) => ({ cardId: card.id, seatId, mode }));
    await linkAuthors(
      tx,
      groupId,
      links.filter(({ mode }) => keepsAuthorship(mode)),
    );
    await tx
      .updateTable('group_seat')
      .set({ later_drafts: 0 })
      .where('group_id', '=', groupId)
      .where('later_drafts', '=', 1)
      .execute();
    return set;
  }

  async #finishPending(groupId: GroupId): Promise<void> {
    const rows = await this.#db.query
      .selectFrom('reveal')
      .selectAll()
      .where('group_id', '=', groupId)
      .where('status', '=', 'pending')
      .execute();
    for (const row of rows) {
      await this.#finish({
        id: row.id,
        groupId,
        cards: JSON.parse(row.cards) as FixedCard[],
        drafts: JSON.parse(row.drafts) as TakenDrafts[],
      });
    }
  }

  /** Every step may find that it was done before. */
  async #finish(set: FixedSet): Promise<void> {
    const { groupId } = set;
    await this.#insert(set);
    const gone = await Promise.all(
      set.drafts.map(async ({ seatId, ids, sealed }): Promise<TakenDrafts> => {
        const stay = await this.#drafts.remove(groupId, seatId, ids, { leaveNoBytes: sealed });
        return { seatId, ids: ids.filter((id) => !stay.includes(id)), sealed };
      }),
    );
    // Whose content ids they are goes where the links go.
    if (set.drafts.some(({ sealed }) => sealed)) await this.#documents.forgetClaims(boardDocument(groupId));
    await this.#db.transaction((tx) => this.#markDone(tx, set, gone));
  }

  /** One transaction of the server's own puts onto the board what is not there yet, beside what is. */
  async #insert({ groupId, cards }: FixedSet): Promise<void> {
    const { durable } = await this.#documents.edit(boardDocument(groupId), (doc) => {
      const missing = cards.filter(({ id }) => !cardsOf(doc).has(id));
      const taken = readBoard(doc)
        .cards.filter((card) => !card.binned)
        .map((card) => card.position);
      const spots = placeInGrid(missing.length, taken);
      for (const [index, card] of missing.entries()) {
        addCard(doc, { ...card, position: spots[index] ?? [0, 0] }, 'server');
      }
      // From the very next tick on a card on the board is one "added after reveal" (P3).
      this.#conditions.set(groupId, { revealed: true });
    });
    await durable;
  }

  async #markDone(tx: Transaction, set: FixedSet, gone: readonly TakenDrafts[]): Promise<void> {
    const { groupId } = set;
    // The texts are on the board now; a copy here would outlive a withdrawal.
    const done = await tx
      .updateTable('reveal')
      .set({ status: 'done', cards: '[]', drafts: '[]' })
      .where('id', '=', set.id)
      .where('status', '=', 'pending')
      .executeTakeFirst();
    if (Number(done.numUpdatedRows) === 0) return;
    // A draft that its author took back in time keeps what was promised for it.
    await forgetPromises(tx, groupId, gone);
    await tx.updateTable('group').set({ revealed: 1, reveal_ends_at: null }).where('id', '=', groupId).execute();
    const { attribution } = await tx
      .selectFrom('group')
      .select('attribution')
      .where('id', '=', groupId)
      .executeTakeFirstOrThrow();
    // Links of cards written on the board under that promise, before the reveal.
    const links = await tx
      .deleteFrom('authorship')
      .where('group_id', '=', groupId)
      .where('mode', '=', 'sealed')
      .executeTakeFirst();
    const purged = Number(links.numDeletedRows);
    const emptied = gone.filter(({ sealed }) => sealed);
    if (attribution === 'sealed' || purged > 0 || emptied.length > 0) {
      const at = isoNow(this.#clock);
      await tx
        .insertInto('purge')
        .values([
          { group_id: groupId, what: 'authorship', count: purged, at },
          { group_id: groupId, what: 'drafts', count: emptied.reduce((sum, { ids }) => sum + ids.length, 0), at },
        ])
        .execute();
    }
    const authors = await readCardAuthors(
      tx,
      groupId,
      set.cards.map((card) => card.id),
    );
    tx.afterCommit(() => {
      this.#conditions.set(groupId, { revealed: true });
      this.#announcements.announce({
        to: 'group',
        news: {
          type: 'drafts.revealed',
          groupId,
          cards: set.cards.length,
          ...this.#drafts.count(groupId),
        },
      });
      // With links that went a signature may have gone.
      if (purged > 0) this.#announcements.announce({ to: 'authors', list: { groupId, authors: null } });
      else if (authors.length > 0) this.#announcements.announce({ to: 'authors', list: { groupId, authors } });
      // The write-ahead log has the texts beside the seats they came from.
      this.#db.truncateLog();
    });
  }
}

/** All finished cards with whose they are. */
const handedIn = (drafts: readonly SeatDrafts[]): { seatId: SeatId; id: CardId; title: string; body: string }[] =>
  drafts.flatMap(({ seatId, finished }) => finished.map(({ id, title, body }) => ({ seatId, id, title, body })));
