import { useState, type ReactNode } from 'react';
import { useT } from '../messages/use-t.ts';
import { Button } from './Button.tsx';
import { Dialog } from './Dialog.tsx';

/** The second step of a deed: says what will happen, and asks. Stays open while the deed runs. */
export const ConfirmDialog = ({
  title,
  body,
  confirm,
  variant = 'primary',
  isOpen,
  isBlocked = false,
  onConfirm,
  onClose,
}: {
  title: string;
  body: ReactNode;
  /** The deed in words: never "OK". */
  confirm: string;
  variant?: 'primary' | 'danger';
  isOpen: boolean;
  /** True until a question in the body is answered. */
  isBlocked?: boolean;
  onConfirm: () => void | Promise<void>;
  onClose: () => void;
}) => {
  const t = useT();
  const [running, setRunning] = useState(false);
  const run = async (): Promise<void> => {
    setRunning(true);
    try {
      await onConfirm();
    } finally {
      setRunning(false);
    }
    onClose();
  };
  return (
    <Dialog
      role="alertdialog"
      title={title}
      isOpen={isOpen}
      onClose={onClose}
      actions={
        <>
          <Button variant="quiet" onPress={onClose}>
            {t('common.cancel')}
          </Button>
          <Button variant={variant} isPending={running} isDisabled={isBlocked} onPress={() => void run()}>
            {confirm}
          </Button>
        </>
      }
    >
      {body}
    </Dialog>
  );
};
