import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import type { DialogProps } from './Dialog.tsx';
import styles from './Dialog.module.css';

export const DialogPanel = ({ title, onClose, children, actions, role = 'dialog', width = 'normal' }: DialogProps) => (
  <ModalOverlay
    isOpen
    isDismissable={role === 'dialog'}
    onOpenChange={(isOpen) => {
      if (!isOpen) onClose();
    }}
    className={String(styles['overlay'])}
  >
    <Modal className={`${styles['modal']} ${width === 'wide' ? styles['wide'] : ''}`}>
      <AriaDialog role={role} className={String(styles['dialog'])}>
        <Heading slot="title" className={String(styles['title'])}>
          {title}
        </Heading>
        <div className={styles['body']}>{children}</div>
        {actions !== undefined && <div className={styles['actions']}>{actions}</div>}
      </AriaDialog>
    </Modal>
  </ModalOverlay>
);
