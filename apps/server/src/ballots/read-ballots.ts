import type { GroupId, SymposiumId } from '@rapport/domain/ids';
import type { BallotState } from '@rapport/protocol/group-state';
import type { Database } from '../db/database.ts';
import { readProgress } from './progress.ts';
import { readRules } from './read-rules.ts';

/** Whose ballots: a group's, or those of the plenary of a symposium. */
export type Assembly = { groupId: GroupId } | { symposiumId: SymposiumId };

/** The ballots of a group or of a plenary in their order, without anything of their tally. */
export const readBallots = async (query: Database['query'], of: Assembly): Promise<BallotState[]> => {
  const own = query.selectFrom('ballot').select(['id', 'number', 'kind', 'phase_id', 'status', 'settings']);
  const ballots = await (
    'groupId' in of ? own.where('group_id', '=', of.groupId) : own.where('symposium_id', '=', of.symposiumId)
  )
    .orderBy('number')
    .execute();
  if (ballots.length === 0) return [];
  const ids = ballots.map((ballot) => ballot.id);
  const options = await query
    .selectFrom('ballot_option')
    .select(['id', 'ballot_id', 'subject_kind', 'subject_id', 'title', 'body'])
    .where('ballot_id', 'in', ids)
    .orderBy('position')
    .execute();
  const progress = await readProgress(query, ids);
  const optionsOf = Map.groupBy(options, (option) => option.ballot_id);
  return ballots.map((ballot) => ({
    id: ballot.id,
    ...readRules(ballot),
    number: ballot.number,
    status: ballot.status,
    phaseId: ballot.phase_id,
    options: (optionsOf.get(ballot.id) ?? []).map((option) => ({
      id: option.id,
      subject: { kind: option.subject_kind, id: option.subject_id },
      title: option.title,
      body: option.body,
    })),
    progress: progress.get(ballot.id) ?? { cast: 0, entitled: 0 },
  }));
};
