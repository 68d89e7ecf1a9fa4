import type * as Y from 'yjs';
import { cardsOf } from '@rapport/board/layout';
import { holdEntries, type SetBack } from '@rapport/board/hold-entries';
import { holdOptions } from '@rapport/board/hold-options';
import { repairBoard } from '@rapport/board/repair-board';
import { repairReport } from '@rapport/board/repair-report';
import { namesCursors } from '@rapport/domain/attribution';
import type { DocumentName } from '@rapport/domain/document-id';
import { newId, type CardId, type GroupId, type OptionId, type RandomBytes, type SeatId } from '@rapport/domain/ids';
import { LIMITS } from '@rapport/domain/limits';
import type { OptionText } from '@rapport/domain/options';
import { deny, readsReport, type Denial } from '@rapport/domain/permissions';
import { hidesPresence } from '@rapport/domain/phases';
import { leads } from '@rapport/domain/roles';
import { OwnPresence, PRESENCE_ALIASES, PRESENCE_COLOURS, type ShownPresence } from '@rapport/protocol/board-presence';
import { OwnCaret, type ShownCaret } from '@rapport/protocol/report-presence';
import type { Refusal } from '@rapport/sync/refusals';
import type { TouchedEntry } from '@rapport/sync/room';
import type { Caller } from '../access/caller.ts';
import type { Database } from '../db/database.ts';
import type { DocumentAccess, DocumentRules } from '../documents/document-rules.ts';
import type { Announcements } from '../events/announcements.ts';
import { storesAuthor, type Authorship } from './authorship.ts';
import type { DraftCounts } from './draft-counts.ts';
import type { GroupCondition, GroupConditions, SubjectKey } from './group-conditions.ts';
import { roleOf, type RoleInGroup } from './role-of.ts';

type Touched = readonly TouchedEntry<DocumentAccess>[];

/** What a cursor says of its seat where names are shown. */
type NamePlate = { name: string; delegation: string };

const TEXT: Record<Denial, string> = {
  'role-refused': 'You can read here but not write.',
  'group-closed': 'The group has closed its session: nothing can be changed any more.',
  'board-locked': 'The board is locked. Ask your facilitator to unlock it.',
};

/** What the documents of a group ask of its session; all that a tick asks is answered from memory. */
export class GroupDocumentRules implements DocumentRules {
  readonly #db: Database;
  readonly #conditions: GroupConditions;
  readonly #authorship: Authorship;
  readonly #draftCounts: DraftCounts;
  readonly #announcements: Announcements;
  readonly #random: RandomBytes;
  readonly #onFault: (fault: unknown) => void;
  readonly #namePlates = new WeakMap<DocumentAccess, NamePlate>();
  /** Entries that are new in the running tick, from `added` to `repair`. */
  readonly #fresh = new Map<string, Touched>();

  constructor(options: {
    db: Database;
    conditions: GroupConditions;
    authorship: Authorship;
    draftCounts: DraftCounts;
    announcements: Announcements;
    random: RandomBytes;
    onFault: (fault: unknown) => void;
  }) {
    this.#db = options.db;
    this.#conditions = options.conditions;
    this.#authorship = options.authorship;
    this.#draftCounts = options.draftCounts;
    this.#announcements = options.announcements;
    this.#random = options.random;
    this.#onFault = options.onFault;
  }

  async prepare(name: DocumentName): Promise<void> {
    await this.#conditions.load(name.groupId);
  }

