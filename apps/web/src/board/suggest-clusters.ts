import type { CardId } from '@rapport/domain/ids';
import type { SendCommand } from '../group/send-command.ts';
import { translateNow } from '../messages/use-t.ts';
import { announce } from '../ui/announce.ts';
import { failureText } from '../ui/failure-text.ts';
import { notify } from '../ui/toast-store.ts';
import { isDenied, newCluster } from './board-commands.ts';
import type { BoardRights } from './board-rights.ts';
import type { BoardSession } from './board-session.ts';
import { around } from './geometry.ts';
import type { Suggestion, Suggestions } from './suggestion-store.ts';

/** A cluster of fewer is none. */
const LEAST = 2;

/** Asks the server for clusters of like cards and shows them; nothing on the board changes. */
export const suggestClusters = async (session: BoardSession, send: SendCommand): Promise<void> => {
  const outcome = await send('cluster.suggest', { groupId: session.groupId });
  if (!outcome.ok) {
    const { failure } = outcome;
    notify({ text: `${failureText(translateNow, failure)} (${failure.code})`, tone: 'danger' });
    return;
  }
  const { records, suggestions } = session;
  const { left } = outcome.value;
  const open = outcome.value.suggestions.map(({ title, cardIds }, index): Suggestion => ({
    number: index + 1,
    title,
    cards: cardIds.map((id) => ({ id, cluster: records.card(id)?.cluster ?? null })),
  }));
  if (open.length === 0) {
    suggestions.setState(null, true);
    notify({ text: translateNow('board.suggest.none') });
    return;
  }
  suggestions.setState({ open, taken: [], left: left.length, shown: null }, true);
  announce(translateNow('board.suggest.found', { count: open.length, left: left.length }));
};

/** The cards that still are what they were when the proposal was made; the others are somebody's by now. */
export const standingCards = ({ records }: BoardSession, { cards }: Suggestion): CardId[] =>
  cards.flatMap(({ id, cluster }) => {
    const card = records.card(id);
    return card !== null && !card.binned && card.cluster === cluster ? [id] : [];
  });

const change = ({ suggestions }: BoardSession, patch: (now: Suggestions) => Partial<Suggestions>): void => {
  const now = suggestions.getState();
  if (now === null) return;
  const next = { ...now, ...patch(now) };
  suggestions.setState(next.open.length === 0 && next.taken.length === 0 ? null : next, true);
};

const without = (now: Suggestions, { number }: Suggestion): Partial<Suggestions> => ({
  open: now.open.filter((one) => one.number !== number),
  shown: now.shown === number ? null : now.shown,
});

/** Makes one of the proposed clusters, as one step to undo. */
export const takeSuggestion = (
  session: BoardSession,
  rights: BoardRights,
  suggestion: Suggestion,
  title: string,
): void => {
  if (isDenied(rights.cluster)) return;
  const cards = standingCards(session, suggestion);
  if (cards.length < LEAST) {
    change(session, (now) => without(now, suggestion));
    notify({ text: translateNow('board.suggest.gone'), tone: 'warn' });
    return;
  }
  const before = session.undoStack.store.getState().undo.at(-1);
  newCluster(session, rights, cards, 'board', title.trim() || suggestion.title);
  const inverse = session.undoStack.store.getState().undo.at(-1);
  if (inverse === undefined || inverse === before) return;
  change(session, (now) => ({
    ...without(now, suggestion),
    taken: [...now.taken, { suggestion: { ...suggestion, title: title.trim() || suggestion.title }, inverse }],
  }));
};

export const leaveSuggestion = (session: BoardSession, suggestion: Suggestion): void => {
  change(session, (now) => without(now, suggestion));
  announce(translateNow('board.suggest.said.left', { title: suggestion.title }));
};

export const leaveAllSuggestions = (session: BoardSession): void => {
  change(session, () => ({ open: [], shown: null }));
  announce(translateNow('board.suggest.said.allLeft'));
};

/** Those taken that one's own undo still knows: whoever pressed Ctrl+Z has taken them back already. */
export const revertible = (
  { taken }: Suggestions,
  undo: readonly Suggestions['taken'][number]['inverse'][],
): Suggestions['taken'] => taken.filter(({ inverse }) => undo.includes(inverse));

/** Takes back every proposed cluster that was made, the last one first, and proposes them again. */
export const revertSuggestions = (session: BoardSession, rights: BoardRights): void => {
  if (isDenied(rights.cluster)) return;
  const now = session.suggestions.getState();
  if (now === null) return;
  const mine = revertible(now, session.undoStack.store.getState().undo);
  const stale = mine.toReversed().filter(({ inverse }) => session.undo(inverse).kind === 'stale');
  change(session, ({ open }) => ({
    taken: [],
    open: [...open, ...mine.map(({ suggestion }) => suggestion)].toSorted((one, other) => one.number - other.number),
  }));
  if (stale.length > 0) notify({ text: translateNow('board.said.stale'), tone: 'warn' });
  else announce(translateNow('board.suggest.said.reverted', { count: mine.length }));
};

export const closeSuggestions = (session: BoardSession): void => session.suggestions.setState(null, true);

/** Draws the outlines of one strongly; null lets go. */
export const lookAtSuggestion = (session: BoardSession, number: number | null): void => {
  if (session.suggestions.getState()?.shown !== number) change(session, () => ({ shown: number }));
};

/** Brings all its cards into view. */
export const showSuggestion = (session: BoardSession, suggestion: Suggestion): void => {
  lookAtSuggestion(session, suggestion.number);
  const rects = standingCards(session, suggestion).map((id) => session.index.cards.rectOf(id));
  session.camera.fit(around(rects.filter((rect) => rect !== undefined)));
};
