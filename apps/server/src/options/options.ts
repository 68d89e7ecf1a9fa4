import { readOption } from '@rapport/board/read-options';
import { optionsOf } from '@rapport/board/layout';
import { addOption, removeOption } from '@rapport/board/set-option-text';
import { boardDocument } from '@rapport/domain/document-id';
import { newId, type GroupId, type OptionId, type RandomBytes } from '@rapport/domain/ids';
import { LIMITS } from '@rapport/domain/limits';
import { optionCode, refuseFreeze, type OptionText } from '@rapport/domain/options';
import type { CommandParsed, CommandValue } from '@rapport/protocol/commands';
import { fail, succeed, type Outcome } from '@rapport/protocol/failures';
import type { Caller } from '../access/caller.ts';
import type { Database, Transaction } from '../db/database.ts';
import type { Documents } from '../documents/documents.ts';
import { allow, noSuchGroup } from '../groups/allow.ts';
import type { GroupConditions } from '../groups/group-conditions.ts';
import { roleOf } from '../groups/role-of.ts';
import { Turns } from '../turns.ts';
import { findOption, isHandedOver, isVotedOn, noSuchOption, readOptionRow, refuseUnpursued } from './find-option.ts';
import type { OptionNews } from './option-news.ts';
import { readSources, type NamedSource } from './read-sources.ts';
import { readVersions } from './read-versions.ts';
import { versionHash } from './version-hash.ts';

const FREEZE_TEXT = {
  'title-missing': 'The option has no title yet. Give it one first.',
  'too-many-words': `The text has more than ${LIMITS.optionWords} words. Shorten it first.`,
} as const;

/**
 * Makes options out of cards and clusters, freezes their texts as versions and opens them again. What has to do with a
 * text happens one after the other in each group: what is stored as frozen is what stays on the board, to the character.
 */
export class Options implements AsyncDisposable {
  readonly #db: Database;
  readonly #documents: Pick<Documents, 'read' | 'edit'>;
  readonly #conditions: GroupConditions;
  readonly #news: OptionNews;
  readonly #random: RandomBytes;
  readonly #turns = new Turns<GroupId>();

  constructor(options: {
    db: Database;
    documents: Pick<Documents, 'read' | 'edit'>;
    conditions: GroupConditions;
    news: OptionNews;
    random: RandomBytes;
  }) {
    this.#db = options.db;
    this.#documents = options.documents;
    this.#conditions = options.conditions;
    this.#news = options.news;
    this.#random = options.random;
  }

  /** `option.create`: the board stays as it is. */
  async create(
    caller: Caller,
    { groupId, sources }: CommandParsed<'option.create'>,
  ): Promise<Outcome<CommandValue['option.create']>> {
    const allowed = await allow(this.#db.query, 'option.create', caller, groupId);
    if (!allowed.ok) return allowed;
    return this.#turns.take(groupId, async () => {
      if ((await this.#conditions.load(groupId)) === null) return noSuchGroup();
      const id = newId(this.#random) as OptionId;
      // The text first: an option without one could not be written, a text without an option is not shown to anybody.
      this.#conditions.setOption(groupId, id, null);
      let made: Outcome<CommandValue['option.create']> | null = null;
      try {
        const { value: named, durable } = await this.#documents.edit(boardDocument(groupId), (doc) => {
          const found = readSources(doc, sources);
          if (found.ok) addOption(doc, id, { title: found.value[0]?.title ?? '' }, 'server');
          return found;
        });
        if (!named.ok) return named;
        await durable;
        made = await this.#db.transaction((tx) => this.#store(tx, caller, groupId, id, named.value));
        return made;
      } finally {
        if (made?.ok !== true) {
          this.#conditions.setOption(groupId, id, undefined);
          await this.#documents.edit(boardDocument(groupId), (doc) => removeOption(doc, id, 'server'));
        }
      }
    });
  }

