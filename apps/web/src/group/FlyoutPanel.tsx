import type { ReactNode, RefObject } from 'react';
import { Dialog, Heading, Popover } from 'react-aria-components';
import { useT } from '../messages/use-t.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { CloseIcon } from '../ui/icons/CloseIcon.tsx';
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
}) => {
  const t = useT();
  return (
    <Popover
      triggerRef={trigger}
      isOpen
      placement="bottom end"
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
      className={String(styles['popover'])}
    >
      <Dialog className={String(styles['dialog'])}>
        <div className={styles['head']}>
          <Heading slot="title" level={2} className={String(styles['title'])}>
            {label}
          </Heading>
          <IconButton label={t('common.close')} icon={<CloseIcon />} onPress={onClose} />
        </div>
        {children}
      </Dialog>
    </Popover>
  );
};
