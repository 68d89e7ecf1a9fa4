import { newId, type GroupId, type OptionId, type RandomBytes, type SymposiumId } from '@rapport/domain/ids';
import { REGISTERED, optionCode, refuseFreeze, type OptionState, type OptionText } from '@rapport/domain/options';
import { LIMITS } from '@rapport/domain/limits';
import type { CommandParsed, CommandValue } from '@rapport/protocol/commands';
import { fail, succeed, type Outcome } from '@rapport/protocol/failures';
import type { RegisterDeed } from '@rapport/protocol/plenary';
import type { Caller } from '../access/caller.ts';
import type { Database, Transaction } from '../db/database.ts';
import type { Announcements } from '../events/announcements.ts';
import { isVotedOn } from '../options/find-option.ts';
import type { OptionNews } from '../options/option-news.ts';
import { versionHash } from '../options/version-hash.ts';
import { refuseSealed } from '../seals/refuse-sealed.ts';
import { addDeed, markUndone, readLastDeed, readMerge, type RegisterChange } from './register-deeds.ts';
import { allowChair, roleInPlenary } from './role-in-plenary.ts';

type Entry = {
  id: OptionId;
  code: string;
  symposiumId: SymposiumId;
  groupId: GroupId | null;
  state: OptionState;
  version: number;
};

const noSuchEntry = (field: string): Outcome<never> =>
  fail('not-found', 'There is no such option in the register for you.', field);

const refuseText = (text: OptionText, field: string): Outcome<never> | null => {
  const refusal = refuseFreeze(text);
  if (refusal === null) return null;
  return refusal === 'title-missing'
    ? fail(refusal, 'Give the option a title first.', `${field}.title`)
    : fail(refusal, `The text has more than ${LIMITS.optionWords} words. Shorten it first.`, `${field}.text`);
};

/**
 * What chairs do with the register (docs/method.md §8): options are merged, split, reworded and placed. Nothing is
 * lost: parents stay, versions stay, codes are never used again, and the last deed can be taken back. An option that is
 * being voted on stays as it is.
 */
export class Register {
  readonly #db: Database;
  readonly #announcements: Announcements;
  readonly #news: Pick<OptionNews, 'tell'>;
  readonly #random: RandomBytes;

  constructor(options: {
    db: Database;
    announcements: Announcements;
    news: Pick<OptionNews, 'tell'>;
    random: RandomBytes;
  }) {
    this.#db = options.db;
    this.#announcements = options.announcements;
    this.#news = options.news;
    this.#random = options.random;
  }

