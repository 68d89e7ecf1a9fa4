import { createHash } from 'node:crypto';
import { Choices, tidyPaper } from '@rapport/domain/ballots';
import type { BlocId } from '@rapport/domain/blocs';
import type { BallotId, RandomBytes, SeatId } from '@rapport/domain/ids';
import { fail, succeed, type Outcome } from '@rapport/protocol/failures';
import type { Database, Transaction } from '../db/database.ts';
import { shuffle } from '../shuffle.ts';

export type Paper = { paperKey: string; choices: Choices };

/** What a paper says of its voter, on its face: the bloc; in the plenary the delegation too, else null. */
export type PaperFace = { bloc: BlocId; delegation: string | null };

/** A stored paper as the tally sees it. */
type StoredPaper = PaperFace & { choices: Choices; proxy: boolean };

/** Rows of one insert: a statement holds a limited number of parameters in SQLite. */
const ROWS_AT_ONCE = 100;

const hashKey = (paperKey: string): string => createHash('sha256').update(paperKey).digest('hex');

const closed = (): Outcome<never> => fail('ballot-closed', 'This ballot is closed.');

const keyInUse = (): Outcome<never> =>
  fail('paper-key-mismatch', 'This paper key is in use. Take a new random one.', 'paperKey');

/**
 * Papers apart from seats (docs/method.md §5). One table says *that* a seat has voted, the other holds papers under the
 * hash of a key only the voter's client has. Nothing in either leads to a row of the other: no time, no order, no
 * shared value, and they are never written in one transaction. How one seat still gets exactly one paper, whatever
 * stops in between:
 *
 * - A first paper takes three transactions: the seat is *claimed*; the paper is stored; the seat is marked as *cast*
 *   and its claim ends. Callers do this in the ballot's turn, so at most one seat of a ballot is claimed at any time.
 * - Hence papers = casts while nothing is under way, and after a stop in the middle papers = casts or casts + 1. That
 *   one number tells how far the claimed seat had come, without telling which paper is its own: equal, its paper was
 *   not stored and the claim is dropped; one more, it was stored and the seat is marked as cast. `settle` does this
 *   before anything else is done with the ballot, so a second claim never blurs the count.
 * - Trying again then does the right thing: with no paper stored the same or another key makes the first one; with one
 *   stored the same key replaces it and another key is refused like any second paper.
 * - A key that is there already never makes a first paper: two seats that chose the same key do not overwrite each
 *   other.
 *
 * At close the papers are written anew in shuffled order, in one transaction and under keys nobody has: what their
 * place in a file could say of the order of voting goes with the old rows. So does the delegation: once it is counted
 * nobody needs it on a paper, and with a delegation of one seat it is a name.
 */
export class Papers {
  readonly #db: Database;
  readonly #random: RandomBytes;

  constructor(options: { db: Database; random: RandomBytes }) {
    this.#db = options.db;
    this.#random = options.random;
  }

