import type { Bloc } from '@rapport/domain/blocs';
import type { BallotId, RandomBytes } from '@rapport/domain/ids';
import type { LocalisedText } from '@rapport/domain/languages';
import { fail, succeed, type Outcome } from '@rapport/protocol/failures';
import type { PaperOrder } from '@rapport/protocol/http';
import type { BallotPrint } from '@rapport/report/sheets/ballot-sheet';
import type { Caller } from '../access/caller.ts';
import type { Database } from '../db/database.ts';
import { allow } from '../groups/allow.ts';
import { roleOf } from '../groups/role-of.ts';
import { allowChair, roleInPlenary } from '../plenary/role-in-plenary.ts';
import type { Press } from '../reports/press.ts';
import { shuffle } from '../shuffle.ts';
import { findBallot } from './find-ballot.ts';

type FoundBallot = NonNullable<Awaited<ReturnType<typeof findBallot>>>;

const noSuchBallot = (): Outcome<never> => fail('not-found', 'There is no such ballot for you.', 'id');

/**
 * Papers of an open ballot to be filled in by hand, for people without a device: whoever leads hands them out, and
 * enters them with `ballot.enter`. No sheet has a number; on each the options stand in another order.
 */
export class PaperSheets {
  readonly #db: Database;
  readonly #press: Pick<Press, 'sheets'>;
  readonly #random: RandomBytes;

  constructor(options: { db: Database; press: Pick<Press, 'sheets'>; random: RandomBytes }) {
    this.#db = options.db;
    this.#press = options.press;
    this.#random = options.random;
  }

  /** A PDF of as many sheets as are asked for; for those who may enter papers. */
  async print(
    caller: Caller,
    ballotId: BallotId,
    { count, lang, large }: PaperOrder,
  ): Promise<Outcome<{ bytes: Uint8Array; fileName: string }>> {
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
    const { number, ...place } = await this.#readPlace(ballotId, ballot);
    const places = options.map((_, at) => at);
    const print: BallotPrint = {
      language: lang,
      large,
      ...place,
      number,
      rules: ballot.rules,
      options,
      sheets: Array.from({ length: count }, () => shuffle(places, this.#random)),
    };
    return succeed({
      bytes: await this.#press.sheets({ kind: 'ballot-papers', print }),
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

  async #readPlace(
    ballotId: BallotId,
    { groupId, symposiumId }: FoundBallot,
  ): Promise<Pick<BallotPrint, 'symposium' | 'group' | 'number'>> {
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
    const { number } = await query
      .selectFrom('ballot')
      .select('number')
      .where('id', '=', ballotId)
      .executeTakeFirstOrThrow();
    return {
      symposium: {
        title: symposium.title,
        startsOn: symposium.starts_on,
        marking: JSON.parse(symposium.marking) as LocalisedText,
        blocs: JSON.parse(symposium.blocs) as Bloc[],
      },
      group: group === null ? null : { number: group.number, name: group.name, question: group.question },
      number,
    };
  }
}
