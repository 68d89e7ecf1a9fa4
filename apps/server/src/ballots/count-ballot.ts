import type { BallotResults } from '@rapport/domain/ballot-results';
import type { Bloc, BlocId } from '@rapport/domain/blocs';
import type { BallotId, SymposiumId } from '@rapport/domain/ids';
import { tallyBallot } from '@rapport/statistics/tally-ballot';
import type { Transaction } from '../db/database.ts';
import type { Papers } from './papers.ts';
import { countProgress } from './progress.ts';
import { readRules } from './read-rules.ts';

/**
 * Counts an open ballot and stores the result; from then on it is closed. Returns null when it is not open any more.
 * After the commit the write-ahead log still has the papers in the order they came: truncate it.
 */
export const countBallot = async (
  tx: Transaction,
  papers: Papers,
  ballotId: BallotId,
  symposiumId: SymposiumId,
): Promise<BallotResults | null> => {
  const ballot = await tx
    .selectFrom('ballot')
    .select(['status', 'kind', 'settings', 'group_id'])
    .where('id', '=', ballotId)
    .executeTakeFirstOrThrow();
  if (ballot.status !== 'open') return null;
  const symposium = await tx
    .selectFrom('symposium')
    .select(['blocs', 'sides'])
    .where('id', '=', symposiumId)
    .executeTakeFirstOrThrow();
  const options = await tx
    .selectFrom('ballot_option')
    .select(['id', 'subject_kind', 'subject_id', 'title'])
    .where('ballot_id', '=', ballotId)
    .orderBy('position')
    .execute();
  const { entitled } = await countProgress(tx, ballotId);
  const results = tallyBallot({
    ballotId,
    rules: readRules(ballot),
    options: options.map((option) => ({
      id: option.id,
      subject: { kind: option.subject_kind, id: option.subject_id },
      title: option.title,
    })),
    papers: await papers.seal(tx, ballotId),
    entitled,
    blocs: (JSON.parse(symposium.blocs) as Bloc[]).map((bloc) => bloc.id),
    sides: JSON.parse(symposium.sides) as [BlocId, BlocId],
    plenary: ballot.group_id === null,
  });
  await tx
    .updateTable('ballot')
    .set({ status: 'closed', results: JSON.stringify(results) })
    .where('id', '=', ballotId)
    .execute();
  return results;
};
