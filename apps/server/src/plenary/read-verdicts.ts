import type { Agreement, BallotResults } from '@rapport/domain/ballot-results';
import type { OptionId, SymposiumId } from '@rapport/domain/ids';
import type { RegisterEntry } from '@rapport/protocol/options';
import type { Database } from '../db/database.ts';

/** The newest result on an option, with the words it is about. */
export type Verdict = Pick<RegisterEntry, 'verdict' | 'ledBy' | 'judgedBy'>;

export const NO_VERDICT: Verdict = { verdict: null, ledBy: null, judgedBy: null };

/** What is said of the sides' agreement on this option; of a rating on its first axis. Dots and ranks say nothing of it. */
const agreementOn = (results: BallotResults, optionId: string): Agreement | null => {
  if (results.kind === 'rating') {
    return results.options.find(({ subject }) => subject.id === optionId)?.axes[0].agreement ?? null;
  }
  if (results.kind === 'endorsement') {
    return results.options.find(({ subject }) => subject.id === optionId)?.agreement ?? null;
  }
  return null;
};

/**
 * The class of the newest result on each option, as long as it is about the very words of the version that stands: of
 * the plenary where there is one, else of the option's own group. A result that must not be shown gives none.
 *
 * @param current title and text of the version that stands, by option
 */
export const readVerdicts = async (
  query: Database['query'],
  symposiumId: SymposiumId,
  current: ReadonlyMap<OptionId, { title: string; text: string }>,
): Promise<Map<OptionId, Verdict>> => {
  const rows = await query
    .selectFrom('ballot_option')
    .innerJoin('ballot', 'ballot.id', 'ballot_option.ballot_id')
    .innerJoin('option', 'option.id', 'ballot_option.subject_id')
    .select(['option.id', 'ballot.id as ballotId', 'ballot.group_id', 'ballot_option.title', 'ballot_option.body'])
    .where('ballot_option.subject_kind', '=', 'option')
    .where('option.symposium_id', '=', symposiumId)
    .where('ballot.status', '=', 'closed')
    .where('ballot.kind', 'in', ['rating', 'endorsement'])
    .where((eb) =>
      eb.or([eb('ballot.symposium_id', '=', symposiumId), eb('ballot.group_id', '=', eb.ref('option.group_id'))]),
    )
    .orderBy('ballot.number')
    .execute();
  const about = rows.filter(({ id, title, body }) => {
    const words = current.get(id);
    return words !== undefined && words.title === title && words.text === body;
  });
  if (about.length === 0) return new Map();
  const stored = await query
    .selectFrom('ballot')
    .select(['id', 'results'])
    .where('id', 'in', [...new Set(about.map(({ ballotId }) => ballotId))])
    .execute();
  const resultsOf = new Map(
    stored.flatMap(({ id, results }) =>
      results === null ? [] : [[id, JSON.parse(results) as BallotResults] as const],
    ),
  );
  const verdicts = new Map<OptionId, Verdict>();
  // Groups first, each in the order of its ballots: what comes later counts.
  for (const judgedBy of ['group', 'plenary'] as const) {
    for (const row of about) {
      if ((row.group_id === null) !== (judgedBy === 'plenary')) continue;
      const results = resultsOf.get(row.ballotId);
      const agreement = results === undefined ? null : agreementOn(results, row.id);
      const verdict = agreement?.kind === 'measured' ? agreement.verdict : null;
      verdicts.set(
        row.id,
        verdict === null
          ? NO_VERDICT
          : { verdict: verdict.class, ledBy: verdict.class === 'led' ? verdict.by : null, judgedBy },
      );
    }
  }
  return verdicts;
};
