import { writesInPrivate, type Phase } from '@rapport/domain/phases';
import type { GroupState } from '@rapport/protocol/group-state';

/** Private cards that stand in the set of a reveal. */
export const finishedCards = ({ cardsWritten, draftsOpen }: Pick<GroupState, 'cardsWritten' | 'draftsOpen'>): number =>
  cardsWritten - draftsOpen;

/** What a move does, as keys of the catalogue (`lead.move.<one>`). */
export type MoveEffect =
  | 'timer'
  | 'done'
  | 'back'
  | 'skips'
  | 'ballot-stays'
  | 'later-cards'
  | 'open-drafts'
  | 'private'
  | 'on-board';

export type MovePlan = {
  effects: MoveEffect[];
  /** Phases that are passed over. */
  skipped: Phase[];
  /** There are private cards: reveal them, or keep them private? */
  asksDrafts: boolean;
  /** Papers were cast there or later: keep those ballots, or archive them? */
  asksBallots: boolean;
  /** Leaving the clustering: lock what belongs together? */
  offersLock: boolean;
};

/** What moving the group to a phase will do and what has to be asked first. The server asks the same two questions. */
export const planMove = (state: GroupState, to: Phase): MovePlan => {
  const from = state.phase;
  const back = to.index < from.index;
  const skipped = state.phases.filter((phase) => phase.index > from.index && phase.index < to.index);
  const indexOf = (phaseId: string | null): number | undefined =>
    state.phases.find((phase) => phase.id === phaseId)?.index;
  const asksBallots =
    back &&
    state.ballots.some(({ status, progress, phaseId }) => {
      const index = indexOf(phaseId);
      return status !== 'archived' && progress.cast > 0 && (index === undefined || index >= to.index);
    });
  const asksDrafts = from.kind === 'write' && finishedCards(state) > 0;
  const effects: MoveEffect[] = ['timer', 'done'];
  if (back) effects.push('back');
  if (skipped.length > 0) effects.push('skips');
  if (state.ballots.some((ballot) => ballot.status === 'open')) effects.push('ballot-stays');
  if (!asksDrafts && state.revealed && finishedCards(state) > 0) effects.push('later-cards');
  if (from.kind === 'write' && state.draftsOpen > 0) effects.push('open-drafts');
  if (writesInPrivate(to.kind) && !writesInPrivate(from.kind)) effects.push('private');
  if (!writesInPrivate(to.kind) && writesInPrivate(from.kind)) effects.push('on-board');
  return {
    effects,
    skipped,
    asksDrafts,
    asksBallots,
    offersLock: from.kind === 'cluster' && !back && !state.clustersLocked,
  };
};
