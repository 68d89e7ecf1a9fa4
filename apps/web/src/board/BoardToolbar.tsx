import { useStore } from 'zustand';
import { useMedia } from '../group/use-media.ts';
import { useT } from '../messages/use-t.ts';
import { Button } from '../ui/Button.tsx';
import { MoreIcon } from '../ui/icons/MoreIcon.tsx';
import { RedoIcon } from '../ui/icons/RedoIcon.tsx';
import { UndoIcon } from '../ui/icons/UndoIcon.tsx';
import { Menu } from '../ui/Menu.tsx';
import { newCluster, redo, undo } from './board-commands.ts';
import { isOver, type BoardRights } from './board-rights.ts';
import type { BoardSession } from './board-session.ts';
import styles from './BoardView.module.css';
import { useBinnedIds, useBoardContent, useBoardUi } from './use-board.ts';

/** The tools at the foot of the board; every one of them has a key. */
export const BoardToolbar = ({
  session,
  rights,
  onWrite,
}: {
  session: BoardSession;
  rights: BoardRights;
  onWrite: () => void;
}) => {
  const t = useT();
  const zoom = useBoardUi(session, (ui) => ui.zoomPercent);
  const isMarquee = useBoardUi(session, (ui) => ui.marquee);
  const binned = useBinnedIds(useBoardContent(session)).length;
  const canUndo = useStore(session.undoStack.store, (stacks) => stacks.undo.length > 0);
  const canRedo = useStore(session.undoStack.store, (stacks) => stacks.redo.length > 0);
  const { camera, ui, index } = session;
  const narrow = useMedia('(max-width: 820px)');
  const mayWrite = rights.edit === null || rights.writesPrivately;
  return (
    <div role="toolbar" aria-label={t('board.tools')} className={styles['tools']}>
      {!isOver(rights) && (
        <>
          <Button variant="primary" isDisabled={!mayWrite} onPress={onWrite}>
            {t(rights.writesPrivately ? 'board.tool.draft' : 'board.tool.card')} <kbd aria-hidden="true">N</kbd>
          </Button>
          <span className={styles['wideOnly']}>
            <Button
              variant="quiet"
              isDisabled={rights.cluster !== null}
              onPress={() => newCluster(session, rights, [], 'board')}
            >
              {t('board.tool.cluster')} <kbd aria-hidden="true">C</kbd>
            </Button>
          </span>
        </>
      )}
      <Button variant="quiet" onPress={() => ui.setState({ dialog: { kind: 'find' } })}>
        {t('board.tool.find')} <kbd aria-hidden="true">/</kbd>
      </Button>
      <span className={styles['wideOnly']}>
        <Button variant="quiet" onPress={() => ui.setState({ dialog: { kind: 'filter' } })}>
          {t('filter.tool')} <kbd aria-hidden="true">F</kbd>
        </Button>
      </span>
      {!isOver(rights) && (
        <>
          <Button
            variant="quiet"
            aria-label={t('board.undo')}
            isDisabled={!canUndo || rights.edit !== null}
            onPress={() => undo(session, rights)}
          >
            <UndoIcon />
          </Button>
          <Button
            variant="quiet"
            aria-label={t('board.redo')}
            isDisabled={!canRedo || rights.edit !== null}
            onPress={() => redo(session, rights)}
          >
            <RedoIcon />
          </Button>
        </>
      )}
      <span className={styles['wideOnly']}>
        <Button
          variant={isMarquee ? 'secondary' : 'quiet'}
          aria-pressed={isMarquee}
          onPress={() => ui.setState({ marquee: !isMarquee })}
        >
          {t('board.tool.select')}
        </Button>
      </span>
      <span className={styles['wideOnly']}>
        <Button variant="quiet" onPress={() => camera.fit(index.bounds())}>
          {t('board.tool.fit')} <kbd aria-hidden="true">0</kbd>
        </Button>
      </span>
      <span className={styles['wideOnly']}>
        <Button
          variant="quiet"
          aria-label={t('board.tool.zoomReset', { percent: zoom })}
          onPress={() => camera.zoom(1)}
        >
          <span className={styles['percent']}>{t('board.tool.percent', { percent: zoom })}</span>
        </Button>
      </span>
      {binned > 0 && (
        <Button variant="quiet" onPress={() => ui.setState({ dialog: { kind: 'bin' } })}>
          {t('board.tool.bin', { count: binned })}
        </Button>
      )}
      <Menu
        label={t('board.tool.more')}
        icon={<MoreIcon />}
        items={[
          ...(narrow
            ? [
                { id: 'filter', label: t('filter.open') },
                { id: 'fit', label: t('board.tool.fit') },
              ]
            : []),
          { id: 'paste', label: t('paste.open'), isDisabled: !mayWrite },
          ...(rights.leads ? [{ id: 'tidy', label: t('tidy.open'), isDisabled: rights.edit !== null }] : []),
          { id: 'print', label: t('print.open') },
        ]}
        onAction={(id) => {
          if (id === 'paste') ui.setState({ dialog: { kind: 'paste', pasted: null } });
          if (id === 'fit') camera.fit(index.bounds());
          if (id === 'tidy' || id === 'print' || id === 'filter') ui.setState({ dialog: { kind: id } });
        }}
      />
    </div>
  );
};

/** For those who have neither a wheel nor the keys. */
export const ZoomButtons = ({ session }: { session: BoardSession }) => {
  const t = useT();
  return (
    <div role="group" aria-label={t('board.tool.zoom')} className={styles['zoom']}>
      <Button variant="quiet" size="small" aria-label={t('board.tool.zoomIn')} onPress={() => session.camera.step(1)}>
        +
      </Button>
      <Button variant="quiet" size="small" aria-label={t('board.tool.zoomOut')} onPress={() => session.camera.step(-1)}>
        −
      </Button>
    </div>
  );
};
