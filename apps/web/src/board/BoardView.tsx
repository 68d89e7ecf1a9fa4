import { lazy, Suspense } from 'react';
import { useStore } from 'zustand';
import type { Point } from '@rapport/domain/card';
import type { GroupId } from '@rapport/domain/ids';
import { hidesPresence } from '@rapport/domain/phases';
import { useGroup } from '../connection/group-store.ts';
import { DocumentNotices } from '../documents/DocumentNotices.tsx';
import { requestDraft } from '../drafts/draft-request.ts';
import { useT } from '../messages/use-t.ts';
import { Skeleton } from '../ui/Skeleton.tsx';
import { startCard } from './board-commands.ts';
import { BoardDialogs } from './BoardDialogs.tsx';
import { BoardSurface } from './BoardSurface.tsx';
import { BoardToolbar, ZoomButtons } from './BoardToolbar.tsx';
import styles from './BoardView.module.css';
import type { BoardSession } from './board-session.ts';
import { CardEditor } from './CardEditor.tsx';
import { Minimap } from './Minimap.tsx';
import { SelectionBar } from './SelectionBar.tsx';
import { useBoard, useBoardContent, useBoardDocument, useBoardRights, useBoardUi, useIsEmpty } from './use-board.ts';

// Only leaders ask for suggestions, and seldom.
const SuggestionsPanel = lazy(async () => ({ default: (await import('./SuggestionsPanel.tsx')).SuggestionsPanel }));

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
  const editing = useBoardUi(session, (ui) => ui.editing);
  const phaseKind = useGroup((store) => store.state?.phase.kind);
  const hasSuggestions = useStore(session.suggestions, (suggestions) => suggestions !== null);
  const isEmpty = useIsEmpty(useBoardContent(session));
  if (!loaded && !ended) return <Loading />;
  const write = (at: Point | null): void => {
    if (!rights.writesPrivately) return startCard(session, rights, 'board', at);
    requestDraft();
    onWritePrivately?.();
  };
  const denied = rights.edit ?? rights.cluster;
  return (
    <>
      <BoardSurface
        session={session}
        rights={rights}
        sharesPresence={phaseKind !== undefined && !hidesPresence(phaseKind)}
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
      <div className={styles['notices']}>
        <DocumentNotices live={session.live} />
      </div>
      <div className={styles['bottom']}>
        {denied !== null && denied !== 'not-connected' && (
          <p className={styles['denied']} role="status">
            {t(`board.denied.${denied}`)}
          </p>
        )}
        <SelectionBar session={session} rights={rights} where="board" />
        <BoardToolbar session={session} rights={rights} onWrite={() => write(null)} />
      </div>
      <ZoomButtons session={session} />
      <Minimap session={session} />
      {hasSuggestions && (
        <Suspense>
          <SuggestionsPanel session={session} rights={rights} />
        </Suspense>
      )}
      {editing?.where === 'board' && (
        <CardEditor key={editing.card} session={session} rights={rights} card={editing.card} />
      )}
      <BoardDialogs session={session} rights={rights} where="board" />
    </>
  );
};
