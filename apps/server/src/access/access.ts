import { createHash } from 'node:crypto';
import type { Bloc, BlocId, Sides } from '@rapport/domain/blocs';
import { newId, type RandomBytes, type SeatId, type SessionId, type SymposiumId } from '@rapport/domain/ids';
import { LIMITS } from '@rapport/domain/limits';
import { fail, succeed, type Outcome } from '@rapport/protocol/failures';
import type { Me, SignedIn, SignIn } from '@rapport/protocol/http';
import type { Clock } from '../clock.ts';
import type { Database, Transaction } from '../db/database.ts';
import { newBadgeCode, newTypedCode, normaliseTypedCode } from './codes.ts';
import { CodePace } from './code-pace.ts';
import type { Caller } from './caller.ts';
import { sameKey } from './organiser-key.ts';
import { SessionExpiry } from './session-expiry.ts';

/** Whose a session is. */
type Holder = { kind: 'organiser' } | { kind: 'seat'; seatId: SeatId } | { kind: 'screen'; symposiumId: SymposiumId };

const isHeldBy = (caller: Caller, holder: Holder): boolean => {
  switch (caller.kind) {
    case 'organiser':
      return holder.kind === 'organiser';
    case 'seat':
      return holder.kind === 'seat' && holder.seatId === caller.seatId;
    case 'screen':
      return holder.kind === 'screen' && holder.symposiumId === caller.symposiumId;
  }
};

const SESSION_MS = 14 * 24 * 3600 * 1000;

const hashToken = (token: string): string => createHash('sha256').update(token).digest('hex');

/** Tells the bloc and the proper name of what a walk-in wrote as delegation. */
export type DelegationFinder = (text: string) => { code: string; name: string; bloc: string; framework: string } | null;

/** Signs people in and out, and says who a token belongs to. */
export class Access implements AsyncDisposable {
  readonly #db: Database;
  readonly #clock: Clock;
  readonly #random: RandomBytes;
  readonly #organiserKey: string;
  readonly #findDelegation: DelegationFinder;
  readonly #pace: CodePace;
  readonly #expiry: SessionExpiry;
  readonly #endListeners: ((sessionId: SessionId) => void)[] = [];