  /** `option.merge` */
  merge(
    caller: Caller,
    { symposiumId, optionIds, text }: CommandParsed<'option.merge'>,
  ): Promise<Outcome<CommandValue['option.merge']>> {
    return this.#db.transaction(async (tx) => {
      const chair = await allowChair(tx, caller, symposiumId);
      if (!chair.ok) return chair;
      const refusal = refuseText(text, 'text');
      if (refusal !== null) return refusal;
      if (new Set(optionIds).size < optionIds.length) {
        return fail('invalid-input', 'An option is named twice.', 'optionIds');
      }
      const parents: Entry[] = [];
      for (const [index, optionId] of optionIds.entries()) {
        const field = `optionIds.${index}`;
        const entry = await this.#readEntry(tx, optionId);
        if (entry?.symposiumId !== symposiumId) return noSuchEntry(field);
        const busy = await this.#refuseBusy(tx, entry, field);
        if (busy !== null) return busy;
        parents.push(entry);
      }
      const made = await this.#make(tx, symposiumId, text, optionIds);
      await this.#apply(tx, symposiumId, 'merge', {
        made: [made.optionId],
        states: parents.map(({ id, state }) => ({ id, before: state, after: 'merged' })),
        version: null,
      });
      return succeed(made);
    });
  }

  /** `option.split` */
  split(
    caller: Caller,
    { optionId, parts }: CommandParsed<'option.split'>,
  ): Promise<Outcome<CommandValue['option.split']>> {
    return this.#db.transaction(async (tx) => {
      const found = await this.#findForChair(tx, caller, optionId);
      if (!found.ok) return found;
      const entry = found.value;
      if (parts.length === 0) return this.#takeApart(tx, entry);
      if (parts.length === 1) return fail('invalid-input', 'A split has at least two parts.', 'parts');
      for (const [index, part] of parts.entries()) {
        const refusal = refuseText(part, `parts.${index}`);
        if (refusal !== null) return refusal;
      }
      const made: { optionId: OptionId; code: string }[] = [];
      for (const part of parts) made.push(await this.#make(tx, entry.symposiumId, part, [optionId]));
      await this.#apply(tx, entry.symposiumId, 'split', {
        made: made.map((one) => one.optionId),
        states: [{ id: optionId, before: entry.state, after: 'merged' }],
        version: null,
      });
      return succeed({ options: made });
    });
  }

  /** `option.revise` */
  revise(
    caller: Caller,
    { optionId, version, text }: CommandParsed<'option.revise'>,
  ): Promise<Outcome<CommandValue['option.revise']>> {
    return this.#db.transaction(async (tx) => {
      const found = await this.#findForChair(tx, caller, optionId);
      if (!found.ok) return found;
      const entry = found.value;
      if (entry.groupId !== null) {
        return fail('conflict', 'Its own group corrects this option. Merge or split it to reword it here.', 'optionId');
      }
      if (version !== entry.version) {
        return fail('old-version', 'Somebody has changed the text since. Read the newest version first.', 'version');
      }
      const refusal = refuseText(text, 'text');
      if (refusal !== null) return refusal;
      const written = await this.#writeVersion(tx, optionId, text);
      await this.#apply(tx, entry.symposiumId, 'revise', {
        made: [],
        states: [],
        version: { id: optionId, before: entry.version, after: written.version },
      });
      return succeed(written);
    });
  }

  /** `option.place` */
  place(caller: Caller, { optionId, place }: CommandParsed<'option.place'>): Promise<Outcome<null>> {
    return this.#db.transaction(async (tx) => {
      const found = await this.#findForChair(tx, caller, optionId);
      if (!found.ok) return found;
      const entry = found.value;
      if (entry.groupId === null && place === 'forwarded') {
        return fail('invalid-input', 'No group has forwarded this option: the plenary made it.', 'place');
      }
      if (entry.state !== place) {
        await this.#apply(tx, entry.symposiumId, 'place', {
          made: [],
          states: [{ id: optionId, before: entry.state, after: place }],
          version: null,
        });
      }
      return succeed(null);
    });
  }

  /** `register.undo` */
  undo(
    caller: Caller,
    { symposiumId }: CommandParsed<'register.undo'>,
  ): Promise<Outcome<CommandValue['register.undo']>> {
    return this.#db.transaction(async (tx) => {
      const chair = await allowChair(tx, caller, symposiumId);
      if (!chair.ok) return chair;
      const sealed = await refuseSealed(tx, symposiumId);
      if (sealed !== null) return sealed;
      const last = await readLastDeed(tx, symposiumId);
      if (last === null) return fail('conflict', 'There is nothing to take back.');
      const { made, states, version } = last.change;
      const touched = [...made, ...states.map(({ id }) => id), ...(version === null ? [] : [version.id])];
      for (const id of touched) {
        const entry = await this.#readEntry(tx, id);
        const expected = states.find((one) => one.id === id)?.after;
        const movedOn =
          entry === null
            ? expected !== 'set-aside'
            : (expected !== undefined && entry.state !== expected) ||
              (made.includes(id) && entry.state === 'merged') ||
              (version?.id === id && entry.version !== version.after);
        if (movedOn)
          return fail('conflict', 'What was done has been built upon since. It can no longer be taken back.');
        if (await isVotedOn(tx, id)) return fail('ballot-open', 'An option is being voted on. Close the ballot first.');
      }
      // What was made stays in the records, out of the register: its code was seen, and lineage is kept.
      for (const id of made) await this.#setState(tx, id, 'set-aside');
      for (const { id, before } of states) await this.#setState(tx, id, before);
      if (version !== null) {
        await tx.updateTable('option').set({ version: version.before }).where('id', '=', version.id).execute();
      }
      await markUndone(tx, symposiumId, last.number);
      await this.#tell(tx, symposiumId, touched);
      return succeed({ deed: last.deed });
    });
  }

  /** A merge is undone later than as the last deed: the parents stand where they stood before it. */
  async #takeApart(tx: Transaction, entry: Entry): Promise<Outcome<CommandValue['option.split']>> {
    const merge = await readMerge(tx, entry.symposiumId, entry.id);
    if (merge === null)
      return fail('conflict', 'This option was not merged. Say into which parts to split it.', 'parts');
    const states: RegisterChange['states'] = [{ id: entry.id, before: entry.state, after: 'set-aside' }];
    const options: { optionId: OptionId; code: string }[] = [];
    for (const { id, before } of merge.states) {
      const parent = await this.#readEntry(tx, id);
      if (parent?.state !== 'merged') return fail('conflict', 'A parent of this option stands elsewhere by now.');
      states.push({ id, before: 'merged', after: before });
      options.push({ optionId: id, code: parent.code });
    }
    await this.#apply(tx, entry.symposiumId, 'split', { made: [], states, version: null });
    return succeed({ options });
  }

  async #apply(tx: Transaction, symposiumId: SymposiumId, deed: RegisterDeed, change: RegisterChange): Promise<void> {
    for (const { id, after } of change.states) await this.#setState(tx, id, after);
    await addDeed(tx, symposiumId, deed, change);
    await this.#tell(
      tx,
      symposiumId,
      change.states.map(({ id }) => id),
    );
  }

  /** The plenary, and the groups whose options are concerned. */
  async #tell(tx: Transaction, symposiumId: SymposiumId, optionIds: readonly OptionId[]): Promise<void> {
    const groups = new Set<GroupId>();
    for (const id of optionIds) {
      const row = await tx.selectFrom('option').select('group_id').where('id', '=', id).executeTakeFirst();
      if (row !== undefined && row.group_id !== null) groups.add(row.group_id);
    }
    for (const groupId of groups) await this.#news.tell(tx, groupId);
    tx.afterCommit(() => this.#announcements.announce({ to: 'plenary', symposiumId }));
  }

  async #setState(tx: Transaction, id: OptionId, state: OptionState): Promise<void> {
    await tx.updateTable('option').set({ state }).where('id', '=', id).execute();
  }

  /** A new option of the plenary with its first version. */
  async #make(
    tx: Transaction,
    symposiumId: SymposiumId,
    text: OptionText,
    parents: readonly OptionId[],
  ): Promise<{ optionId: OptionId; code: string }> {
    const { last } = await tx
      .selectFrom('option')
      .select((eb) => eb.fn.max<number | null>('number').as('last'))
      .where('symposium_id', '=', symposiumId)
      .where('group_id', 'is', null)
      .executeTakeFirstOrThrow();
    const number = (last ?? 0) + 1;
    const id = newId(this.#random) as OptionId;
    const code = optionCode(null, number);
    await tx
      .insertInto('option')
      .values({
        id,
        symposium_id: symposiumId,
        group_id: null,
        number,
        code,
        state: 'plenary',
        frozen: 1,
        version: null,
      })
      .execute();
    for (const parent of parents) {
      await tx.insertInto('option_parent').values({ option_id: id, parent_id: parent }).execute();
    }
    await this.#writeVersion(tx, id, text);
    return { optionId: id, code };
  }

  async #writeVersion(
    tx: Transaction,
    optionId: OptionId,
    text: OptionText,
  ): Promise<{ version: number; hash: string }> {
    const { last } = await tx
      .selectFrom('option_version')
      .select((eb) => eb.fn.max<number | null>('number').as('last'))
      .where('option_id', '=', optionId)
      .executeTakeFirstOrThrow();
    const version = (last ?? 0) + 1;
    const hash = versionHash(text);
    await tx
      .insertInto('option_version')
      .values({ option_id: optionId, number: version, ...text, hash })
      .execute();
    await tx.updateTable('option').set({ version }).where('id', '=', optionId).execute();
    return { version, hash };
  }

  /** An option that stands in the register and may be changed now, for who chairs. */
  async #findForChair(tx: Transaction, caller: Caller, optionId: OptionId): Promise<Outcome<Entry>> {
    const entry = await this.#readEntry(tx, optionId);
    if (entry === null || (await roleInPlenary(tx, caller, entry.symposiumId)) === null) return noSuchEntry('optionId');
    const chair = await allowChair(tx, caller, entry.symposiumId);
    if (!chair.ok) return chair;
    const busy = await this.#refuseBusy(tx, entry, 'optionId');
    return busy ?? succeed(entry);
  }

  async #refuseBusy(tx: Transaction, entry: Entry, field: string): Promise<Outcome<never> | null> {
    const sealed = await refuseSealed(tx, entry.symposiumId);
    if (sealed !== null) return sealed;
    if (entry.state === 'merged') return fail('conflict', `${entry.code} lives on in another option already.`, field);
    if (await isVotedOn(tx, entry.id)) {
      return fail('ballot-open', `${entry.code} is being voted on. Close the ballot first.`, field);
    }
    return null;
  }

  async #readEntry(tx: Transaction, optionId: OptionId): Promise<Entry | null> {
    const row = await tx
      .selectFrom('option')
      .select(['id', 'code', 'symposium_id', 'group_id', 'state', 'version'])
      .where('id', '=', optionId)
      .where('state', 'in', REGISTERED)
      .executeTakeFirst();
    if (row === undefined || row.version === null) return null;
    return {
      id: row.id,
      code: row.code,
      symposiumId: row.symposium_id,
      groupId: row.group_id,
      state: row.state,
      version: row.version,
    };
  }
}
