import type { ReactNode } from 'react';
import { InfoIcon } from './icons/InfoIcon.tsx';
import { WarningIcon } from './icons/WarningIcon.tsx';
import styles from './Callout.module.css';

/** A notice in the flow of a page. `live` when it appears in answer to something: it is then read out. */
export const Callout = ({
  tone = 'info',
  title,
  children,
  action,
  live = false,
}: {
  tone?: 'info' | 'ok' | 'warn' | 'danger';
  title?: string;
  children?: ReactNode;
  action?: ReactNode;
  live?: boolean;
}) => (
  <div
    className={`${styles['callout']} ${styles[tone]}`}
    {...(live && { role: tone === 'danger' ? 'alert' : 'status' })}
  >
    {tone === 'warn' || tone === 'danger' ? <WarningIcon /> : <InfoIcon />}
    <div className={styles['text']}>
      {title !== undefined && <p className={styles['title']}>{title}</p>}
      {children !== undefined && <div className={styles['body']}>{children}</div>}
      {action !== undefined && <div className={styles['action']}>{action}</div>}
    </div>
  </div>
);
