import { useState } from 'react';
import { LIMITS } from '@rapport/domain/limits';
import { useT } from '../messages/use-t.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { TextField } from '../ui/TextField.tsx';

/** A notice to everybody in one group, or in all of them. `onSend` gives whether it was sent. */
export const AnnounceDialog = ({
  title,
  body,
  onSend,
  onClose,
}: {
  title: string;
  /** Who will read it. */
  body: string;
  onSend: (text: string) => Promise<boolean>;
  onClose: () => void;
}) => {
  const t = useT();
  const [text, setText] = useState('');
  const [pending, setPending] = useState(false);
  const send = async (): Promise<void> => {
    setPending(true);
    const sent = await onSend(text);
    setPending(false);
    if (sent) onClose();
  };
  return (
    <Dialog
      title={title}
      isOpen
      holdsInput
      onClose={onClose}
      actions={
        <>
          <Button variant="quiet" onPress={onClose}>
            {t('common.cancel')}
          </Button>
          <Button variant="primary" isDisabled={text.trim() === ''} isPending={pending} onPress={() => void send()}>
            {t('announce.send')}
          </Button>
        </>
      }
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
    </Dialog>
  );
};
