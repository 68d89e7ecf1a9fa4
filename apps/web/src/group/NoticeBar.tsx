import type { ReactNode } from 'react';
import { InfoIcon } from '../ui/icons/InfoIcon.tsx';
import { WarningIcon } from '../ui/icons/WarningIcon.tsx';
import styles from './NoticeBar.module.css';

/** A line above the group's work that says something to everybody, with what can be done about it at its end. */
export const NoticeBar = ({
  title,
  tone = 'info',
  live = false,
  children,
  actions,
}: {
  title?: string;
  tone?: 'info' | 'warn';
  /** Read out when it appears. */
  live?: boolean;
  children?: ReactNode;
  actions: ReactNode;
}) => (
  <div className={`${styles['bar']} ${styles[tone]}`} {...(live && { role: 'status' })}>
    <div className={styles['text']}>
      {tone === 'warn' ? <WarningIcon /> : <InfoIcon />}
      <div>
        {title !== undefined && <strong>{title}</strong>} {children}
      </div>
    </div>
    <div className={styles['actions']}>{actions}</div>
  </div>
);