  async admit(name: DocumentName, caller: Caller): Promise<DocumentAccess | null> {
    const who = await roleOf(this.#db.query, caller, name.groupId);
    if (who === null) return null;
    // To everybody but its author a private document does not exist.
    if (name.kind === 'draft' && who.seatId !== name.seatId) return null;
    const condition = await this.#conditions.load(name.groupId);
    if (condition === null) return null;
    // What is still being written is for those who answer for it, until it is read back.
    if (name.kind === 'report' && !readsReport(who.role, condition.phaseKind)) return null;
    const refusal = refuse(name, who, condition);
    const access: DocumentAccess = { caller, ...who, mayWrite: refusal === undefined, refusal };
    const plate = name.kind === 'draft' ? undefined : await this.#readNamePlate(who, condition);
    if (plate !== undefined) this.#namePlates.set(access, plate);
    return access;
  }

  showPresence(
    name: DocumentName,
    access: DocumentAccess,
    raw: unknown,
    shownId: number,
  ): ShownPresence | ShownCaret | null {
    const condition = this.#conditions.get(name.groupId);
    if (condition === null || name.kind === 'draft') return null;
    if (hidesPresence(condition.phaseKind)) return null;
    if (name.kind === 'report') return this.#showCaret(condition, access, raw, shownId);
    const own = OwnPresence.safeParse(raw);
    if (!own.success) return null;
    const { cursor, dragging, editing } = own.data;
    const named = namesCursors(condition.attribution);
    return {
      ...(named && this.#namePlates.get(access)),
      // Of the id alone, which is drawn for the connection: nobody carries an alias from one visit to the next, and
      // nobody changes it because something about their rights is read again.
      ...maskOf(shownId),
      ...(cursor !== null && { cursor }),
      ...(dragging !== null && { dragging }),
      // Who edits a card that has just appeared is its author: only where authors are named anyway.
      ...(named && editing !== null && { editing }),
    };
  }

  /** Readers are not shown: nobody is watched while they read. */
  #showCaret(condition: GroupCondition, access: DocumentAccess, raw: unknown, shownId: number): ShownCaret | null {
    const own = OwnCaret.safeParse(raw);
    if (!own.success || !access.mayWrite) return null;
    const { caret } = own.data;
    return {
      ...(namesCursors(condition.attribution) && this.#namePlates.get(access)),
      ...maskOf(shownId),
      ...(caret !== null && { caret }),
    };
  }

  added(name: DocumentName, added: Touched): void {
    this.#fresh.set(keyOf(name), added);
  }

  repair(name: DocumentName, doc: Y.Doc, touched: Touched): void {
    const fresh = this.#fresh.get(keyOf(name)) ?? [];
    this.#fresh.delete(keyOf(name));
    const condition = this.#conditions.get(name.groupId);
    if (condition === null) return;
    if (name.kind === 'report') return repairReport(doc, touched);
    const onBoard = name.kind === 'board';
    if (onBoard) this.#hold(name.groupId, doc, touched, condition);
    repairBoard(doc, touched, {
      revealed: onBoard && condition.revealed,
      added: new Set(fresh.map((entry) => entry.key)),
      // Cards for others are entered by command: only the server marks them so (P6).
      mayProxy: () => false,
      maxCards: onBoard ? LIMITS.cardsPerBoard : LIMITS.draftsPerSeat,
    });
    if (onBoard) this.#recordAuthors(name.groupId, doc, fresh, condition);
  }

  changed(name: DocumentName, doc: Y.Doc): void {
    if (name.kind === 'draft') this.#draftCounts.note(name.groupId, name.seatId, doc);
  }

  /** Sets back what is frozen or locked; who had written what is kept for its author. */
  #hold(groupId: GroupId, doc: Y.Doc, touched: Touched, condition: GroupCondition): void {
    const byLeader = new Set(touched.filter(({ by }) => leads(by.role)).map(({ root, key }) => `${root}:${key}`));
    const frozen = condition.ballotsFrozen;
    const setBack = holdEntries(doc, touched, {
      frozenCard: (id) => frozen.get(`card:${id}`) ?? null,
      frozenCluster: (id) => frozen.get(`cluster:${id}`)?.title ?? null,
      clustersHeld: (root, key) => condition.clustersLocked && !byLeader.has(`${root}:${key}`),
    });
    const optionsSetBack = holdOptions(doc, touched, {
      known: (id) => condition.options.has(id),
      frozen: (id) => frozenFields(condition, id),
    });
    for (const text of [...setBack, ...optionsSetBack]) {
      const writers = touched.filter(({ root, key }) => root === text.root && key === text.key);
      for (const seatId of new Set(writers.map(({ by }) => by.seatId))) {
        if (seatId !== null) this.#rescue(groupId, seatId, text);
      }
    }
  }

  #rescue(groupId: GroupId, seatId: SeatId, text: SetBack): void {
    const subject: SubjectKey = `${KIND[text.root]}:${text.key}`;
    const { title, body } = text;
    this.#db
      .transaction(async (tx) => {
        const id = newId(this.#random);
        await tx
          .insertInto('rescued_text')
          .values({ id, group_id: groupId, seat_id: seatId, subject, title, body })
          .execute();
        tx.afterCommit(() =>
          this.#announcements.announce({
            to: 'seat',
            seatId,
            news: { type: 'text.rescued', groupId, cardId: text.key as CardId, title, body },
          }),
        );
      })
      // What the database says of a failed row may hold the text.
      .catch(() => this.#onFault(new Error('a text that was set back could not be kept for its author')));
  }

  #recordAuthors(groupId: GroupId, doc: Y.Doc, fresh: Touched, condition: GroupCondition): void {
    if (!storesAuthor(condition)) return;
    const cards = cardsOf(doc);
    const links = fresh.flatMap(({ root, key, by }) =>
      root === 'cards' && by.seatId !== null && cards.has(key) ? [{ cardId: key as CardId, seatId: by.seatId }] : [],
    );
    if (links.length > 0) this.#authorship.record(groupId, links, condition.attribution);
  }

  async #readNamePlate({ seatId }: RoleInGroup, { attribution }: GroupCondition): Promise<NamePlate | undefined> {
    if (seatId === null || !namesCursors(attribution)) return undefined;
    const seat = await this.#db.query
      .selectFrom('seat')
      .select(['display_name', 'delegation'])
      .where('id', '=', seatId)
      .executeTakeFirst();
    return seat === undefined ? undefined : { name: seat.display_name, delegation: seat.delegation };
  }
}

const KIND = { cards: 'card', clusters: 'cluster', options: 'option' } as const;

/** A frozen option wholly; under an open ballot what is voted on. */
const frozenFields = (condition: GroupCondition, id: OptionId): Partial<OptionText> | null => {
  const ballot = condition.ballotsFrozen.get(`option:${id}`);
  const text = condition.options.get(id) ?? null;
  return text ?? (ballot === undefined ? null : { title: ballot.title, text: ballot.body });
};

const maskOf = (shownId: number): Pick<ShownPresence, 'alias' | 'colour'> => ({
  alias: PRESENCE_ALIASES[shownId % PRESENCE_ALIASES.length] ?? PRESENCE_ALIASES[0],
  colour: 1 + (Math.floor(shownId / PRESENCE_ALIASES.length) % PRESENCE_COLOURS),
});

const keyOf = (name: DocumentName): string => `${name.kind}.${name.groupId}`;

const DEED = { board: 'board.edit', draft: 'drafts.write', report: 'report.edit' } as const;

/** Why the caller may only read; undefined when it may write. */
const refuse = (name: DocumentName, who: RoleInGroup, condition: GroupCondition): Refusal | undefined => {
  const denial = deny(DEED[name.kind], who.role, condition);
  return denial === null ? undefined : refusal(denial);
};

const refusal = (code: Denial): Refusal => ({ code, text: TEXT[code] });
