import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addCard, type NewCard } from '@rapport/board/add-card';
import { readBoard, type Board } from '@rapport/board/read-board';
import type { Attribution } from '@rapport/domain/attribution';
import { boardDocument, draftDocument } from '@rapport/domain/document-id';
import type {
  CardId,
  GroupId,
  PhaseId,
  RandomBytes,
  RoundId,
  SeatId,
  SessionId,
  SymposiumId,
} from '@rapport/domain/ids';
import type { PhaseKind } from '@rapport/domain/phases';
import type { GroupRole } from '@rapport/domain/roles';
import type { Caller } from '../access/caller.ts';
import { Ballots } from '../ballots/ballots.ts';
import { Papers } from '../ballots/papers.ts';
import { Database, type DatabaseLocation } from '../db/database.ts';
import { History } from '../history/history.ts';
import { Documents } from '../documents/documents.ts';
import { SqliteLog } from '../documents/sqlite-log.ts';
import { Announcements, type Announcement } from '../events/announcements.ts';
import { createLogger } from '../logger.ts';
import { OptionNews } from '../options/option-news.ts';
import { Options } from '../options/options.ts';
import { Readbacks } from '../options/readbacks.ts';
import { Voices } from '../options/voices.ts';
import { ManualClock } from '../testing/manual-clock.ts';
import { Authors } from './authors.ts';
import { Authorship } from './authorship.ts';
import { Cards } from './cards.ts';
import { Closing } from './closing.ts';
import { DraftCounts } from './draft-counts.ts';
import { Drafts } from './drafts.ts';
import { GroupConditions } from './group-conditions.ts';
import { GroupDocumentRules } from './group-document-rules.ts';
import { Notices } from './notices.ts';
import { Presence } from './presence.ts';
import { Purges } from './purges.ts';
import { Ratchet } from './ratchet.ts';
import { Reveals } from './reveals.ts';

export const GROUP = 'group-1' as GroupId;
export const SYMPOSIUM = 'symposium-1' as SymposiumId;
const random: RandomBytes = (length) => new Uint8Array(randomBytes(length));

/** Seats of the group: carol facilitates, cecil with her, rita is rapporteur, otto observes, the others vote. */
const SEATS: Record<string, GroupRole> = {
  carol: 'facilitator',
  cecil: 'cofacilitator',
  rita: 'rapporteur',
  otto: 'observer',
  alice: 'participant',
  bob: 'participant',
  dora: 'participant',
  emil: 'participant',
};

/** The seat id of somebody, of a shape that would be found in any file or message it leaked into. */
export const seatOf = (first: string): SeatId => `seat-of-${first}-quillfeather` as SeatId;
/** Somebody's calls. */
export const as = (first: string): Caller =>
  first === 'organiser'
    ? { kind: 'organiser', sessionId: 'session-organiser' as SessionId }
    : { kind: 'seat', sessionId: `session-${first}` as SessionId, seatId: seatOf(first), symposiumId: SYMPOSIUM };

