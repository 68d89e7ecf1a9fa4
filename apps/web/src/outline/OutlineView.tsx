import { lazy, Suspense, useEffect, useMemo, useRef, useState } from 'react';
import type { CardId, ClusterId, GroupId } from '@rapport/domain/ids';
import { closeEditor, newCluster, startCard } from '../board/board-commands.ts';
import { BoardDialogs } from '../board/BoardDialogs.tsx';
import { deniedBesideTools, isOver, type BoardRights } from '../board/board-rights.ts';
import type { BoardSession } from '../board/board-session.ts';
import { clearSelection } from '../board/board-ui.ts';
import { CardEditorForm } from '../board/CardEditorForm.tsx';
import { SelectionBar } from '../board/SelectionBar.tsx';
import {
  useBinnedIds,
  useBoard,
  useBoardContent,
  useBoardDocument,
  useBoardRights,
  useBoardUi,
  useClusterIds,
  useIsEmpty,
} from '../board/use-board.ts';
import { linesInSight, watchReading } from '../reading/watch-reading.ts';
import { useClipboard } from '../board/use-clipboard.ts';
import { requestDraft } from '../drafts/draft-request.ts';
import { DocumentNotices } from '../documents/DocumentNotices.tsx';
import { useT } from '../messages/use-t.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { MoreIcon } from '../ui/icons/MoreIcon.tsx';
import { Menu } from '../ui/Menu.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { OutlineCluster, OutlineLoose } from './OutlineCluster.tsx';
import { outlineOrder } from './outline-order.ts';
import type { OutlineParts } from './outline-parts.ts';
import styles from './OutlineView.module.css';
import { createTabLine, keepTabLine, pressLineKey } from './tab-line.ts';

const FilterStrip = lazy(async () => ({ default: (await import('../board/FilterStrip.tsx')).FilterStrip }));

/** So many clusters are likely to be in view at once. */
const FIRST_CLUSTERS = 3;

type Props = {
  groupId: GroupId;
  /** True where the board is not on the screen beside it: then its own dialogs and notices have to be here. */
  isAlone?: boolean;
  /** Called when a card is wanted while cards are written in private. */
  onWritePrivately?: () => void;
  /** Shows a card on the board; without it there is no such command. */
  onShow?: () => void;
};

/** The board as a list: clusters as headings, cards below them, every command by menu and without dragging. */
export const OutlineView = ({ groupId, ...props }: Props) => {
  const t = useT();
  const session = useBoard(groupId);
  return (
    <section aria-label={t('outline.label')} className={styles['outline']}>
      <h2 className="visually-hidden">{t('outline.label')}</h2>
      {session === null ? <Skeleton lines={6} /> : <OpenOutline session={session} {...props} />}
    </section>
  );
};

