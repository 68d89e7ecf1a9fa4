import { addCard } from '@rapport/board/add-card';
import { groupCards } from '@rapport/board/group-cards';
import { layOutCluster } from '@rapport/board/lay-out-cluster';
import { moveCards } from '@rapport/board/move-cards';
import { readBoard } from '@rapport/board/read-board';
import { setOptionText } from '@rapport/board/set-option-text';
import { writeCsv } from '@rapport/domain/csv-cells';
import { CARD_GAP, CARD_HEIGHT, CARD_WIDTH, type Card, type Point } from '@rapport/domain/card';
import { boardDocument, draftDocument } from '@rapport/domain/document-id';
import {
  newId,
  type CardId,
  type ClusterId,
  type GroupId,
  type OptionId,
  type RandomBytes,
  type SeatId,
  type SessionId,
  type SymposiumId,
} from '@rapport/domain/ids';
import type { PhaseKind, PhaseTemplate } from '@rapport/domain/phases';
import type { Outcome } from '@rapport/protocol/failures';
import { NewSymposium } from '@rapport/protocol/http';
import type { Caller } from '../access/caller.ts';
import type { Ballots } from '../ballots/ballots.ts';
import type { Database } from '../db/database.ts';
import type { Documents } from '../documents/documents.ts';
import type { Groups } from '../groups/groups.ts';
import type { Phases } from '../groups/phases.ts';
import type { Options } from '../options/options.ts';
import type { Readbacks } from '../options/readbacks.ts';
import type { Voices } from '../options/voices.ts';
import type { Rounds } from '../rounds/rounds.ts';
import type { Rosters } from '../symposia/roster/rosters.ts';
import type { Symposia } from '../symposia/symposia.ts';
import {
  CLUSTERED,
  DOORS,
  DOTS,
  DRAFTS,
  FIRST_WRITER,
  PEOPLE,
  ROUND,
  SYMPOSIUM,
  VOTED,
  type DemoCard,
} from './demo-content.ts';
import { ANSWERS, OPTIONS, RESERVATION, SIGNERS } from './demo-options.ts';

/** The steps that lead somewhere in this version. */
const TEMPLATE: PhaseTemplate = [
  { kind: 'lobby', minutes: 5 },
  { kind: 'frame', minutes: 5 },
  { kind: 'write', minutes: 10 },
  { kind: 'clarify', minutes: 15 },
  { kind: 'cluster', minutes: 10 },
  { kind: 'draft', minutes: 20 },
  { kind: 'shortlist', minutes: 4 },
  { kind: 'discuss', minutes: 12 },
  { kind: 'readback', minutes: 6 },
];

/** Names the demo while it is being made and once it is complete. */
const SETTING = { making: 'demo.making', made: 'demo.made' } as const;

/** A way in for somebody who tries the product. */
export type DemoLink = { who: string; path: string };

type DemoGroup = { id: GroupId; phases: Map<PhaseKind, string>; seats: SeatId[]; callerOf: (seat: number) => Caller };

const participantId = (group: number, seat: number): string => `DEMO-${group + 1}-${String(seat + 1).padStart(2, '0')}`;

const must = async <T>(outcome: Promise<Outcome<T>>): Promise<T> => {
  const settled = await outcome;
  if (!settled.ok) throw new Error(`the demo could not be made: ${settled.failure.code} ${settled.failure.message}`);
  return settled.value;
};

/**
 * A symposium to try, made with the product's own services as its people would: they write in their drafts, cards are
 * revealed, clustered and voted on. Made once, on an empty database; a making that was cut off starts again.
 */
