import { useCallback, useEffect, useMemo, useSyncExternalStore } from 'react';
import type { Card } from '@rapport/domain/card';
import { boardDocument } from '@rapport/domain/document-id';
import type { CardId, ClusterId, GroupId } from '@rapport/domain/ids';
import type { BoardRecords } from '@rapport/board/board-records';
import type { BoardCluster } from '@rapport/board/read-board';
import { create, useStore } from 'zustand';
import { useGroup } from '../connection/group-store.ts';
import { openDocument } from '../documents/open-document.ts';
import type { LiveDocumentState } from '../documents/live-document.ts';
import { seatKey } from '../session/seat-storage.ts';
import { useSession } from '../session/session-store.ts';
import { boardRights, type BoardRights } from './board-rights.ts';
import { BoardSession, type BoardContent } from './board-session.ts';
import type { BoardUi } from './board-ui.ts';

/** The board of the group this page shows; a page shows one. */
export const useOpenBoard = create<{ session: BoardSession | null }>(() => ({ session: null }));
let users = 0;

const undoKey = (groupId: GroupId): string =>
  seatKey(useSession.getState().me?.seat?.id ?? 'organiser', `undo.${groupId}`);

/** Opens the group's board for as long as somebody shows it. */
const acquire = (groupId: GroupId): (() => void) => {
  const before = useOpenBoard.getState().session;
  if (before?.groupId !== groupId) {
    before?.dispose();
    users = 0;
    const opened = openDocument(boardDocument(groupId));
    useOpenBoard.setState({ session: new BoardSession({ groupId, ...opened, undoKey: undoKey(groupId) }) });
  }
  const mine = useOpenBoard.getState().session;
  users += 1;
  return () => {
    if (useOpenBoard.getState().session !== mine) return;
    users -= 1;
    if (users > 0) return;
    mine?.dispose();
    useOpenBoard.setState({ session: null });
  };
};

/** Lets go of a board that was opened ahead. */
let letGo: (() => void) | null = null;

/**
 * Opens a group's board before anything is there that shows it; whoever then does holds it in this one's place.
 * Resolves when the server is asked for it.
 */
export const openBoardAhead = async (groupId: GroupId): Promise<void> => {
  letGo = acquire(groupId);
  await useOpenBoard.getState().session?.live.asked;
};

/** The group's board, open while the component is there; null in the first moment of one that nobody opened ahead. */
export const useBoard = (groupId: GroupId): BoardSession | null => {
  const session = useOpenBoard((state) => state.session);
  useEffect(() => {
    const release = acquire(groupId);
    letGo?.();
    letGo = null;
    return release;
  }, [groupId]);
  return session?.groupId === groupId ? session : null;
};

/** The open board of this page, without opening one; null when none is. */
const useOpenedBoard = (): BoardSession | null => useOpenBoard((state) => state.session);

export const useBoardUi = <T>(session: BoardSession, select: (ui: BoardUi) => T): T => useStore(session.ui, select);

export const useBoardContent = (session: BoardSession): BoardContent => useStore(session.content);

export const useBoardDocument = <T>(session: BoardSession, select: (state: LiveDocumentState) => T): T =>
  useStore(session.live.store, select);

/** What the person in this tab may do on the board now. */
export const useBoardRights = (session: BoardSession): BoardRights => {
  const group = useGroup((store) => store.state);
  const ended = useBoardDocument(session, ({ connection }) => connection.kind === 'ended');
  return useMemo(() => boardRights(group, ended), [group, ended]);
};

export const useCard = ({ records }: BoardContent, id: CardId): Card | null =>
  useSyncExternalStore(
    (listener) => records.subscribe(id, listener),
    () => records.card(id),
  );

/** A card without regard to where it lies: the same object until something else about it has changed. */
export const useCardFace = ({ records }: BoardContent, id: CardId): Omit<Card, 'position'> | null =>
  useSyncExternalStore(
    useCallback((listener: () => void) => records.subscribe(id, listener), [records, id]),
    useMemo(() => faceOf(records, id), [records, id]),
  );

