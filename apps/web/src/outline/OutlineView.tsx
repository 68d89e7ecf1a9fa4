import { memo, useState } from 'react';
import type { CardId, ClusterId, GroupId } from '@rapport/domain/ids';
import {
  bin,
  closeEditor,
  dissolve,
  editCard,
  isDenied,
  moveToCluster,
  newCluster,
  pointAt,
  rename,
  startCard,
} from '../board/board-commands.ts';
import { AuthorMark } from '../board/AuthorMark.tsx';
import { BoardDialogs } from '../board/BoardDialogs.tsx';
import type { BoardRights } from '../board/board-rights.ts';
import type { BoardSession } from '../board/board-session.ts';
import { clearSelection, toggleSelected } from '../board/board-ui.ts';
import { CardEditorForm } from '../board/CardEditorForm.tsx';
import { cardTitle } from '../board/card-title.ts';
import { ClusterTitleField } from '../board/ClusterTitleField.tsx';
import { SelectionBar } from '../board/SelectionBar.tsx';
import {
  useBinnedIds,
  useBoard,
  useBoardContent,
  useBoardDocument,
  useBoardRights,
  useBoardUi,
  useCard,
  useCluster,
  useClusterIds,
  useIsEmpty,
} from '../board/use-board.ts';
import { askOwnCards, useKnownOwn } from '../board/use-own-cards.ts';
import { useCardAuthor } from '../connection/authors-store.ts';
import { requestDraft } from '../drafts/draft-request.ts';
import { DocumentNotices } from '../documents/DocumentNotices.tsx';
import { useT } from '../messages/use-t.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Menu } from '../ui/Menu.tsx';
import { MoreIcon } from '../ui/icons/MoreIcon.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import styles from './OutlineView.module.css';
import { useCalmMembers } from './use-calm-members.ts';

type Props = {
  groupId: GroupId;
  /** True where the board is not on the screen beside it: then its own dialogs and notices have to be here. */
  isAlone?: boolean;
  /** Called when a card is wanted while cards are written in private. */
  onWritePrivately?: () => void;
  /** Shows a card on the board; without it there is no such command. */
  onShow?: () => void;
};

type Shared = { session: BoardSession; rights: BoardRights; selecting: boolean; onShow: (() => void) | undefined };

