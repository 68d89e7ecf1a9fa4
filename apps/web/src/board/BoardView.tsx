import { lazy, Suspense } from 'react';
import { namesCursors } from '@rapport/domain/attribution';
import type { Point } from '@rapport/domain/card';
import type { GroupId } from '@rapport/domain/ids';
import { hidesPresence } from '@rapport/domain/phases';
import { useGroup } from '../connection/group-store.ts';
import { useFirstSight } from '../connection/use-first-sight.ts';
import { requestDraft } from '../drafts/draft-request.ts';
import { useT } from '../messages/use-t.ts';
import { Skeleton } from '../ui/Skeleton.tsx';
import { startCard } from './board-commands.ts';
import { BoardSurface } from './BoardSurface.tsx';
import styles from './BoardView.module.css';
import type { BoardSession } from './board-session.ts';
import { useBoard, useBoardContent, useBoardDocument, useBoardRights, useIsEmpty } from './use-board.ts';

const BoardExtras = lazy(async () => ({ default: (await import('./BoardExtras.tsx')).BoardExtras }));

/**
 * The group's board. Fills its parent. `onWritePrivately` is called when somebody wants a card while cards are written
 * in private: show the drafts then.
 */
export const BoardView = ({ groupId, onWritePrivately }: { groupId: GroupId; onWritePrivately?: () => void }) => {
  const t = useT();
  const session = useBoard(groupId);
  return (
    <section aria-label={t('board.region')} className={styles['board']}>
      {session === null ? <Loading /> : <OpenBoard session={session} onWritePrivately={onWritePrivately} />}
    </section>
  );
};

const Loading = () => (
  <div className={styles['loading']}>
    <Skeleton />
  </div>
);

const OpenBoard = ({
  session,
  onWritePrivately,
}: {
  session: BoardSession;
  onWritePrivately: (() => void) | undefined;
}) => {
  const t = useT();
  const rights = useBoardRights(session);
  const loaded = useBoardDocument(session, (state) => state.loaded);
  const ended = useBoardDocument(session, (state) => state.connection.kind === 'ended');
  const firstSight = useFirstSight();
  const phaseKind = useGroup((store) => store.state?.phase.kind);
  const attribution = useGroup((store) => store.state?.attribution);
  const isEmpty = useIsEmpty(useBoardContent(session));
  if (!loaded && !ended) return <Loading />;
  const write = (at: Point | null): void => {
    if (!rights.writesPrivately) return startCard(session, rights, 'board', at);
    requestDraft();
    onWritePrivately?.();
  };
  return (
    <>
      <BoardSurface
        session={session}
        rights={rights}
        sharesPresence={phaseKind !== undefined && !hidesPresence(phaseKind)}
        namesWriters={attribution !== undefined && namesCursors(attribution)}
        onWrite={write}
      />
      {isEmpty && (
        <div className={styles['emptyHint']}>
          <div>
            <strong>{t(rights.writesPrivately ? 'board.empty.private' : 'board.empty.title')}</strong>
            <span>
              {t(
                rights.writesPrivately
                  ? 'board.empty.privateText'
                  : rights.edit === null
                    ? 'board.empty.text'
                    : 'board.empty.readOnly',
              )}
            </span>
          </div>
        </div>
      )}
      <p id="board-keys" className="visually-hidden">
        {t('board.keys')}
      </p>
      {firstSight && (
        <Suspense>
          <BoardExtras session={session} rights={rights} onWrite={() => write(null)} />
        </Suspense>
      )}
    </>
  );
};
