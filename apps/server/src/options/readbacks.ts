import { newId, type GroupId, type OptionId, type RandomBytes, type SeatId } from '@rapport/domain/ids';
import { LIMITS } from '@rapport/domain/limits';
import type { CommandParsed, CommandValue } from '@rapport/protocol/commands';
import { fail, succeed, type Outcome } from '@rapport/protocol/failures';
import type { Caller } from '../access/caller.ts';
import type { Database, Transaction } from '../db/database.ts';
import type { Announcements } from '../events/announcements.ts';
import { allow } from '../groups/allow.ts';
import { Turns } from '../turns.ts';
import { findOption, HANDED_OVER, isHandedOver, noSuchOption, readOptionRow, refuseUnpursued } from './find-option.ts';
import type { OptionNews } from './option-news.ts';

/**
 * Reads frozen texts back to the group, which accepts them or objects, and hands them over to the plenary. An answer can
 * be replaced until then. A reason is stored apart from who objected: which reason is whose is only in memory, for as
 * long as it can be changed. After a restart of the server an earlier reason stands even if its author now accepts.
 */
export class Readbacks implements AsyncDisposable {
  readonly #db: Database;
  readonly #news: OptionNews;
  readonly #random: RandomBytes;
  readonly #turns = new Turns<OptionId>();
  /** Ids of reasons by group, then by option, version and seat. */
  readonly #reasons = new Map<GroupId, Map<string, string>>();
  readonly #stopListening: () => void;

