import { useState } from 'react';
import type { Failure, Outcome } from '@rapport/protocol/failures';
import { useT } from '../messages/use-t.ts';
import { Button } from './Button.tsx';
import { Dialog, type DialogProps } from './Dialog.tsx';
import { FailureNote } from './FailureNote.tsx';

/**
 * A dialog with one deed at its end. It waits for the deed and closes when it is done; refused, it stays with all that
 * was filled in and says why.
 */
export const DeedDialog = <Value,>({
  confirm,
  isReady = true,
  deed,
  onDone,
  onRefused,
  onClose,
  children,
  ...dialog
}: Omit<DialogProps, 'isOpen' | 'actions'> & {
  /** The deed in words: never "OK". */
  confirm: string;
  /** False while something is missing or wrong. */
  isReady?: boolean;
  deed: () => Promise<Outcome<Value>>;
  onDone?: (value: Value) => void;
  /** The server asks for something more. */
  onRefused?: (failure: Failure) => void;
}) => {
  const t = useT();
  const [pending, setPending] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const run = async (): Promise<void> => {
    setPending(true);
    const outcome = await deed();
    setPending(false);
    if (outcome.ok) {
      onDone?.(outcome.value);
      onClose();
      return;
    }
    setFailure(outcome.failure);
    onRefused?.(outcome.failure);
  };
  return (
    <Dialog
      {...dialog}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button variant="quiet" onPress={onClose}>
            {t('common.cancel')}
          </Button>
          <Button variant="primary" isDisabled={!isReady} isPending={pending} onPress={() => void run()}>
            {confirm}
          </Button>
        </>
      }
    >
      {children}
      {failure !== null && <FailureNote failure={failure} />}
    </Dialog>
  );
};
