import { setCardText } from '@rapport/board/set-card-text';
import type { CardId } from '@rapport/domain/ids';
import { translateNow } from '../messages/use-t.ts';
import { notify } from '../ui/toast-store.ts';
import { isDenied } from './board-commands.ts';
import type { BoardRights } from './board-rights.ts';
import type { BoardSession } from './board-session.ts';

type Text = { title: string; body: string };

/** Lets a card say again what it said earlier, as an ordinary edit; what it said last is one press away. */
export const restoreText = (session: BoardSession, rights: BoardRights, id: CardId, text: Text): void => {
  if (isDenied(rights.edit)) return;
  const before = session.records.card(id);
  if (before === null || !setCardText(session.doc, { id, ...text }, 'board-card')) return;
  notify({
    text: translateNow('history.card.restored'),
    action: {
      label: translateNow('board.undo'),
      onAction: () => {
        const now = session.records.card(id);
        // Somebody has written on: theirs stays.
        if (now?.title !== text.title || now.body !== text.body) {
          return notify({ text: translateNow('board.said.stale'), tone: 'warn' });
        }
        setCardText(session.doc, { id, title: before.title, body: before.body }, 'board-card');
      },
    },
  });
};
