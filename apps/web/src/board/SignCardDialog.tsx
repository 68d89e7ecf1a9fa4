import { purgesAtClose } from '@rapport/domain/attribution';
import type { CardId } from '@rapport/domain/ids';
import { useGroup } from '../connection/group-store.ts';
import { useT } from '../messages/use-t.ts';
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx';
import { sign } from './board-commands.ts';
import type { BoardSession } from './board-session.ts';

/** "I own this": says who will see the name, for how long, and that it cannot be taken back. */
export const SignCardDialog = ({
  session,
  card,
  onClose,
}: {
  session: BoardSession;
  card: CardId;
  onClose: () => void;
}) => {
  const t = useT();
  const attribution = useGroup((store) => store.state?.attribution);
  return (
    <ConfirmDialog
      title={t('board.sign.title')}
      isOpen
      confirm={t('board.sign.confirm')}
      onClose={onClose}
      onConfirm={() => sign(session, card)}
      body={
        <ul>
          <li>{t('board.sign.who')}</li>
          <li>{t('board.sign.files')}</li>
          {attribution !== undefined && purgesAtClose(attribution) && <li>{t('board.sign.untilClose')}</li>}
          <li>{t('board.sign.final')}</li>
        </ul>
      }
    />
  );
};
