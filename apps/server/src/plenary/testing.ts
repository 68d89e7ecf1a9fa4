import { randomBytes } from 'node:crypto';
import type { GroupId, OptionId, RandomBytes, RoundId, SeatId, SessionId, SymposiumId } from '@rapport/domain/ids';
import { optionCode, type OptionState, type OptionText } from '@rapport/domain/options';
import type { PhaseId } from '@rapport/domain/ids';
import type { Outcome } from '@rapport/protocol/failures';
import type { RegisterEntry } from '@rapport/protocol/options';
import type { Caller } from '../access/caller.ts';
import { Attendance } from '../attendance.ts';
import { Papers } from '../ballots/papers.ts';
import { Database, type DatabaseLocation } from '../db/database.ts';
import { Announcements, type Announcement } from '../events/announcements.ts';
import { OptionNews } from '../options/option-news.ts';
import { versionHash } from '../options/version-hash.ts';
import { ManualClock } from '../testing/manual-clock.ts';
import { PlenaryBallots } from './plenary-ballots.ts';
import { PlenaryVoices } from './plenary-voices.ts';
import { Plenary } from './plenary.ts';
import { readRegister } from './read-register.ts';
import { Register } from './register.ts';

export const SYMPOSIUM = 'symposium-1' as SymposiumId;
export const OTHER_SYMPOSIUM = 'symposium-2' as SymposiumId;
const random: RandomBytes = (length) => new Uint8Array(randomBytes(length));

const groupId = (number: number): GroupId => `group-${number}` as GroupId;
export const seatId = (name: string): SeatId => `seat-of-${name}` as SeatId;

export const ORGANISER: Caller = { kind: 'organiser', sessionId: 'session-organiser' as SessionId };
/** Somebody of the symposium. */
export const as = (name: string, symposiumId = SYMPOSIUM): Caller => ({
  kind: 'seat',
  sessionId: `session-of-${name}` as SessionId,
  seatId: seatId(name),
  symposiumId,
});
export const SCREEN: Caller = { kind: 'screen', sessionId: 'session-screen' as SessionId, symposiumId: SYMPOSIUM };

/** The value of what has to succeed. */
export const value = <T>(outcome: Outcome<T>): T => {
  if (!outcome.ok) throw new Error(`refused: ${outcome.failure.code} (${outcome.failure.message})`);
  return outcome.value;
};

/** A code of refusal, `done` when there was none. */
export const codeOf = (outcome: Outcome<unknown>): string => (outcome.ok ? 'done' : outcome.failure.code);

const rethrow = (fault: unknown): void => {
  throw fault;
};

export const textOf = (title: string): OptionText => ({
  title,
  text: `${title}, every spring.`,
  rationale: '',
  actors: '',
  resources: '',
  horizon: '',
});

type NewSeat = { delegation?: string; bloc?: string; role?: string; chair?: boolean; authorised?: boolean };

/**
 * A symposium of three groups in one round, with what the plenary needs and without boards. Seats and options are
 * rows; everything that is done with them is done by the product's own services.
 */
export class PlenaryHouse implements AsyncDisposable {
  readonly db: Database;
  readonly clock = new ManualClock();
  readonly attendance: Attendance<SymposiumId>;
  readonly plenary: Plenary;
  readonly register: Register;
  readonly ballots: PlenaryBallots;
  readonly voices: PlenaryVoices;
  readonly heard: Announcement[] = [];
  readonly #news: OptionNews;

