import type { ReactNode, RefObject } from 'react';
import { Dialog, Popover } from 'react-aria-components';
import styles from './Flyout.module.css';

export const FlyoutPanel = ({
  label,
  trigger,
  onClose,
  children,
}: {
  label: string;
  trigger: RefObject<HTMLButtonElement | null>;
  onClose: () => void;
  children: ReactNode;
}) => (
  <Popover
    triggerRef={trigger}
    isOpen
    placement="bottom end"
    onOpenChange={(isOpen) => {
      if (!isOpen) onClose();
    }}
    className={String(styles['popover'])}
  >
    <Dialog aria-label={label} className={String(styles['dialog'])}>
      {children}
    </Dialog>
  </Popover>
);