  constructor(options: {
    db: Database;
    clock: Clock;
    random: RandomBytes;
    organiserKey: string;
    findDelegation: DelegationFinder;
    onFault: (fault: unknown) => void;
  }) {
    this.#db = options.db;
    this.#clock = options.clock;
    this.#random = options.random;
    this.#organiserKey = options.organiserKey;
    this.#findDelegation = options.findDelegation;
    this.#pace = new CodePace(options.clock);
    this.#expiry = new SessionExpiry({
      db: options.db,
      clock: options.clock,
      tellEnded: (ids) => this.#tellEnded(ids),
      onFault: options.onFault,
    });
  }

  /** Ends sessions that ran out while the server was down; called at start. */
  resume(): Promise<void> {
    return this.#expiry.endExpired();
  }

  /** Who the token belongs to; null for none, an unknown or an expired one. */
  async resolve(token: string | null): Promise<Caller | null> {
    if (token === null || token.length > 200) return null;
    const row = await this.#db.query
      .selectFrom('session')
      .leftJoin('seat', 'seat.id', 'session.seat_id')
      .select(['session.id', 'session.seat_id', 'session.organiser', 'session.screen_of', 'session.expires_at'])
      .select('seat.symposium_id')
      .where('token_hash', '=', hashToken(token))
      .executeTakeFirst();
    if (row === undefined || Date.parse(row.expires_at) <= this.#clock.now()) return null;
    if (row.organiser === 1) return { kind: 'organiser', sessionId: row.id };
    if (row.screen_of !== null) return { kind: 'screen', sessionId: row.id, symposiumId: row.screen_of };
    if (row.seat_id === null || row.symposium_id === null) return null;
    return { kind: 'seat', sessionId: row.id, seatId: row.seat_id, symposiumId: row.symposium_id };
  }

  /** Tells when a session has ended, so that its sockets can be closed. */
  onSessionEnded(listener: (sessionId: SessionId) => void): void {
    this.#endListeners.push(listener);
  }

  /**
   * Starts a session. A browser that opens the same badge again goes on with the session it has: `held` are the tokens
   * it brings, and each new session would be one cookie more in every request.
   */
  async signIn(input: SignIn, held: readonly string[] = []): Promise<Outcome<SignedIn>> {
    if ('groupCode' in input) return this.#walkIn(input);
    const found = await this.#find(input);
    if (!found.ok) return found;
    return succeed(
      (await this.#goOn(found.value, held)) ?? (await this.#db.transaction((tx) => this.#begin(tx, found.value))),
    );
  }

  async signOut(caller: Caller): Promise<void> {
    await this.#db.transaction(async (tx) => {
      await tx.deleteFrom('session').where('id', '=', caller.sessionId).execute();
      tx.afterCommit(() => this.#tellEnded([caller.sessionId]));
    });
  }

  /** Ends every session of these seats, for people taken off the roster. */
  async endSessionsOf(tx: Transaction, seatIds: readonly SeatId[]): Promise<void> {
    if (seatIds.length === 0) return;
    const rows = await tx.deleteFrom('session').where('seat_id', 'in', seatIds).returning('id').execute();
    tx.afterCommit(() => this.#tellEnded(rows.map((row) => row.id)));
  }

  /** Ends every screen of this symposium, for a code that holds no longer. */
  async endScreensOf(tx: Transaction, symposiumId: SymposiumId): Promise<void> {
    const rows = await tx.deleteFrom('session').where('screen_of', '=', symposiumId).returning('id').execute();
    tx.afterCommit(() => this.#tellEnded(rows.map((row) => row.id)));
  }

  async me(caller: Caller): Promise<Me> {
    return describe(this.#db.query, caller);
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.#expiry[Symbol.asyncDispose]();
  }

  #find(input: Exclude<SignIn, { groupCode: string }>): Promise<Outcome<Holder>> | Outcome<Holder> {
    if ('organiserKey' in input) return this.#checkKey(input.organiserKey);
    return 'screenCode' in input ? this.#findScreen(input.screenCode) : this.#findSeat(input.joinCode);
  }

  #checkKey(key: string): Outcome<Holder> {
    return sameKey(key, this.#organiserKey)
      ? succeed({ kind: 'organiser' })
      : fail('unknown-code', 'This organiser key is not known here.', 'organiserKey');
  }

  /** A projector's code: typed, so it is paced like any typed code and answers only while the symposium is open. */
  async #findScreen(code: string): Promise<Outcome<Holder>> {
    if (!(await this.#pace.turn())) {
      return fail('too-many-attempts', 'Too many codes are being tried. Try again in a minute.');
    }
    const typed = normaliseTypedCode(code);
    const found =
      typed === null
        ? undefined
        : await this.#db.query
            .selectFrom('plenary')
            .innerJoin('symposium', 'symposium.id', 'plenary.symposium_id')
            .select(['symposium.id', 'symposium.status'])
            .where('plenary.screen_code', '=', typed)
            .executeTakeFirst();
    if (found === undefined || found.status !== 'open') {
      this.#pace.failed();
      return fail('unknown-code', 'This screen code is not known here. Ask the organiser.', 'screenCode');
    }
    return succeed({ kind: 'screen', symposiumId: found.id });
  }

  async #findSeat(code: string): Promise<Outcome<Holder>> {
    const unknown = fail('unknown-code', 'This code is not known here. Check it, or ask the organiser.', 'joinCode');
    const byBadge = await this.#db.query
      .selectFrom('seat')
      .select('id')
      .where('badge_code', '=', code)
      .executeTakeFirst();
    if (byBadge !== undefined) return succeed({ kind: 'seat', seatId: byBadge.id });

    if (!(await this.#pace.turn())) {
      return fail('too-many-attempts', 'Too many codes are being tried. Scan your badge, or try again in a minute.');
    }
    const typed = normaliseTypedCode(code);
    const seat =
      typed === null
        ? undefined
        : await this.#db.query
            .selectFrom('seat')
            .innerJoin('symposium', 'symposium.id', 'seat.symposium_id')
            .select(['seat.id', 'symposium.status'])
            .where('seat.join_code', '=', typed)
            .executeTakeFirst();
    // Typed codes answer only while the symposium is open: afterwards a list of them is worth nothing.
    if (seat === undefined || seat.status !== 'open') {
      this.#pace.failed();
      return unknown;
    }
    return succeed({ kind: 'seat', seatId: seat.id });
  }

  /** The session this holder has among the tokens a browser brings. */
  async #goOn(holder: Holder, held: readonly string[]): Promise<SignedIn | null> {
    for (const token of held) {
      const caller = await this.resolve(token);
      if (caller === null || !isHeldBy(caller, holder)) continue;
      const { tab } = await this.#db.query
        .selectFrom('session')
        .select('tab')
        .where('id', '=', caller.sessionId)
        .executeTakeFirstOrThrow();
      return { ...(await describe(this.#db.query, holder)), token, tab };
    }
    return null;
  }

  async #walkIn(input: Extract<SignIn, { groupCode: string }>): Promise<Outcome<SignedIn>> {
    if (!(await this.#pace.turn())) {
      return fail('too-many-attempts', 'Too many codes are being tried. Try again in a minute.');
    }
    const typed = normaliseTypedCode(input.groupCode);
    const group =
      typed === null
        ? undefined
        : await this.#db.query
            .selectFrom('group')
            .innerJoin('symposium', 'symposium.id', 'group.symposium_id')
            .select([
              'group.id',
              'group.symposium_id',
              'group.status as groupStatus',
              'symposium.status',
              'symposium.walk_ins',
              'symposium.blocs',
              'symposium.sides',
            ])
            .where('group.code', '=', typed)
            .executeTakeFirst();
    if (group === undefined || group.status !== 'open') {
      this.#pace.failed();
      return fail('unknown-code', 'This group code is not known here. Check it, or ask your facilitator.', 'groupCode');
    }
    if (group.walk_ins !== 1) {
      return fail('walk-ins-refused', 'This symposium takes no walk-ins. Ask the organiser for a personal code.');
    }
    if (group.groupStatus === 'closed') return fail('group-closed', 'This group has closed its session.');
    const written = input.delegation?.trim() ?? '';
    const delegation = written === '' ? null : this.#findDelegation(written);
    return this.#db.transaction(async (tx) => {
      const seats = await tx
        .selectFrom('group_seat')
        .select((eb) => eb.fn.countAll<number | string>().as('count'))
        .where('group_id', '=', group.id)
        .executeTakeFirstOrThrow();
      if (Number(seats.count) >= LIMITS.seatsPerGroup) return fail('conflict', 'This group is full.');
      const seatId = newId(this.#random) as SeatId;
      await tx
        .insertInto('seat')
        .values({
          id: seatId,
          symposium_id: group.symposium_id,
          participant_id: null,
          display_name: input.displayName.normalize('NFC'),
          delegation_code: delegation?.code ?? '',
          delegation: delegation?.name ?? written,
          framework: delegation?.framework ?? '',
          bloc: await blocOfWalkIn(tx, group, delegation ?? { name: written, bloc: null }),
          sector: '',
          language: '',
          email: '',
          roster_role: 'participant',
          roster_group: null,
          join_code: newTypedCode(this.#random),
          badge_code: newBadgeCode(this.#random),
        })
        .execute();
      await tx
        .insertInto('group_seat')
        .values({ group_id: group.id, seat_id: seatId, role: 'participant', checked_in: 0, done: 0, later_drafts: 0 })
        .execute();
      return succeed(await this.#begin(tx, { kind: 'seat', seatId }));
    });
  }

  async #begin(tx: Transaction, holder: Holder): Promise<SignedIn> {
    const token = Buffer.from(this.#random(32)).toString('base64url');
    const tab = Buffer.from(this.#random(8)).toString('hex');
    const id = newId(this.#random) as SessionId;
    const now = this.#clock.now();
    const expiresAt = now + SESSION_MS;
    await tx
      .insertInto('session')
      .values({
        id,
        token_hash: hashToken(token),
        tab,
        seat_id: holder.kind === 'seat' ? holder.seatId : null,
        organiser: holder.kind === 'organiser' ? 1 : 0,
        screen_of: holder.kind === 'screen' ? holder.symposiumId : null,
        expires_at: new Date(expiresAt).toISOString(),
      })
      .execute();
    tx.afterCommit(() => this.#expiry.expect(expiresAt));
    return { ...(await describe(tx, holder)), token, tab };
  }

  #tellEnded(ids: readonly SessionId[]): void {
    for (const id of ids) for (const listener of this.#endListeners) listener(id);
  }
}

/** A seat's own name, symposium and groups; a screen's symposium. */
const describe = async (query: Database['query'], holder: Holder): Promise<Me> => {
  const nobody = { seat: null, groups: [], language: null, attribution: null };
  if (holder.kind === 'organiser') return { role: 'organiser', symposium: null, ...nobody };
  if (holder.kind === 'screen') {
    const {
      marking,
      chatham_house: chathamHouse,
      blocs,
      ...symposium
    } = await query
      .selectFrom('symposium')
      .select(['id', 'slug', 'title', 'marking', 'chatham_house', 'blocs'])
      .where('id', '=', holder.symposiumId)
      .executeTakeFirstOrThrow();
    return {
      role: 'screen',
      symposium: {
        ...symposium,
        marking: JSON.parse(marking),
        chathamHouse: chathamHouse === 1,
        blocs: JSON.parse(blocs),
      },
      ...nobody,
    };
  }
  const { seatId } = holder;
  const seat = await query
    .selectFrom('seat')
    .innerJoin('symposium', 'symposium.id', 'seat.symposium_id')
    .select([
      'seat.id',
      'seat.display_name',
      'seat.delegation',
      'seat.bloc',
      'seat.language',
      'symposium.id as symposiumId',
      'symposium.slug',
      'symposium.title',
      'symposium.marking',
      'symposium.chatham_house',
      'symposium.attribution',
      'symposium.blocs',
    ])
    .where('seat.id', '=', seatId)
    .executeTakeFirstOrThrow();
  const groups = await query
    .selectFrom('group_seat')
    .innerJoin('group', 'group.id', 'group_seat.group_id')
    .innerJoin('round', 'round.id', 'group.round_id')
    .select(['group.id', 'group.number', 'group.name', 'group_seat.role'])
    .where('group_seat.seat_id', '=', seatId)
    .orderBy('round.number')
    .orderBy('group.number')
    .execute();
  return {
    role: groups.at(-1)?.role ?? 'participant',
    seat: { id: seat.id, displayName: seat.display_name, delegation: seat.delegation, bloc: seat.bloc },
    symposium: {
      id: seat.symposiumId,
      slug: seat.slug,
      title: seat.title,
      marking: JSON.parse(seat.marking),
      chathamHouse: seat.chatham_house === 1,
      blocs: JSON.parse(seat.blocs),
    },
    groups,
    language: seat.language === '' ? null : seat.language,
    attribution: seat.attribution,
  };
};

/**
 * The bloc of somebody the roster does not know: that of the same delegation's seats, else the one the nation belongs to.
 * Who names neither counts in the totals and in no side, where the symposium has such a bloc.
 */
const blocOfWalkIn = async (
  tx: Transaction,
  symposium: { symposium_id: SymposiumId; blocs: string; sides: string },
  { name, bloc }: { name: string; bloc: BlocId | null },
): Promise<BlocId> => {
  const seated =
    name === ''
      ? undefined
      : await tx
          .selectFrom('seat')
          .select('bloc')
          .where('symposium_id', '=', symposium.symposium_id)
          .where('delegation', '=', name)
          .where('participant_id', 'is not', null)
          .orderBy('participant_id')
          .executeTakeFirst();
  if (seated !== undefined) return seated.bloc;
  const ids = (JSON.parse(symposium.blocs) as Bloc[]).map(({ id }) => id);
  if (bloc !== null && ids.includes(bloc)) return bloc;
  const sides = JSON.parse(symposium.sides) as Sides;
  const neutral = ids.findLast((id) => !sides.includes(id));
  return neutral ?? ids.at(-1) ?? 'organisation';
};
