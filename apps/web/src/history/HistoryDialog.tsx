import { useCallback, useEffect, useState } from 'react';
import type { CheckpointId, GroupId } from '@rapport/domain/ids';
import type { Failure, Outcome } from '@rapport/protocol/failures';
import { EarlierBoard, History, Restored, type Checkpoint } from '@rapport/protocol/history';
import { useT } from '../messages/use-t.ts';
import { api, type Api } from '../session/http.ts';
import { Button } from '../ui/Button.tsx';
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { FailureNote } from '../ui/FailureNote.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { notify } from '../ui/toast-store.ts';
import { checkpointName } from './checkpoint-name.ts';
import { EarlierBoardView } from './EarlierBoardView.tsx';
import styles from './History.module.css';

type Props = {
  groupId: GroupId;
  /** A closed session can be looked back on and not changed. */
  canRestore: boolean;
  onClose: () => void;
  /** For tests: how the server is asked. */
  calls?: Pick<Api, 'get' | 'post'>;
};

/** Boards as they stood, for those who lead: a list, one of them to look at, and a way back to it. */
export const HistoryDialog = ({ groupId, canRestore, onClose, calls = api }: Props) => {
  const t = useT();
  const path = `/api/groups/${groupId}/history`;
  const [checkpoints, setCheckpoints] = useState<Checkpoint[] | null>(null);
  const [board, setBoard] = useState<EarlierBoard | null>(null);
  const [asking, setAsking] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);

  const take = useCallback((answer: Outcome<History>) => {
    setFailure(answer.ok ? null : answer.failure);
    if (answer.ok) setCheckpoints(answer.value.checkpoints);
  }, []);
  const load = useCallback(() => calls.get(path, History).then(take), [calls, path, take]);
  useEffect(() => void load(), [load]);

  const look = async (id: CheckpointId): Promise<void> => {
    const answer = await calls.get(`${path}/${id}`, EarlierBoard);
    setFailure(answer.ok ? null : answer.failure);
    if (answer.ok) setBoard(answer.value);
  };

  const restore = async (id: CheckpointId): Promise<void> => {
    const answer = await calls.post(`${path}/${id}/restore`, {}, Restored);
    if (!answer.ok) return setFailure(answer.failure);
    notify({ text: t('history.restored', { cards: answer.value.cards }), tone: 'ok' });
    onClose();
  };

  return (
    <Dialog
      title={board === null ? t('history.title') : checkpointName(t, board.checkpoint)}
      isOpen
      width="wide"
      onClose={onClose}
      {...(board !== null && {
        actions: (
          <>
            <Button variant="quiet" onPress={() => setBoard(null)}>
              {t('history.back')}
            </Button>
            {canRestore && <Button onPress={() => setAsking(true)}>{t('history.restore')}</Button>}
          </>
        ),
      })}
    >
      {failure !== null && <FailureNote failure={failure} onRetry={() => void load()} />}
      {board !== null && (
        <>
          <p className={styles['soft']}>{t('history.look.only')}</p>
          <EarlierBoardView board={board} />
          <ConfirmDialog
            title={t('history.restore.title')}
            confirm={t('history.restore.confirm')}
            isOpen={asking}
            onClose={() => setAsking(false)}
            onConfirm={() => restore(board.checkpoint.id)}
            body={
              <ul className={styles['effects']}>
                <li>{t('history.restore.all')}</li>
                <li>{t('history.restore.later')}</li>
                <li>{t('history.restore.withdrawn')}</li>
                <li>{t('history.restore.kept')}</li>
              </ul>
            }
          />
        </>
      )}
      {board === null && (
        <>
          <p className={styles['soft']}>{t('history.intro')}</p>
          {checkpoints === null && failure === null && <Skeleton />}
          {checkpoints?.length === 0 && <p>{t('history.none')}</p>}
          {checkpoints !== null && checkpoints.length > 0 && (
            <ol className={styles['list']} aria-label={t('history.list')}>
              {checkpoints.map((checkpoint) => (
                <li key={checkpoint.id}>
                  <Button variant="quiet" onPress={() => void look(checkpoint.id)}>
                    {checkpointName(t, checkpoint)}
                  </Button>
                  <span className={styles['soft']}>
                    {t('history.cards', { cards: checkpoint.cards })}
                    {checkpoint.at !== null && ` · ${t('history.at', { at: new Date(checkpoint.at) })}`}
                  </span>
                </li>
              ))}
            </ol>
          )}
        </>
      )}
    </Dialog>
  );
};