export class Demo {
  readonly #parts: {
    db: Database;
    documents: Documents;
    symposia: Symposia;
    rosters: Rosters;
    rounds: Rounds;
    groups: Groups;
    phases: Phases;
    ballots: Ballots;
    options: Options;
    readbacks: Readbacks;
    voices: Voices;
    random: RandomBytes;
  };

  constructor(parts: {
    db: Database;
    documents: Documents;
    symposia: Symposia;
    rosters: Rosters;
    rounds: Rounds;
    groups: Groups;
    phases: Phases;
    ballots: Ballots;
    options: Options;
    readbacks: Readbacks;
    voices: Voices;
    random: RandomBytes;
  }) {
    this.#parts = parts;
  }

  /** Makes the demo where there is nothing yet, and gives the ways in; none when it was deleted or never made. */
  async prepare(): Promise<DemoLink[]> {
    const { db, symposia } = this.#parts;
    const unfinished = await this.#setting(SETTING.making);
    if (unfinished !== null) {
      await symposia.delete(unfinished);
      await this.#forget(SETTING.making);
    }
    const any = await db.query.selectFrom('symposium').select('id').executeTakeFirst();
    if (any === undefined && (await this.#setting(SETTING.made)) === null) await this.#make();
    return this.#links();
  }

  async #make(): Promise<void> {
    const { symposia, rosters, rounds } = this.#parts;
    const symposium = await must(symposia.create(NewSymposium.parse(SYMPOSIUM)));
    await this.#remember(SETTING.making, symposium.id);
    const header = ['participant_id', 'display_name', 'role', 'nation_code', 'organisation_code'];
    const rows = PEOPLE.flatMap((people, group) =>
      people.map(([name, role, nation, organisation, language], seat) => [
        participantId(group, seat),
        name,
        role,
        nation,
        organisation,
        language,
        String(group + 1),
        group === 2 && SIGNERS.includes(seat) ? 'yes' : '',
      ]),
    );
    const csv = writeCsv([[...header, 'preferred_language', 'breakout_group', 'authorised'], ...rows]);
    const { rejected } = await must(rosters.import(symposium.id, Buffer.from(csv), { dryRun: false }));
    if (rejected.length > 0) throw new Error(`the roster of the demo was refused: ${JSON.stringify(rejected)}`);
    await must(rounds.create(symposium.id, { ...ROUND, useRosterGroups: true, template: TEMPLATE }));

    const [writing, clustering, voting] = await this.#groups(symposium.id);
    if (writing === undefined || clustering === undefined || voting === undefined) {
      throw new Error('the demo has three groups');
    }
    await this.#write(writing);
    await this.#cluster(clustering);
    await this.#vote(voting);
    await this.#draftOptions(voting);
    await this.#remember(SETTING.made, symposium.id);
    await this.#forget(SETTING.making);
  }

  /** Group 1 is in the middle of private writing. */
  async #write(group: DemoGroup): Promise<void> {
    await this.#moveTo(group, 'write');
    for (const [index, cards] of DRAFTS.entries()) {
      await this.#draft(group, FIRST_WRITER + index, cards, (card) => card < 2);
    }
  }

  /** Group 2 has revealed its cards and put most of them into clusters. */
  async #cluster(group: DemoGroup): Promise<void> {
    await this.#revealInto(
      group,
      CLUSTERED.flatMap(({ cards }) => cards),
    );
    const width = 3 * (CARD_WIDTH + CARD_GAP) + 4 * CARD_GAP;
    const height = 2 * (CARD_HEIGHT + CARD_GAP) + 6 * CARD_GAP;
    await this.#moveTo(group, 'cluster');
    const { durable } = await this.#parts.documents.edit(boardDocument(group.id), (doc) => {
      const byTitle = new Map(readBoard(doc).cards.map((card) => [card.title, card]));
      for (const [index, { title, cards }] of CLUSTERED.entries()) {
        const members = cards.map(([name]) => byTitle.get(name)).filter((card): card is Card => card !== undefined);
        const at: Point = [(index % 2) * width, Math.floor(index / 2) * height];
        const places = layOutCluster(members.length, at);
        const placed = members.map((card, place) => ({ id: card.id, position: places[place] ?? at }));
        if (title === null) moveCards(doc, placed, 'server');
        else groupCards(doc, { id: newId(this.#parts.random) as ClusterId, title, cards: placed }, 'server');
      }
    });
    await durable;
  }

  /** Group 3 has just closed a ballot. */
  async #vote(group: DemoGroup): Promise<void> {
    const { documents, groups, ballots, random } = this.#parts;
    await this.#revealInto(group, VOTED);
    await this.#moveTo(group, 'shortlist');
    const leave: (() => void)[] = [];
    for (const [seat] of group.seats.entries()) {
      const watched = groups.watch(group.callerOf(seat), { groupId: group.id }, (now) => leave.push(now.leave));
      await must(watched);
    }
    const board = await documents.read(boardDocument(group.id), (doc) => readBoard(doc).cards);
    const cards = VOTED.map(([title]) => board.find((card) => card.title === title)?.id ?? '');
    const { ballotId, options } = await must(
      ballots.open(group.callerOf(0), {
        groupId: group.id,
        kind: 'dots',
        options: cards.map((id) => ({ kind: 'card', id })),
      }),
    );
    for (const [voter, given] of DOTS.entries()) {
      const dots: Record<string, number> = {};
      for (const place of given) {
        const option = options.find((one) => one.subject.id === cards[place]);
        if (option !== undefined) dots[option.id] = (dots[option.id] ?? 0) + 1;
      }
      const paperKey = Buffer.from(random(24)).toString('base64url');
      await must(ballots.cast(group.callerOf(2 + voter), { ballotId, paperKey, choices: { dots } }));
    }
    await must(ballots.close(group.callerOf(0), { ballotId }));
    for (const go of leave) go();
  }

  /** Group 3 has begun to turn its best ideas into options: the first is frozen and being read back. */
  async #draftOptions(group: DemoGroup): Promise<void> {
    const { documents, options, readbacks, voices } = this.#parts;
    const { groupId, rapporteur } = { groupId: group.id, rapporteur: group.callerOf(1) };
    const board = await documents.read(boardDocument(groupId), (doc) => readBoard(doc).cards);
    const made: OptionId[] = [];
    for (const { from, text } of OPTIONS) {
      const sources = from.flatMap((place) => {
        const card = board.find(({ title }) => title === VOTED[place]?.[0]);
        return card === undefined ? [] : [{ kind: 'card' as const, id: card.id }];
      });
      const { optionId } = await must(options.create(rapporteur, { groupId, sources }));
      const { durable } = await documents.edit(boardDocument(groupId), (doc) =>
        setOptionText(doc, optionId, text, 'server'),
      );
      await durable;
      made.push(optionId);
    }
    const [first] = made;
    if (first === undefined) return;
    const { version } = await must(options.freeze(rapporteur, { optionId: first }));
    await must(readbacks.ask(rapporteur, { groupId, optionIds: [first] }));
    for (const { seat, reason } of ANSWERS) {
      const answer = reason === '' ? ('accept' as const) : ('object' as const);
      await must(readbacks.answer(group.callerOf(seat), { optionId: first, version, answer, reason }));
    }
    await must(voices.reserve(group.callerOf(4), { optionId: first, kind: 'reservation', text: RESERVATION }));
    for (const seat of SIGNERS) {
      await must(voices.sponsor(group.callerOf(seat), { optionId: first, version, sponsored: true }));
    }
    for (const seat of [3, 5, 6, 9]) {
      await must(voices.interest(group.callerOf(seat), { optionId: first, interested: true }));
    }
  }

  /** People write, the facilitator reveals on the way to the next phase. */
  async #revealInto(group: DemoGroup, cards: readonly DemoCard[]): Promise<void> {
    await this.#moveTo(group, 'write');
    const writers = 10;
    for (let writer = 0; writer < writers; writer += 1) {
      const own = cards.filter((_, index) => index % writers === writer);
      await this.#draft(group, 2 + writer, own, () => true);
    }
    await this.#moveTo(group, 'clarify');
  }

  async #draft(
    group: DemoGroup,
    seat: number,
    cards: readonly DemoCard[],
    finished: (index: number) => boolean,
  ): Promise<void> {
    const seatId = group.seats[seat];
    if (seatId === undefined) throw new Error('nobody sits there');
    const { durable } = await this.#parts.documents.edit(draftDocument(group.id, seatId), (doc) => {
      for (const [index, [title, body]] of cards.entries()) {
        const id = newId(this.#parts.random) as CardId;
        const position: Point = [0, index * (CARD_HEIGHT + CARD_GAP)];
        addCard(doc, { id, title, body: body ?? '', position, finished: finished(index) }, 'server');
      }
    });
    await durable;
  }

  async #moveTo(group: DemoGroup, kind: PhaseKind): Promise<void> {
    const phaseId = group.phases.get(kind);
    await must(
      this.#parts.phases.move(group.callerOf(0), {
        groupId: group.id,
        phaseId: phaseId as Parameters<Phases['move']>[1]['phaseId'],
        drafts: 'reveal',
      }),
    );
  }

  async #groups(symposiumId: SymposiumId): Promise<DemoGroup[]> {
    const { query } = this.#parts.db;
    const groups = await query
      .selectFrom('group')
      .select('id')
      .where('symposium_id', '=', symposiumId)
      .orderBy('number')
      .execute();
    const phases = await query
      .selectFrom('phase')
      .innerJoin('group', 'group.id', 'phase.group_id')
      .select(['phase.id', 'phase.group_id', 'phase.kind'])
      .where('group.symposium_id', '=', symposiumId)
      .execute();
    const seats = await this.#seats(symposiumId);
    return groups.map(({ id }, group) => {
      const inGroup = (PEOPLE[group] ?? []).map((_, seat) => {
        const found = seats.get(participantId(group, seat));
        if (found === undefined) throw new Error('a seat of the demo is missing');
        return found.id;
      });
      return {
        id,
        phases: new Map(phases.filter((phase) => phase.group_id === id).map((phase) => [phase.kind, phase.id])),
        seats: inGroup,
        callerOf: (seat: number): Caller => {
          const seatId = inGroup[seat];
          if (seatId === undefined) throw new Error('nobody sits there');
          return { kind: 'seat', seatId, symposiumId, sessionId: 'demo' as SessionId };
        },
      };
    });
  }

  async #seats(symposiumId: SymposiumId) {
    const seats = await this.#parts.db.query
      .selectFrom('seat')
      .select(['id', 'participant_id', 'display_name', 'badge_code'])
      .where('symposium_id', '=', symposiumId)
      .execute();
    return new Map(seats.map((seat) => [seat.participant_id ?? '', seat]));
  }

  async #links(): Promise<DemoLink[]> {
    const symposiumId = await this.#setting(SETTING.made);
    if (symposiumId === null) return [];
    const seats = await this.#seats(symposiumId as SymposiumId);
    return DOORS.flatMap(({ who, seat }) => {
      const badge = seats.get(participantId(0, seat))?.badge_code;
      return badge === undefined ? [] : [{ who, path: `/j/${badge}` }];
    });
  }

  async #setting(name: string): Promise<string | null> {
    const row = await this.#parts.db.query
      .selectFrom('setting')
      .select('value')
      .where('name', '=', name)
      .executeTakeFirst();
    return row?.value ?? null;
  }

  async #remember(name: string, value: string): Promise<void> {
    await this.#parts.db.transaction(async (tx) => {
      await tx.deleteFrom('setting').where('name', '=', name).execute();
      await tx.insertInto('setting').values({ name, value }).execute();
    });
  }

  async #forget(name: string): Promise<void> {
    await this.#parts.db.transaction((tx) => tx.deleteFrom('setting').where('name', '=', name).execute());
  }
}
