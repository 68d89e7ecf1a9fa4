import { refusePaper, type BallotRules, type Choices } from '@rapport/domain/ballots';
import type { BallotId } from '@rapport/domain/ids';
import type { Outcome } from '@rapport/protocol/failures';
import type { Database } from '../db/database.ts';
import { explainRefusal } from './explain-refusal.ts';

/** Why these choices are no valid paper of this ballot; null when they are. */
export const checkPaper = async (
  query: Database['query'],
  ballotId: BallotId,
  rules: BallotRules,
  choices: Choices,
): Promise<Outcome<never> | null> => {
  const options = await query.selectFrom('ballot_option').select('id').where('ballot_id', '=', ballotId).execute();
  const refusal = refusePaper(choices, rules, new Set(options.map(({ id }) => id)));
  return refusal === null ? null : explainRefusal(refusal);
};
