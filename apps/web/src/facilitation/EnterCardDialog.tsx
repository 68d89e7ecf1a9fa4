import { useState } from 'react';
import { LIMITS } from '@rapport/domain/limits';
import type { GroupId } from '@rapport/domain/ids';
import type { SendCommand } from '../group/send-command.ts';
import { useT } from '../messages/use-t.ts';
import { DeedDialog } from '../ui/DeedDialog.tsx';
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
  return (
    <DeedDialog
      title={t('lead.enter.title')}
      onClose={onClose}
      confirm={t('lead.enter.confirm')}
      isReady={title.trim() !== ''}
      deed={() => send('card.enter', { groupId, title, body })}
      onDone={() => notify({ tone: 'ok', text: t('lead.enter.done') })}
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
    </DeedDialog>
  );
};
