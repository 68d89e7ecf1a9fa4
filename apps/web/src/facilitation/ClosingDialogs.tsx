import type { GroupState } from '@rapport/protocol/group-state';
import { tellRefusal, type SendCommand } from '../group/send-command.ts';
import { useT } from '../messages/use-t.ts';
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx';
import styles from './Effects.module.css';

type Props = { state: GroupState; send: SendCommand; onClose: () => void };

/** Ends the session: says what stays, what becomes final and what is erased for good. */
export const CloseGroupDialog = ({ state, send, onClose }: Props) => {
  const t = useT();
  const openBallot = state.ballots.some((ballot) => ballot.status === 'open');
  const purges = state.attribution === 'non-attributed' || state.attribution === 'sealed';
  return (
    <ConfirmDialog
      title={t('lead.close.title')}
      isOpen
      variant="danger"
      confirm={t('lead.close.confirm')}
      isBlocked={openBallot || state.reveal !== null}
      onClose={onClose}
      onConfirm={async () => {
        await tellRefusal(send('group.close', { groupId: state.id }));
      }}
      body={
        <>
          {openBallot && <p role="alert">{t('lead.close.ballotOpen')}</p>}
          {state.reveal !== null && <p role="alert">{t('lead.close.revealRuns')}</p>}
          <ul className={styles['effects']}>
            <li>{t('lead.close.readOnly')}</li>
            <li>{t('lead.close.final')}</li>
            <li>{t(purges ? 'lead.close.purges' : 'lead.close.keepsAuthors')}</li>
            <li>{t('lead.close.reopen')}</li>
          </ul>
        </>
      }
    />
  );
};

/** Opens a closed session again; what was erased does not come back. */
export const ReopenGroupDialog = ({ state, send, onClose }: Props) => {
  const t = useT();
  const purged = state.attribution === 'non-attributed' || state.attribution === 'sealed';
  return (
    <ConfirmDialog
      title={t('lead.reopen.title')}
      isOpen
      confirm={t('lead.reopen.confirm')}
      onClose={onClose}
      onConfirm={async () => {
        await tellRefusal(send('group.reopen', { groupId: state.id }));
      }}
      body={
        <ul className={styles['effects']}>
          <li>{t('lead.reopen.writes')}</li>
          {purged && <li>{t('lead.reopen.purged')}</li>}
          <li>{t('lead.reopen.version')}</li>
        </ul>
      }
    />
  );
};
