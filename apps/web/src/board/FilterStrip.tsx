import { useEffect } from 'react';
import { useT } from '../messages/use-t.ts';
import { Button } from '../ui/Button.tsx';
import { countFilters } from './board-filter.ts';
import type { BoardSession } from './board-session.ts';
import styles from './FilterStrip.module.css';
import { focusSoon } from './focus-element.ts';
import { keepFilter } from './keep-filter.ts';
import { useBoardContent, useBoardUi, useCardIds } from './use-board.ts';

/** Height of the strip with what is around it, px: nothing that has the focus may lie under it. */
const HEAD = 76;

/** While a filter is set: how much it shows, a way to change it, and a press that ends it. */
export const FilterStrip = ({ session, onBoard = false }: { session: BoardSession; onBoard?: boolean }) => {
  const t = useT();
  const filter = useBoardUi(session, (ui) => ui.filter);
  const shown = useBoardUi(session, (ui) => ui.shown);
  const all = useCardIds(useBoardContent(session)).length;
  useEffect(() => keepFilter(session), [session]);
  useEffect(() => (onBoard ? session.camera.coverHead(HEAD) : undefined), [session, onBoard]);
  if (shown === null || filter === null) return null;
  return (
    <div role="group" aria-label={t('filter.label')} className={styles['strip']}>
      <span role="status" className={styles['count']}>
        {t('filter.shown', { count: shown.size, all })}
      </span>
      <Button size="small" variant="quiet" onPress={() => session.ui.setState({ dialog: { kind: 'filter' } })}>
        {t('filter.change', { count: countFilters(filter) })}
      </Button>
      <Button
        size="small"
        onPress={() => {
          session.ui.setState({ filter: null, shown: null });
          focusSoon(session, session.ui.getState().focused ?? '');
        }}
      >
        {t('filter.clear')}
      </Button>
    </div>
  );
};
