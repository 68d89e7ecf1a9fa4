import { remainingMs } from '@rapport/domain/timer';
import type { GroupTile } from '@rapport/protocol/symposium-state';

/** Why an organiser should look at a group, the most pressing first. */
export type Attention =
  | { level: 'danger'; reason: 'help'; texts: string[]; calls: number }
  | { level: 'danger'; reason: 'nobody' }
  | { level: 'danger'; reason: 'few'; present: number; seats: number }
  | { level: 'warn'; reason: 'over'; overMs: number }
  | { level: 'warn'; reason: 'papers'; missing: number }
  | { level: 'warn'; reason: 'ready'; done: number; present: number };

/** Over time by less than this is ordinary. */
const OVER_MS = 60_000;

/**
 * What, if anything, is the matter with a group at `now` (ms, server clock). Groups that have not begun (first phase,
 * timer never started) and closed ones are left in peace.
 */
export const attentionFor = (tile: GroupTile, now: number): Attention | null => {
  if (tile.status === 'closed') return null;
  // Somebody waits: before and after everything else.
  if (tile.help.length > 0) {
    const texts = tile.help.map(({ text }) => text).filter((text) => text !== '');
    return { level: 'danger', reason: 'help', texts, calls: tile.help.length };
  }
  const begun = tile.phase.index > 0 || tile.timer.state !== 'stopped';
  if (!begun) return null;
  if (tile.present === 0) return { level: 'danger', reason: 'nobody' };
  if (tile.present * 2 < tile.seats) {
    return { level: 'danger', reason: 'few', present: tile.present, seats: tile.seats };
  }
  const left = remainingMs(tile.timer, now);
  if (tile.timer.state === 'running' && left < 0 && tile.ballot !== null && tile.ballot.cast < tile.ballot.entitled) {
    return { level: 'warn', reason: 'papers', missing: tile.ballot.entitled - tile.ballot.cast };
  }
  if (tile.timer.state === 'running' && left < -OVER_MS) return { level: 'warn', reason: 'over', overMs: -left };
  if (tile.done >= 2 && tile.done * 5 >= tile.present * 4) {
    return { level: 'warn', reason: 'ready', done: tile.done, present: tile.present };
  }
  return null;
};

/** Reasons in the order in which somebody has to go: first where people wait for it, last where they are ready. */
const URGENCY: readonly Attention['reason'][] = ['help', 'nobody', 'few', 'papers', 'over', 'ready'];

const calledAt = ({ help }: GroupTile): string => help.map(({ askedAt }) => askedAt).toSorted()[0] ?? '';

/** Who needs attention first, of several calls for help the one that has waited longest; then by number, closed groups last. */
export const byAttention = (
  tiles: readonly GroupTile[],
  now: number,
): { tile: GroupTile; attention: Attention | null }[] => {
  const rank = (tile: GroupTile, attention: Attention | null): number => {
    if (tile.status === 'closed') return URGENCY.length + 1;
    return attention === null ? URGENCY.length : URGENCY.indexOf(attention.reason);
  };
  return tiles
    .map((tile) => ({ tile, attention: attentionFor(tile, now) }))
    .toSorted(
      (one, other) =>
        rank(one.tile, one.attention) - rank(other.tile, other.attention) ||
        calledAt(one.tile).localeCompare(calledAt(other.tile)) ||
        one.tile.number - other.tile.number,
    );
};
