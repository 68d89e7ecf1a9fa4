import { useState } from 'react';
import { LIMITS } from '@rapport/domain/limits';
import type { Outcome } from '@rapport/protocol/failures';
import { useT } from '../messages/use-t.ts';
import { DeedDialog } from '../ui/DeedDialog.tsx';
import { TextField } from '../ui/TextField.tsx';

/** A notice to everybody in one group, or in all of them. */
export const AnnounceDialog = ({
  title,
  body,
  onSend,
  onSent,
  onClose,
}: {
  title: string;
  /** Who will read it. */
  body: string;
  onSend: (text: string) => Promise<Outcome<{ groups: number }>>;
  onSent?: (groups: number) => void;
  onClose: () => void;
}) => {
  const t = useT();
  const [text, setText] = useState('');
  return (
    <DeedDialog
      title={title}
      holdsInput
      confirm={t('announce.send')}
      isReady={text.trim() !== ''}
      deed={() => onSend(text)}
      onDone={({ groups }) => onSent?.(groups)}
      onClose={onClose}
    >
      <p>{body}</p>
      <TextField
        label={t('announce.text')}
        value={text}
        onChange={setText}
        maxLength={LIMITS.announcement}
        lines={3}
        dir="auto"
        autoFocus
      />
    </DeedDialog>
  );
};
