import { useState } from 'react';
import type { GroupId } from '@rapport/domain/ids';
import { LIMITS } from '@rapport/domain/limits';
import { useT } from '../messages/use-t.ts';
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx';
import { TextField } from '../ui/TextField.tsx';
import { notify } from '../ui/toast-store.ts';
import { tellRefusal, type SendCommand } from './send-command.ts';

/** Calls an organiser into the room, with or without a word on what is needed. */
export const HelpDialog = ({
  groupId,
  send,
  onClose,
}: {
  groupId: GroupId;
  send: SendCommand;
  onClose: () => void;
}) => {
  const t = useT();
  const [text, setText] = useState('');
  return (
    <ConfirmDialog
      title={t('help.title')}
      isOpen
      confirm={t('help.confirm')}
      onClose={onClose}
      onConfirm={async () => {
        if (await tellRefusal(send('help.ask', { groupId, text }))) notify({ tone: 'ok', text: t('help.called') });
      }}
      body={
        <>
          <p>{t('help.who')}</p>
          <TextField
            label={t('help.text')}
            value={text}
            onChange={setText}
            maxLength={LIMITS.helpText}
            lines={2}
            dir="auto"
          />
        </>
      }
    />
  );
};