  /** `option.freeze`: a text that is frozen already is left as it is; one that has not changed is no new version. */
  async freeze(
    caller: Caller,
    { optionId }: CommandParsed<'option.freeze'>,
  ): Promise<Outcome<CommandValue['option.freeze']>> {
    const found = await findOption(this.#db.query, 'option.freeze', caller, optionId);
    if (!found.ok) return found;
    const { groupId } = found.value.option;
    return this.#turns.take(groupId, async () => {
      if ((await this.#conditions.load(groupId)) === null) return noSuchGroup();
      const option = await readOptionRow(this.#db.query, optionId);
      if (option === null) return noSuchOption('optionId');
      const unpursued = refuseUnpursued(option.state);
      if (unpursued !== null) return unpursued;
      if (option.frozen) {
        const newest = (await readVersions(this.#db.query, [optionId])).get(optionId)?.at(-1);
        if (newest !== undefined) return succeed({ version: newest.number, hash: newest.hash });
      }
      // Read and held in one go: what is typed from now on is set back and kept for who typed it.
      const text = await this.#documents.read(boardDocument(groupId), (doc): Outcome<OptionText> => {
        const read = readOption(optionsOf(doc).get(optionId), optionId);
        if (read === null) return noSuchOption('optionId');
        const { id: _, ...written } = read;
        const refusal = refuseFreeze(written);
        if (refusal !== null) return fail(refusal, FREEZE_TEXT[refusal]);
        this.#conditions.setOption(groupId, optionId, written);
        return succeed(written);
      });
      if (!text.ok) return text;
      let frozen: Outcome<CommandValue['option.freeze']> | null = null;
      try {
        frozen = await this.#db.transaction((tx) => this.#storeVersion(tx, caller, optionId, text.value));
        return frozen;
      } finally {
        if (frozen?.ok !== true) this.#conditions.setOption(groupId, optionId, null);
      }
    });
  }

  /** `option.open`: the frozen version stays what counts until the next one is frozen. */
  async open(caller: Caller, { optionId }: CommandParsed<'option.open'>): Promise<Outcome<null>> {
    const found = await findOption(this.#db.query, 'option.open', caller, optionId);
    if (!found.ok) return found;
    const { groupId } = found.value.option;
    return this.#turns.take(groupId, () =>
      this.#db.transaction(async (tx) => {
        const again = await findOption(tx, 'option.open', caller, optionId);
        if (!again.ok) return again;
        const { option } = again.value;
        const unpursued = refuseUnpursued(option.state);
        if (unpursued !== null) return unpursued;
        if (!option.frozen) return succeed(null);
        if (await isVotedOn(tx, optionId)) return fail('ballot-open', 'The group is voting on this text.');
        await tx.updateTable('option').set({ frozen: 0 }).where('id', '=', optionId).execute();
        tx.afterCommit(() => this.#conditions.setOption(groupId, optionId, null));
        await this.#news.tell(tx, groupId);
        return succeed(null);
      }),
    );
  }

  /** `option.versions`: for everybody in the group. */
  async versions(
    caller: Caller,
    { optionId }: CommandParsed<'option.versions'>,
  ): Promise<Outcome<CommandValue['option.versions']>> {
    const option = await readOptionRow(this.#db.query, optionId);
    if (option === null || (await roleOf(this.#db.query, caller, option.groupId)) === null) {
      return noSuchOption('optionId');
    }
    return succeed({ versions: (await readVersions(this.#db.query, [optionId])).get(optionId) ?? [] });
  }

  /** `option.endorse` */
  endorse(caller: Caller, { optionId }: CommandParsed<'option.endorse'>): Promise<Outcome<null>> {
    return this.#db.transaction(async (tx) => {
      const found = await findOption(tx, 'option.endorse', caller, optionId);
      if (!found.ok) return found;
      const { option } = found.value;
      const unpursued = refuseUnpursued(option.state);
      if (unpursued !== null) return unpursued;
      if (option.state !== 'draft') return succeed(null);
      if (!option.frozen) return fail('text-not-frozen', 'Freeze the text first: the group stands behind one version.');
      await tx.updateTable('option').set({ state: 'endorsed' }).where('id', '=', optionId).execute();
      await this.#news.tell(tx, option.groupId);
      return succeed(null);
    });
  }

  /** `option.setAside`: everything about it is kept; taken up again it is a draft. */
  setAside(caller: Caller, { optionId, aside }: CommandParsed<'option.setAside'>): Promise<Outcome<null>> {
    return this.#db.transaction(async (tx) => {
      const found = await findOption(tx, 'option.setAside', caller, optionId);
      if (!found.ok) return found;
      const { option } = found.value;
      if (aside === (option.state === 'set-aside')) return succeed(null);
      if (aside && (option.state === 'merged' || option.state === 'plenary' || option.state === 'paper')) {
        return fail('already-forwarded', 'The plenary works with this option already.');
      }
      if (await isVotedOn(tx, optionId)) return fail('ballot-open', 'The group is voting on this option.');
      await tx
        .updateTable('option')
        .set({ state: aside ? 'set-aside' : 'draft' })
        .where('id', '=', optionId)
        .execute();
      await this.#news.tell(tx, option.groupId);
      return succeed(null);
    });
  }

  async #store(
    tx: Transaction,
    caller: Caller,
    groupId: GroupId,
    id: OptionId,
    sources: readonly NamedSource[],
  ): Promise<Outcome<CommandValue['option.create']>> {
    // The group may have closed while the board was read.
    const allowed = await allow(tx, 'option.create', caller, groupId);
    if (!allowed.ok) return allowed;
    const group = await tx
      .selectFrom('group')
      .innerJoin('round', 'round.id', 'group.round_id')
      .select(['group.number', 'round.number as round'])
      .where('group.id', '=', groupId)
      .executeTakeFirstOrThrow();
    const numbers = await tx.selectFrom('option').select('number').where('group_id', '=', groupId).execute();
    if (numbers.length >= LIMITS.optionsPerGroup) {
      return fail('too-large', `A group has at most ${LIMITS.optionsPerGroup} options.`);
    }
    const number = Math.max(0, ...numbers.map((row) => row.number)) + 1;
    const code = optionCode({ round: group.round, group: group.number }, number);
    await tx
      .insertInto('option')
      .values({
        id,
        symposium_id: allowed.value.symposiumId,
        group_id: groupId,
        number,
        code,
        state: 'draft',
        version: null,
      })
      .execute();
    for (const [position, source] of sources.entries()) {
      await tx
        .insertInto('option_source')
        .values({ option_id: id, position, kind: source.kind, source_id: source.id, title: source.title })
        .execute();
    }
    await this.#news.tell(tx, groupId);
    await this.#tellConcerned(tx, groupId, id);
    return succeed({ optionId: id, code });
  }

  /** Whose own line reads otherwise than it did, or is more than an empty one: those who answered, and who may sign. */
  async #tellConcerned(tx: Transaction, groupId: GroupId, optionId: OptionId): Promise<void> {
    const seats = await tx
      .selectFrom('group_seat')
      .innerJoin('seat', 'seat.id', 'group_seat.seat_id')
      .leftJoin('readback_answer', (join) =>
        join.onRef('readback_answer.seat_id', '=', 'seat.id').on('readback_answer.option_id', '=', optionId),
      )
      .select('seat.id')
      .distinct()
      .where('group_seat.group_id', '=', groupId)
      .where((eb) => eb.or([eb('seat.authorised', '=', 1), eb('readback_answer.answer', 'is not', null)]))
      .execute();
    for (const { id } of seats) await this.#news.tellSeat(tx, groupId, id);
  }

  async #storeVersion(
    tx: Transaction,
    caller: Caller,
    optionId: OptionId,
    text: OptionText,
  ): Promise<Outcome<CommandValue['option.freeze']>> {
    const found = await findOption(tx, 'option.freeze', caller, optionId);
    if (!found.ok) return found;
    const { option } = found.value;
    // It may have been set aside while the text was read.
    const unpursued = refuseUnpursued(option.state);
    if (unpursued !== null) return unpursued;
    const hash = versionHash(text);
    const newest = (await readVersions(tx, [optionId])).get(optionId)?.at(-1);
    const isNew = newest?.hash !== hash;
    if (isNew && (await isVotedOn(tx, optionId, 'plenary'))) {
      return fail('ballot-open', 'The plenary is voting on the version that stands. Freeze the next one afterwards.');
    }
    const version = (newest?.number ?? 0) + (isNew ? 1 : 0);
    if (isNew)
      await tx
        .insertInto('option_version')
        .values({ option_id: optionId, number: version, ...text, hash })
        .execute();
    await tx
      .updateTable('option')
      // A group that stood behind another wording has to be asked again; what was handed over stays so.
      .set({ frozen: 1, version, ...(isNew && !isHandedOver(option.state) && { state: 'draft' as const }) })
      .where('id', '=', optionId)
      .execute();
    await this.#news.tell(tx, option.groupId);
    if (isNew) await this.#tellConcerned(tx, option.groupId, optionId);
    return succeed({ version, hash });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#turns.settled();
  }
}
