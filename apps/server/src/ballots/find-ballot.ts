import type { BallotResults } from '@rapport/domain/ballot-results';
import type { BallotId } from '@rapport/domain/ids';
import type { Database } from '../db/database.ts';
import type { Assembly } from './read-ballots.ts';
import { readRules } from './read-rules.ts';

type Query = Database['query'];

/** A ballot of any assembly: exactly one of `groupId` and `symposiumId` says whose it is; null when there is none. */
export const findBallot = async (query: Query, ballotId: BallotId) => {
  const row = await query.selectFrom('ballot').selectAll().where('id', '=', ballotId).executeTakeFirst();
  if (row === undefined) return null;
  return {
    groupId: row.group_id,
    symposiumId: row.symposium_id,
    status: row.status,
    rules: readRules(row),
    results: row.results === null ? null : (JSON.parse(row.results) as BallotResults),
  };
};

/** The ballot an assembly votes in now; there is at most one. */
export const findOpenBallot = async (query: Query, of: Assembly): Promise<BallotId | null> => {
  const open = query.selectFrom('ballot').select('id').where('status', '=', 'open');
  const row = await (
    'groupId' in of ? open.where('group_id', '=', of.groupId) : open.where('symposium_id', '=', of.symposiumId)
  ).executeTakeFirst();
  return row?.id ?? null;
};
