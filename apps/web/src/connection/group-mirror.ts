import { apply, countsInStream, GAP, type GroupEvent } from '@rapport/protocol/group-events';
import type { GroupState } from '@rapport/protocol/group-state';

/** The state of a group as this tab has it; `early` are events that came before the state they build on. */
export type GroupMirror = { state: GroupState | null; early: readonly GroupEvent[] };

export const EMPTY_MIRROR: GroupMirror = { state: null, early: [] };

/** Folds an event in; `gap` means that one is missing: ask for the whole state, then `adopt` it. */
export const receive = (mirror: GroupMirror, event: GroupEvent): { mirror: GroupMirror; gap: boolean } => {
  if (mirror.state === null) return { mirror: { ...mirror, early: [...mirror.early, event] }, gap: false };
  const next = apply(mirror.state, event);
  // What cannot be folded yet may fit behind the state that is asked for now.
  if (next === GAP) return { mirror: { ...mirror, early: [...mirror.early, event] }, gap: true };
  return { mirror: { ...mirror, state: next }, gap: false };
};

/** Takes the whole state as the server sent it, then whatever came meanwhile and is younger. */
export const adopt = (state: GroupState, early: readonly GroupEvent[]): { mirror: GroupMirror; gap: boolean } => {
  let mirror: GroupMirror = { state, early: [] };
  for (const event of early) {
    // A seat's own affairs carry no number of their own; an older one must not undo what the state says.
    if (!countsInStream(event.type) && event.revision < state.revision) continue;
    const next = receive(mirror, event);
    if (next.gap) return next;
    mirror = next.mirror;
  }
  return { mirror, gap: false };
};
