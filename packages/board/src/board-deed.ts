import type { Cluster, Point } from '@rapport/domain/card';
import type { CardId, ClusterId } from '@rapport/domain/ids';

/** What the user did, for the words beside Undo and Redo. */
export type BoardDeedName =
  | 'add-card'
  | 'move-cards'
  | 'bin-cards'
  | 'restore-cards'
  | 'group-cards'
  | 'assign-cards'
  | 'rename-cluster'
  | 'merge-clusters'
  | 'dissolve-cluster'
  | 'tag-cards'
  | 'link-cards'
  | 'collapse-cluster'
  | 'colour-cluster'
  | 'move-cluster'
  | 'lay-out-board';

/** A cluster as it is made anew when its end is undone. */
export type ClusterSeed = Pick<Cluster, 'title' | 'colour'> & { position: Point | null };

/** One value that goes from what it was to what it shall be; it is made only where `from` still stands. */
export type BoardChange =
  | { card: CardId; key: 'position'; from: Point; to: Point }
  | { card: CardId; key: 'cluster'; from: ClusterId | null; to: ClusterId | null }
  | { card: CardId; key: 'binned'; from: boolean; to: boolean }
  | { card: CardId; key: 'tag'; tag: string; from: boolean; to: boolean }
  | { card: CardId; key: 'also'; also: ClusterId; from: boolean; to: boolean }
  | { cluster: ClusterId; key: 'title'; from: string; to: string }
  | { cluster: ClusterId; key: 'collapsed'; from: boolean; to: boolean }
  | { cluster: ClusterId; key: 'colour'; from: number; to: number }
  | { cluster: ClusterId; key: 'position'; from: Point | null; to: Point | null }
  | { cluster: ClusterId; key: 'exists'; from: ClusterSeed | null; to: ClusterSeed | null };

/**
 * A deed on the board as plain JSON, so that a stack of them can be kept on a device and outlive a reload. Because
 * each change says what it goes from, undoing one never touches what somebody else did since.
 */
export type BoardDeed = { name: BoardDeedName; changes: BoardChange[] };