  constructor(options: { db: Database; news: OptionNews; announcements: Announcements; random: RandomBytes }) {
    this.#db = options.db;
    this.#news = options.news;
    this.#random = options.random;
    this.#stopListening = options.announcements.listen((announcement) => {
      if (announcement.to !== 'group' || announcement.news.type !== 'group.closed') return;
      this.#reasons.delete(announcement.news.groupId);
    });
  }

  /** `readback.ask`: all of these or none. Asking again changes nothing, unless answers were counted for good since. */
  ask(
    caller: Caller,
    { groupId, optionIds }: CommandParsed<'readback.ask'>,
  ): Promise<Outcome<CommandValue['readback.ask']>> {
    return this.#db.transaction(async (tx) => {
      const allowed = await allow(tx, 'readback.ask', caller, groupId);
      if (!allowed.ok) return allowed;
      const asked = new Map<OptionId, number>();
      for (const [index, optionId] of optionIds.entries()) {
        const field = `optionIds.${index}`;
        const option = await readOptionRow(tx, optionId);
        if (option?.groupId !== groupId) return noSuchOption(field);
        const unpursued = refuseUnpursued(option.state);
        if (unpursued !== null) return unpursued;
        if (!option.frozen || option.version === null) {
          return fail('text-not-frozen', 'Only a frozen text can be read back.', field);
        }
        asked.set(optionId, option.version);
      }
      for (const [optionId, version] of asked) await this.#ask(tx, optionId, version);
      await this.#news.tell(tx, groupId);
      return succeed({ asked: asked.size });
    });
  }

  /** `report.readback` */
  async answer(caller: Caller, input: CommandParsed<'report.readback'>): Promise<Outcome<null>> {
    return this.#turns.take(input.optionId, async () => {
      const answered = await this.#db.transaction((tx) => this.#answer(tx, caller, input));
      if (!answered.ok) return answered;
      const { groupId, seatId } = answered.value;
      // In another transaction: answers and reasons must not be joined by what wrote them.
      await this.#replaceReason(groupId, seatId, input);
      this.#news.tellSoon(groupId);
      return succeed(null);
    });
  }

  /** `option.forward`: all of these or none; up to as many options as the symposium lets each group forward. */
  forward(
    caller: Caller,
    { groupId, optionIds }: CommandParsed<'option.forward'>,
  ): Promise<Outcome<CommandValue['option.forward']>> {
    return this.#db.transaction(async (tx) => {
      const allowed = await allow(tx, 'option.forward', caller, groupId);
      if (!allowed.ok) return allowed;
      const forwarding: OptionId[] = [];
      for (const [index, optionId] of [...new Set(optionIds)].entries()) {
        const field = `optionIds.${index}`;
        const option = await readOptionRow(tx, optionId);
        if (option?.groupId !== groupId) return noSuchOption(field);
        if (isHandedOver(option.state)) continue;
        const refusal = refuseUnpursued(option.state) ?? (await this.#refuseForward(tx, option, field));
        if (refusal !== null) return refusal;
        forwarding.push(optionId);
      }
      const { limit, before } = await this.#readLimit(tx, groupId);
      if (before + forwarding.length > limit) {
        return fail(
          'over-forward-limit',
          `A group forwards at most ${limit} options; ${before} are forwarded already.`,
        );
      }
      if (forwarding.length > 0) {
        await tx.updateTable('option').set({ state: 'forwarded' }).where('id', 'in', forwarding).execute();
        await this.#news.tell(tx, groupId);
        tx.afterCommit(() => this.#forget(groupId, forwarding));
      }
      return succeed({ forwarded: forwarding.length });
    });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#stopListening();
    await this.#turns.settled();
  }

  async #ask(tx: Transaction, optionId: OptionId, version: number): Promise<void> {
    const before = await tx
      .selectFrom('option_readback')
      .select('counted')
      .where('option_id', '=', optionId)
      .where('version', '=', version)
      .executeTakeFirst();
    if (before === undefined) {
      await tx.insertInto('option_readback').values({ option_id: optionId, version }).execute();
      return;
    }
    if (before.counted === 0) return;
    // Nobody knows any more who had answered: they are asked anew, and nothing of before is counted twice.
    await tx
      .updateTable('option_readback')
      .set({ counted: 0, accepted: 0, objected: 0 })
      .where('option_id', '=', optionId)
      .where('version', '=', version)
      .execute();
    await tx.deleteFrom('readback_reason').where('option_id', '=', optionId).where('version', '=', version).execute();
  }

  async #answer(
    tx: Transaction,
    caller: Caller,
    { optionId, version, answer }: CommandParsed<'report.readback'>,
  ): Promise<Outcome<{ groupId: GroupId; seatId: SeatId }>> {
    const found = await findOption(tx, 'report.readback', caller, optionId);
    if (!found.ok) return found;
    const { option, who } = found.value;
    if (who.seatId === null) return fail('role-refused', 'Only somebody who sits in the group can answer.');
    if (isHandedOver(option.state)) return fail('already-forwarded', 'This option has been forwarded already.');
    const unpursued = refuseUnpursued(option.state);
    if (unpursued !== null) return unpursued;
    if (version !== option.version || !option.frozen) {
      return fail('old-version', 'The text is being changed or has changed. Read the newest version first.');
    }
    const readback = await tx
      .selectFrom('option_readback')
      .select('counted')
      .where('option_id', '=', optionId)
      .where('version', '=', version)
      .executeTakeFirst();
    if (readback?.counted !== 0) return fail('not-read-back', 'The group has not been asked about this version.');
    await tx
      .insertInto('readback_answer')
      .values({ option_id: optionId, version, seat_id: who.seatId, answer })
      .onConflict((conflict) => conflict.columns(['option_id', 'version', 'seat_id']).doUpdateSet({ answer }))
      .execute();
    await this.#news.tellSeat(tx, option.groupId, who.seatId);
    return succeed({ groupId: option.groupId, seatId: who.seatId });
  }

  async #replaceReason(
    groupId: GroupId,
    seatId: SeatId,
    { optionId, version, answer, reason }: CommandParsed<'report.readback'>,
  ): Promise<void> {
    const key = `${optionId} ${version} ${seatId}`;
    const known = this.#reasons.get(groupId) ?? new Map<string, string>();
    const before = known.get(key);
    const id = answer === 'object' && reason !== '' ? newId(this.#random) : null;
    if (before === undefined && id === null) return;
    await this.#db.transaction(async (tx) => {
      if (before !== undefined) {
        await tx.deleteFrom('readback_reason').where('option_id', '=', optionId).where('id', '=', before).execute();
      }
      if (id !== null) {
        await tx.insertInto('readback_reason').values({ option_id: optionId, id, version, text: reason }).execute();
      }
      tx.afterCommit(() => {
        if (id === null) known.delete(key);
        else known.set(key, id);
        this.#reasons.set(groupId, known);
      });
    });
  }

  async #refuseForward(
    tx: Transaction,
    option: { id: OptionId; frozen: boolean; version: number | null },
    field: string,
  ): Promise<Outcome<never> | null> {
    if (!option.frozen || option.version === null) {
      return fail('text-not-frozen', 'Freeze the text and read it back to the group first.', field);
    }
    const readback = await tx
      .selectFrom('option_readback')
      .select('accepted')
      .where('option_id', '=', option.id)
      .where('version', '=', option.version)
      .executeTakeFirst();
    if (readback === undefined) return fail('not-read-back', 'Read this version back to the group first.', field);
    const accepts = await tx
      .selectFrom('readback_answer')
      .select('seat_id')
      .where('option_id', '=', option.id)
      .where('version', '=', option.version)
      .where('answer', '=', 'accept')
      .limit(1)
      .executeTakeFirst();
    if (readback.accepted === 0 && accepts === undefined) {
      return fail('not-accepted', 'Nobody has accepted this version yet.', field);
    }
    return null;
  }

  async #readLimit(tx: Transaction, groupId: GroupId): Promise<{ limit: number; before: number }> {
    const { limit } = await tx
      .selectFrom('group')
      .innerJoin('symposium', 'symposium.id', 'group.symposium_id')
      .select('symposium.forward_limit as limit')
      .where('group.id', '=', groupId)
      .executeTakeFirstOrThrow();
    const handedOver = await tx
      .selectFrom('option')
      .select('id')
      .where('group_id', '=', groupId)
      // What the plenary has merged was forwarded once.
      .where('state', 'in', [...HANDED_OVER, 'merged'])
      .execute();
    return { limit: Math.min(limit, LIMITS.forwardedOptionsMost), before: handedOver.length };
  }

  /** Answers to these cannot be changed any more. */
  #forget(groupId: GroupId, optionIds: readonly OptionId[]): void {
    const known = this.#reasons.get(groupId);
    if (known === undefined) return;
    for (const key of known.keys()) {
      if (optionIds.some((optionId) => key.startsWith(`${optionId} `))) known.delete(key);
    }
  }
}
