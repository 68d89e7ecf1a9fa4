import { useState } from 'react';
import type { Failure } from '@rapport/protocol/failures';
import type { RegisterEntry } from '@rapport/protocol/options';
import type { SendCommand } from '../group/send-command.ts';
import { useT } from '../messages/use-t.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { FailureNote } from '../ui/FailureNote.tsx';
import { isReady, OptionTextForm } from './OptionTextForm.tsx';
import styles from './Plenary.module.css';

/** The next version of an option the plenary made. */
export const ReviseDialog = ({
  entry,
  send,
  onClose,
}: {
  entry: RegisterEntry;
  send: SendCommand;
  onClose: () => void;
}) => {
  const t = useT();
  // Decided once: what another chair does meanwhile is refused by the server, not mixed in under one's hands.
  const [from] = useState(entry.version);
  const [text, setText] = useState(entry.text);
  const [pending, setPending] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const revise = async (): Promise<void> => {
    setPending(true);
    const outcome = await send('option.revise', { optionId: entry.id, version: from, text });
    setPending(false);
    if (outcome.ok) onClose();
    else setFailure(outcome.failure);
  };
  return (
    <Dialog
      title={t('plenary.revise.title', { code: entry.code })}
      isOpen
      holdsInput
      width="wide"
      onClose={onClose}
      actions={
        <>
          <Button variant="quiet" onPress={onClose}>
            {t('common.cancel')}
          </Button>
          <Button variant="primary" isDisabled={!isReady(text)} isPending={pending} onPress={() => void revise()}>
            {t('plenary.revise.confirm', { version: from + 1 })}
          </Button>
        </>
      }
    >
      <OptionTextForm text={text} onChange={setText} />
      <p className={styles['soft']}>{t('plenary.revise.sponsors')}</p>
      {failure !== null && <FailureNote failure={failure} />}
    </Dialog>
  );
};
