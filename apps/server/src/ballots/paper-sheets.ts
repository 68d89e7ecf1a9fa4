import type { Bloc } from '@rapport/domain/blocs';
import type { BallotRules } from '@rapport/domain/ballots';
import { boardDocument } from '@rapport/domain/document-id';
import type { BallotId, GroupId, RandomBytes, SymposiumId } from '@rapport/domain/ids';
import type { LocalisedText } from '@rapport/domain/languages';
import type { BallotDraft } from '@rapport/protocol/ballot-draft';
import { fail, succeed, type Outcome } from '@rapport/protocol/failures';
import type { PaperOrder } from '@rapport/protocol/http';
import type { BallotPrint } from '@rapport/report/sheets/ballot-sheet';
import type { Caller } from '../access/caller.ts';
import type { Database } from '../db/database.ts';
import type { Documents } from '../documents/documents.ts';
import { allow } from '../groups/allow.ts';
import { roleOf } from '../groups/role-of.ts';
import { allowChair, roleInPlenary } from '../plenary/role-in-plenary.ts';
import type { PrintSheets } from '../reports/try-press.ts';
import { shuffle } from '../shuffle.ts';
import { findBallot } from './find-ballot.ts';
import { readOptions, readPursued } from './read-options.ts';
import { settleRules } from './settle-rules.ts';

type Printed = { bytes: Uint8Array; fileName: string };
type Place = { groupId: GroupId | null; symposiumId: SymposiumId | null };
type FoundBallot = NonNullable<Awaited<ReturnType<typeof findBallot>>>;

const noSuchBallot = (): Outcome<never> => fail('not-found', 'There is no such ballot for you.', 'id');

/**
 * Papers to be filled in by hand, for people without a device: whoever leads hands them out, and enters them with
 * `ballot.enter` while the ballot is open. No sheet has a number; on each the options stand in another order.
 */
export class PaperSheets {
  readonly #db: Database;
  readonly #documents: Pick<Documents, 'read'>;
  readonly #printSheets: PrintSheets;
  readonly #random: RandomBytes;

  constructor(options: {
    db: Database;
    documents: Pick<Documents, 'read'>;
    printSheets: PrintSheets;
    random: RandomBytes;
  }) {
    this.#db = options.db;
    this.#documents = options.documents;
    this.#printSheets = options.printSheets;
    this.#random = options.random;
  }

  /** A PDF of as many sheets of an open ballot as are asked for; for those who may enter papers. */
  async print(caller: Caller, ballotId: BallotId, order: PaperOrder): Promise<Outcome<Printed>> {
    const ballot = await findBallot(this.#db.query, ballotId);
    if (ballot === null) return noSuchBallot();
    const allowed = await this.#allow(caller, ballot);
    if (!allowed.ok) return allowed;
    if (ballot.status !== 'open') return fail('ballot-closed', 'This ballot is closed.');
    const options = await this.#db.query
      .selectFrom('ballot_option')
      .select(['title', 'body'])
      .where('ballot_id', '=', ballotId)
      .orderBy('position')
      .execute();
    const { number } = await this.#db.query
      .selectFrom('ballot')
      .select('number')
      .where('id', '=', ballotId)
      .executeTakeFirstOrThrow();
    return this.#print(ballot, { number, rules: ballot.rules, options }, order);
  }

  /**
   * The same of a group's next ballot before it is opened, with the texts of now: its letters are those of the ballot
   * when that is opened on the same list. For those who may open it; nothing is stored and nobody is told.
   */
  async printAhead(caller: Caller, groupId: GroupId, draft: BallotDraft, order: PaperOrder): Promise<Outcome<Printed>> {
    const allowed = await allow(this.#db.query, 'ballot.open', caller, groupId);
    if (!allowed.ok) return allowed;
    const rules = settleRules(draft);
    if (!rules.ok) return rules;
    const pursued = await readPursued(this.#db.query, groupId);
    const options = await this.#documents.read(boardDocument(groupId), (doc) =>
      readOptions(doc, draft.options, pursued),
    );
    if (!options.ok) return options;
    const { last } = await this.#db.query
      .selectFrom('ballot')
      .select((eb) => eb.fn.max<number | null>('number').as('last'))
      .where('group_id', '=', groupId)
      .executeTakeFirstOrThrow();
    const number = (last ?? 0) + 1;
    return this.#print({ groupId, symposiumId: null }, { number, rules: rules.value, options: options.value }, order);
  }

  async #print(
    of: Place,
    { number, rules, options }: { number: number; rules: BallotRules; options: { title: string; body: string }[] },
    { count, lang, large }: PaperOrder,
  ): Promise<Outcome<Printed>> {
    const place = await this.#readPlace(of);
    const places = options.map((_, at) => at);
    const print: BallotPrint = {
      language: lang,
      large,
      ...place,
      number,
      rules,
      options: options.map(({ title, body }) => ({ title, body })),
      sheets: Array.from({ length: count }, () => shuffle(places, this.#random)),
    };
    const printed = await this.#printSheets({ kind: 'ballot-papers', print });
    if (!printed.ok) return printed;
    return succeed({
      bytes: printed.value,
      fileName: `${place.group === null ? 'plenary' : `group-${place.group.number}`}-ballot-${number}-papers.pdf`,
    });
  }

  /** As for entering a paper: those who lead the group, or the plenary. A stranger must not learn that there is one. */
  async #allow(caller: Caller, { groupId, symposiumId }: FoundBallot): Promise<Outcome<unknown>> {
    const { query } = this.#db;
    if (groupId !== null) {
      if ((await roleOf(query, caller, groupId)) === null) return noSuchBallot();
      return allow(query, 'ballot.enter', caller, groupId);
    }
    if (symposiumId === null || (await roleInPlenary(query, caller, symposiumId)) === null) return noSuchBallot();
    return allowChair(query, caller, symposiumId);
  }

  async #readPlace({ groupId, symposiumId }: Place): Promise<Pick<BallotPrint, 'symposium' | 'group'>> {
    const { query } = this.#db;
    const group =
      groupId === null
        ? null
        : await query
            .selectFrom('group')
            .innerJoin('round', 'round.id', 'group.round_id')
            .select(['group.number', 'group.name', 'group.symposium_id', 'round.question'])
            .where('group.id', '=', groupId)
            .executeTakeFirstOrThrow();
    const of = group?.symposium_id ?? symposiumId;
    if (of === null) throw new Error('a ballot is neither a group’s nor a plenary’s');
    const symposium = await query
      .selectFrom('symposium')
      .select(['title', 'starts_on', 'marking', 'blocs'])
      .where('id', '=', of)
      .executeTakeFirstOrThrow();
    return {
      symposium: {
        title: symposium.title,
        startsOn: symposium.starts_on,
        marking: JSON.parse(symposium.marking) as LocalisedText,
        blocs: JSON.parse(symposium.blocs) as Bloc[],
      },
      group: group === null ? null : { number: group.number, name: group.name, question: group.question },
    };
  }
}