const seed = async (db: Database, attribution: Attribution): Promise<void> => {
  await db.transaction(async (tx) => {
    await tx
      .insertInto('symposium')
      .values({
        id: SYMPOSIUM,
        slug: 'seeded',
        title: 'Seeded',
        starts_on: '2026-02-14',
        attribution,
        chatham_house: 1,
        marking: '{}',
        languages: '["en"]',
        blocs: JSON.stringify([
          { id: 'allied', name: { en: 'Allied' } },
          { id: 'partner', name: { en: 'Partner' } },
        ]),
        sides: '["allied","partner"]',
        walk_ins: 0,
        status: 'open',
        order_key: '00',
        created_at: '2026-02-14T09:00:00.000Z',
      })
      .execute();
    const round = {
      id: 'round-1' as RoundId,
      symposium_id: SYMPOSIUM,
      title: 'Round',
      question: 'What now?',
      number: 1,
    };
    await tx.insertInto('round').values(round).execute();
    await tx
      .insertInto('group')
      .values({
        id: GROUP,
        round_id: round.id,
        symposium_id: SYMPOSIUM,
        number: 1,
        name: 'Group 1',
        attribution,
        code: 'ABCDEF',
        status: 'open',
        phase_id: 'phase-write' as PhaseId,
        timer: JSON.stringify({ state: 'stopped', durationMs: 60_000, endsAt: null }),
        board_locked: 0,
        clusters_locked: 0,
        revealed: 0,
        reveal_ends_at: null,
        version: 1,
      })
      .execute();
    for (const [index, kind] of (['write', 'clarify', 'shortlist'] as const).entries()) {
      const id = `phase-${kind}` as PhaseId;
      await tx.insertInto('phase').values({ id, group_id: GROUP, kind, minutes: 5, index }).execute();
    }
    for (const [first, role] of Object.entries(SEATS)) {
      const id = seatOf(first);
      await tx
        .insertInto('seat')
        .values({
          id,
          symposium_id: SYMPOSIUM,
          participant_id: first,
          display_name: `${first} Quillfeather`,
          delegation_code: 'XX',
          delegation: 'Ruritania',
          framework: '',
          bloc: first < 'c' ? 'allied' : 'partner',
          sector: '',
          language: 'en',
          email: `${first}@quillfeather.example.org`,
          roster_role: 'participant',
          roster_group: 1,
          join_code: first.toUpperCase(),
          badge_code: `badge-${first}`,
        })
        .execute();
      await tx
        .insertInto('group_seat')
        .values({ group_id: GROUP, seat_id: id, role, checked_in: 1, done: 0, later_drafts: 0 })
        .execute();
    }
  });
};

export type HouseOptions = {
  attribution?: Attribution;
  /** A folder that stays; opening it again is a restart. */
  dataDir?: string;
  clock?: ManualClock;
  /** Where rows lie; a file in `dataDir` without it. */
  location?: DatabaseLocation;
  /** Stands between services and documents; a test throws from it to cut work off. */
  onEdit?: (id: string) => void;
};

/** The services of one group over real files, without doors. */
export class House implements AsyncDisposable {
  readonly dataDir: string;
  readonly clock: ManualClock;
  readonly db: Database;
  readonly documents: Documents;
  readonly rules: GroupDocumentRules;
  readonly conditions: GroupConditions;
  readonly authorship: Authorship;
  readonly drafts: Drafts;
  readonly reveals: Reveals;
  readonly cards: Cards;
  readonly history: History;
  readonly authors: Authors;
  readonly closing: Closing;
  readonly purges: Purges;
  readonly ratchet: Ratchet;
  readonly ballots: Ballots;
  readonly options: Options;
  readonly readbacks: Readbacks;
  readonly voices: Voices;
  readonly presence: Presence;
  readonly announced: Announcement[] = [];
  readonly announcements = new Announcements();
  readonly faults: unknown[] = [];
  readonly logLines: string[] = [];
  readonly #stack = new AsyncDisposableStack();

