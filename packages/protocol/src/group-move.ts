import type { GroupId } from '@rapport/domain/ids';
import type { PhaseKind } from '@rapport/domain/phases';
import type { FailureCode } from './failures.ts';

/** What happens, or has happened, to one group when all are moved. */
export type GroupMove = {
  groupId: GroupId;
  number: number;
  name: string;
  from: PhaseKind;
  /** `there`: it stands in such a step already. `no-step`: its session has none. */
  outcome: 'moves' | 'back' | 'there' | 'no-step' | 'refused';
  /** Why it was refused. */
  refusal?: FailureCode;
  /** Finished private cards that are revealed or stay private; 0 when it is not writing. */
  hiddenCards: number;
  /** Ballots with papers that are kept or archived because the move goes behind them. */
  ballots: number;
};
