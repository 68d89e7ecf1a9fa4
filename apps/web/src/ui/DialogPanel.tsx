import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { useT } from '../messages/use-t.ts';
import type { DialogProps } from './Dialog.tsx';
import { IconButton } from './IconButton.tsx';
import { CloseIcon } from './icons/CloseIcon.tsx';
import styles from './Dialog.module.css';

export const DialogPanel = ({
  title,
  onClose,
  children,
  actions,
  role = 'dialog',
  width = 'normal',
  holdsInput = false,
}: DialogProps) => {
  const t = useT();
  return (
    <ModalOverlay
      isOpen
      isDismissable={role === 'dialog' && !holdsInput}
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
      className={String(styles['overlay'])}
    >
      <Modal className={`${styles['modal']} ${width === 'wide' ? styles['wide'] : ''}`}>
        <AriaDialog role={role} className={String(styles['dialog'])}>
          <div className={styles['head']}>
            <Heading slot="title" className={String(styles['title'])}>
              {title}
            </Heading>
            {role === 'dialog' && <IconButton label={t('common.close')} icon={<CloseIcon />} onPress={onClose} />}
          </div>
          <div className={styles['body']}>{children}</div>
          {actions !== undefined && <div className={styles['actions']}>{actions}</div>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
};