  private constructor(options: HouseOptions & { dataDir: string }, db: Database, log: SqliteLog) {
    this.dataDir = options.dataDir;
    this.clock = options.clock ?? new ManualClock();
    this.db = this.#stack.use(db);
    this.#stack.use(log);
    const { clock, announcements } = this;
    const onFault = (fault: unknown): void => void this.faults.push(fault);
    announcements.listen((announcement) => void this.announced.push(announcement));
    this.conditions = new GroupConditions({ db });
    this.authorship = new Authorship({ db, announcements, onFault });
    const counts = this.#stack.use(new DraftCounts({ db, clock, announcements, onFault }));
    const { conditions, authorship } = this;
    this.rules = new GroupDocumentRules({
      db,
      conditions,
      authorship,
      draftCounts: counts,
      announcements,
      random,
      onFault,
    });
    const logger = createLogger('trace', { write: (line) => void this.logLines.push(line) });
    this.documents = this.#stack.use(new Documents({ log, rules: this.rules, clock, random, logger }));
    const documents: Pick<Documents, 'read' | 'edit' | 'compact' | 'forgetClaims'> = {
      read: (id, look) => this.documents.read(id, look),
      edit: async (id, deed) => {
        options.onEdit?.(id);
        return this.documents.edit(id, deed);
      },
      compact: (id) => this.documents.compact(id),
      forgetClaims: (id) => this.documents.forgetClaims(id),
    };
    this.drafts = new Drafts({ db, documents, counts, onFault });
    const { drafts } = this;
    this.reveals = this.#stack.use(
      new Reveals({ db, documents, drafts, conditions, announcements, clock, random, onFault }),
    );
    this.history = this.#stack.use(
      new History({ db, documents: this.documents, announcements, conditions, clock, random, onFault }),
    );
    const news = this.#stack.use(new OptionNews({ db, announcements, clock, onFault }));
    this.cards = new Cards({
      db,
      documents,
      history: this.history,
      authorship,
      conditions,
      announcements,
      news,
      random,
    });
    this.authors = new Authors({ db, announcements });
    this.purges = new Purges({ db, clock, announcements, documents: this.documents, draftCounts: counts });
    const { purges } = this;
    this.closing = new Closing({ db, announcements, conditions, purges });
    const notices = new Notices({ db, announcements, random });
    this.ratchet = new Ratchet({ db, announcements, conditions, drafts, notices, purges });
    this.presence = this.#stack.use(new Presence({ db, clock, announcements, onFault }));
    const { presence } = this;
    this.ballots = this.#stack.use(
      new Ballots({
        db,
        documents,
        conditions,
        presence,
        announcements,
        papers: new Papers({ db, random }),
        clock,
        random,
        onFault,
      }),
    );
    this.options = this.#stack.use(new Options({ db, documents, conditions, news, random }));
    this.readbacks = this.#stack.use(new Readbacks({ db, news, announcements, random }));
    this.voices = new Voices({ db, news, random });
  }

  static async open(options: HouseOptions = {}): Promise<House> {
    const dataDir = options.dataDir ?? (await mkdtemp(join(tmpdir(), 'rapport-house-')));
    const db = await Database.open(options.location ?? { kind: 'sqlite', path: join(dataDir, 'rapport.sqlite') });
    const log = await SqliteLog.open({ file: join(dataDir, 'documents.sqlite'), synchronous: 'NORMAL' });
    const known = await db.query.selectFrom('group').select('id').executeTakeFirst();
    if (known === undefined) await seed(db, options.attribution ?? 'non-attributed');
    const house = new House({ ...options, dataDir }, db, log);
    if (options.dataDir === undefined) {
      house.#stack.defer(() => rm(dataDir, { recursive: true, force: true }));
    }
    return house;
  }

  /** Writes private cards as their author's client would, each with the text it is named by. */
  async write(first: string, cards: readonly (Partial<NewCard> & { title: string })[]): Promise<void> {
    const { durable } = await this.documents.edit(draftDocument(GROUP, seatOf(first)), (doc) => {
      for (const [index, card] of cards.entries()) {
        addCard(
          doc,
          { id: `${first}-${index}-${card.title.length}` as CardId, position: [0, 0], finished: true, ...card },
          'test',
        );
      }
    });
    await durable;
  }

  board(): Promise<Board> {
    return this.documents.read(boardDocument(GROUP), readBoard);
  }

  async titles(): Promise<string[]> {
    return (await this.board()).cards.map((card) => card.title).toSorted();
  }

  /** Puts seats into the room, or everybody. */
  arrive(...firsts: string[]): void {
    for (const first of firsts.length > 0 ? firsts : Object.keys(SEATS)) this.presence.enter(GROUP, seatOf(first));
  }

  async phase(kind: PhaseKind): Promise<void> {
    await this.db.query
      .updateTable('group')
      .set({ phase_id: `phase-${kind}` as PhaseId })
      .execute();
    this.conditions.set(GROUP, { phaseKind: kind });
  }

  /** Events of the group of one type, in order. */
  news(type: string): object[] {
    return this.announced.flatMap((one) => (one.to === 'group' && one.news.type === type ? [one.news] : []));
  }

  /** Every byte of every file, for looking what is still there. */
  async bytes(): Promise<string> {
    const files = await readdir(this.dataDir);
    const contents = await Promise.all(files.map((file) => readFile(join(this.dataDir, file), 'latin1')));
    return contents.join('\n');
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#stack.disposeAsync();
  }
}

/** A folder for tests that start a house twice. */
export const newDataDir = async (): Promise<{ path: string } & AsyncDisposable> => {
  const path = await mkdtemp(join(tmpdir(), 'rapport-house-'));
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }) };
};
