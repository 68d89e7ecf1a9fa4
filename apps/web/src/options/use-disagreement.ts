import { useEffect, useState } from 'react';
import type { BallotResults } from '@rapport/domain/ballot-results';
import type { BallotId, OptionId } from '@rapport/domain/ids';
import type { GroupState } from '@rapport/protocol/group-state';
import type { SendCommand } from '../group/send-command.ts';
import { disagreementOf } from './disagreement.ts';

/** The last closed ballot on options; null when there is none. */
export const lastOptionBallot = (ballots: GroupState['ballots']): GroupState['ballots'][number] | null =>
  ballots.findLast(
    ({ status, options }) => status === 'closed' && options.some(({ subject }) => subject.kind === 'option'),
  ) ?? null;

/**
 * How divided the last closed ballot on options shows the group over each; empty until it is known. Results never
 * change, so each ballot's are asked for once.
 */
export const useDisagreement = (ballot: BallotId | null, send: SendCommand): ReadonlyMap<OptionId, number> => {
  const [known, setKnown] = useState<{ ballot: BallotId; values: ReadonlyMap<OptionId, number> } | null>(null);
  useEffect(() => {
    if (ballot === null) return undefined;
    let asked = true;
    const ask = async (): Promise<void> => {
      const outcome = await send('ballot.results', { ballotId: ballot });
      const results: BallotResults | null = outcome.ok ? outcome.value : null;
      if (asked && results !== null) setKnown({ ballot, values: disagreementOf(results) });
    };
    void ask();
    return () => {
      asked = false;
    };
  }, [ballot, send]);
  return known !== null && known.ballot === ballot ? known.values : NONE;
};

const NONE: ReadonlyMap<OptionId, number> = new Map();
