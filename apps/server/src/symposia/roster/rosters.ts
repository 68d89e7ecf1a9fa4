import type { Bloc } from '@rapport/domain/blocs';
import { newId, type RandomBytes, type SeatId, type SymposiumId } from '@rapport/domain/ids';
import { fail, succeed, type Outcome } from '@rapport/protocol/failures';
import type { RosterReport } from '@rapport/protocol/http';
import { newBadgeCode, newTypedCode } from '../../access/codes.ts';
import type { Database, Transaction } from '../../db/database.ts';
import type { Delegations } from './delegations.ts';
import { readRoster, type ReadRoster } from './read-roster.ts';
import type { RosterEntry } from './read-row.ts';

/** One statement holds a limited number of parameters in SQLite. */
const CHUNK = 500;

/** Takes rosters in. Who is known by participant_id is updated; who is missing from a later file keeps the seat. */
export class Rosters {
  readonly #db: Database;
  readonly #random: RandomBytes;
  readonly #delegations: Delegations;

  constructor(options: { db: Database; random: RandomBytes; delegations: Delegations }) {
    this.#db = options.db;
    this.#random = options.random;
    this.#delegations = options.delegations;
  }

  async import(
    symposiumId: SymposiumId,
    bytes: Uint8Array,
    { dryRun }: { dryRun: boolean },
  ): Promise<Outcome<RosterReport>> {
    const blocs = await this.#readBlocs(symposiumId);
    const read = readRoster(bytes, this.#delegations, blocs);
    return this.#db.transaction(async (tx) => {
      const symposium = await tx
        .selectFrom('symposium')
        .select(['status', 'blocs'])
        .where('id', '=', symposiumId)
        .executeTakeFirst();
      if (symposium === undefined) return fail('not-found', 'There is no such symposium.');
      if (!read.ok) return read;
      if (symposium.blocs !== JSON.stringify(blocs)) {
        return fail('conflict', 'The blocs of the symposium were changed meanwhile. Import the roster again.');
      }
      if (symposium.status === 'closed') return fail('symposium-closed', 'This symposium is closed.');
      return succeed(await this.#merge(tx, symposiumId, read.value, dryRun));
    });
  }

  async #readBlocs(symposiumId: SymposiumId): Promise<Bloc[]> {
    const row = await this.#db.query
      .selectFrom('symposium')
      .select('blocs')
      .where('id', '=', symposiumId)
      .executeTakeFirst();
    return row === undefined ? [] : (JSON.parse(row.blocs) as Bloc[]);
  }

  async #merge(
    tx: Transaction,
    symposiumId: SymposiumId,
    { entries, rejected, warnings, format }: ReadRoster,
    dryRun: boolean,
  ): Promise<RosterReport> {
    const seats = await tx
      .selectFrom('seat')
      .selectAll()
      .where('symposium_id', '=', symposiumId)
      .where('participant_id', 'is not', null)
      .execute();
    const known = new Map(seats.map((seat) => [seat.participant_id, seat]));
    const created: RosterEntry[] = [];
    const updated: { id: SeatId; entry: RosterEntry }[] = [];
    for (const entry of entries) {
      const seat = known.get(entry.participant_id);
      if (seat === undefined) created.push(entry);
      else if (Object.entries(entry).some(([column, value]) => seat[column as keyof RosterEntry] !== value)) {
        updated.push({ id: seat.id, entry });
      }
    }
    if (!dryRun) {
      await this.#create(tx, symposiumId, created);
      for (const { id, entry } of updated) {
        await tx.updateTable('seat').set(entry).where('id', '=', id).execute();
      }
    }
    return {
      created: created.length,
      updated: updated.length,
      unchanged: entries.length - created.length - updated.length,
      rejected,
      warnings,
      format,
      dryRun,
    };
  }

  async #create(tx: Transaction, symposiumId: SymposiumId, entries: readonly RosterEntry[]): Promise<void> {
    if (entries.length === 0) return;
    // Among ten thousand codes of six characters two alike are not rare; codes are unique over all symposia.
    const taken = new Set((await tx.selectFrom('seat').select('join_code').execute()).map((row) => row.join_code));
    const freshCode = (): string => {
      for (;;) {
        const code = newTypedCode(this.#random);
        if (!taken.has(code)) {
          taken.add(code);
          return code;
        }
      }
    };
    const rows = entries.map((entry) => ({
      ...entry,
      authorised: entry.authorised ?? 0,
      id: newId(this.#random) as SeatId,
      symposium_id: symposiumId,
      join_code: freshCode(),
      badge_code: newBadgeCode(this.#random),
    }));
    for (let from = 0; from < rows.length; from += CHUNK) {
      await tx
        .insertInto('seat')
        .values(rows.slice(from, from + CHUNK))
        .execute();
    }
  }
}
