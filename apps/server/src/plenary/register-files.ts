import { BYTE_ORDER_MARK, writeCsv } from '@rapport/domain/csv-cells';
import type { SymposiumId } from '@rapport/domain/ids';
import { fail, succeed, type Outcome } from '@rapport/protocol/failures';
import type { Register as RegisterState, RegisterEntry } from '@rapport/protocol/options';
import type { Agenda } from '@rapport/protocol/plenary';
import type { Caller } from '../access/caller.ts';
import type { Locale } from '@rapport/domain/languages';
import type { AgendaPrint } from '@rapport/report/compose-agenda';
import type { Database } from '../db/database.ts';
import type { PrintSheets } from '../reports/try-press.ts';
import { readPlenaryRow } from './plenary-row.ts';
import type { PlenaryReader } from './read-plenary.ts';
import { readRegister } from './read-register.ts';
import { allowChair, noSuchPlenary, roleInPlenary } from './role-in-plenary.ts';

const COLUMNS = [
  'code',
  'state',
  'round',
  'group',
  'version',
  'title',
  'text',
  'rationale',
  'actors',
  'resources',
  'horizon',
  'parents',
  'groups_proposing',
  'groups',
  'class',
  'led_by',
  'judged_by',
  'reservations',
  'sponsors',
  'interest',
] as const;

const rowOf = (entry: RegisterEntry): string[] => {
  const { text, group, convergence } = entry;
  const reservations = [
    ...entry.reservations.map((one) => one.text),
    ...entry.carried.map((one) => `${one.code}: ${one.text}`),
  ];
  const cells: Record<(typeof COLUMNS)[number], string> = {
    code: entry.code,
    state: entry.state,
    round: group === null ? '' : String(group.round),
    group: group === null ? '' : String(group.number),
    version: String(entry.version),
    ...text,
    parents: entry.parents.map(({ code }) => code).join(' '),
    groups_proposing: String(convergence.groups),
    groups: String(convergence.of),
    class: entry.verdict ?? '',
    led_by: entry.ledBy ?? '',
    judged_by: entry.judgedBy ?? '',
    reservations: reservations.join('\n'),
    sponsors: entry.sponsors
      .filter(({ suspended }) => !suspended)
      .map(({ delegation }) => delegation)
      .join('; '),
    interest: String(entry.interest),
  };
  return COLUMNS.map((column) => cells[column]);
};

/** UTF-8 with a mark at the beginning, by which spreadsheets know it; cells that look like formulas are defused. */
export const registerCsv = (entries: readonly RegisterEntry[]): string =>
  BYTE_ORDER_MARK + writeCsv([COLUMNS, ...entries.map(rowOf)]);

const itemOf = ({ code, state, text, convergence, verdict }: RegisterEntry): Agenda['plenary'][number] => ({
  code,
  state,
  text,
  convergence,
  verdict,
});

const nameOf = ({ code, text, convergence }: Agenda['plenary'][number]): AgendaPrint['plenary'][number] => ({
  code,
  title: text.title,
  convergence,
});

/** The register and the order of report-backs, to be taken away and printed. */
export class RegisterFiles {
  readonly #db: Database;
  readonly #reader: PlenaryReader;
  readonly #printSheets: PrintSheets;

  constructor(options: { db: Database; reader: PlenaryReader; printSheets: PrintSheets }) {
    this.#db = options.db;
    this.#reader = options.reader;
    this.#printSheets = options.printSheets;
  }

  /** For chairs; for seats while the plenary is open. */
  async register(caller: Caller, symposiumId: SymposiumId): Promise<Outcome<RegisterState>> {
    const who = await roleInPlenary(this.#db.query, caller, symposiumId);
    if (who === null) return noSuchPlenary();
    const { status } = await readPlenaryRow(this.#db.query, symposiumId);
    if (who.role !== 'chair' && status !== 'open') {
      return fail('role-refused', 'The register is for everybody once the plenary is open.');
    }
    return succeed({ symposiumId, entries: await readRegister(this.#db.query, symposiumId) });
  }

  async registerCsv(caller: Caller, symposiumId: SymposiumId): Promise<Outcome<string>> {
    const register = await this.register(caller, symposiumId);
    return register.ok ? succeed(registerCsv(register.value.entries)) : register;
  }

  /** The agenda to be printed, without what it says of results: a chair hands it round. */
  async agendaPdf(caller: Caller, symposiumId: SymposiumId, language: Locale): Promise<Outcome<Uint8Array>> {
    const agenda = await this.agenda(caller, symposiumId);
    if (!agenda.ok) return agenda;
    const { symposium, groups, plenary } = agenda.value;
    const print: AgendaPrint = {
      language,
      symposium,
      groups: groups.map(({ number, name, round, status, options }) => ({
        number,
        name,
        round,
        isOpen: status === 'open',
        options: options.map(nameOf),
      })),
      plenary: plenary.map(nameOf),
    };
    return this.#printSheets({ kind: 'agenda', print });
  }

  /** For chairs. */
  async agenda(caller: Caller, symposiumId: SymposiumId): Promise<Outcome<Agenda>> {
    const chair = await allowChair(this.#db.query, caller, symposiumId);
    if (!chair.ok) return chair;
    const facts = await this.#reader.read(symposiumId, 0);
    const symposium = await this.#db.query
      .selectFrom('symposium')
      .select('starts_on')
      .where('id', '=', symposiumId)
      .executeTakeFirst();
    if (facts === null || symposium === undefined) return noSuchPlenary();
    return succeed({
      symposium: {
        title: facts.symposium.title,
        startsOn: symposium.starts_on,
        marking: facts.symposium.marking,
      },
      groups: facts.groups.map(({ id, round, number, name, status }) => ({
        id,
        round,
        number,
        name,
        status,
        options: facts.register.filter(({ group }) => group?.id === id).map(itemOf),
      })),
      plenary: facts.register.filter(({ group }) => group === null).map(itemOf),
    });
  }
}
