import type * as Y from 'yjs';
import { CARD_GAP, CARD_HEIGHT, CARD_WIDTH, type Point } from '@rapport/domain/card';
import type { CardId, ClusterId } from '@rapport/domain/ids';
import type { BoardChange, BoardDeed } from './board-deed.ts';
import { layOutCluster } from './lay-out-cluster.ts';
import { clustersOf } from './layout.ts';
import { positionChanges } from './move-cards.ts';
import { performDeed } from './perform-deed.ts';
import { readCluster } from './read-board.ts';
import { wholePoint } from './whole-point.ts';

/** Room above a cluster's cards for its title, and around it, board px. */
const CLUSTER_HEAD = 56;
const CLUSTER_APART = 4 * CARD_GAP;
/** Width to height of a screen. */
const SCREEN = 16 / 10;

export type Move = { id: CardId; position: Point };

/** Width and height of the block in which so many cards of a cluster lie. */
const blockSize = (count: number): [number, number] => {
  const spots = layOutCluster(count, [0, 0]);
  const right = Math.max(...spots.map(([x]) => x)) + CARD_WIDTH;
  const bottom = Math.max(...spots.map(([, y]) => y)) + CARD_HEIGHT;
  return [right, bottom + CLUSTER_HEAD];
};

/**
 * Clusters as blocks in rows from the left, in the order given, in about the shape of a screen; what belongs to none
 * comes last, as a block of its own.
 */
export const clusterLayout = (blocks: readonly (readonly CardId[])[]): Move[] => {
  const filled = blocks.filter((block) => block.length > 0);
  const area = filled.reduce((sum, block) => {
    const [width, height] = blockSize(block.length);
    return sum + (width + CLUSTER_APART) * (height + CLUSTER_APART);
  }, 0);
  const widest = Math.max(0, ...filled.map((block) => blockSize(block.length)[0]));
  const rowWidth = Math.max(widest, Math.sqrt(area * SCREEN));
  const moves: Move[] = [];
  let [x, y, rowHeight] = [0, 0, 0];
  for (const block of filled) {
    const [width, height] = blockSize(block.length);
    if (x > 0 && x + width > rowWidth) {
      [x, y, rowHeight] = [0, y + rowHeight + CLUSTER_APART, 0];
    }
    const spots = layOutCluster(block.length, [x, y + CLUSTER_HEAD]);
    for (const [index, id] of block.entries()) moves.push({ id, position: spots[index] ?? [x, y] });
    x += width + CLUSTER_APART;
    rowHeight = Math.max(rowHeight, height);
  }
  return moves;
};

/**
 * Brings cards to their places, and clusters without any (board px), as one deed. Returns the inverse; null when all
 * stand there already.
 */
export const layOutBoard = (
  doc: Y.Doc,
  moves: readonly Move[],
  origin: unknown,
  emptyClusters: readonly { id: ClusterId; position: Point }[] = [],
): BoardDeed | null => {
  const places = emptyClusters.flatMap(({ id, position }): BoardChange[] => {
    const now = readCluster(clustersOf(doc).get(id), id);
    return now === null ? [] : [{ cluster: id, key: 'position', from: now.position, to: wholePoint(position) }];
  });
  return performDeed(doc, { name: 'lay-out-board', changes: [...positionChanges(doc, moves), ...places] }, origin);
};
