import { useEffect, useRef } from 'react';
import type { ClusterId } from '@rapport/domain/ids';
import { rename } from './board-commands.ts';
import type { BoardRights } from './board-rights.ts';
import type { BoardSession } from './board-session.ts';
import { ClusterTitleField } from './ClusterTitleField.tsx';
import styles from './ClusterView.module.css';
import { focusSoon } from './focus-element.ts';
import { useBoardContent, useBoardUi, useCluster } from './use-board.ts';
import { toScreen } from './viewport.ts';

/** Where a cluster's title is written: over its head, readable at any zoom, and no part of the list of cards. */
export const ClusterTitleOverlay = ({ session, rights }: { session: BoardSession; rights: BoardRights }) => {
  const renaming = useBoardUi(session, (ui) => ui.renaming);
  return renaming?.where === 'board' ? (
    <OpenTitle key={renaming.cluster} session={session} rights={rights} id={renaming.cluster} />
  ) : null;
};

const OpenTitle = ({ session, rights, id }: { session: BoardSession; rights: BoardRights; id: ClusterId }) => {
  const place = useRef<HTMLDivElement>(null);
  const { index } = useBoardContent(session);
  const cluster = useCluster(useBoardContent(session), id);
  useEffect(() => {
    const follow = (): void => {
      const region = index.region(id);
      if (place.current === null || region === null) return;
      const [x, y] = toScreen(session.camera.view, [region.x, region.y]);
      place.current.style.translate = `${Math.max(8, x)}px ${Math.max(8, y)}px`;
      place.current.style.inlineSize = `${Math.max(240, region.width * session.camera.view.zoom)}px`;
    };
    follow();
    const stops = [session.camera.onFrame(follow), index.onChange(follow)];
    return () => stops.forEach((stop) => stop());
  }, [session, index, id]);
  if (cluster === null) return null;
  return (
    <div ref={place} className={styles['titlePlace']}>
      <ClusterTitleField
        title={cluster.title}
        onDone={(text) => {
          if (text === null) session.ui.setState({ renaming: null });
          else rename(session, rights, id, text);
          if (session.records.cluster(id) === null) return;
          session.ui.setState({ focused: id });
          focusSoon(session, id);
        }}
      />
    </div>
  );
};
