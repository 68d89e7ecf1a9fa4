import type { ClusterId } from '@rapport/domain/ids';
import type { OptionSource } from '@rapport/domain/options';
import type { BoardSession } from '../board/board-session.ts';

/** The most an option takes note of. */
const MOST = 100;

/** A cluster with the cards that are in it now: what an option made from it grew out of. */
export const clusterSources = ({ records }: Pick<BoardSession, 'records'>, id: ClusterId): OptionSource[] =>
  [
    { kind: 'cluster' as const, id },
    ...records.membersOf(id).map((card) => ({ kind: 'card' as const, id: card.id })),
  ].slice(0, MOST);
