import { memo, useCallback, useMemo, type ReactNode } from 'react';
import type { CardId, ClusterId } from '@rapport/domain/ids';
import { rename } from '../board/board-commands.ts';
import { actOnCluster, useClusterItems } from '../board/cluster-items.ts';
import tints from '../board/ClusterTints.module.css';
import { ClusterTitleField } from '../board/ClusterTitleField.tsx';
import { useBoardContent, useBoardUi, useCluster } from '../board/use-board.ts';
import { useT } from '../messages/use-t.ts';
import { MoreIcon } from '../ui/icons/MoreIcon.tsx';
import { Menu } from '../ui/Menu.tsx';
import { OutlineCard } from './OutlineCard.tsx';
import { isShown } from './outline-order.ts';
import { OutlineLines } from './OutlineLines.tsx';
import { showOnBoard, type OutlineParts } from './outline-parts.ts';
import styles from './OutlineView.module.css';
import { useTabIndex } from './tab-line.ts';
import { useCalmMembers } from './use-calm-members.ts';

const useLine = (parts: OutlineParts): ((card: CardId) => ReactNode) =>
  useCallback((card) => <OutlineCard parts={parts} id={card} />, [parts]);

/** The cards of a cluster, or of none, that the filter lets through. */
const useShownMembers = ({ session }: OutlineParts, id: ClusterId | null): readonly CardId[] => {
  const members = useCalmMembers(useBoardContent(session), id);
  const shown = useBoardUi(session, (ui) => ui.shown);
  return useMemo(() => members.filter((card) => isShown(shown, card)), [members, shown]);
};

/** A cluster as a heading with its commands, and its cards below. */
export const OutlineCluster = memo(
  ({ parts, id, isFirst }: { parts: OutlineParts; id: ClusterId; isFirst: boolean }) => {
    const { session, rights, tabLine, onShow } = parts;
    const t = useT();
    const content = useBoardContent(session);
    const cluster = useCluster(content, id);
    const shown = useBoardUi(session, (ui) => ui.shown);
    const members = useShownMembers(parts, id);
    const tabIndex = useTabIndex(tabLine, id);
    const renaming = useBoardUi(session, (ui) => ui.renaming?.cluster === id && ui.renaming.where === 'outline');
    const items = useClusterItems(session, rights, id);
    const renderLine = useLine(parts);
    if (cluster === null || (shown !== null && members.length === 0)) return null;
    const title = cluster.title.trim() === '' ? t('board.cluster.untitled') : cluster.title;
    const act = (command: string): void => {
      if (command === 'show' || command === 'move') showOnBoard(parts, id);
      if (command !== 'show') actOnCluster(session, rights, id, command, 'outline');
    };
    return (
      <section className={styles['cluster']}>
        <div className={styles['head']} data-line={id}>
          <span className={`${styles['swatch']} ${tints[`colour${cluster.colour}`]}`} aria-hidden="true" />
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
          <span className={styles['count']}>
            {shown === null
              ? t('board.cluster.count', { count: cluster.cards })
              : t('filter.shownShort', { count: members.length, all: cluster.cards })}
          </span>
          <Menu
            label={t('outline.clusterMenu', { title })}
            tabIndex={tabIndex}
            icon={<MoreIcon />}
            onAction={act}
            items={onShow === null ? items : [...items, { id: 'show', label: t('outline.show') }]}
          />
        </div>
        <OutlineLines cards={members} tabLine={tabLine} isFirst={isFirst} renderLine={renderLine} />
      </section>
    );
  },
);
OutlineCluster.displayName = 'OutlineCluster';

/** The cards that are in no cluster; without a heading where there are only those. */
export const OutlineLoose = memo(({ parts, isOnly }: { parts: OutlineParts; isOnly: boolean }) => {
  const t = useT();
  const members = useShownMembers(parts, null);
  const renderLine = useLine(parts);
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
      <OutlineLines cards={members} tabLine={parts.tabLine} isFirst={isOnly} renderLine={renderLine} />
    </section>
  );
});
OutlineLoose.displayName = 'OutlineLoose';
