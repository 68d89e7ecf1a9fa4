import { useState } from 'react';
import { LIMITS } from '@rapport/domain/limits';
import type { Failure } from '@rapport/protocol/failures';
import type { GroupId } from '@rapport/domain/ids';
import type { SendCommand } from '../group/send-command.ts';
import { useT } from '../messages/use-t.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { FailureNote } from '../ui/FailureNote.tsx';
import { TextField } from '../ui/TextField.tsx';
import { notify } from '../ui/toast-store.ts';

/** Puts a card on the board for somebody without a device; it is marked so and has no author. */
export const EnterCardDialog = ({
  groupId,
  send,
  onClose,
}: {
  groupId: GroupId;
  send: SendCommand;
  onClose: () => void;
}) => {
  const t = useT();
  const [title, setTitle] = useState('');
  const [body, setBody] = useState('');
  const [pending, setPending] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const enter = async (): Promise<void> => {
    setPending(true);
    const outcome = await send('card.enter', { groupId, title, body });
    setPending(false);
    if (!outcome.ok) {
      setFailure(outcome.failure);
      return;
    }
    setFailure(null);
    setTitle('');
    setBody('');
    notify({ tone: 'ok', text: t('lead.enter.done') });
    onClose();
  };
  return (
    <Dialog
      title={t('lead.enter.title')}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button variant="quiet" onPress={onClose}>
            {t('common.cancel')}
          </Button>
          <Button variant="primary" isDisabled={title.trim() === ''} isPending={pending} onPress={() => void enter()}>
            {t('lead.enter.confirm')}
          </Button>
        </>
      }
    >
      <p>{t('lead.enter.body')}</p>
      <TextField
        label={t('lead.enter.cardTitle')}
        value={title}
        onChange={setTitle}
        maxLength={LIMITS.cardTitle}
        dir="auto"
        autoFocus
      />
      <TextField
        label={t('lead.enter.cardBody')}
        value={body}
        onChange={setBody}
        maxLength={LIMITS.cardBody}
        lines={4}
        dir="auto"
      />
      {failure !== null && <FailureNote failure={failure} />}
    </Dialog>
  );
};
