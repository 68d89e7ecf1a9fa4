import { useCallback, useEffect, useState } from 'react';
import type { CardId, GroupId } from '@rapport/domain/ids';
import type { Failure, Outcome } from '@rapport/protocol/failures';
import { CardTexts, type EarlierText } from '@rapport/protocol/history';
import { useT } from '../messages/use-t.ts';
import { api, type Api } from '../session/http.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { FailureNote } from '../ui/FailureNote.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import styles from './History.module.css';
import { checkpointName } from './checkpoint-name.ts';

type Text = { title: string; body: string };

/** What a card said earlier, for those who lead, with a way back to each text. */
export const CardTextsDialog = ({
  groupId,
  cardId,
  now,
  canRestore,
  onRestore,
  onClose,
  calls = api,
}: {
  groupId: GroupId;
  cardId: CardId;
  /** What it says now. */
  now: Text;
  canRestore: boolean;
  onRestore: (text: Text) => void;
  onClose: () => void;
  /** For tests: how the server is asked. */
  calls?: Pick<Api, 'get'>;
}) => {
  const t = useT();
  const [texts, setTexts] = useState<EarlierText[] | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const take = useCallback((answer: Outcome<CardTexts>) => {
    setFailure(answer.ok ? null : answer.failure);
    if (answer.ok) setTexts(answer.value.texts);
  }, []);
  const path = `/api/groups/${groupId}/history/cards/${cardId}`;
  const load = useCallback(() => calls.get(path, CardTexts).then(take), [calls, path, take]);
  useEffect(() => void load(), [load]);
  const earlier = texts?.filter(({ title, body }) => title !== now.title || body !== now.body);
  return (
    <Dialog title={t('history.card.title')} isOpen onClose={onClose}>
      <p className={styles['soft']}>{t('history.card.intro')}</p>
      {failure !== null && <FailureNote failure={failure} onRetry={() => void load()} />}
      {texts === null && failure === null && <Skeleton />}
      {earlier?.length === 0 && <p>{t('history.card.none')}</p>}
      {earlier !== undefined && earlier.length > 0 && (
        <ol className={styles['texts']} aria-label={t('history.card.list')}>
          {earlier.map(({ checkpoint, title, body }) => (
            <li key={checkpoint.id}>
              <p className={styles['soft']}>
                {checkpointName(t, checkpoint)}
                {checkpoint.at !== null && ` · ${t('history.at', { at: new Date(checkpoint.at) })}`}
              </p>
              <p dir="auto">
                <strong>{title}</strong>
              </p>
              {body !== '' && (
                <p dir="auto" className={styles['text']}>
                  {body}
                </p>
              )}
              {canRestore && (
                <Button
                  size="small"
                  onPress={() => {
                    onClose();
                    onRestore({ title, body });
                  }}
                >
                  {t('history.card.restore')}
                </Button>
              )}
            </li>
          ))}
        </ol>
      )}
    </Dialog>
  );
};
