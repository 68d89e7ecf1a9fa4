import type { SymposiumId } from '@rapport/domain/ids';
import { stoppedTimer, Timer } from '@rapport/domain/timer';
import { ScreenView } from '@rapport/protocol/plenary';
import type { Database, Transaction } from '../db/database.ts';

/** How a plenary stands: closed and blank until somebody touches it. */
export type PlenaryRow = { status: 'open' | 'closed'; timer: Timer; view: ScreenView; screenCode: string | null };

/** Minutes on a plenary's timer before anybody sets it: one report-back. */
const TIMER_MINUTES = 5;

export const readPlenaryRow = async (query: Database['query'], symposiumId: SymposiumId): Promise<PlenaryRow> => {
  const row = await query.selectFrom('plenary').selectAll().where('symposium_id', '=', symposiumId).executeTakeFirst();
  if (row === undefined) {
    return { status: 'closed', timer: stoppedTimer(TIMER_MINUTES), view: { kind: 'blank' }, screenCode: null };
  }
  return {
    status: row.status,
    timer: Timer.parse(JSON.parse(row.timer)),
    view: ScreenView.parse(JSON.parse(row.view)),
    screenCode: row.screen_code,
  };
};

/** Changes how a plenary stands; the first change makes its row. */
export const writePlenaryRow = async (
  tx: Transaction,
  symposiumId: SymposiumId,
  patch: Partial<PlenaryRow>,
): Promise<void> => {
  const after = { ...(await readPlenaryRow(tx, symposiumId)), ...patch };
  const row = {
    status: after.status,
    timer: JSON.stringify(after.timer),
    view: JSON.stringify(after.view),
    screen_code: after.screenCode,
  };
  await tx
    .insertInto('plenary')
    .values({ symposium_id: symposiumId, ...row })
    .onConflict((conflict) => conflict.column('symposium_id').doUpdateSet(row))
    .execute();
};