/** The board as a list: clusters as headings, cards below them, every command by menu and without dragging. */
export const OutlineView = ({ groupId, ...props }: Props) => {
  const t = useT();
  const session = useBoard(groupId);
  return (
    <section aria-label={t('outline.label')} className={styles['outline']}>
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
  const [selecting, setSelecting] = useState(false);
  if (!loaded) return <Skeleton lines={6} />;
  const shared = { session, rights, selecting, onShow };
  const write = (): void => {
    if (!rights.writesPrivately) return startCard(session, rights, 'outline');
    requestDraft();
    onWritePrivately?.();
  };
  const denied = rights.edit ?? rights.cluster;
  return (
    <>
      <div className={styles['tools']}>
        <Button
          size="small"
          variant={isAlone ? 'primary' : 'secondary'}
          isDisabled={rights.edit !== null && !rights.writesPrivately}
          onPress={write}
        >
          {t(rights.writesPrivately ? 'outline.addDraft' : 'outline.add')}
        </Button>
        <Button size="small" onPress={() => session.ui.setState({ dialog: { kind: 'find' } })}>
          {t('outline.find')}
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
        <Button
          size="small"
          isDisabled={rights.cluster !== null}
          onPress={() => newCluster(session, rights, [], 'outline')}
        >
          {t('outline.newCluster')}
        </Button>
        {binned > 0 && (
          <Button size="small" onPress={() => session.ui.setState({ dialog: { kind: 'bin' } })}>
            {t('outline.bin', { count: binned })}
          </Button>
        )}
      </div>
      {isAlone && <DocumentNotices live={session.live} />}
      {isAlone && denied !== null && denied !== 'not-connected' && (
        <p className={styles['denied']}>{t(`board.denied.${denied}`)}</p>
      )}
      {isEmpty ? (
        <EmptyState title={t('outline.empty')}>{t('outline.emptyText')}</EmptyState>
      ) : (
        <div className={styles['list']}>
          {clusters.map((id) => (
            <OutlineCluster key={id} {...shared} id={id} />
          ))}
          <Loose {...shared} isOnly={clusters.length === 0} />
        </div>
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
      {isAlone && <BoardDialogs session={session} rights={rights} where="outline" />}
    </>
  );
};

const leave = (session: BoardSession, card: CardId): void => {
  closeEditor(session);
  requestAnimationFrame(() => document.getElementById(`outline-${card}`)?.focus());
};

const OutlineCluster = ({ session, rights, selecting, onShow, id }: Shared & { id: ClusterId }) => {
  const t = useT();
  const content = useBoardContent(session);
  const cluster = useCluster(content, id);
  const members = useCalmMembers(content, id);
  const renaming = useBoardUi(session, (ui) => ui.renaming?.cluster === id && ui.renaming.where === 'outline');
  if (cluster === null) return null;
  const title = cluster.title.trim() === '' ? t('board.cluster.untitled') : cluster.title;
  const act = (command: string): void => {
    if (command === 'rename') session.ui.setState({ renaming: { cluster: id, where: 'outline' } });
    if (command === 'merge') session.ui.setState({ dialog: { kind: 'merge-cluster', cluster: id } });
    if (command === 'dissolve') dissolve(session, rights, id);
    if (command === 'show') show(session, id, onShow);
    if (command === 'look') void pointAt(session, { kind: 'cluster', id });
  };
  const isDisabled = rights.cluster !== null;
  return (
    <section className={styles['cluster']}>
      <div className={styles['head']}>
        <span className={`${styles['swatch']} ${styles[`colour${cluster.colour}`]}`} aria-hidden="true" />
        {renaming ? (
          <ClusterTitleField
            title={cluster.title}
            onDone={(text) => {
              if (text === null) session.ui.setState({ renaming: null });
              else rename(session, rights, id, text);
            }}
          />
        ) : (
          <h3 dir="auto" className={cluster.title.trim() === '' ? styles['untitled'] : styles['title']}>
            {title}
          </h3>
        )}
        <span className={styles['count']}>{t('board.cluster.count', { count: cluster.cards })}</span>
        <Menu
          label={t('outline.clusterMenu', { title })}
          icon={<MoreIcon />}
          onAction={act}
          items={[
            { id: 'rename', label: t('outline.rename'), isDisabled },
            { id: 'merge', label: t('outline.merge'), isDisabled },
            ...(onShow === undefined ? [] : [{ id: 'show', label: t('outline.show') }]),
            ...(rights.leads ? [{ id: 'look', label: t('board.lookHere') }] : []),
            { id: 'dissolve', label: t('outline.dissolve'), hint: t('outline.dissolveHint'), isDisabled },
          ]}
        />
      </div>
      <ul className={styles['cards']}>
        {members.map((card) => (
          <OutlineCard key={card} session={session} rights={rights} selecting={selecting} onShow={onShow} id={card} />
        ))}
      </ul>
    </section>
  );
};

const Loose = ({ isOnly, ...shared }: Shared & { isOnly: boolean }) => {
  const t = useT();
  const members = useCalmMembers(useBoardContent(shared.session), null);
  if (members.length === 0) return null;
  return (
    <section className={styles['cluster']}>
      {!isOnly && (
        <div className={styles['head']}>
          <span className={styles['swatch']} aria-hidden="true" />
          <h3 className={styles['title']}>{t('outline.loose')}</h3>
          <span className={styles['count']}>{t('board.cluster.count', { count: members.length })}</span>
        </div>
      )}
      <ul className={styles['cards']}>
        {members.map((card) => (
          <OutlineCard key={card} {...shared} id={card} />
        ))}
      </ul>
    </section>
  );
};

const show = (session: BoardSession, id: string, onShow: (() => void) | undefined): void => {
  session.ui.setState({ focused: id });
  onShow?.();
  const place = session.index.placeOf(id);
  if (place !== null) session.camera.goTo(place);
};

const OutlineCard = memo(({ session, rights, selecting, onShow, id }: Shared & { id: CardId }) => {
  const t = useT();
  const card = useCard(useBoardContent(session), id);
  const selected = useBoardUi(session, (ui) => ui.selection.has(id));
  const own = useKnownOwn(session.groupId, id);
  const shown = useCardAuthor(id);
  if (card === null) return null;
  const title = cardTitle(t, card);
  const act = (command: string): void => {
    if (command === 'edit') editCard(session, rights, id, 'outline');
    if (command === 'cluster' && !isDenied(rights.cluster)) {
      session.ui.setState({ dialog: { kind: 'move-to-cluster', cards: [id] } });
    }
    if (command === 'group') newCluster(session, rights, [id], 'outline');
    if (command === 'out') moveToCluster(session, rights, [id], null);
    if (command === 'look') void pointAt(session, { kind: 'card', id });
    if (command === 'sign') session.ui.setState({ dialog: { kind: 'sign', card: id } });
    if (command === 'bin') bin(session, rights, [id]);
    if (command === 'show') show(session, id, onShow);
  };
  const noEdit = rights.edit !== null;
  const noCluster = rights.cluster !== null;
  return (
    <li className={styles['card']}>
      {selecting && (
        <input
          type="checkbox"
          className={styles['check']}
          aria-label={t('outline.selectCard', { title })}
          checked={selected}
          onChange={() => toggleSelected(session.ui, id)}
        />
      )}
      <button
        type="button"
        id={`outline-${id}`}
        className={styles['text']}
        onClick={() => {
          if (noEdit) show(session, id, onShow);
          else editCard(session, rights, id, 'outline');
        }}
      >
        <span dir="auto" className={card.title.trim() === '' ? styles['untitled'] : styles['name']}>
          {title}
        </span>
        {card.body !== '' && (
          <span dir="auto" className={styles['body']}>
            {card.body}
          </span>
        )}
        {shown !== null && (
          <span className={styles['author']}>
            <AuthorMark shown={shown} />
          </span>
        )}
        {(card.late || card.proxy) && (
          <span className={styles['marks']}>
            {card.late && <span>{t('board.card.late')}</span>}
            {card.proxy && <span>{t('board.card.proxy')}</span>}
          </span>
        )}
      </button>
      <Menu
        label={t('outline.cardMenu', { title })}
        icon={<MoreIcon />}
        onAction={act}
        onOpen={() => void askOwnCards(session.groupId)}
        items={[
          { id: 'edit', label: t('board.card.edit'), isDisabled: noEdit },
          { id: 'cluster', label: t('board.selection.moveToCluster'), isDisabled: noCluster },
          ...(card.cluster === null
            ? [{ id: 'group', label: t('outline.groupWith'), isDisabled: noCluster }]
            : [{ id: 'out', label: t('board.card.takeOut'), isDisabled: noCluster }]),
          ...(onShow === undefined ? [] : [{ id: 'show', label: t('outline.show') }]),
          ...(rights.leads ? [{ id: 'look', label: t('board.lookHere') }] : []),
          ...(own && shown?.author === undefined
            ? [{ id: 'sign', label: t('board.sign'), hint: t('board.sign.hint') }]
            : []),
          { id: 'bin', label: t('board.selection.bin'), isDisabled: noEdit },
        ]}
      />
    </li>
  );
});
OutlineCard.displayName = 'OutlineCard';
