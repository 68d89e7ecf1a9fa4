import { useRef } from 'react';
import type { CardId } from '@rapport/domain/ids';
import { useT } from '../messages/use-t.ts';
import { MenuPanel } from '../ui/MenuPanel.tsx';
import type { BoardRights } from './board-rights.ts';
import type { BoardSession } from './board-session.ts';
import { useBoardUi } from './use-board.ts';
import { useSelectionDeeds } from './use-selection-deeds.ts';

/** The menu on a card: by a long press, the right button or the keyboard's menu key. About all that is selected. */
export const CardMenu = ({ session, rights, card }: { session: BoardSession; rights: BoardRights; card: CardId }) => {
  const t = useT();
  const cards = [...useBoardUi(session, (ui) => ui.selection)];
  const { first, more, act } = useSelectionDeeds(session, rights, 'board', cards);
  const trigger = useRef<HTMLElement | null>(session.elements.get(card) ?? null);
  return (
    <MenuPanel
      label={t(cards.length === 1 ? 'board.card.more' : 'board.selection.more')}
      trigger={trigger}
      items={[...first, ...more]}
      onAction={act}
      onClose={() => session.ui.setState({ menu: null })}
    />
  );
};