  private constructor(db: Database) {
    this.db = db;
    const announcements = new Announcements();
    announcements.listen((announcement) => this.heard.push(announcement));
    this.attendance = new Attendance({ clock: this.clock, onChange: () => undefined });
    this.#news = new OptionNews({ db, announcements, clock: this.clock, onFault: rethrow });
    this.plenary = new Plenary({ db, clock: this.clock, announcements });
    this.register = new Register({ db, announcements, news: this.#news, random });
    this.voices = new PlenaryVoices({ db, announcements, news: this.#news });
    const papers = new Papers({ db, random });
    this.ballots = new PlenaryBallots({ db, attendance: this.attendance, announcements, papers, random });
  }

  static async open(location: DatabaseLocation): Promise<PlenaryHouse> {
    const db = await Database.open(location);
    await seed(db);
    return new PlenaryHouse(db);
  }

  /** A seat, present in the plenary unless it is said to be away. */
  async seat(name: string, seat: NewSeat = {}, away = false): Promise<void> {
    const { delegation = 'Norway', bloc = 'allied', role = 'participant', chair = false, authorised = false } = seat;
    await this.db.transaction(async (tx) => {
      await tx
        .insertInto('seat')
        .values({
          id: seatId(name),
          symposium_id: SYMPOSIUM,
          participant_id: name,
          display_name: `${name} Quillfeather`,
          delegation_code: '',
          delegation,
          framework: '',
          bloc,
          sector: '',
          language: '',
          email: '',
          roster_role: role as 'participant',
          roster_group: null,
          join_code: `join-${name}`,
          badge_code: `badge-${name}`,
          chair: chair ? 1 : 0,
          authorised: authorised ? 1 : 0,
        })
        .execute();
    });
    if (!away) this.attendance.enter(SYMPOSIUM, seatId(name));
  }

  /** An option that a group has forwarded, with its first version. */
  async forwarded(group: number, title: string, state: OptionState = 'forwarded'): Promise<OptionId> {
    const id = `option-${group}-${title.toLowerCase().replaceAll(' ', '-')}` as OptionId;
    await this.db.transaction(async (tx) => {
      const before = await tx.selectFrom('option').select('id').where('group_id', '=', groupId(group)).execute();
      const number = before.length + 1;
      await tx
        .insertInto('option')
        .values({
          id,
          symposium_id: SYMPOSIUM,
          group_id: groupId(group),
          number,
          code: optionCode({ round: 1, group }, number),
          state,
          frozen: 1,
          version: 1,
        })
        .execute();
      const text = textOf(title);
      await tx
        .insertInto('option_version')
        .values({ option_id: id, number: 1, ...text, hash: versionHash(text) })
        .execute();
    });
    return id;
  }

  entries(): Promise<RegisterEntry[]> {
    return readRegister(this.db.query, SYMPOSIUM);
  }

  /** State by code. */
  async states(): Promise<Record<string, OptionState>> {
    return Object.fromEntries((await this.entries()).map(({ code, state }) => [code, state]));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.ballots[Symbol.asyncDispose]();
    await this.#news[Symbol.asyncDispose]();
    await this.db[Symbol.asyncDispose]();
  }
}

const seed = (db: Database): Promise<void> =>
  db.transaction(async (tx) => {
    for (const [at, id] of [SYMPOSIUM, OTHER_SYMPOSIUM].entries()) {
      await tx
        .insertInto('symposium')
        .values({
          id,
          slug: `seeded-${at}`,
          title: 'Seeded',
          starts_on: '2026-02-14',
          attribution: 'non-attributed',
          chatham_house: 1,
          marking: '{}',
          languages: '["en"]',
          blocs: JSON.stringify(
            ['allied', 'partner', 'organisation'].map((bloc) => ({ id: bloc, name: { en: bloc } })),
          ),
          sides: '["allied","partner"]',
          walk_ins: 0,
          status: 'open',
          order_key: '00',
          created_at: '2026-02-14T09:00:00.000Z',
        })
        .execute();
    }
    const round = 'round-1' as RoundId;
    await tx
      .insertInto('round')
      .values({ id: round, symposium_id: SYMPOSIUM, title: 'Round', question: 'What now?', number: 1 })
      .execute();
    for (const number of [1, 2, 3]) {
      const phase = `phase-${number}` as PhaseId;
      await tx
        .insertInto('group')
        .values({
          id: groupId(number),
          round_id: round,
          symposium_id: SYMPOSIUM,
          number,
          name: `Group ${number}`,
          attribution: 'non-attributed',
          code: `CODE${number}`,
          status: 'open',
          phase_id: phase,
          timer: JSON.stringify({ state: 'stopped', durationMs: 60_000, endsAt: null }),
          board_locked: 0,
          clusters_locked: 0,
          revealed: 1,
          reveal_ends_at: null,
          spotlight: null,
          version: 1,
        })
        .execute();
      await tx
        .insertInto('phase')
        .values({ id: phase, group_id: groupId(number), kind: 'readback', minutes: 5, index: 0 })
        .execute();
    }
  });