const faceOf = (records: BoardRecords, id: CardId): (() => Card | null) => {
  let face: Card | null = null;
  return () => {
    const now = records.card(id);
    if (now === null || face === null || !sameFace(face, now)) face = now;
    return face;
  };
};

const sameFace = (one: Card, other: Card): boolean =>
  (Object.keys(one) as (keyof Card)[]).every((key) => key === 'position' || one[key] === other[key]);

export const useCluster = ({ records }: BoardContent, id: ClusterId): BoardCluster | null =>
  useSyncExternalStore(
    (listener) => records.subscribe(id, listener),
    () => records.cluster(id),
  );

/** A cluster's title, kept up to date; null without a cluster. */
export const useClusterTitle = ({ records }: BoardContent, id: ClusterId | null): string | null =>
  useSyncExternalStore(
    (listener) => (id === null ? () => undefined : records.subscribe(id, listener)),
    () => (id === null ? null : (records.cluster(id)?.title.trim() ?? null)),
  );

export const useCardIds = ({ records }: BoardContent): readonly CardId[] =>
  useSyncExternalStore(
    (listener) => records.subscribe('ids', listener),
    () => records.cardIds(),
  );

export const useClusterIds = ({ records }: BoardContent): readonly ClusterId[] =>
  useSyncExternalStore(
    (listener) => records.subscribe('ids', listener),
    () => records.clusterIds(),
  );

export const useBinnedIds = ({ records }: BoardContent): readonly CardId[] =>
  useSyncExternalStore(
    (listener) => records.subscribe('ids', listener),
    () => records.binnedIds(),
  );

const NO_CARDS: readonly Card[] = [];
const NO_CLUSTERS: readonly BoardCluster[] = [];

type List<T> = { subscribe: (listener: () => void) => () => void; snapshot: () => readonly T[] };

/** A list read from a board: the same array until anything on the board has changed. */
const listOf = <T>(session: BoardSession, read: (content: BoardContent) => readonly T[]): List<T> => {
  let list: readonly T[] | null = null;
  return {
    subscribe: (listener) => {
      const forget = (): void => {
        list = null;
        listener();
      };
      // Something may have been written between the first look and now.
      list = null;
      let stop = session.records.subscribe('any', forget);
      const stopContent = session.content.subscribe(({ records }) => {
        stop();
        stop = records.subscribe('any', forget);
        forget();
      });
      return () => {
        stop();
        stopContent();
      };
    },
    snapshot: () => (list ??= read(session.content.getState())),
  };
};

const useBoardList = <T>(read: (content: BoardContent) => readonly T[], none: readonly T[]): readonly T[] => {
  const session = useOpenedBoard();
  const list = useMemo<List<T>>(
    () => (session === null ? { subscribe: () => () => undefined, snapshot: () => none } : listOf(session, read)),
    [session, read, none],
  );
  return useSyncExternalStore(list.subscribe, list.snapshot);
};

const readCards = ({ records }: BoardContent): readonly Card[] =>
  records
    .cardIds()
    .map((id) => records.card(id))
    .filter((card) => card !== null);

const readClusters = ({ records }: BoardContent): readonly BoardCluster[] =>
  records
    .clusterIds()
    .map((id) => records.cluster(id))
    .filter((cluster) => cluster !== null);

/** Live cards of the open board, in order of ids; empty while no board is open. */
export const useBoardCards = (): readonly Card[] => useBoardList(readCards, NO_CARDS);

/** Clusters of the open board with the number of their cards. */
export const useBoardClusters = (): readonly BoardCluster[] => useBoardList(readClusters, NO_CLUSTERS);

/** True while neither a card nor a cluster is on the board. */
export const useIsEmpty = ({ records }: BoardContent): boolean =>
  useSyncExternalStore(
    (listener) => records.subscribe('ids', listener),
    () => records.cardIds().length === 0 && records.clusterIds().length === 0,
  );