const OpenOutline = ({
  session,
  isAlone = false,
  onWritePrivately,
  onShow,
}: Omit<Props, 'groupId'> & { session: BoardSession }) => {
  const t = useT();
  const rights = useBoardRights(session);
  const content = useBoardContent(session);
  const loaded = useBoardDocument(session, (state) => state.loaded);
  const clusters = useClusterIds(content);
  const binned = useBinnedIds(content).length;
  const isEmpty = useIsEmpty(content);
  const editing = useBoardUi(session, (ui) => ui.editing);
  const isFiltered = useBoardUi(session, (ui) => ui.filter !== null);
  const [selecting, setSelecting] = useState(false);
  const [tabLine] = useState(createTabLine);
  const canShow = onShow !== undefined;
  const latestShow = useRef(onShow);
  useEffect(() => {
    latestShow.current = onShow;
  });
  // Lines are drawn anew when this is another one, and only then.
  const parts = useMemo<OutlineParts>(
    () => ({ session, rights, selecting, tabLine, onShow: canShow ? () => latestShow.current?.() : null }),
    [session, rights, selecting, tabLine, canShow],
  );
  if (!loaded) return <Skeleton lines={6} />;
  const write = (): void => {
    if (!rights.writesPrivately) return startCard(session, rights, 'outline');
    requestDraft();
    onWritePrivately?.();
  };
  const denied = deniedBesideTools(rights);
  return (
    <>
      <div className={styles['tools']}>
        {!isOver(rights) && (
          <Button
            size="small"
            variant={isAlone ? 'primary' : 'secondary'}
            isDisabled={rights.edit !== null && !rights.writesPrivately}
            onPress={write}
          >
            {t(rights.writesPrivately ? 'outline.addDraft' : 'outline.add')}
          </Button>
        )}
        <Button size="small" onPress={() => session.ui.setState({ dialog: { kind: 'find' } })}>
          {t('outline.find')}
        </Button>
        <Button size="small" onPress={() => session.ui.setState({ dialog: { kind: 'filter' } })}>
          {t('filter.open')}
        </Button>
        <Button
          size="small"
          aria-pressed={selecting}
          onPress={() => {
            clearSelection(session.ui);
            setSelecting(!selecting);
          }}
        >
          {t(selecting ? 'outline.selectDone' : 'outline.select')}
        </Button>
        {!isOver(rights) && (
          <Button
            size="small"
            isDisabled={rights.cluster !== null}
            onPress={() => newCluster(session, rights, [], 'outline')}
          >
            {t('outline.newCluster')}
          </Button>
        )}
        {binned > 0 && (
          <Button size="small" onPress={() => session.ui.setState({ dialog: { kind: 'bin' } })}>
            {t('outline.bin', { count: binned })}
          </Button>
        )}
        {isAlone && (
          <Menu
            label={t('board.tool.more')}
            icon={<MoreIcon />}
            items={[
              { id: 'paste', label: t('paste.open'), isDisabled: rights.edit !== null && !rights.writesPrivately },
              { id: 'print', label: t('print.open'), isDisabled: isEmpty },
            ]}
            onAction={(id) =>
              session.ui.setState({ dialog: id === 'print' ? { kind: 'print' } : { kind: 'paste', pasted: null } })
            }
          />
        )}
      </div>
      {isAlone && <DocumentNotices live={session.live} />}
      {isAlone && denied !== null && <p className={styles['denied']}>{t(`board.denied.${denied}`)}</p>}
      {isFiltered && isAlone && (
        <Suspense>
          <FilterStrip session={session} />
        </Suspense>
      )}
      {isEmpty ? (
        <EmptyState title={t('outline.empty')}>{t('outline.emptyText')}</EmptyState>
      ) : (
        <OutlineList parts={parts} clusters={clusters} />
      )}
      {selecting && (
        <div className={styles['selection']}>
          <SelectionBar session={session} rights={rights} where="outline" />
        </div>
      )}
      {editing?.where === 'outline' && (
        <Dialog title={t('board.card.editor')} isOpen onClose={() => leave(session, editing.card)}>
          <CardEditorForm
            session={session}
            rights={rights}
            card={editing.card}
            onDone={() => leave(session, editing.card)}
          />
        </Dialog>
      )}
      {isAlone && <Clipboard session={session} rights={rights} />}
      {isAlone && <BoardDialogs session={session} rights={rights} where="outline" />}
    </>
  );
};

/** Copying and pasting where no board is mounted that sees to it. */
const Clipboard = ({ session, rights }: { session: BoardSession; rights: BoardRights }) => {
  useClipboard(session, rights);
  return null;
};

const OutlineList = ({ parts, clusters }: { parts: OutlineParts; clusters: readonly ClusterId[] }) => {
  const list = useRef<HTMLDivElement>(null);
  const { session, tabLine } = parts;
  const { records } = useBoardContent(session);
  useEffect(
    () => (list.current === null ? undefined : keepTabLine(list.current, tabLine, { records, ui: session.ui })),
    [tabLine, records, session],
  );
  useEffect(() => watchReading(session, () => (list.current === null ? [] : linesInSight(list.current))), [session]);
  return (
    <div
      ref={list}
      role="presentation"
      className={styles['list']}
      onKeyDown={(event) => {
        const order = outlineOrder(records, session.ui.getState().shown);
        if (!pressLineKey(event, event.currentTarget, { tabLine, order })) return;
        event.preventDefault();
        event.stopPropagation();
      }}
    >
      {clusters.map((id, index) => (
        <OutlineCluster key={id} parts={parts} id={id} isFirst={index < FIRST_CLUSTERS} />
      ))}
      <OutlineLoose parts={parts} isOnly={clusters.length === 0} />
    </div>
  );
};

const leave = (session: BoardSession, card: CardId): void => {
  closeEditor(session);
  requestAnimationFrame(() => document.getElementById(`outline-${card}`)?.focus());
};