  /** Stores the seat's paper or replaces it. In the ballot's turn, after `settle`. */
  async cast(ballotId: BallotId, seat: PaperFace & { id: SeatId }, paper: Paper): Promise<Outcome<null>> {
    const keyHash = hashKey(paper.paperKey);
    const claim = await this.#db.transaction((tx) => this.#claim(tx, ballotId, seat.id, keyHash));
    if (!claim.ok) return claim;
    const choices = JSON.stringify(tidyPaper(paper.choices));
    const stored = await this.#db.transaction(async (tx) => {
      // An open ballot may have been archived since the claim.
      if (!(await isOpen(tx, ballotId))) return false;
      await tx
        .insertInto('ballot_paper')
        .values({
          key_hash: keyHash,
          ballot_id: ballotId,
          bloc: seat.bloc,
          delegation: seat.delegation,
          choices,
          proxy: 0,
        })
        .onConflict((conflict) => conflict.columns(['ballot_id', 'key_hash']).doUpdateSet({ choices }))
        .execute();
      return true;
    });
    if (!stored) return closed();
    if (claim.value === 'first') await this.#db.transaction((tx) => markCast(tx, ballotId));
    return succeed(null);
  }

  /**
   * Stores the paper of somebody without a device, or replaces it under its key; marked, without a seat and hence
   * without a claim. In the ballot's turn, after `settle`.
   *
   * @param countSeats voting seats with this face: there are never more papers with it
   */
  async enter(
    ballotId: BallotId,
    { bloc, delegation }: PaperFace,
    countSeats: (tx: Transaction) => Promise<number>,
    paper: Paper,
  ): Promise<Outcome<null>> {
    const keyHash = hashKey(paper.paperKey);
    const choices = JSON.stringify(tidyPaper(paper.choices));
    return this.#db.transaction(async (tx) => {
      if (!(await isOpen(tx, ballotId))) return closed();
      const rows = await tx
        .selectFrom('ballot_paper')
        .select(['key_hash', 'bloc', 'delegation', 'proxy'])
        .where('ballot_id', '=', ballotId)
        .execute();
      const known = rows.find((row) => row.key_hash === keyHash);
      if (known?.proxy === 0) return keyInUse();
      const others = rows.filter(
        (row) => row.bloc === bloc && row.delegation === delegation && row.key_hash !== keyHash,
      );
      if (others.length >= (await countSeats(tx))) {
        return delegation === null
          ? fail('not-entitled', 'Every voting seat of this bloc has a paper.', 'bloc')
          : fail('not-entitled', 'Every voting seat of this delegation has a paper.', 'delegation');
      }
      await tx
        .insertInto('ballot_paper')
        .values({ key_hash: keyHash, ballot_id: ballotId, bloc, delegation, choices, proxy: 1 })
        .onConflict((conflict) =>
          conflict.columns(['ballot_id', 'key_hash']).doUpdateSet({ choices, bloc, delegation }),
        )
        .execute();
      return succeed(null);
    });
  }

  /** Ends a claim that a stop has left behind; in the ballot's turn. */
  async settle(ballotId: BallotId): Promise<void> {
    await this.#db.transaction(async (tx) => {
      const claimed = await tx
        .selectFrom('ballot_seat')
        .select('seat_id')
        .where('ballot_id', '=', ballotId)
        .where('claimed', '=', 1)
        .executeTakeFirst();
      if (claimed === undefined) return;
      const { casts } = await tx
        .selectFrom('ballot_seat')
        .select((eb) => eb.fn.countAll<number | string>().as('casts'))
        .where('ballot_id', '=', ballotId)
        .where('cast', '=', 1)
        .executeTakeFirstOrThrow();
      const { papers } = await tx
        .selectFrom('ballot_paper')
        .select((eb) => eb.fn.countAll<number | string>().as('papers'))
        .where('ballot_id', '=', ballotId)
        // A paper entered for somebody has no seat.
        .where('proxy', '=', 0)
        .executeTakeFirstOrThrow();
      if (Number(papers) > Number(casts)) await markCast(tx, ballotId);
      else {
        await tx
          .updateTable('ballot_seat')
          .set({ claimed: 0 })
          .where('ballot_id', '=', ballotId)
          .where('claimed', '=', 1)
          .execute();
      }
    });
  }

  /** All papers of a ballot, which are written anew so that nothing is left of the order they came in. */
  async seal(tx: Transaction, ballotId: BallotId): Promise<StoredPaper[]> {
    const rows = await tx
      .selectFrom('ballot_paper')
      .select(['bloc', 'delegation', 'choices', 'proxy'])
      .where('ballot_id', '=', ballotId)
      .execute();
    await tx.deleteFrom('ballot_paper').where('ballot_id', '=', ballotId).execute();
    const shuffled = shuffle(rows, this.#random);
    for (let from = 0; from < shuffled.length; from += ROWS_AT_ONCE) {
      await tx
        .insertInto('ballot_paper')
        .values(
          shuffled.slice(from, from + ROWS_AT_ONCE).map((row) => ({
            ...row,
            delegation: null,
            ballot_id: ballotId,
            key_hash: Buffer.from(this.#random(32)).toString('hex'),
          })),
        )
        .execute();
    }
    return shuffled.map(({ bloc, delegation, choices, proxy }) => ({
      bloc,
      delegation,
      choices: Choices.parse(JSON.parse(choices)),
      proxy: proxy === 1,
    }));
  }

  async #claim(
    tx: Transaction,
    ballotId: BallotId,
    seatId: SeatId,
    keyHash: string,
  ): Promise<Outcome<'first' | 'replacing'>> {
    if (!(await isOpen(tx, ballotId))) return closed();
    const seat = await tx
      .selectFrom('ballot_seat')
      .select('cast')
      .where('ballot_id', '=', ballotId)
      .where('seat_id', '=', seatId)
      .executeTakeFirst();
    if (seat === undefined) {
      return fail('not-entitled', 'You have no vote in this ballot: it goes to voting seats that are in the room.');
    }
    const paper = await tx
      .selectFrom('ballot_paper')
      .select('proxy')
      .where('ballot_id', '=', ballotId)
      .where('key_hash', '=', keyHash)
      .executeTakeFirst();
    if (paper?.proxy === 1) return keyInUse();
    if (seat.cast === 1) {
      return paper === undefined
        ? fail('paper-key-mismatch', 'You have voted with another key. Change your paper where you first voted.')
        : succeed('replacing');
    }
    if (paper !== undefined) return keyInUse();
    await tx
      .updateTable('ballot_seat')
      .set({ claimed: 1 })
      .where('ballot_id', '=', ballotId)
      .where('seat_id', '=', seatId)
      .execute();
    return succeed('first');
  }
}

const isOpen = async (tx: Transaction, ballotId: BallotId): Promise<boolean> => {
  const ballot = await tx.selectFrom('ballot').select('status').where('id', '=', ballotId).executeTakeFirst();
  return ballot?.status === 'open';
};

/** The one claimed seat of a ballot has its paper. */
const markCast = async (tx: Transaction, ballotId: BallotId): Promise<void> => {
  await tx
    .updateTable('ballot_seat')
    .set({ claimed: 0, cast: 1 })
    .where('ballot_id', '=', ballotId)
    .where('claimed', '=', 1)
    .execute();
};
