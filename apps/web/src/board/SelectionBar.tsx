import { useT } from '../messages/use-t.ts';
import { MoreIcon } from '../ui/icons/MoreIcon.tsx';
import { Button } from '../ui/Button.tsx';
import { Menu } from '../ui/Menu.tsx';
import type { BoardViewName } from './board-commands.ts';
import type { BoardRights } from './board-rights.ts';
import type { BoardSession } from './board-session.ts';
import { clearSelection } from './board-ui.ts';
import styles from './BoardView.module.css';
import { focusSoon } from './focus-element.ts';
import { useBoardUi } from './use-board.ts';
import { useSelectionDeeds } from './use-selection-deeds.ts';

/** What can be done with the selected cards. */
export const SelectionBar = ({
  session,
  rights,
  where,
}: {
  session: BoardSession;
  rights: BoardRights;
  where: BoardViewName;
}) => {
  const t = useT();
  const selection = useBoardUi(session, (ui) => ui.selection);
  const busy = useBoardUi(session, (ui) => ui.dragging.size > 0 || ui.editing !== null);
  const cards = [...selection];
  const { first, more, act } = useSelectionDeeds(session, rights, where, cards);
  if (cards.length === 0 || busy) return null;
  return (
    <div role="group" aria-label={t('board.selection')} className={styles['selection']}>
      <span className={styles['count']}>{t('board.selection.count', { count: cards.length })}</span>
      {first.map(({ id, label, isDisabled, key }) => (
        <Button key={id} size="small" isDisabled={isDisabled === true} onPress={() => act(id)}>
          {label}
          {key !== undefined && (
            <>
              {' '}
              <kbd aria-hidden="true">{key}</kbd>
            </>
          )}
        </Button>
      ))}
      <Menu
        label={t(cards.length === 1 ? 'board.card.more' : 'board.selection.more')}
        icon={<MoreIcon />}
        items={more}
        onAction={act}
      />
      <Button
        size="small"
        aria-label={t('board.selection.clear')}
        onPress={() => {
          clearSelection(session.ui);
          focusSoon(session, session.ui.getState().focused ?? '');
        }}
      >
        ✕
      </Button>
    </div>
  );
};
