import type { RandomBytes } from '@rapport/domain/ids';
import type { CommandParsed, CommandValue } from '@rapport/protocol/commands';
import { fail, succeed, type Outcome } from '@rapport/protocol/failures';
import type { Access } from '../access/access.ts';
import type { Caller } from '../access/caller.ts';
import { newTypedCode } from '../access/codes.ts';
import type { Database, Transaction } from '../db/database.ts';
import { readPlenaryRow, writePlenaryRow } from './plenary-row.ts';
import { noSuchPlenary } from './role-in-plenary.ts';

/** The code with which projectors come in: they have no seat, send nothing and see what their view shows. */
export class Screens {
  readonly #db: Database;
  readonly #access: Pick<Access, 'endScreensOf'>;
  readonly #random: RandomBytes;

  constructor(options: { db: Database; access: Pick<Access, 'endScreensOf'>; random: RandomBytes }) {
    this.#db = options.db;
    this.#access = options.access;
    this.#random = options.random;
  }

  /** `screen.code`: a code that is renewed or revoked ends the screens that came in by it. */
  code(
    caller: Caller,
    { symposiumId, action }: CommandParsed<'screen.code'>,
  ): Promise<Outcome<CommandValue['screen.code']>> {
    if (caller.kind !== 'organiser') {
      return Promise.resolve(fail('role-refused', 'Only an organiser gives the code for screens.'));
    }
    return this.#db.transaction(async (tx) => {
      const symposium = await tx.selectFrom('symposium').select('id').where('id', '=', symposiumId).executeTakeFirst();
      if (symposium === undefined) return noSuchPlenary();
      const { screenCode } = await readPlenaryRow(tx, symposiumId);
      if (action === 'show' && screenCode !== null) return succeed({ code: screenCode });
      const code = action === 'revoke' ? null : await this.#freshCode(tx);
      await writePlenaryRow(tx, symposiumId, { screenCode: code });
      await this.#access.endScreensOf(tx, symposiumId);
      return succeed({ code });
    });
  }

  async #freshCode(tx: Transaction): Promise<string> {
    for (;;) {
      const code = newTypedCode(this.#random);
      const taken = await tx
        .selectFrom('plenary')
        .select('symposium_id')
        .where('screen_code', '=', code)
        .executeTakeFirst();
      if (taken === undefined) return code;
    }
  }
}
